"""The cities on a map: bubbles at projected coordinates (plotly's own maps need the network)."""

from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report import plan_places
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.measures import measure
from sezsim.report.numbers import scaled_digits, signed
from sezsim.report.sentences import listed_titles, signs_among
from sezsim.report.statistics import levels
from sezsim.report.study import Study
from sezsim.report.style import (
    BLUE,
    GREY,
    VERMILION,
    axis,
    domains,
    figure,
    heading,
    see_through,
)
from sezsim.report.wordings import joined, place, say

PLACES = {  # longitude, latitude, side of the label
    "shenyang": (123.43, 41.80, "middle left"),
    "anshan": (122.98, 41.10, "middle left"),
    "fushun": (123.93, 41.81, "middle right"),
    "benxi": (123.77, 41.27, "middle right"),
    "yingkou": (122.28, 40.65, "middle right"),
    "fuxin": (121.67, 42.02, "top center"),
    "liaoyang": (123.16, 41.25, "top center"),
    "tieling": (123.83, 42.28, "top center"),
}
MIDDLE = 41.4  # degrees north
LARGEST = (46.0, 32.0)  # pixels on a wide and on a narrow page
EAST = (121.2, 124.65)
NORTH = (40.4, 42.7)
COLOURS = {"down": VERMILION, "up": BLUE, "unclear": GREY}
STATISTICS = ("mean", "low95", "high95")


@dataclass(frozen=True)
class CityMap:
    """What the map shows."""

    study: Study
    effects: pd.DataFrame
    jobs: dict[str, float]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one map per reform, side by side or one below the other."""
        reforms = self.study.reforms
        across = 1 if narrow else min(len(reforms), 2)
        down = -(-len(reforms) // across)
        x, y = domains(across, 0.04), list(reversed(domains(down, 0.08)))
        layout: dict[str, Any] = {
            "annotations": [],
            "margin": {"l": 2, "r": 2, "t": 34, "b": 6},
        }
        traces: list[Any] = []
        for i, reform in enumerate(reforms):
            row, column = divmod(i, across)
            number = str(i + 1) if i else ""
            text = f"<b>{self.study.title(reform).of(language)}</b>"
            layout["annotations"].append(heading(text, x[column][0], y[row][1]))
            frame = {"showgrid": False, "zeroline": False, "showticklabels": False,
                     "mirror": True, "linecolor": "#dde3e9", "showline": True}  # fmt: skip
            layout[f"xaxis{number}"] = axis(
                domain=x[column], anchor=f"y{number}", range=eastings(EAST), **frame
            )
            layout[f"yaxis{number}"] = axis(
                domain=y[row],
                anchor=f"x{number}",
                range=NORTH,
                scaleanchor=f"x{number}",
                **frame,
            )
            traces += plan_places.traces(positions(), number, language)
            traces.append(self.bubbles(reform, number, language, LARGEST[narrow]))
        return figure(traces, (330 if narrow else 400) * down, **layout)

    def bubbles(self, reform: str, number: str, language: Language, largest: float) -> Any:
        """Draw one bubble per city, with its name and its change."""
        rows = self.effects[self.effects["scenario"] == reform]
        rows = rows[rows["city"].isin(PLACES)]
        digits = scaled_digits(*rows["mean"])
        places = [PLACES[city] for city in rows["city"]]
        most = max(self.jobs.values(), default=1.0)
        colours = [COLOURS[sign] for sign in signs_among(rows, len(self.study.cities))]
        return go.Scatter(
            x=eastings([east for east, *_ in places]),
            y=[north for _, north, _ in places],
            text=[
                f"{place(str(row['city'])).of(language)}<br>{signed(float(row['mean']), digits)}%"
                for _, row in rows.iterrows()
            ],
            textposition=[side for *_, side in places],
            textfont={"size": 12},
            mode="markers+text",
            cliponaxis=False,
            marker={
                "size": [largest * sqrt(self.jobs[city] / most) for city in rows["city"]],
                "color": [see_through(each, 0.75) for each in colours],
                "line": {"color": colours, "width": 1.5},
            },
            hoverinfo="text",
            xaxis=f"x{number}",
            yaxis=f"y{number}",
        )

    def signs(self) -> list[str]:
        """Return the sign of every row of the table, judged among the cities of its reform."""
        found = {
            index: sign
            for _, rows in self.effects.groupby("scenario")
            for index, sign in zip(
                rows.index, signs_among(rows, len(self.study.cities)), strict=True
            )
        }
        return [found[index] for index in self.effects.index]

    def table(self) -> Table:
        """Return what the map shows as data."""
        columns = (
            Column("scenario", say("scenario")),
            Column("city", say("city")),
            Column("year", say("year")),
            Column("baseline_level", say("baseline_level"), 0),
            *(Column(each, say(each)) for each in STATISTICS),
            Column("unit", say("unit")),
            Column("verdict", say("verdict")),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), place(str(row["city"])),
                int(row["year"]), self.jobs[str(row["city"])],
                *(float(row[each]) for each in STATISTICS), say("unit_percent"),
                say(sign),
            )
            for (_, row), sign in zip(self.effects.iterrows(), self.signs(), strict=True)
        ]  # fmt: skip
        return Table("05_map", measure("employed").title, columns, rows)


def positions() -> dict[str, tuple[float, float]]:
    """Return where each city lies on the drawing."""
    return {city: (eastings([east])[0], north) for city, (east, north, _) in PLACES.items()}


def eastings(longitudes: Any) -> list[float]:
    """Project longitudes so that a degree is as long as one of latitude."""
    return [round(longitude * cos(radians(MIDDLE)), 4) for longitude in longitudes]


def finding(study: Study, effects: pd.DataFrame) -> Words:
    """Name the cities that surely lose and gain under every reform."""
    parts = joined([where(study, reform, effects) for reform in study.reforms])
    return say("in_year", year=study.year, text=parts)


def where(study: Study, reform: str, effects: pd.DataFrame) -> Words:
    """Name the cities that surely lose and gain under one reform."""
    rows = effects[effects["scenario"] == reform].sort_values(
        "mean", key=lambda mean: -mean.abs()
    )
    found = list(zip(rows["city"], signs_among(rows, len(study.cities)), strict=True))
    parts = []
    for sign in ("down", "up"):
        named = [place(str(city)) for city, own in found if own == sign]
        if named:
            parts.append(say(f"map_{sign}_in", cities=listed_titles(named)))
    said = joined(parts, zh="，", en=", ") if parts else say("map_nowhere")
    return say("map_finding", name=study.title(reform), parts=said)


def map_chart(study: Study, effects: pd.DataFrame) -> Chart:
    """Make the chart of the first turning year."""
    chosen = effects[effects["year"] == study.year]
    values = levels(study.means, measure("employed"))[study.reference].unstack("replicate")
    jobs = {city: float(values.loc[(city, study.year)].mean()) for city in study.cities}
    drawn = CityMap(study, chosen, jobs)
    said = finding(study, chosen)
    legend = (
        Mark("dot", VERMILION, say("map_down")),
        Mark("dot", BLUE, say("map_up")),
        Mark("dot", GREY, say("map_unclear")),
        *plan_places.legend(),
    )
    return Chart(
        "map",
        said,
        say("map_note", year=study.year, replicates=study.replicates),
        say("map_alt", year=study.year, finding=said),
        drawn.table(),
        drawn.draw,
        legend,
    )
