"""Figures as JSON: arrays that several figures share are written once."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

SHARED = 6  # entries from which on an array is worth sharing
DIGITS = 5  # that count in a drawn number


class Pool:
    """All long arrays of the page, each once."""

    def __init__(self) -> None:
        """Begin without arrays."""
        self.arrays: list[list[Any]] = []
        self.places: dict[str, int] = {}

    def pack(self, value: Any) -> Any:
        """Return a value with its long arrays replaced by their places in the pool."""
        if isinstance(value, dict):
            return {key: self.pack(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            plain = [self.pack(inner) for inner in value]
            return self.share(plain) if len(plain) >= SHARED else plain
        return shortened(value)

    def share(self, array: list[Any]) -> dict[str, int]:
        """Put an array into the pool and return its place."""
        key = json.dumps(array)
        if key not in self.places:
            self.places[key] = len(self.arrays)
            self.arrays.append(array)
        return {"$": self.places[key]}


def shortened(value: Any) -> Any:
    """Return a number with the digits that count, and anything else as JSON can hold it."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    number = float(value)
    if number != number:  # noqa: PLR0124 - NaN, which JSON does not know
        return None
    if number == int(number) and abs(number) < 10**DIGITS:
        return int(number)
    return float(f"{number:.{DIGITS}g}")


def as_json(value: Any) -> str:
    """Write JSON that may stand inside a script of a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )


def packed(figures: Iterable[tuple[str, Any]]) -> str:
    """Return figures by name and the arrays they share as one JSON text."""
    pool = Pool()
    drawn = {name: pool.pack(figure) for name, figure in figures}
    return as_json({"arrays": pool.arrays, "figures": drawn})
