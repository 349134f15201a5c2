"""What a chart and an item of the report consist of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sezsim.definitions.wording import Language, Words
from sezsim.report.style import Symbol

Cell = str | int | float | Words
Figure = dict[str, Any]
Section = Literal["answer", "evidence", "robustness", "method"]
SECTIONS: tuple[Section, ...] = ("answer", "evidence", "robustness", "method")


@dataclass(frozen=True)
class Column:
    """A column of a table: its name in the CSV file, its heading, and its decimals."""

    name: str
    title: Words
    digits: int = 3


@dataclass(frozen=True)
class Table:
    """The data of a chart."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Mark:
    """An entry of the legend: how it looks and what it means."""

    look: Literal["line", "band", "dot", "ring", "rule"] | Symbol
    colour: str
    text: Words
    dash: str = "solid"


@dataclass(frozen=True)
class Chart:
    """A chart: its finding as title, how it is drawn, its note, its table and its alt text."""

    key: str
    finding: Words
    note: Words
    alt: Words
    table: Table
    draw: Callable[[Language, bool], Figure] | None = None  # language, narrow page
    legend: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Item:
    """An item of the report; one without charts and text says why it is left out."""

    number: int
    key: str
    section: Section
    title: Words
    intro: Words = Words("", "")
    charts: tuple[Chart, ...] = ()
    paragraphs: tuple[Words, ...] = ()
    lists: tuple[tuple[Words, tuple[Words, ...]], ...] = ()  # heading and entries
    code: str = ""
    left_out: Words | None = None
