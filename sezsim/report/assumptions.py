"""Item 14: what was assumed, in the scenarios and in the parameters."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Table
from sezsim.report.study import Study
from sezsim.report.style import INK, axis, figure
from sezsim.report.wordings import say

GRADES = {"A": "#0072B2", "B": "#56B4E9", "C": "#E69F00", "D": "#D55E00"}
WEAK = ("C", "D")
COLUMNS = ("parameter", "meaning", "value", "low", "high", "unit", "grade", "source")


@dataclass(frozen=True)
class Grades:
    """How many parameters have which grade."""

    parameters: pd.DataFrame

    @property
    def counts(self) -> dict[str, int]:
        """Parameters by grade."""
        return {grade: int((self.parameters["grade"] == grade).sum()) for grade in GRADES}

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per grade."""
        counts = self.counts
        names = [say(f"grade_{grade}").of(language) for grade in reversed(GRADES)]
        values = [counts[grade] for grade in reversed(GRADES)]
        bars = go.Bar(
            x=values,
            y=names,
            orientation="h",
            marker={"color": [GRADES[grade] for grade in reversed(GRADES)]},
            text=[str(value) for value in values],
            textposition="outside",
            textfont={"color": INK},
            cliponaxis=False,
        )
        layout: dict[str, Any] = {
            "xaxis": axis(rangemode="tozero", nticks=4 if narrow else 8),
            "yaxis": axis(showgrid=False),
            "margin": {"l": 140, "r": 34, "t": 8, "b": 30},
            "bargap": 0.35,
        }
        return figure([bars], 190, **layout)

    def table(self) -> Table:
        """Return all parameters, the uncertain first."""
        names = {"parameter": "name"}
        ordered = self.parameters.sort_values(["grade", "name"], ascending=[False, True])
        rows = [
            tuple(cell(row, names.get(each, each)) for each in COLUMNS)
            for _, row in ordered.iterrows()
        ]
        columns = tuple(Column(each, say(each)) for each in COLUMNS)
        return Table("14_parameters", say("assumptions_title"), columns, rows)


def cell(row: pd.Series, name: str) -> Cell:
    """Return a cell; numbers as short as they are exact, meanings in both languages if known."""
    value = row[name]
    if name == "meaning" and isinstance(row.get("meaning_zh"), str):
        return Words(str(row["meaning_zh"]), str(value))
    if isinstance(value, bool | str):
        return str(value)
    return f"{float(value):g}"


def build(study: Study) -> Item:
    """Build the item."""
    title = say("assumptions_title")
    lists = tuple((study.title(name), differences(study, name)) for name in study.scenarios)
    intro = say("assumptions_intro", baseline=study.title(study.reference))
    parameters = study.tables.parameters
    if parameters is None or parameters.empty:
        return Item(14, "assumptions", "method", title, intro, lists=lists)
    grades = Grades(parameters)
    weak = sum(grades.counts[grade] for grade in WEAK)
    said = say("assumptions_finding", count=len(parameters), weak=weak)
    chart = Chart(
        "assumptions",
        said,
        say("assumptions_note"),
        say("assumptions_alt", finding=said),
        grades.table(),
        grades.draw,
    )
    return Item(14, "assumptions", "method", title, intro, (chart,), lists=lists)


def differences(study: Study, scenario: str) -> tuple[Words, ...]:
    """Return how a scenario differs from the reference, in sentences."""
    if scenario == study.reference:
        return (say("same_as_reference"),)
    return study.text(scenario).differences or (say("no_differences"),)
