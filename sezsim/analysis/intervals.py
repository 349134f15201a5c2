"""Bootstrap intervals (自助法区间): how far an estimate moves when its own sample is drawn again."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints

DRAWS = 200
CONFIDENCE = 0.95
SEED = 2010


class Estimate(NamedTuple):
    """An estimate and the ends of its interval; all of one shape."""

    value: Floats
    low: Floats
    high: Floats


def bootstrap(
    estimator: Callable[[Ints], Floats], size: int, draws: int = DRAWS, seed: int = SEED
) -> Estimate:
    """Estimate from all of a sample of some size, and from samples of it drawn with return.

    The estimator is given the places in the sample that it may use, one per observation.
    """
    chance = np.random.default_rng(seed)
    again = np.stack([estimator(chance.integers(0, size, size)) for _ in range(draws)])
    tail = 50.0 * (1.0 - CONFIDENCE)
    low, high = np.percentile(again, [tail, 100.0 - tail], axis=0)
    return Estimate(estimator(np.arange(size)), low, high)
