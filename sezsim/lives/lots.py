"""Lots (抽签): lists the rows to whose lot something may happen, many lots side by side."""

import numpy as np

from sezsim.definitions.columns import Ids, Ints
from sezsim.definitions.compiled import Key, compiled_rows, uint64
from sezsim.randomness import whole_lot

STRIDE = 512  # rows whose marks stay at hand; a multiple of those in a word
IN_WORD = 8  # marks looked at in one glance


@compiled_rows
def list_lots(
    key: Key, first: int, last: int, person: Ids, low: Key, high: Key, rows: Ints
) -> int:
    """List rows from first on whose lot lies below low or not below high; return the end."""
    end, marks = first, np.zeros(STRIDE, np.bool_)
    words = marks.view(np.uint64)
    for start in range(first, last, STRIDE):
        number = min(STRIDE, last - start)
        ids = person[start : start + number]
        for k in range(number):
            lot = whole_lot(key, ids[uint64(k)])
            marks[uint64(k)] = (lot < low) | (lot >= high)
        marks[number:] = False
        for word in range(STRIDE // IN_WORD):
            if words[word] != 0:
                for k in range(word * IN_WORD, (word + 1) * IN_WORD):
                    rows[end] = start + k
                    end += int(marks[k])
    return end
