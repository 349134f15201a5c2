"""Item 11, continued: efficient moves blocked year by year, and what each side gains by those agreed."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.numbers import MINUS, plain, short
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import BLUE, GREY, axis, figure, reform_style, wrapped
from sezsim.report.wordings import joined, say

SIDES = {
    "gain_firm": "side_firm",
    "gain_origin": "side_origin",
    "gain_destination": "side_host",
}
SIDE_COLOURS = {"gain_firm": BLUE, "gain_origin": "#E69F00", "gain_destination": "#009E73"}
HUNDRED_MILLION = 1e8
TEN = 10.0  # hundred millions in a billion
HEIGHT = 300
FEW = 6  # scenarios that one sentence can name
STATISTICS = ("mean", "low95", "high95")


def runs_of(study: Study) -> pd.MultiIndex:
    """Return all runs shown, so that a run without a move counts as nothing."""
    runs = study.tables.design[["scenario", "replicate"]].drop_duplicates()
    return pd.MultiIndex.from_frame(runs[runs["scenario"].isin(study.scenarios)])


@dataclass(frozen=True)
class ByYear:
    """Efficient moves blocked in each year."""

    study: Study
    found: pd.DataFrame  # scenario, year, mean, n, low95, high95

    def line(self, scenario: str) -> list[float]:
        """Return the yearly means of a scenario."""
        rows = self.found[self.found["scenario"] == scenario].set_index("year")["mean"]
        return [float(value) for value in rows.reindex(self.study.years).fillna(0.0)]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one line per scenario."""
        traces = [
            go.Scatter(
                x=self.study.years, y=self.line(scenario), mode="lines",
                name=self.study.title(scenario).of(language),
                line={"color": colour, "dash": dash, "width": 2},
            )
            for scenario, (colour, dash) in zip(
                self.study.scenarios, line_styles(self.study), strict=True
            )
        ]  # fmt: skip
        return figure(
            traces,
            HEIGHT,
            xaxis=axis(nticks=4 if narrow else 12),
            yaxis=axis(rangemode="tozero", title={"text": say("unit_moves_year").of(language)}),
        )

    def table(self) -> Table:
        """Return the counts as data."""
        names = ("scenario", "year", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), int(row["year"]),
                *(float(row[each]) for each in STATISTICS), int(row["n"]), say("unit_moves"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("11_blocked_by_year", say("blocked_title"), columns, rows)


def named_in_words(study: Study, values: dict[str, float]) -> list[str]:
    """Return the scenarios that a sentence names: a few, or the reference and both extremes."""
    if len(values) <= FEW:
        return list(values)
    extremes = (min(values, key=values.__getitem__), max(values, key=values.__getitem__))
    return [each for each in study.scenarios if each in {study.reference, *extremes}]


def line_styles(study: Study) -> list[tuple[str, str]]:
    """Return colour and dash of each scenario: the reference grey, the others as everywhere."""
    reforms = [reform_style(place)[:2] for place in range(len(study.reforms))]
    return [(GREY, "solid"), *reforms]


def years_chart(study: Study, blocked: pd.DataFrame) -> Chart:
    """Return the chart of efficient moves blocked in each year."""
    year = blocked["month"].str[:4].astype(int).rename("year")
    counts = blocked.groupby(["scenario", "replicate", year]).size().unstack("year")
    wide = counts.reindex(index=runs_of(study), columns=study.years).fillna(0.0)
    wide.columns.name = "year"
    long = wide.melt(ignore_index=False, var_name="year").reset_index()
    shown = ByYear(study, summary(long, ["scenario", "year"]))
    means = {each: sum(shown.line(each)) / len(study.years) for each in study.scenarios}
    said = say(
        "blocked_finding",
        parts=joined(
            [
                say("blocked_each_year", name=study.title(each), moves=plain(means[each]))
                for each in named_in_words(study, means)
            ]
        ),
    )
    legend = tuple(
        Mark("line", colour, study.title(each), dash)
        for each, (colour, dash) in zip(study.scenarios, line_styles(study), strict=True)
    )
    note = say("blocked_note", n=study.replicates)
    alt = say("blocked_alt", finding=said)
    return Chart("blocked_by_year", said, note, alt, shown.table(), shown.draw, legend)


@dataclass(frozen=True)
class Gains:
    """What each side gains by the moves agreed, 10^8 yuan a run."""

    study: Study
    found: pd.DataFrame  # scenario, side, mean, n, low95, high95

    def mean(self, scenario: str, side: str) -> float:
        """Return the mean gain of a side in a scenario."""
        chosen = (self.found["scenario"] == scenario) & (self.found["side"] == side)
        return float(self.found.loc[chosen, "mean"].sum())

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per scenario; losses to the left, gains to the right."""
        parts = [
            Part(
                say(text).of(language), SIDE_COLOURS[side],
                [self.mean(scenario, side) for scenario in self.study.scenarios],
            )
            for side, text in SIDES.items()
        ]  # fmt: skip
        names = [
            wrapped(self.study.title(each).of(language), language)
            for each in self.study.scenarios
        ]
        return stacked([Panel(say("unit_gain").of(language), names, parts)], narrow=narrow)

    def finding(self) -> Words:
        """Say what the cities left gain or lose."""
        gains = {each: self.mean(each, "gain_origin") for each in self.study.scenarios}
        parts = [self.origin(each) for each in named_in_words(self.study, gains)]
        return say("gains_finding", parts=joined(parts))

    def origin(self, scenario: str) -> Words:
        """Say what the cities left gain or lose in a scenario."""
        gain = self.mean(scenario, "gain_origin")
        sign = MINUS if gain < 0 else "+"
        size = say("billions", size=Words(sign + short(gain), sign + short(gain / TEN)))
        return say("origin_change", name=self.study.title(scenario), size=size)

    def table(self) -> Table:
        """Return the gains as data."""
        names = ("scenario", "side", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), say(SIDES[str(row["side"])]),
                *(float(row[each]) for each in STATISTICS), int(row["n"]),
                say("unit_gain"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("11_transfer_gains", say("gains_title"), columns, rows)


def gains_chart(study: Study, agreed: pd.DataFrame) -> Chart:
    """Return the chart of what each side gains by the moves agreed."""
    agreed = agreed.rename(columns={"value": "gain_firm"})
    sums = agreed.groupby(["scenario", "replicate"])[list(SIDES)].sum() / HUNDRED_MILLION
    wide = sums.reindex(runs_of(study)).fillna(0.0)
    long = wide.melt(ignore_index=False, var_name="side").reset_index()
    shown = Gains(study, summary(long, ["scenario", "side"]))
    said = shown.finding()
    legend = tuple(Mark("band", SIDE_COLOURS[side], say(text)) for side, text in SIDES.items())
    note = say("gains_note", n=study.replicates)
    alt = say("gains_alt", finding=said)
    return Chart("transfer_gains", said, note, alt, shown.table(), shown.draw, legend)
