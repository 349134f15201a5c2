"""How the world outside behaves in a scenario: a path, and factors on some of its series.

A factor is one number for all months, or a table of months and factors joined by straight lines
of the logarithm; before the first and after the last month it stays what it is there.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sezsim.definitions.calendar import FIRST_MONTH, Month
from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.definitions.likely import intention
from sezsim.outside import OutsidePath

PATHS = ("history", "trend", "still")
BY_INDUSTRY = ("price", "demand", "productivity")
WHOLE = ("nominal", "loan_rate", "minimum_wage")
SERIES = (
    *BY_INDUSTRY,
    *WHOLE,
    *(f"{name}.{industry}" for name in BY_INDUSTRY for industry in INDUSTRY_NAMES),
)
LEAST, MOST = 0.1, 10.0


@dataclass(frozen=True)
class Change:
    """A factor on a series of the outside, met in some months."""

    series: str
    points: tuple[tuple[Month, float], ...]

    def factors(self, months: int) -> Floats:
        """Return the factor of every month."""
        met = [month.number for month, _ in self.points]
        logs = [math.log(factor) for _, factor in self.points]
        return np.exp(np.interp(np.arange(months), met, logs))

    def as_text(self) -> float | dict[str, float]:
        """Return the change as a scenario file writes it."""
        if len(self.points) == 1:
            return self.points[0][1]
        return {str(month): factor for month, factor in self.points}


@dataclass(frozen=True)
class OutsideChoice:
    """The path of the outside and the changes made to it."""

    path: str = PATHS[0]
    changes: tuple[Change, ...] = ()

    def applied(self, path: OutsidePath) -> OutsidePath:
        """Return a path with all changes made."""
        for change in self.changes:
            name, _, industry = change.series.partition(".")
            series = getattr(path, name).copy()
            chosen = series[:, INDUSTRY_NAMES.index(industry)] if industry else series
            chosen *= change.factors(len(series)).reshape(-1, *[1] * (chosen.ndim - 1))
            path = replace(path, **{name: series})
        return path

    def as_text(self) -> dict[str, Any]:
        """Return the choice as a scenario file writes it."""
        changes = {change.series: change.as_text() for change in self.changes}
        return {"path": self.path, **({"changes": changes} if changes else {})}


def read_path(value: Any) -> str:
    """Read the name of a path."""
    if value not in PATHS:
        raise ScenarioError(
            f"outside.path = {value!r} is no path. {intention(str(value), PATHS)}"
        )
    return str(value)


def read_change(series: str, value: Any) -> Change:
    """Read the change of a series; raise ScenarioError with all problems."""
    if series not in SERIES:
        raise ScenarioError(
            f"There is no series of the outside called '{series}'. {intention(series, SERIES)}"
        )
    table = value if isinstance(value, dict) else {str(FIRST_MONTH): value}
    problems = [*problems_of(series, table)]
    if problems:
        raise ScenarioError(*problems)
    points = sorted((Month.read(month), float(factor)) for month, factor in table.items())
    return Change(series, tuple(points))


def problems_of(series: str, table: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for every month or factor that is not admitted."""
    if not table:
        yield f"outside.changes.{series} is empty; write a factor or {{2012-01: 1.0}}."
    for month, factor in table.items():
        try:
            Month.read(month)
        except ScenarioError as error:
            yield f"outside.changes.{series}: {error}"
        if isinstance(factor, bool) or not isinstance(factor, int | float):
            yield f"outside.changes.{series} = {factor!r} is not a factor; write a number."
        elif not LEAST <= factor <= MOST:
            yield (
                f"outside.changes.{series} = {factor} lies outside [{LEAST}, {MOST}] "
                "(factor on the series)."
            )
