"""What is costly to build and the same in every process, kept in the cache folder as plain arrays.

A file carries the hash of all that determines it in its name and the hash of its content in its
first line; it is written aside and renamed. Processes map it copy-on-write, so that its pages are
shared until one writes. A damaged file is built anew, and said so; a folder that cannot be
written to only costs the time to build.
"""

import hashlib
import json
import mmap
import os
import pickle
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sezsim.definitions.compiled import cache_root
from sezsim.definitions.surroundings import surroundings

Thing = TypeVar("Thing")
EDGE = 64  # bytes to which every array is aligned, a line of the processor's cache
DIGEST = 64  # letters of the hash in the first line
LARGEST = 2**28  # bytes of a file; beyond, writing and checking would cost as much as building
FILES = 32  # of each kind; the oldest give way


def kept(kind: str, determined: Mapping[str, Any], build: Callable[[], Thing]) -> Thing:
    """Return what was built before for exactly this, or build it and keep it."""
    path = place(kind, determined)
    if path.is_file():
        try:
            return opened(path)
        except (OSError, ValueError) as error:
            sys.stderr.write(
                f"{path} is damaged ({error}); it is built anew. 缓存文件已损坏，正在重建。\n"
            )
    built = build()
    with suppress(OSError):
        keep(path, built)
    return built


def place(kind: str, determined: Mapping[str, Any]) -> Path:
    """Name the file by the hash of what determines it."""
    text = json.dumps({**determined, **surroundings()}, sort_keys=True)
    return cache_root() / kind / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.arrays"


def keep(path: Path, thing: object) -> None:
    """Write the arrays of something one after the other, and what holds them together last."""
    arrays: list[pickle.PickleBuffer] = []
    frame = pickle.dumps(thing, protocol=5, buffer_callback=arrays.append)
    pieces = [memoryview(array.raw()) for array in arrays]
    sizes = [len(piece) for piece in pieces]
    if sum(sizes) > LARGEST:
        return
    start = aligned(DIGEST + 1)
    content = bytearray(aligned(start + sum(map(aligned, sizes))))
    for size, piece in zip(sizes, pieces, strict=True):
        content[start : start + size] = piece
        start = aligned(start + size)
    table = json.dumps(sizes).encode()
    content += frame + table + b"%16d%16d" % (len(frame), len(table))
    content[:DIGEST] = hashlib.sha256(content[DIGEST:]).hexdigest().encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    forget_oldest(path.parent)


def opened(path: Path) -> Any:
    """Map a file and put together what it holds; raise ValueError if it is not whole."""
    with path.open("rb") as file:
        content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY))
    if hashlib.sha256(content[DIGEST:]).hexdigest().encode() != bytes(content[:DIGEST]):
        raise ValueError("its content is not what was written")
    frame, table = int(bytes(content[-32:-16])), int(bytes(content[-16:]))
    end = len(content) - 32
    sizes = json.loads(bytes(content[end - table : end]))
    arrays, start = [], aligned(DIGEST + 1)
    for size in sizes:
        arrays.append(content[start : start + size])
        start = aligned(start + size)
    # the hash has shown that this is what keep() wrote
    return pickle.loads(content[end - table - frame : end - table], buffers=arrays)  # noqa: S301


def aligned(place: int) -> int:
    """Return the next place at which an array may begin."""
    return -(-place // EDGE) * EDGE


def forget_oldest(folder: Path) -> None:
    """Delete the files beyond the number that is kept."""
    files = sorted(folder.glob("*.arrays"), key=lambda path: path.stat().st_mtime)
    for path in files[:-FILES]:
        path.unlink(missing_ok=True)
