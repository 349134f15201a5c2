"""Horizontal bars, stacked or side by side, in the common look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sezsim.report.chart import Figure
from sezsim.report.style import INK, axis, figure, heading, long_name, name

LEFT = 170
ROWS = 15  # from which on a row is low
HIGH, LOW = 32, 21  # pixels of a row
TOP, LINE = 44, 16  # pixels above a panel, and of a line of its heading


@dataclass(frozen=True)
class Part:
    """One part of every bar: its name, its colour, its length and what is written in it."""

    title: str
    colour: str
    values: Sequence[float]
    texts: Sequence[str] = ()


@dataclass(frozen=True)
class Panel:
    """Some bars below each other, with a heading and the names of the rows."""

    title: str
    rows: Sequence[str]
    parts: Sequence[Part]


def stacked(panels: Sequence[Panel], *, narrow: bool, left: int = LEFT, **more: Any) -> Figure:
    """Draw panels of stacked bars, side by side or, on a narrow page, below each other."""
    layout: dict[str, Any] = {"annotations": [], "barmode": "relative", "bargap": 0.3}
    count = len(panels)
    widths = [1.0 / count] * count
    traces: list[Any] = []
    rows = max(len(panel.rows) for panel in panels)
    for i, panel in enumerate(panels):
        low, gap = i / count, 0.04 if count > 1 and not narrow else 0.0
        x = (0.0, 1.0) if narrow else (low + (gap if i else 0.0), low + widths[i])
        y = above(i, count) if narrow else (0.0, 1.0)
        shown = narrow or i == 0
        layout["annotations"].append(heading(f"<b>{panel.title}</b>", x[0], y[1]))
        layout[long_name("x", i + 1)] = axis(
            domain=x, anchor=name("y", i + 1), nticks=5, **more
        )
        layout[long_name("y", i + 1)] = axis(
            domain=y,
            anchor=name("x", i + 1),
            tickvals=list(range(len(panel.rows))),
            ticktext=list(panel.rows),
            range=(len(panel.rows) - 0.4, -0.6),
            showgrid=False,
            zeroline=False,
            showticklabels=shown,
            automargin=False,
        )
        traces += [bar(panel, part, i + 1) for part in panel.parts]
    height = (rows * (LOW if rows > ROWS else HIGH) + 80) * (count if narrow else 1)
    lines = 1 + max(panel.title.count("<br>") for panel in panels)
    top = max(TOP, 12 + LINE * lines)
    layout["margin"] = {"l": left, "r": 16, "t": top, "b": 32}
    return figure(traces, height + (top - TOP) * (count if narrow else 1), **layout)


def above(place: int, count: int) -> tuple[float, float]:
    """Return the lower and upper end of a panel in a column of panels."""
    low = (count - place - 1) / count
    return (low + (0.12 / count if place < count - 1 else 0.0), (count - place) / count)


def bar(panel: Panel, part: Part, number: int) -> Any:
    """Draw one part of all bars of a panel."""
    return go.Bar(
        x=list(part.values),
        y=list(range(len(panel.rows))),
        orientation="h",
        marker={"color": part.colour},
        text=list(part.texts) or None,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": INK, "size": 11},
        name=part.title,
        xaxis=name("x", number),
        yaxis=name("y", number),
    )
