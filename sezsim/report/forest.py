"""Item 4: effects by city with their intervals (forest plot)."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.measures import Measure, measure
from sezsim.report.sentences import city_rows, short_title, signs_among
from sezsim.report.study import Study
from sezsim.report.style import (
    axis,
    domains,
    figure,
    heading,
    long_name,
    name,
    reform_style,
    two_lines,
)
from sezsim.report.wordings import capital, joined, place, say

SHOWN = ("gdp_real", "employed", "unemployment_rate")
STATISTICS = ("mean", "low95", "high95")
APART = 0.7  # of a row, for all reforms together
LEFT = 74
ROWS_HIGH, DOT_HIGH = 330, 13  # pixels: all rows at least, and each dot


@dataclass(frozen=True)
class Forest:
    """What the forest plot shows."""

    study: Study
    names: tuple[str, ...]

    @property
    def places(self) -> list[str]:
        """Cities from above to below, the zone last."""
        return [*self.study.cities, ZONE]

    def effects(self, indicator: str) -> pd.DataFrame:
        """Return effects of the first turning year; employment in per cent."""
        relative = True if indicator == "employed" else None
        table = self.study.effects(indicator, relative=relative)
        return table[table["year"] == self.study.year]

    def unit(self, shown: Measure) -> Words:
        """Return the unit of the panel of an indicator."""
        return say("unit_percent") if shown.name == "employed" else shown.change_unit

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one panel per indicator, side by side or one above the other."""
        count = len(self.names)
        x = [(0, 1)] * count if narrow else domains(count, 0.05)
        y = list(reversed(domains(count, 0.12))) if narrow else [(0, 1)] * count
        rows = {city: len(self.places) - 1 - i for i, city in enumerate(self.places)}
        layout: dict[str, Any] = {
            "annotations": [],
            "margin": {"l": LEFT, "r": 14, "t": 46, "b": 34},
        }
        traces: list[Any] = []
        for i, indicator in enumerate(self.names):
            shown = measure(indicator)
            text = two_lines(short_title(shown), self.unit(shown), language)
            layout["annotations"].append(heading(text, x[i][0], y[i][1]))
            layout[long_name("x", i + 1)] = axis(domain=x[i], anchor=name("y", i + 1), nticks=6)
            layout[long_name("y", i + 1)] = axis(
                domain=y[i],
                anchor=name("x", i + 1),
                tickvals=list(rows.values()),
                ticktext=[capital(place(city)).of(language) for city in rows],
                range=(-0.6, len(rows) - 0.4),
                showticklabels=narrow or i == 0,
                zeroline=False,
            )
            traces += self.dots(indicator, i + 1, rows, language)
        height = max(ROWS_HIGH, len(rows) * len(self.study.reforms) * DOT_HIGH)
        return figure(traces, (height + 80) * (count if narrow else 1), **layout)

    def dots(
        self, indicator: str, panel: int, rows: dict[str, int], language: Language
    ) -> list[Any]:
        """Draw one dot with its interval per city and reform."""
        reforms = self.study.reforms
        table = self.effects(indicator)
        traces = []
        for i, reform in enumerate(reforms):
            colour, _, symbol = reform_style(i)
            shift = APART * (0.5 - (i + 0.5) / len(reforms))
            chosen = table[(table["scenario"] == reform) & table["city"].isin(rows)]
            traces.append(
                go.Scatter(
                    x=list(chosen["mean"]),
                    y=[rows[city] + shift for city in chosen["city"]],
                    error_x={
                        "array": list((chosen["high95"] - chosen["mean"]).fillna(0.0)),
                        "color": colour,
                        "thickness": 1.8,
                        "width": 3,
                    },
                    mode="markers",
                    marker={"color": colour, "symbol": symbol, "size": 8},
                    name=self.study.title(reform).of(language),
                    xaxis=name("x", panel),
                    yaxis=name("y", panel),
                )
            )
        return traces

    def table(self) -> Table:
        """Return all effects by city as data."""
        columns = (
            Column("scenario", say("scenario")),
            Column("indicator", say("indicator")),
            Column("city", say("city")),
            Column("year", say("year")),
            *(Column(each, say(each)) for each in STATISTICS),
            Column("n", say("n")),
            Column("unit", say("unit")),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), measure(indicator).title,
                place(str(row["city"])), int(row["year"]),
                *(float(row[each]) for each in STATISTICS), int(row["n"]),
                self.unit(measure(indicator)),
            )
            for indicator in self.names
            for _, row in self.effects(indicator).iterrows()
        ]  # fmt: skip
        return Table("04_effects_by_city", say("forest_title"), columns, rows)

    def legend(self) -> tuple[Mark, ...]:
        """Explain the colours and symbols."""
        return tuple(
            Mark(reform_style(i)[2], reform_style(i)[0], self.study.title(reform))
            for i, reform in enumerate(self.study.reforms)
        )


def finding(study: Study, forest: Forest) -> Words:
    """Say in how many cities each reform surely costs or adds jobs."""
    table = city_rows(
        forest.effects(forest.names[0] if "employed" not in forest.names else "employed")
    )
    parts = []
    for reform in study.reforms:
        found = signs_among(table[table["scenario"] == reform], len(study.cities))
        down, up = found.count("down"), found.count("up")
        kind = {(True, True): "both", (True, False): "down", (False, True): "up"}
        parts.append(
            say(
                f"forest_{kind.get((down > 0, up > 0), 'none')}",
                name=study.title(reform),
                cities=len(study.cities),
                down=down,
                up=up,
            )
        )
    return say("in_year", year=study.year, text=joined(parts))


def build(study: Study) -> Item:
    """Build the item."""
    names = tuple(each for each in SHOWN if study.has(each))
    title = say("forest_title")
    if not names or not study.reforms or not study.cities:
        return Item(4, "forest", "evidence", title, left_out=say("cities_none"))
    forest = Forest(study, names)
    said = finding(study, forest)
    chart = Chart(
        "forest",
        said,
        say("forest_note", year=study.year, replicates=study.replicates),
        say("forest_alt", year=study.year, finding=said),
        forest.table(),
        forest.draw,
        forest.legend(),
    )
    return Item(4, "forest", "evidence", title, charts=(chart,))
