"""Factors (因素) of a sensitivity study: what is varied, between which bounds.

A study draws points in the unit cube; a factor turns one coordinate into its value. The replicate
is one more factor, so that the part of the spread that is chance alone, the noise floor, stands in
the same table as everything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sezsim.definitions.columns import Floats

REPLICATE = "replicate"


@dataclass(frozen=True)
class Factor:
    """A quantity that is varied: evenly between two bounds, or over listed values."""

    name: str
    low: float = 0.0
    high: float = 1.0
    values: tuple[float | str, ...] = ()

    def at(self, place: float) -> float | str:
        """Return the value at a place between 0 and 1."""
        if self.values:
            return self.values[min(int(place * len(self.values)), len(self.values) - 1)]
        return self.low + place * (self.high - self.low)


def replicate_factor(replicates: int) -> Factor:
    """Return the replicate as a factor."""
    return Factor(REPLICATE, values=tuple(float(i) for i in range(1, replicates + 1)))


def at_points(factors: Sequence[Factor], points: Floats) -> list[dict[str, float | str]]:
    """Return the values of all factors at points of the unit cube (points, factors)."""
    return [
        {factor.name: factor.at(float(x)) for factor, x in zip(factors, point, strict=True)}
        for point in np.asarray(points)
    ]
