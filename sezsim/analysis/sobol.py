"""Sobol indices (索博尔指数): which part of an outcome's variance each factor carries.

With two independent samples A and B of n points, and A_i equal to A but for column i from B
(Saltelli 2010 for the first order, Jansen 1999 for the total):

    first_i = mean f(B) (f(A_i) - f(A)) / V        alone, on average over all others
    total_i = mean (f(A) - f(A_i))^2 / 2 V         with all its interactions

All outcomes are done at once. Intervals draw the n points again.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import qmc

from sezsim.analysis.intervals import Estimate, bootstrap
from sezsim.definitions.columns import Floats, Ints

COLUMNS = (
    "outcome", "factor", "first", "first_low", "first_high", "total", "total_low", "total_high",
)  # fmt: skip


class Indices(NamedTuple):
    """First-order and total indices (factors, outcomes) with their intervals."""

    first: Estimate
    total: Estimate


def sobol_points(factors: int, points: int, seed: int) -> Floats:
    """Return points (points * (factors + 2), factors) of the unit cube: A, B, A_1, A_2, ...

    The number of points should be a power of two, as the sequence is balanced only there.
    """
    drawn = qmc.Sobol(2 * factors, rng=np.random.default_rng(seed)).random(points)
    a, b = drawn[:, :factors], drawn[:, factors:]
    mixed = []
    for factor in range(factors):
        each = a.copy()
        each[:, factor] = b[:, factor]
        mixed.append(each)
    return np.concatenate([a, b, *mixed])


def sobol_indices(outcomes: Floats, factors: int) -> Indices:
    """Return the indices from outcomes (points * (factors + 2), outcomes) in the order of points.

    An outcome that never changes has no indices (NaN). A point at which an outcome is missing
    (NaN) in any of its versions is left out for this outcome.
    """
    blocks = np.asarray(outcomes, float).reshape(factors + 2, -1, outcomes.shape[1])
    missing = np.isnan(blocks).any(axis=0)
    blocks = np.where(missing, np.nan, blocks)
    centred = blocks - mean_of_known(blocks[:2].reshape(-1, blocks.shape[2]))

    def both(rows: Ints) -> Floats:
        return np.stack(estimated(centred[:, rows]))

    found = bootstrap(both, blocks.shape[1])
    first, total = (Estimate(*(part[i] for part in found)) for i in range(2))
    return Indices(first, total)


def estimated(blocks: Floats) -> tuple[Floats, Floats]:
    """Estimate first-order and total indices (factors, outcomes) from centred blocks."""
    a, b, mixed = blocks[0], blocks[1], blocks[2:]
    sample = np.concatenate([a, b])
    spread = mean_of_known((sample - mean_of_known(sample)) ** 2)
    variance = np.where(spread > 0, spread, np.nan)
    first = mean_of_known((b * (mixed - a)).swapaxes(0, 1)) / variance
    total = mean_of_known(((a - mixed) ** 2).swapaxes(0, 1)) / (2.0 * variance)
    return first, total


def mean_of_known(values: Floats) -> Floats:
    """Average over the first axis without what is missing; NaN where nothing is known."""
    known = ~np.isnan(values)
    count = known.sum(axis=0)
    return np.where(known, values, 0.0).sum(axis=0) / np.where(count > 0, count, np.nan)


def sobol_table(
    outcomes: Floats, factor_names: Sequence[str], outcome_names: Sequence[str]
) -> pd.DataFrame:
    """Return the indices as a table, one row per outcome and factor."""
    found = sobol_indices(outcomes, len(factor_names))
    rows = [
        (outcome, factor, *(float(part[i, o]) for kind in found for part in kind))
        for o, outcome in enumerate(outcome_names)
        for i, factor in enumerate(factor_names)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
