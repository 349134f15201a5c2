"""Item 13: the model against data, what it was fitted to and what it was not."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Chart, Column, Figure, Item, Mark, Table
from sezsim.report.data_by_city import shares_chart
from sezsim.report.fans import line
from sezsim.report.measures import measure
from sezsim.report.numbers import plain
from sezsim.report.sentences import short_title
from sezsim.report.statistics import spread
from sezsim.report.study import Study
from sezsim.report.style import (
    BLUE,
    INK,
    axis,
    band,
    domains,
    figure,
    heading,
    long_name,
    name,
    see_through,
    two_lines,
)
from sezsim.report.tables import FITTED
from sezsim.report.wordings import place, say

SHADE = 0.18
MARGIN = {"l": 66, "r": 16, "t": 46, "b": 30}
COLUMNS = (
    "indicator", "city", "year", "data", "model", "deviation", "unit", "use", "source", "grade",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """What the charts of model and data show."""

    study: Study
    scenario: str
    points: pd.DataFrame  # indicator, city, year, data, model, deviation, use, source, grade

    @property
    def names(self) -> list[str]:
        """The indicators for which the zone has data."""
        zone = self.points[self.points["city"] == ZONE]
        return list(dict.fromkeys(zone["indicator"]))

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one panel per indicator."""
        across = 1 if narrow else min(3, len(self.names))
        down = -(-len(self.names) // across)
        x = domains(across, 0.12)
        y = list(reversed(domains(down, 0.36 / down if narrow else 0.26)))
        layout: dict[str, Any] = {"annotations": [], "margin": MARGIN}
        traces: list[Any] = []
        for i, indicator in enumerate(self.names):
            row, column = divmod(i, across)
            shown = measure(indicator)
            text = two_lines(short_title(shown), shown.unit, language)
            layout["annotations"].append(heading(text, x[column][0], y[row][1]))
            layout[long_name("x", i + 1)] = axis(
                domain=x[column], anchor=name("y", i + 1), dtick=5, tickformat="d"
            )
            layout[long_name("y", i + 1)] = axis(
                domain=y[row], anchor=name("x", i + 1), nticks=5, tickformat=",", zeroline=False
            )
            traces += self.panel(indicator, i + 1, language)
        return figure(traces, (220 if narrow else 240) * down + 30, **layout)

    def panel(self, indicator: str, number: int, language: Language) -> list[Any]:
        """Draw the model as a line with its band, and the data as dots."""
        axes = {"xaxis": name("x", number), "yaxis": name("y", number)}
        values = self.study.levels(measure(indicator))
        chosen = (values["scenario"] == self.scenario) & (values["city"] == ZONE)
        rows = spread(values[chosen])
        years, low, high = (list(rows[key]) for key in ("year", "low95", "high95"))
        points = self.points
        points = points[(points["indicator"] == indicator) & (points["city"] == ZONE)]
        fills = [INK if use == FITTED else "#ffffff" for use in points["use"]]
        dots = go.Scatter(
            x=list(points["year"]),
            y=list(points["data"]),
            mode="markers",
            marker={"color": fills, "size": 8, "line": {"color": INK, "width": 1.6}},
            name=say("data").of(language),
            **axes,
        )
        shade = see_through(BLUE, SHADE)
        title = self.study.title(self.scenario).of(language)
        drawn = line(rows, title, BLUE, "solid", **axes)
        return [band(years, low, high, shade, **axes), drawn, dots]

    def table(self) -> Table:
        """Return all figures with the model's values beside them."""
        columns = tuple(Column(each, say(each), 2) for each in COLUMNS)
        rows = [
            (
                measure(str(row["indicator"])).title, place(str(row["city"])), int(row["year"]),
                float(row["data"]), float(row["model"]), float(row["deviation"]),
                measure(str(row["indicator"])).unit, use_in_words(str(row["use"])),
                str(row["source"]), str(row["grade"]),
            )
            for _, row in self.points.iterrows()
        ]  # fmt: skip
        return Table("13_model_against_data", say("data_title"), columns, rows)

    def finding(self) -> Words:
        """Say how far the model is from data it was fitted to, and from others."""
        size = self.points["deviation"].abs()
        used = self.points["use"] == FITTED
        parts = {
            "used": int(used.sum()),
            "fitted": plain(float(size[used].mean()), 1),
            "held": int((~used).sum()),
            "free": plain(float(size[~used].mean()), 1),
        }
        return say("data_finding" if parts["held"] else "data_finding_fit", **parts)


def use_in_words(use: str) -> Words:
    """Say whether a figure was used for fitting."""
    return say("use_fit" if use == FITTED else "use_held_out")


def compare(study: Study, scenario: str) -> pd.DataFrame:
    """Put the mean of the model beside every observed figure."""
    parts = []
    assert study.history is not None  # noqa: S101 - build() looks first
    for indicator in dict.fromkeys(study.history["indicator"]):
        if study.has(indicator):
            values = study.levels(measure(indicator))
            mean = (
                values[values["scenario"] == scenario].groupby(["city", "year"])["value"].mean()
            )
            for city in (ZONE, *study.cities):
                rows = study.observed(indicator, city).rename(columns={"value": "data"})
                model = [float(mean.get((city, year), float("nan"))) for year in rows["year"]]
                parts.append(rows.assign(model=model))
    table = pd.concat(parts, ignore_index=True).dropna(subset=["model", "data"])
    return table.assign(deviation=100.0 * (table["model"] / table["data"] - 1.0))


def build(study: Study) -> Item:
    """Build the item; history is compared if it was run, else the reference."""
    title = say("data_title")
    if study.history is None or not any(study.has(each) for each in study.history["indicator"]):
        return Item(13, "data", "robustness", title, left_out=say("data_none"))
    scenario = "history" if "history" in study.scenarios else study.reference
    comparison = Comparison(study, scenario, compare(study, scenario))
    if comparison.points.empty:
        return Item(13, "data", "robustness", title, left_out=say("data_none"))
    name_of = study.title(scenario)
    missing = Words("", "") if scenario == "history" else say("data_not_history")
    said = comparison.finding()
    chart = Chart(
        "data",
        said,
        say("data_note", name=name_of, replicates=study.replicates),
        say("data_alt", finding=said),
        comparison.table(),
        comparison.draw,
        legend(name_of),
    )
    intro = say("data_intro", name=name_of, history=missing)
    charts = (chart, *shares_chart(study, comparison.points))
    return Item(13, "data", "robustness", title, intro, charts)


def legend(model: Words) -> tuple[Mark, ...]:
    """Explain line and dots."""
    return (
        Mark("line", BLUE, model),
        Mark("dot", INK, say("use_fit")),
        Mark("ring", INK, say("use_held_out")),
    )
