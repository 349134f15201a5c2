"""sezsim compare: the table of effects from stored results."""

from collections.abc import Iterable

import click
import pandas as pd
from rich.console import Console
from rich.table import Table

from sezsim.ensemble import Result
from sezsim.observation.indicator import INDICATORS

HEADLINE = (
    "gdp_real", "employed", "unemployment_rate_nonfarm", "mean_wage", "services_share",
    "rd_gdp", "hitech_share", "urbanisation", "net_migration", "displaced", "energy_gdp", "so2",
    "fiscal_revenue", "city_debt", "capacity_operating", "capacity_backward",
)  # fmt: skip
SHOWN_YEARS = (2012, 2015, 2020)
WIDE = 118  # letters in a line where there is no terminal
SHARE, RATE = "1", "_rate"
HUNDRED, SMALL = 100.0, 10.0


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
        console.print(effects_table(effects, name, result.baseline))


def effects_table(effects: pd.DataFrame, name: str, baseline: str) -> Table:
    """Lay out the effects of a scenario: indicators down, years across."""
    known = set(effects["year"])
    years = [year for year in SHOWN_YEARS if year in known] or [max(known)]
    pairs = int(effects["n"].min())
    table = Table(
        title=f"{name} against {baseline}: change and 95% interval, {pairs} paired replicates",
        title_justify="left",
    )
    table.add_column("indicator", no_wrap=True)
    for year in years:
        table.add_column(f"{baseline} {year}", justify="right")
        table.add_column(f"change {year}", justify="right")
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
    """Write the level in the baseline, and the change with its interval."""
    indicator = str(effect.name[1]) if isinstance(effect.name, tuple) else ""
    scale = HUNDRED if INDICATORS[indicator].unit == SHARE else 1.0
    digits = digits_for(abs(effect["level"]) * scale)
    mean, low, high = (effect[key] * scale for key in ("mean", "low", "high"))
    change = f"{mean:+,.{digits}f}"
    if pd.notna(low):
        change += f" [{low:+,.{digits}f}, {high:+,.{digits}f}]"
    return f"{effect['level'] * scale:,.{digits}f}", change


def digits_for(level: float) -> int:
    """Return the decimals that a level of this size is shown with."""
    if level < SMALL:
        return 3
    return 2 if level < HUNDRED else 1 if level < HUNDRED * HUNDRED else 0
