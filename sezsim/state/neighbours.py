"""Neighbours (邻行): the nearest living rows of the same city, who inherit and care for orphans."""

from sezsim.definitions.columns import Flags, Ints
from sezsim.definitions.compiled import compiled


@compiled
def nearest(row: int, count: int, alive: Flags, city: Ints) -> int:
    """Find the nearest living row of the same city, the row itself where there is none."""
    for step in range(1, count):
        for other in (row + step, row - step):
            if 0 <= other < count and alive[other] and city[other] == city[row]:
                return other
    return row


@compiled
def nearest_with_room(row: int, count: int, alive: Flags, city: Ints, child_two: Ints) -> int:
    """Find the nearest living row of the same city that has room for a child."""
    for step in range(1, count):
        for other in (row + step, row - step):
            here = 0 <= other < count and alive[other] and city[other] == city[row]
            if here and child_two[other] < 0:
                return other
    return row
