"""Queues (排队): who comes first among many, group by group, without sorting those who never come up.

    bin = lot / (1 + lot) times the number of bins, which grows with the number of those in line

Lots are none or more, and have no upper end. Few fall into one bin, so that only neighbours there
are put in order, and bins that nobody asks for are left as they are.
"""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled, uint64

IN_A_BIN = 16  # in line for each bin of every group
FEWEST = 64  # bins of a group
THIRD = 3  # each step within a bin is a third of that before (Shell 1959, Knuth)


@compiled
def in_order(lots: Floats, groups: Ints, wanted: Ints) -> Ints:
    """List those of each group who come first, as many as are wanted, in the order of their lots.

    Group comes after group; groups are numbered from 0, and wanted has a number for each.
    """
    bins = FEWEST + len(lots) // IN_A_BIN
    own, begin = sort_into_bins(lots, groups, bins, len(wanted) * bins)
    line, lot = put_down(lots, own, begin)
    order, number = np.empty(len(lots), np.int64), 0
    for group in range(len(wanted)):
        first, end = begin[group * bins], begin[(group + 1) * bins]
        last = min(first + wanted[group], end)
        one = group * bins
        while begin[one] < last:
            order_bin(begin[one], begin[one + 1], lot, line)
            one += 1
        order[number : number + last - first] = line[first:last]
        number += last - first
    return order[:number]


@compiled
def sort_into_bins(lots: Floats, groups: Ints, bins: int, number: int) -> tuple[Ints, Ints]:
    """Return the bin of each in line, and where each bin begins when they stand by bins."""
    own, begin = np.empty(len(lots), np.int64), np.zeros(number + 1, np.int64)
    for person in range(len(lots)):
        k = uint64(person)
        one = int(lots[k] / (1.0 + lots[k]) * bins)
        own[k] = int(groups[k]) * bins + min(one, bins - 1)
        begin[uint64(own[k] + 1)] += 1
    for one in range(number):
        begin[one + 1] += begin[one]
    return own, begin


@compiled
def put_down(lots: Floats, own: Ints, begin: Ints) -> tuple[Ints, Floats]:
    """Put everybody down by bins; return who stands where, and their lots."""
    at, line, lot = begin.copy(), np.empty(len(lots), np.int64), np.empty(len(lots))
    for person in range(len(lots)):
        k = uint64(person)
        place = uint64(at[uint64(own[k])])
        line[place], lot[place] = person, lots[k]
        at[uint64(own[k])] += 1
    return line, lot


@compiled
def order_bin(first: int, end: int, lot: Floats, line: Ints) -> None:
    """Put those of a bin in the order of their lots; where many share one, far steps come first."""
    step = 1
    while THIRD * step < end - first:
        step = THIRD * step + 1
    while step > 0:
        for k in range(first + step, end):
            mine, who, place = lot[k], line[k], k
            while place - step >= first and lot[place - step] > mine:
                lot[place], line[place] = lot[place - step], line[place - step]
                place -= step
            lot[place], line[place] = mine, who
        step //= THIRD
