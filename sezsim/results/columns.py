"""Arrow columns made from buffers: pa.array would load pandas in every worker process."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

DIGITS = 12  # binary digits kept: three and a half decimal ones


def numbers(values: Any, kind: pa.DataType) -> pa.Array:
    """Return a column of numbers of a kind."""
    plain = np.ascontiguousarray(values, kind.to_pandas_dtype())
    return pa.Array.from_buffers(kind, len(plain), [None, pa.py_buffer(plain)])


def shortened(values: Any, digits: Any = DIGITS) -> pa.Array:
    """Return a column of numbers with so many binary digits that count; the rest are zeros.

    Digits beyond what a sample knows cannot be compressed and would fill most of a folder. The
    number of digits may differ from row to row.
    """
    fraction, exponent = np.frexp(np.asarray(values, np.float64))
    steps = np.exp2(digits)
    return numbers(np.ldexp(np.rint(fraction * steps) / steps, exponent), pa.float32())


def flags(values: Any) -> pa.Array:
    """Return a column of true and false."""
    return numbers(values, pa.uint8()).cast(pa.bool_())


def words(values: Sequence[str]) -> pa.Array:
    """Return a column of text."""
    encoded = [value.encode() for value in values]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(encoded), buffers)


def coded(codes: Any, meanings: Sequence[str], absent: str = "") -> pa.DictionaryArray:
    """Return a column of text kept as numbers, for many rows; -1 is absent."""
    where = np.asarray(codes, np.int32)
    place = numbers(np.where(where < 0, len(meanings), where), pa.int32())
    return pa.DictionaryArray.from_arrays(place, words([*meanings, absent]))


def names(codes: Any, meanings: Sequence[str], absent: str = "") -> pa.Array:
    """Return a column of text from codes; -1 is absent."""
    return coded(codes, meanings, absent).dictionary_decode()


def repeated(word: str, rows: int) -> pa.Array:
    """Return a column that says the same in every row."""
    return names(np.zeros(rows), [word])


def column(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return a column of text or numbers, as the kind asks."""
    if pa.types.is_string(kind):
        return words(values)
    return shortened(values, DIGITS) if kind == pa.float32() else numbers(values, kind)
