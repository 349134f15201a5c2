"""The look of all charts: colours safe for the colour-blind (Okabe-Ito), fonts, axes, panels."""

import textwrap
from collections.abc import Sequence
from typing import Any, Literal

import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words

INK, GREY, FAINT = "#1f2933", "#5f6b7a", "#e3e7ec"
BLUE, VERMILION, GREEN = "#0072B2", "#D55E00", "#009E73"
REFORM_COLOURS = (GREEN, "#E69F00", "#CC79A7", "#56B4E9", BLUE, VERMILION)
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
Symbol = Literal["circle", "square", "diamond", "triangle-up", "cross", "x"]
SYMBOLS: tuple[Symbol, ...] = ("circle", "square", "diamond", "triangle-up", "cross", "x")
FONTS = (
    '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", '
    '"WenQuanYi Micro Hei", "Segoe UI", "Helvetica Neue", Arial, sans-serif'
)
LETTERS: dict[Language, int] = {"zh": 12, "en": 23}  # in a line of a name
SLACK = 3
TOP, BOTTOM, SIDE, RIGHT = 34, 34, 56, 14


def reform_style(place: int) -> tuple[str, str, Symbol]:
    """Return colour, dash and symbol of the reform in a place of the list."""
    n = len(REFORM_COLOURS)
    return REFORM_COLOURS[place % n], DASHES[place % n], SYMBOLS[place % n]


def see_through(colour: str, opacity: float) -> str:
    """Return a colour as rgba with an opacity."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def figure(traces: Sequence[Any], height: int, **layout: Any) -> dict[str, Any]:
    """Return a figure in the common look as plain data, ready to be written as JSON."""
    made = go.Figure(data=list(traces))
    made.update_layout(
        height=height,
        margin={"l": SIDE, "r": RIGHT, "t": TOP, "b": BOTTOM},
        font={"family": FONTS, "size": 12, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        separators=".,",
    )
    made.update_layout(**layout)
    drawn: dict[str, Any] = made.to_plotly_json()
    drawn["layout"].pop("template", None)
    return drawn


def axis(**more: Any) -> dict[str, Any]:
    """Return an axis in the common look."""
    return {
        "gridcolor": FAINT,
        "zerolinecolor": "#9aa5b1",
        "linecolor": "#9aa5b1",
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        **more,
    }


def name(letter: str, number: int) -> str:
    """Return the name of an axis: x, x2, x3, ..."""
    return letter if number == 1 else f"{letter}{number}"


def long_name(letter: str, number: int) -> str:
    """Return the name of an axis in the layout: xaxis, xaxis2, ..."""
    return f"{letter}axis" if number == 1 else f"{letter}axis{number}"


def heading(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """Return a heading at the upper left corner of a panel."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 5,
        "align": "left",
        "showarrow": False,
        "font": {"size": 13, "color": INK},
        **more,
    }


def two_lines(title: Words, unit: Words, language: Language) -> str:
    """Return the heading of a panel: what is shown, and its unit in small grey below."""
    small = f'<span style="font-size:11px;color:{GREY}">{unit.of(language)}</span>'
    return f"{title.of(language)}<br>{small}"


def wrapped(text: str, language: Language) -> str:
    """Break a long name into lines of about the same length."""
    letters = LETTERS[language]
    lines = max(1, -(-len(text) // letters))
    return "<br>".join(textwrap.wrap(text, -(-len(text) // lines) + (lines > 1) * SLACK))


def domains(parts: int, gap: float) -> list[tuple[float, float]]:
    """Return equal parts of the line from 0 to 1 with gaps between them."""
    width = (1.0 - gap * (parts - 1)) / parts
    return [
        (round(i * (width + gap), 4), round(i * (width + gap) + width, 4)) for i in range(parts)
    ]


def band(
    x: Sequence[int], low: Sequence[float], high: Sequence[float], colour: str, **more: Any
) -> Any:
    """Return a filled band between two lines."""
    return go.Scatter(
        x=[*x, *reversed(x)],
        y=[*high, *reversed(low)],
        fill="toself",
        fillcolor=colour,
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        **more,
    )
