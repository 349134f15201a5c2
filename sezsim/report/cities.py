"""Item 5: the eight cities over time, and the cities on a map."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.city_map import map_chart
from sezsim.report.fans import line
from sezsim.report.numbers import decimals, rounded, signed
from sezsim.report.sentences import city_rows
from sezsim.report.statistics import sure_among
from sezsim.report.study import Study
from sezsim.report.style import (
    axis,
    band,
    domains,
    figure,
    heading,
    long_name,
    name,
    reform_style,
    see_through,
)
from sezsim.report.wordings import joined, place, say

JOBS = "employed"
STATISTICS = ("mean", "low95", "high95")
SHADE = 0.18


@dataclass(frozen=True)
class Multiples:
    """What the small multiples show."""

    study: Study
    effects: pd.DataFrame

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one panel per city on a common scale, four or two in a row."""
        across = 2 if narrow else 4
        down = -(-len(self.study.cities) // across)
        x, y = (
            domains(across, 0.15 if narrow else 0.06),
            list(reversed(domains(down, 0.1 if narrow else 0.2))),
        )
        values = self.effects[["mean", "low95", "high95"]]
        low, high = min(float(values.min().min()), 0.0), max(float(values.max().max()), 0.0)
        edge = 0.06 * (high - low) or 1.0
        layout: dict[str, Any] = {"annotations": []}
        traces: list[Any] = []
        for i, city in enumerate(self.study.cities):
            row, column = divmod(i, across)
            text = f"<b>{place(city).of(language)}</b>"
            layout["annotations"].append(heading(text, x[column][0], y[row][1], yshift=2))
            layout[long_name("x", i + 1)] = axis(
                domain=x[column], anchor=name("y", i + 1), tickvals=self.ticks, tickformat="d"
            )
            layout[long_name("y", i + 1)] = axis(
                domain=y[row],
                anchor=name("x", i + 1),
                range=(low - edge, high + edge),
                nticks=5,
                showticklabels=column == 0,
                ticksuffix="%",
            )
            traces += self.panel(city, i + 1, language)
        return figure(traces, 175 * down if narrow else 210 * down, **layout)

    @property
    def ticks(self) -> list[int]:
        """The years that are written below a panel."""
        return [year for year in self.study.years if year % 5 == 0] or self.study.years[:1]

    def panel(self, city: str, number: int, language: Language) -> list[Any]:
        """Draw the reforms in one city."""
        axes = {"xaxis": name("x", number), "yaxis": name("y", number)}
        traces: list[Any] = []
        for i, reform in enumerate(self.study.reforms):
            colour, dash, _ = reform_style(i)
            chosen = (self.effects["city"] == city) & (self.effects["scenario"] == reform)
            rows = self.effects[chosen]
            if not rows["low95"].isna().all():
                shade = see_through(colour, SHADE)
                years, low, high = (list(rows[key]) for key in ("year", "low95", "high95"))
                traces.append(band(years, low, high, shade, **axes))
            traces.append(
                line(rows, self.study.title(reform).of(language), colour, dash, **axes)
            )
        return traces

    def table(self) -> Table:
        """Return effects by city and year as data."""
        columns = (
            Column("scenario", say("scenario")),
            Column("city", say("city")),
            Column("year", say("year")),
            *(Column(each, say(each)) for each in STATISTICS),
            Column("n", say("n")),
            Column("unit", say("unit")),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), place(str(row["city"])),
                int(row["year"]), *(float(row[each]) for each in STATISTICS), int(row["n"]),
                say("unit_percent"),
            )
            for _, row in self.effects.iterrows()
        ]  # fmt: skip
        return Table("05_cities", say("cities_title"), columns, rows)

    def legend(self) -> tuple[Mark, ...]:
        """Explain the lines."""
        return tuple(
            Mark("line", reform_style(i)[0], self.study.title(reform), reform_style(i)[1])
            for i, reform in enumerate(self.study.reforms)
        )


def finding(study: Study, effects: pd.DataFrame) -> Words:
    """Say for every reform where and when employment moves most."""
    parts = []
    for reform in study.reforms:
        rows = effects[effects["scenario"] == reform]
        sure = sure_among(rows, len(study.cities))
        if sure.empty:
            parts.append(say("cities_finding_none", name=study.title(reform)))
            continue
        peak = sure.loc[sure["mean"].abs().idxmax()]
        size = rounded(float(peak["mean"]))
        parts.append(
            say(
                "cities_finding",
                name=study.title(reform),
                city=place(str(peak["city"])),
                year=int(peak["year"]),
                size=f"{signed(size, decimals(size))}%",
            )
        )
    return joined(parts)


def build(study: Study) -> Item:
    """Build the item."""
    title = say("cities_title")
    if not study.has(JOBS) or not study.reforms or not study.cities:
        return Item(5, "cities", "evidence", title, left_out=say("cities_none"))
    effects = city_rows(study.effects(JOBS, relative=True))
    multiples = Multiples(study, effects)
    said = finding(study, effects)
    chart = Chart(
        "cities",
        said,
        say("cities_note", replicates=study.replicates),
        say("cities_alt", finding=said),
        multiples.table(),
        multiples.draw,
        multiples.legend(),
    )
    return Item(5, "cities", "evidence", title, charts=(chart, map_chart(study, effects)))
