"""Rows for newcomers (新增行): grown children and arrivals take the rows of the dead and departed."""

import numpy as np

from sezsim.definitions.columns import Ints
from sezsim.state.economy import Economy
from sezsim.state.workers import grow


def make_room(economy: Economy, number: int) -> Ints:
    """Return rows for newcomers: those that fell free first, then spare ones, then new ones."""
    workers = economy.workers
    kept = len(workers.free) - min(number, len(workers.free))
    reused, workers.free[kept:] = workers.free[kept:][::-1], []
    first = workers.count
    workers.count += number - len(reused)
    while workers.count > len(workers.id):
        grow(workers)
    return np.array([*reused, *range(first, workers.count)], np.int64)
