"""Lots (抽签): lists the rows to whose lot something may happen, many lots side by side."""

import numpy as np

from sezsim.definitions.columns import Flags, Ids, Ints
from sezsim.definitions.compiled import Key, compiled_rows, uint64
from sezsim.randomness import whole_lot

STRIDE = 512  # rows whose marks stay at hand; a multiple of those in a word
IN_WORD = 8  # marks looked at in one glance
# Whole numbers of 64 bits that 3 divides become the lowest third of all when they are multiplied
# by the inverse of 3; the others do not.
INVERSE, THIRD = np.uint64(0xAAAAAAAAAAAAAAAB), np.uint64(0x5555555555555555)


@compiled_rows
def list_lots(
    key: Key, first: int, last: int, person: Ids, low: Key, high: Key, rows: Ints
) -> int:
    """List rows from first on whose lot lies below low or not below high; return the end."""
    end, marks = first, np.zeros(STRIDE, np.bool_)
    for start in range(first, last, STRIDE):
        number = min(STRIDE, last - start)
        ids = person[start : start + number]
        for k in range(number):
            lot = whole_lot(key, ids[uint64(k)])
            marks[uint64(k)] = (lot < low) | (lot >= high)
        marks[number:] = False
        end = add_marked(marks, start, rows, end)
    return end


@compiled_rows
def list_turn(
    key: Key, first: int, last: int, person: Ids, turn: Key, low: Key, rows: Ints
) -> int:
    """List rows from first on whose turn among three it is and whose lot lies below low.

    Turn is what is left of an id divided by three. A row too many may be listed, never one too few.
    """
    end, marks = first, np.zeros(STRIDE, np.bool_)
    for start in range(first, last, STRIDE):
        number = min(STRIDE, last - start)
        ids = person[start : start + number]
        for k in range(number):
            one = ids[uint64(k)]
            in_turn = (one - turn) * INVERSE <= THIRD
            marks[uint64(k)] = in_turn & (whole_lot(key, one) < low)
        marks[number:] = False
        end = add_marked(marks, start, rows, end)
    return end


@compiled_rows
def add_marked(marks: Flags, start: int, rows: Ints, end: int) -> int:
    """Add the rows that are marked, the first of which is start, to a list; return its end."""
    words = marks.view(np.uint64)
    for word in range(STRIDE // IN_WORD):
        if words[word] != 0:
            for k in range(word * IN_WORD, (word + 1) * IN_WORD):
                rows[end] = start + k
                end += int(marks[k])
    return end
