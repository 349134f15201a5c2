"""Where results are kept: named pieces in a folder or in memory, each whole or absent."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from shutil import disk_usage
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from sezsim.definitions.errors import ResultError

FEW_VALUES, MIXED = ("unemployed",), ("person",)  # columns that compress better otherwise
COMPRESSION = 4  # of 11: beyond it, time grows and size shrinks little


class Store(Protocol):
    """A place for named pieces; a name is a path such as panel/baseline-0001-ab12.parquet."""

    @property
    def place(self) -> str:
        """Say where the pieces are, for messages."""

    def write(self, name: str, content: bytes) -> None:
        """Keep a piece; it appears whole or not at all."""

    def read(self, name: str) -> bytes:
        """Return a piece; raise ResultError if it is not there."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of all pieces in a subfolder, sorted."""

    def has(self, name: str) -> bool:
        """Tell whether a piece is there."""


@dataclass(frozen=True)
class FolderStore:
    """Pieces as files below a folder, written aside and then renamed."""

    folder: Path

    @property
    def place(self) -> str:
        """Name the folder."""
        return str(self.folder)

    def write(self, name: str, content: bytes) -> None:
        """Write a file aside, then give it its name."""
        path = self.folder / name
        aside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(content)
            aside.replace(path)
        except OSError as error:
            with suppress(OSError):
                aside.unlink()
            raise ResultError(
                f"{path} cannot be written: {error.strerror}. What is there stays; when there is "
                "room, go on with --resume."
            ) from error

    def read(self, name: str) -> bytes:
        """Read a file."""
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise ResultError(f"{name} of {self.folder} is missing.") from error

    def names(self, folder: str) -> tuple[str, ...]:
        """List the files of a subfolder, without those still being written."""
        found = sorted((self.folder / folder).glob("[!.]*"))
        return tuple(f"{folder}/{path.name}" for path in found)

    def tidy(self) -> None:
        """Delete what a process that was killed left half written."""
        for path in self.folder.rglob(".*.part"):
            path.unlink(missing_ok=True)

    def refuse_without_room(self, needed: int) -> None:
        """Raise ResultError where the disk has less room than so many bytes."""
        place = self.folder
        while not place.exists():
            place = place.parent
        free = disk_usage(place).free
        if free < needed:
            raise ResultError(
                f"{self.folder} needs about {needed / 1e6:.0f} MB and the disk has "
                f"{free / 1e6:.0f} MB left; nothing was begun."
            )

    def has(self, name: str) -> bool:
        """Tell whether the file exists."""
        return (self.folder / name).is_file()


@dataclass(frozen=True)
class MemoryStore:
    """Pieces in a dictionary."""

    pieces: dict[str, bytes] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Name the memory."""
        return "the result in memory"

    def write(self, name: str, content: bytes) -> None:
        """Keep a piece."""
        self.pieces[name] = content

    def read(self, name: str) -> bytes:
        """Return a piece."""
        if name not in self.pieces:
            raise ResultError(f"{name} of {self.place} is missing.")
        return self.pieces[name]

    def names(self, folder: str) -> tuple[str, ...]:
        """List the pieces of a subfolder."""
        return tuple(sorted(name for name in self.pieces if name.startswith(f"{folder}/")))

    def has(self, name: str) -> bool:
        """Tell whether a piece is kept."""
        return name in self.pieces


def encode(table: pa.Table) -> bytes:
    """Turn a table into Parquet: dictionaries for keys, split bytes for floats, checksums.

    A dictionary on a float column would silently switch the splitting off. The ids of persons are
    all different bytes and are left as they are; the months of a year without work take few values.
    Brotli codes the first and the last bytes of the numbers by tables of their own.
    Bounds of columns are left out: a part holds one run, and whoever reads a part reads all of it.
    """
    floating = [column.name for column in table.schema if pa.types.is_floating(column.type)]
    floats = [name for name in floating if name not in FEW_VALUES]
    keys = [name for name in table.column_names if name not in floats and name not in MIXED]
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(
        sink,
        table.schema,
        compression="brotli",
        compression_level=COMPRESSION,
        use_dictionary=keys,
        use_byte_stream_split=floats,
        write_statistics=False,
        write_page_checksum=True,
        store_schema=False,
    ) as writer:
        writer.write_table(table)
        if table.schema.metadata:
            writer.add_key_value_metadata(table.schema.metadata)
    return bytes(sink.getvalue())


def decode(store: Store, name: str, coded: Sequence[str] = ()) -> pa.Table:
    """Read a table of a store; raise ResultError naming the piece if it is damaged.

    Columns of text named in ``coded`` come as numbers with a dictionary.
    """
    content = store.read(name)
    try:
        return pq.read_table(
            pa.BufferReader(content),
            read_dictionary=list(coded) or None,
            page_checksum_verification=True,
            use_threads=False,  # a part is small, and every core has a process
        )
    except (OSError, ValueError, KeyError) as error:
        raise ResultError(
            f"{name} of {store.place} is damaged; delete it and run again with --resume."
        ) from error


def is_readable(store: Store, name: str) -> bool:
    """Tell whether a table is there and whole; say so where it is damaged."""
    if not store.has(name):
        return False
    try:
        decode(store, name)
    except ResultError:
        sys.stderr.write(
            f"{name} of {store.place} is damaged; it is made anew. 已损坏，重新生成。\n"
        )
        return False
    return True


def part_name(part: str, run: str) -> str:
    """Name the part of a run, for example panel/baseline-0001-ab12.parquet."""
    return f"{part}/{run}.parquet"


def write_parts(store: Store, run: str, parts: Mapping[str, bytes]) -> None:
    """Write all parts of a run."""
    for part, content in parts.items():
        store.write(part_name(part, run), content)
