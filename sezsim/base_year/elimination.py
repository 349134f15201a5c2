"""Elimination (消元法): linear equations are solved to the same bits on every machine's threads.

A library for linear algebra divides its work by the threads that it finds, and the last bits of a
solution follow; the opening would then differ between a process of its own and a worker. The
opening solves one system of 152 equations, which a plain loop does in a few milliseconds.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled


@compiled
def solved(system: Floats, right: Floats) -> Floats:
    """Solve system @ x = right by elimination with partial pivoting; the arguments are kept."""
    rows, found = system.copy(), right.copy()
    size = len(found)
    for k in range(size):
        pivot = k + int(np.argmax(np.abs(rows[k:, k])))
        for j in range(k, size):
            rows[k, j], rows[pivot, j] = rows[pivot, j], rows[k, j]
        found[k], found[pivot] = found[pivot], found[k]
        for i in range(k + 1, size):
            factor = rows[i, k] / rows[k, k]
            for j in range(k, size):
                rows[i, j] -= factor * rows[k, j]
            found[i] -= factor * found[k]
    for k in range(size - 1, -1, -1):
        for j in range(k + 1, size):
            found[k] -= rows[k, j] * found[j]
        found[k] /= rows[k, k]
    return found
