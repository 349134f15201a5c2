"""Points (抽样点) at which a sweep is run: places in the unit cube, one coordinate a factor.

A grid takes every combination of evenly spaced or listed values; a Latin hypercube and a Sobol
sequence fill the cube evenly; a list takes the first values of all factors together, then the
second ones; on_off takes every combination of levers switched on and off.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from scipy.stats import qmc

from sezsim.analysis.factors import Factor
from sezsim.definitions.columns import Floats

Values = dict[str, float | str]


def grid_values(factors: Sequence[Factor], points: int) -> list[Values]:
    """Return every combination: listed values, or so many evenly spaced ones between the bounds."""
    each = [list(factor.values) or spaced(factor, points) for factor in factors]
    names = [factor.name for factor in factors]
    return [dict(zip(names, chosen, strict=True)) for chosen in product(*each)]


def spaced(factor: Factor, points: int) -> list[float | str]:
    """Return evenly spaced values of a factor, both bounds among them."""
    return [float(x) for x in np.linspace(factor.low, factor.high, points)]


def listed_values(factors: Sequence[Factor]) -> list[Values]:
    """Return the listed values of all factors, side by side; all lists are of one length."""
    names = [factor.name for factor in factors]
    rows = zip(*(factor.values for factor in factors), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def latin_points(factors: int, points: int, seed: int) -> Floats:
    """Return a Latin hypercube (points, factors): each factor is spread evenly by itself."""
    drawn = qmc.LatinHypercube(factors, rng=np.random.default_rng(seed)).random(points)
    return np.asarray(drawn)


def filling_points(factors: int, points: int, seed: int) -> Floats:
    """Return the first points of a scrambled Sobol sequence (points, factors)."""
    drawn = qmc.Sobol(factors, rng=np.random.default_rng(seed)).random(points)
    return np.asarray(drawn)
