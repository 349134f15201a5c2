"""Shapley shares (沙普利分解): what each lever of a package contributes.

A lever's share is what its coming adds, on average over all orders in which the levers may come:

    share_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))

The shares add up to the whole effect of the package exactly, interactions included.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import factorial

import numpy as np
import pandas as pd

from sezsim.analysis.intervals import bootstrap
from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.errors import ResultError

Levers = frozenset[str]
COLUMNS = ("lever", "share", "low", "high")


def subsets(levers: Sequence[str]) -> list[Levers]:
    """Return all sets of levers, the empty one first and the whole package last."""
    sizes = range(len(levers) + 1)
    return [frozenset(chosen) for size in sizes for chosen in combinations(levers, size)]


def shapley_shares(values: Mapping[Levers, Floats], levers: Sequence[str]) -> Floats:
    """Return the shares (levers, ...) from the value of every set of levers.

    Raises ResultError if a set of levers has no value.
    """
    missing = [each for each in subsets(levers) if each not in values]
    if missing:
        named = " + ".join(sorted(missing[0])) or "no lever"
        raise ResultError(
            f"Shapley shares need every combination of the levers; {len(missing)} of "
            f"{2 ** len(levers)} are missing, the first of them: {named}."
        )
    return np.stack([share(values, levers, lever) for lever in levers])


def share(values: Mapping[Levers, Floats], levers: Sequence[str], lever: str) -> Floats:
    """Return the share of one lever."""
    others = [each for each in levers if each != lever]
    n = len(levers)
    total = np.zeros_like(np.asarray(values[frozenset()], float))
    for before in subsets(others):
        weight = factorial(len(before)) * factorial(n - len(before) - 1) / factorial(n)
        total += weight * (np.asarray(values[before | {lever}]) - np.asarray(values[before]))
    return total


def shapley_table(values: Mapping[Levers, Floats], levers: Sequence[str]) -> pd.DataFrame:
    """Return mean shares over replicates with their bootstrap intervals, one row per lever.

    The value of every set of levers is given replicate by replicate, in one order.
    """
    shares = shapley_shares(values, levers)

    def mean(rows: Ints) -> Floats:
        return np.asarray(shares[:, rows].mean(axis=1))

    found = bootstrap(mean, shares.shape[1])
    rows = zip(levers, *(part.tolist() for part in found), strict=True)
    return pd.DataFrame(list(rows), columns=list(COLUMNS))
