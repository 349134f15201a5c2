"""Names for the kinds of columns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.signedinteger[Any]]
Ids = NDArray[np.uint64]
Money = NDArray[np.int64]
Flags = NDArray[np.bool_]
