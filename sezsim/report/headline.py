"""Item 1: the headline table, change against the baseline with its 95% interval."""

from dataclasses import dataclass
from typing import Literal

from sezsim.definitions.wording import Words
from sezsim.report.chart import Cell, Chart, Column, Item, Table
from sezsim.report.factors import factor
from sezsim.report.measures import Measure, measure
from sezsim.report.numbers import plain, rounded, scaled_digits, signed
from sezsim.report.sentences import (
    LITTLE,
    Verdict,
    is_next_to_nothing,
    short_title,
    verdict,
)
from sezsim.report.study import HEADLINE, Study
from sezsim.report.wordings import say

LEVEL = 5  # digits that count in a level
MOST = 4  # decimals
NEARLY_NOTHING = "≈ 0"


@dataclass(frozen=True)
class HeadlineCell:
    """One effect as it stands in the headline table."""

    scenario: str
    year: int
    shown: Measure
    mean: float
    low: float
    high: float
    verdict: Verdict | Literal["little"]
    turned: str = ""  # the uncertain parameter that turns the sign, if one does

    @property
    def turned_words(self) -> Words:
        """Say what the sign depends on."""
        return say("turned", factor=factor(self.turned))

    @property
    def arrow(self) -> str:
        """A sign that needs no colour."""
        if self.verdict in {"none", "unclear", "little"}:
            return "○"
        return "▲" if self.mean > 0 else "▼"

    @property
    def value(self) -> str:
        """The mean effect with its sign; what is next to nothing has no digits."""
        if self.verdict == "little":
            return NEARLY_NOTHING
        return signed(self.mean, self.digits)

    @property
    def interval(self) -> str:
        """The interval, or nothing where there is only one run."""
        if self.verdict == "single":
            return ""
        if self.verdict == "little":
            return f"[±{LITTLE:g}]"
        return f"[{signed(self.low, self.digits)}, {signed(self.high, self.digits)}]"

    @property
    def digits(self) -> int:
        """Decimals of the mean, or of the interval if it holds zero; more if a bound vanished."""
        sure = self.verdict not in {"unclear", "none", "single"}
        digits = scaled_digits(self.mean, *(() if sure else (self.low, self.high)))
        nearest = min(abs(self.low), abs(self.high))
        while sure and round(nearest, digits) == 0 and digits < MOST:
            digits += 1
        return digits


@dataclass(frozen=True)
class HeadlineRow:
    """One indicator of the headline table."""

    shown: Measure
    baseline: tuple[str, ...]
    cells: tuple[HeadlineCell, ...]

    def of(self, scenario: str, year: int) -> HeadlineCell | None:
        """Return the effect of a reform in a year, or None where there is none."""
        found = (cell for cell in self.cells if (cell.scenario, cell.year) == (scenario, year))
        return next(found, None)

    @property
    def title(self) -> Words:
        """The name of the indicator as a heading."""
        return short_title(self.shown)


def cells(study: Study, name: str) -> tuple[HeadlineCell, ...]:
    """Return the effects of all reforms on an indicator in the turning years."""
    made = []
    for reform in study.reforms:
        for year in study.turning_years:
            effect = study.effect(reform, name, year)
            if effect is not None:
                shown = measure(name)
                mean, low, high = (float(effect[key]) for key in ("mean", "low95", "high95"))
                little = is_next_to_nothing(effect, shown.change_unit)
                found = "little" if little else verdict(effect, shown.good)
                turned = turned_by(study, reform, f"{name}.{year}")
                made.append(HeadlineCell(reform, year, shown, mean, low, high, found, turned))
    return tuple(made)


def turned_by(study: Study, reform: str, outcome: str) -> str:
    """Return the uncertain parameter that turns the sign of an effect, if one is known to."""
    signs = study.tables.analyses.get("signs")
    if signs is None:
        return ""
    rows = signs[(signs["scenario"] == reform) & (signs["outcome"] == outcome)]
    return "" if rows.empty else str(rows["turned_by"].iloc[0])


def rows(study: Study) -> tuple[HeadlineRow, ...]:
    """Return the rows of the headline table."""
    return tuple(
        HeadlineRow(measure(name), baseline(study, measure(name)), cells(study, name))
        for name in HEADLINE
        if study.has(name)
    )


def baseline(study: Study, shown: Measure) -> tuple[str, ...]:
    """Return the mean level of the reference in the turning years."""
    table = study.levels(shown)
    chosen = table[(table["city"] == "zone") & (table["scenario"] == study.reference)]
    means = chosen.groupby("year")["value"].mean()
    return tuple(
        plain(rounded(float(means[year]), LEVEL), shown.digits) for year in study.turning_years
    )


def table(study: Study) -> Table:
    """Return the headline table as data."""
    names = ("scenario", "indicator", "year", "mean", "low95", "high95", "unit", "verdict")
    columns = tuple(Column(name, say(name), 4) for name in names)
    data: list[tuple[Cell, ...]] = [
        (
            study.title(cell.scenario), row.shown.title, cell.year, cell.mean, cell.low,
            cell.high, row.shown.change_unit, say(cell.verdict),
        )
        for row in rows(study)
        for cell in row.cells
    ]  # fmt: skip
    return Table("01_headline", say("headline_title"), columns, data)


def finding(study: Study) -> Words:
    """Count the effects that are sure of their sign."""
    if not study.reforms:
        return say("no_reform", baseline=study.title(study.reference))
    first = [cell for row in rows(study) for cell in row.cells if cell.year == study.year]
    parts = counted([cell.verdict for cell in first])
    return say("headline_finding", count=len(first), year=study.year, **parts)


def counted(found: list[str]) -> dict[str, int]:
    """Count effects by how sure they are: of their sign, next to nothing, or neither."""
    sure = sum(each in {"better", "worse", "up", "down"} for each in found)
    little = sum(each in {"little", "none"} for each in found)
    return {"sure": sure, "little": little, "rest": len(found) - sure - little}


def build(study: Study) -> Item:
    """Build the item; the page draws its table itself."""
    note = say(
        "headline_note", baseline=study.title(study.reference), replicates=study.replicates
    )
    count = sum(study.has(name) for name in HEADLINE)
    alt = say("headline_alt", reforms=len(study.reforms), count=count)
    chart = Chart("headline", finding(study), note, alt, table(study))
    return Item(1, "headline", "answer", say("headline_title"), charts=(chart,))
