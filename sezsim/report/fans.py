"""Item 3: paths of the main indicators against the baseline, with intervals, targets and data."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.measures import LEVELS, TARGET_YEAR, Measure, measure
from sezsim.report.sentences import changes_in_words
from sezsim.report.statistics import INTERVALS, spread
from sezsim.report.study import HEADLINE, Study
from sezsim.report.style import (
    GREY,
    INK,
    VERMILION,
    axis,
    band,
    domains,
    figure,
    heading,
    reform_style,
    see_through,
    two_lines,
)
from sezsim.report.wordings import say

SHADES = {95: 0.13, 80: 0.22}
STATISTICS = ("mean", "low80", "high80", "low95", "high95")


@dataclass(frozen=True)
class Fan:
    """What one fan chart shows."""

    study: Study
    shown: Measure
    levels: pd.DataFrame
    effects: pd.DataFrame
    observed: pd.DataFrame

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw levels and changes, side by side or one above the other."""
        down, across = domains(2, 0.2), domains(2, 0.1)
        x = [(0, 1), (0, 1)] if narrow else across
        y = [down[1], down[0]] if narrow else [(0, 1), (0, 1)]
        titles = (
            two_lines(say("fan_level"), self.shown.unit, language),
            two_lines(say("fan_change"), self.shown.change_unit, language),
        )
        ticks = {"dtick": 2, "tickformat": "d", "hoverformat": "d"}
        layout = {
            "xaxis": axis(domain=x[0], anchor="y", **ticks),
            "yaxis": axis(domain=y[0], anchor="x", tickformat=",", zeroline=False),
            "xaxis2": axis(domain=x[1], anchor="y2", **ticks),
            "yaxis2": axis(domain=y[1], anchor="x2", tickformat=","),
            "annotations": [heading(titles[i], x[i][0], y[i][1]) for i in (0, 1)],
            "margin": {"l": 58, "r": 16, "t": 46, "b": 30},
        }
        traces = [*self.level_traces(language), *self.change_traces(language)]
        return figure(traces, 560 if narrow else 320, **layout)

    def level_traces(self, language: Language) -> list[Any]:
        """Draw the baseline as a fan, the reforms as lines, the target and the data."""
        base = self.rows(self.levels, self.study.reference)
        years = list(base["year"])
        traces = fan(base, GREY, "x", "y")
        traces.append(
            line(base, self.study.title(self.study.reference).of(language), INK, "solid")
        )
        for i, reform in enumerate(self.study.reforms):
            colour, dash, _ = reform_style(i)
            rows = self.rows(self.levels, reform)
            traces.append(line(rows, self.study.title(reform).of(language), colour, dash))
        if self.shown.name in LEVELS:
            target = LEVELS[self.shown.name]
            traces.append(
                go.Scatter(
                    x=[years[0], TARGET_YEAR],
                    y=[target, target],
                    mode="lines+markers",
                    line={"color": VERMILION, "width": 1.5, "dash": "dash"},
                    marker={"symbol": ["line-ew", "star"], "size": [1, 11], "color": VERMILION},
                    name=say("target").of(language),
                )
            )
        if not self.observed.empty:
            traces.append(
                go.Scatter(
                    x=list(self.observed["year"]),
                    y=list(self.observed["value"]),
                    mode="markers",
                    marker={
                        "color": "#ffffff",
                        "size": 8,
                        "line": {"color": INK, "width": 1.6},
                    },
                    name=say("legend_observed").of(language),
                )
            )
        return traces

    def change_traces(self, language: Language) -> list[Any]:
        """Draw the mean paired difference of every reform with its intervals."""
        traces: list[Any] = []
        for i, reform in enumerate(self.study.reforms):
            colour, dash, _ = reform_style(i)
            rows = self.rows(self.effects, reform)
            traces += fan(rows, colour, "x2", "y2")
            title = self.study.title(reform).of(language)
            traces.append(line(rows, title, colour, dash, xaxis="x2", yaxis="y2"))
        return traces

    @staticmethod
    def rows(table: pd.DataFrame, scenario: str) -> pd.DataFrame:
        """Return the rows of a scenario."""
        return table[table["scenario"] == scenario]

    def legend(self) -> tuple[Mark, ...]:
        """Explain lines, bands and dots."""
        study = self.study
        marks = [Mark("line", INK, study.title(study.reference))]
        for i, reform in enumerate(study.reforms):
            colour, dash, _ = reform_style(i)
            marks.append(Mark("line", colour, study.title(reform), dash))
        if self.shown.name in LEVELS:
            value = f"{LEVELS[self.shown.name]:g}"
            text = say("legend_target", year=TARGET_YEAR, value=value)
            marks.append(Mark("rule", VERMILION, text, "dash"))
        if not self.observed.empty:
            marks.append(Mark("ring", INK, say("legend_observed")))
        return tuple(marks)

    def table(self) -> Table:
        """Return levels and changes, one row per scenario and year."""
        digits = self.shown.digits + 2
        columns = (
            Column("quantity", say("quantity")),
            Column("scenario", say("scenario")),
            Column("year", say("year")),
            *(Column(name, say(name), digits) for name in STATISTICS),
            Column("n", say("n")),
            Column("unit", say("unit")),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                say(kind), self.study.title(str(row["scenario"])), int(row["year"]),
                *(float(row[name]) for name in STATISTICS), int(row["n"]), unit,
            )
            for kind, table, unit in (
                ("level", self.levels, self.shown.unit),
                ("change", self.effects, self.shown.change_unit),
            )
            for _, row in table.iterrows()
        ]  # fmt: skip
        return Table(f"03_fan_{self.shown.name}", self.shown.title, columns, rows)


def fan(rows: pd.DataFrame, colour: str, xaxis: str, yaxis: str) -> list[Any]:
    """Draw the bands of 95% and 80%; nothing if there is only one replicate."""
    if rows.empty or rows["low95"].isna().all():
        return []
    years = list(rows["year"])
    return [
        band(
            years,
            list(rows[f"low{share}"]),
            list(rows[f"high{share}"]),
            see_through(colour, SHADES[share]),
            xaxis=xaxis,
            yaxis=yaxis,
        )
        for share in reversed(INTERVALS)
    ]


def line(rows: pd.DataFrame, name: str, colour: str, dash: str, **more: Any) -> Any:
    """Draw the mean."""
    return go.Scatter(
        x=list(rows["year"]),
        y=list(rows["mean"]),
        mode="lines",
        line={"color": colour, "width": 2.4, "dash": dash},
        name=name,
        **more,
    )


def make_fan(study: Study, name: str) -> Fan:
    """Gather what one fan chart shows."""
    shown = measure(name)
    zone = study.levels(shown)
    levels = spread(zone[zone["city"] == ZONE])
    effects = study.effects(name)
    return Fan(
        study, shown, levels, effects[effects["city"] == ZONE], study.observed(name, ZONE)
    )


def make_chart(study: Study, name: str) -> Chart:
    """Make the chart of one indicator."""
    drawn = make_fan(study, name)
    finding = changes_in_words(study, name)
    alt = say(
        "fans_alt",
        indicator=drawn.shown.title,
        first=study.years[0],
        last=study.years[-1],
        finding=finding,
    )
    note = say(
        "fans_note",
        unit=drawn.shown.unit,
        change=drawn.shown.change_unit,
        replicates=study.replicates,
    )
    return Chart(f"fan_{name}", finding, note, alt, drawn.table(), drawn.draw, drawn.legend())


def build(study: Study) -> Item:
    """Build the item."""
    charts = tuple(make_chart(study, name) for name in HEADLINE if study.has(name))
    title, intro = say("fans_title"), say("fans_intro")
    return Item(3, "fans", "evidence", title, intro, charts)
