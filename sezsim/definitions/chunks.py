"""Rows in chunks (分块): long tables are worked through in pieces of a fixed size, by some threads.

The size of a chunk does not depend on the number of threads. What is added up is whole numbers, or
floats in the order of the chunks; so a run leaves the same bytes however many threads there are.
"""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

Found = TypeVar("Found")
ROWS_A_CHUNK = 2**18
THREADS = "SEZSIM_THREADS"  # setting of the surroundings: threads of each process


def chunks(count: int) -> int:
    """Return the number of chunks of so many rows, one at least."""
    return max(1, -(-count // ROWS_A_CHUNK))


def each_chunk(count: int, work: Callable[[int, int, int], Found]) -> list[Found]:
    """Call work(chunk, first row, row after the last) for every chunk, in order or side by side."""
    if count <= ROWS_A_CHUNK:
        return [work(0, 0, count)]
    firsts = range(0, count, ROWS_A_CHUNK)
    lasts = [*firsts[1:], count]
    return side_by_side(
        lambda chunk: work(chunk, firsts[chunk], lasts[chunk]), range(chunks(count))
    )


def side_by_side(work: Callable[[int], Found], numbers: Iterable[int]) -> list[Found]:
    """Call work(number) for every number, in order or side by side; what they write is apart."""
    threads = int(os.environ.get(THREADS, "1"))
    if threads == 1:
        return list(map(work, numbers))
    return list(hands(threads).map(work, numbers))


@cache
def hands(threads: int) -> ThreadPoolExecutor:
    """Return the threads of this process; kernels let each other run."""
    return ThreadPoolExecutor(threads)
