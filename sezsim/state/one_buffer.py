"""One buffer (共用缓冲): a table of many small arrays that are set anew together in one stroke."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from sezsim.definitions.columns import Floats


@dataclass
class OneBuffer:
    """A dataclass of arrays of numbers that lie in one buffer; a copy has a buffer of its own."""

    def __post_init__(self) -> None:
        """Lay all arrays into one buffer."""
        arrays = {each.name: getattr(self, each.name) for each in fields(self)}
        self.buffer: Floats = np.concatenate([np.ravel(array) for array in arrays.values()])
        place = 0
        for name, array in arrays.items():
            setattr(self, name, self.buffer[place : place + array.size].reshape(array.shape))
            place += array.size

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle by the arrays alone, so that the copy lays them out anew."""
        return type(self), tuple(getattr(self, each.name) for each in fields(self))
