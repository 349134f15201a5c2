"""Names for the kinds of columns.

A name says what a column holds, not how wide it is: numpy's own types change width with every sum.
"""

from typing import Any

from numpy.typing import NDArray

Floats = NDArray[Any]
Ints = NDArray[Any]
Ids = NDArray[Any]
Money = NDArray[Any]
Flags = NDArray[Any]
