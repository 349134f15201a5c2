"""Sums (求和) of a few numbers in compiled loops, in the order in which numpy adds them up.

Eight partial sums run side by side; the order decides the last bit, and so whether a loop may take
the place of a line of numpy without moving a result.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled

SIDE_BY_SIDE = 8
MOST = 128  # numbers beyond which numpy would halve them first


@compiled
def total(values: Floats) -> float:
    """Add up at most 128 numbers that lie side by side."""
    count, done, added = len(values), 0, 0.0
    if count >= SIDE_BY_SIDE:
        done = count - count % SIDE_BY_SIDE
        r = np.zeros(SIDE_BY_SIDE)
        for i in range(done):
            r[i % SIDE_BY_SIDE] += values[i]
        added = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
    for i in range(done, count):
        added += values[i]
    return added


@compiled
def totals(values: Floats) -> Floats:
    """Add up each row of a table."""
    added = np.empty(len(values))
    for row in range(len(values)):
        added[row] = total(values[row])
    return added
