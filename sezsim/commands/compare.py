"""sezsim compare: the table of effects from stored results."""

import math
from collections.abc import Iterable, Sequence

import click
import pandas as pd
from rich.console import Console
from rich.table import Table

from sezsim.ensemble import Result
from sezsim.observation.indicator import INDICATORS
from sezsim.report.headline import NEARLY_NOTHING
from sezsim.report.measures import measure
from sezsim.report.sentences import is_little

HEADLINE = (
    "gdp_real", "employed", "unemployment_rate_nonfarm", "mean_wage", "services_share",
    "rd_gdp", "hitech_share", "urbanisation", "net_migration", "displaced", "energy_gdp", "so2",
    "fiscal_revenue", "city_debt", "capacity_operating", "capacity_backward",
)  # fmt: skip
SHOWN_YEARS = (2012, 2015, 2020)
INDICATOR_WIDTHS = (20, 36)
WHOLE = 1e4  # level from which on decimals say nothing
WIDE = 130  # letters in a line where there is no terminal, and for three years
SHARE = "1"  # unit of indicators shown in percent
HUNDRED = 100.0
LEVEL_DIGITS, MOST_DIGITS = 2, 6


@click.command()
@click.argument("folder", metavar="DIR")
@click.argument("scenario", required=False)
@click.option("--by", type=click.Choice(["zone", "city"]), default="zone", help="Places shown.")
def command(folder: str, scenario: str | None, by: str) -> None:
    """Print the effects of the runs in DIR against their baseline, of all scenarios or of one."""
    print_effects(Result.open(folder), [scenario] if scenario else None, by)


def print_effects(
    result: Result, scenarios: Iterable[str] | None = None, by: str = "zone"
) -> None:
    """Print a table of effects for every scenario but the baseline."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    names = result.manifest["scenarios"] if scenarios is None else scenarios
    reforms = [name for name in names if name != result.baseline]
    if not reforms:
        console.print(f"Only '{result.baseline}' was run; there is nothing to compare it with.")
    for name in reforms:
        effects = result.effects(name, by="city" if by == "city" else "zone")
        years = SHOWN_YEARS if console.width >= WIDE else SHOWN_YEARS[1:]
        console.print(effects_table(effects, name, result.baseline, years))


def effects_table(
    effects: pd.DataFrame, name: str, baseline: str, shown: Sequence[int] = SHOWN_YEARS
) -> Table:
    """Lay out the effects of a scenario: indicators down, years across."""
    known = set(effects["year"])
    years = [year for year in shown if year in known] or [max(known)]
    pairs = int(effects["n"].min())
    table = Table(
        title=f"{name} against {baseline}: change ± half of the 95% interval, {pairs} paired replicates",
        title_justify="left",
    )
    least, most = INDICATOR_WIDTHS
    table.add_column("indicator", min_width=least, max_width=most, overflow="fold")
    for year in years:
        table.add_column(f"level\n{year}", justify="right", no_wrap=True)
        table.add_column(f"change\n{year}", justify="right", no_wrap=True)
    cells = effects[effects["year"].isin(years)].set_index(["city", "indicator", "year"])
    for city in dict.fromkeys(effects["city"]):
        for indicator in HEADLINE:
            columns = [
                text for year in years for text in cell(cells.loc[(city, indicator, year)])
            ]
            label = indicator_label(indicator)
            table.add_row(label if city == "zone" else f"{city}: {label}", *columns)
    return table


def indicator_label(name: str) -> str:
    """Return name and unit of an indicator."""
    declared = INDICATORS[name]
    unit = "%" if declared.unit == SHARE else declared.unit
    return f"{declared.en} ({unit})"


def cell(effect: "pd.Series[float]") -> tuple[str, str]:
    """Write the level in the baseline, and the change with half of its interval."""
    indicator = str(effect.name[1]) if isinstance(effect.name, tuple) else ""
    scale = HUNDRED if INDICATORS[indicator].unit == SHARE else 1.0
    level, mean = effect["level"] * scale, effect["mean"] * scale
    half = (effect["high"] - effect["low"]) / 2.0 * scale
    known = pd.notna(half)
    digits = digits_for(max(abs(mean), half) if known else abs(mean))
    change = number(mean, digits, "+") + (f" ±{bound(half, digits)}" if known else "")
    if is_trifle(effect, indicator):
        change, digits = NEARLY_NOTHING, LEVEL_DIGITS
    level_digits = min(LEVEL_DIGITS, max(digits, digits_for(abs(level)) + 1))
    level_digits = level_digits if abs(level) < WHOLE else digits
    return number(level, level_digits), change


def is_trifle(effect: "pd.Series[float]", indicator: str) -> bool:
    """Tell whether a change and its whole interval are next to nothing, as the report does."""
    shown = measure(indicator)
    factor = shown.factor
    if shown.kind == "relative":
        factor = HUNDRED / abs(effect["level"]) if effect["level"] else math.inf
    bounds = [effect["mean"], effect["low"], effect["high"]]
    known = [factor * each if each else 0.0 for each in bounds if pd.notna(each)]
    return all(each == 0.0 or is_little(each, shown.change_unit) for each in known)


def number(value: float, digits: int, sign: str = "") -> str:
    """Write a number with thousands separators; one that rounds to zero has no sign."""
    rounds_to_zero = round(value, digits) == 0.0
    return f"{0.0:.{digits}f}" if rounds_to_zero else f"{value:{sign},.{digits}f}"


def bound(half: float, digits: int) -> str:
    """Write half of an interval; one too narrow for the digits lies below the last of them."""
    if round(half, digits) == 0.0:
        return f"<{10.0**-digits:.{digits}f}"
    return number(half, digits)


def digits_for(size: float) -> int:
    """Return the decimals that show two digits of a change of this size."""
    if size <= 0.0:
        return 0
    return min(MOST_DIGITS, max(0, 1 - math.floor(math.log10(size))))
