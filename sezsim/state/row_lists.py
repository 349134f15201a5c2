"""Room for lists of rows (行列表): what a process lists in a month and forgets at its end.

The room is kept from month to month: fresh memory costs a page fault per page, and at one row a
person that is a tenth of a run. Lists are written from the front; what stands behind their end is
left over from another process and means nothing.
"""

from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.columns import Floats, Ints

SPARE = 8  # a list grows by an eighth more than is asked, so that it need not grow every month


def nothing(kind: type) -> Ints:
    """Return an empty list."""
    return np.empty(0, kind)


@dataclass
class RowLists:
    """Two lists of rows, with a lot and a place for each row of the first."""

    rows: Ints = field(default_factory=lambda: nothing(np.int32))
    others: Ints = field(default_factory=lambda: nothing(np.int32))
    lots: Floats = field(default_factory=lambda: nothing(np.float64))
    places: Ints = field(default_factory=lambda: nothing(np.int8))

    def of(self, count: int) -> "RowLists":
        """Return the lists with room for so many rows; what stands in them means nothing."""
        if len(self.rows) < count:
            room = count + count // SPARE
            self.rows, self.others = np.empty(room, np.int32), np.empty(room, np.int32)
            self.lots, self.places = np.empty(room), np.empty(room, np.int8)
        return self
