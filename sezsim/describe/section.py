"""A part of the description: a title and a table of plain values."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Section:
    """A titled table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
