"""Precision (精度): how many replicates an effect needs, from the spread of a pilot.

The half-width of the 95% interval of the mean of n paired differences with standard deviation s is

    t(0.975, n - 1) * s / sqrt(n).

The number needed is the least n for which this is no more than what is wanted. The spread of a small
pilot is itself uncertain: the upper 80% bound of s, by the chi-square law, gives a careful number.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtri, stdtrit

from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import ResultError

CONFIDENCE, CAREFUL = 0.95, 0.8
LEAST, MOST = 2, 1_000_000


@dataclass(frozen=True)
class Needed:
    """What a pilot says about the replicates that a precision needs."""

    wanted: float
    pilot: int  # pairs of replicates
    spread: float  # standard deviation of the paired differences
    half_width: float  # of the pilot's interval
    replicates: int
    careful: int  # were the spread at its upper 80% bound


def half_width(spread: float, n: int) -> float:
    """Return the half-width of the 95% interval of a mean of n values."""
    return float(stdtrit(n - 1, (1 + CONFIDENCE) / 2) * spread / np.sqrt(n))


def replicates_needed(spread: float, wanted: float) -> int:
    """Return the least number of replicates whose half-width is no more than wanted."""
    if half_width(spread, LEAST) <= wanted:
        return LEAST
    low, high = LEAST, MOST
    if half_width(spread, high) > wanted:
        raise ResultError(f"+-{wanted:g} needs more than {MOST} replicates.")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if half_width(spread, middle) <= wanted else (middle, high)
    return high


def needed(differences: Floats, wanted: float) -> Needed:
    """Return the replicates that a half-width needs, from the paired differences of a pilot."""
    if not wanted > 0.0:
        raise ResultError(f"+-{wanted:g}: the precision wanted is a number above 0.")
    n = len(differences)
    if n < LEAST:
        raise ResultError(
            f"A pilot needs {LEAST} or more pairs of replicates; this one has {n}."
        )
    spread = float(np.std(differences, ddof=1))
    upper = spread * float(np.sqrt((n - 1) / chdtri(n - 1, CAREFUL)))
    return Needed(
        wanted,
        n,
        spread,
        half_width(spread, n),
        replicates_needed(spread, wanted),
        replicates_needed(upper, wanted),
    )
