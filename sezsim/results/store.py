"""Where results are kept: named pieces in a folder or in memory, each whole or absent."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from sezsim.definitions.errors import ResultError

COMPRESSION = 9  # of 22: beyond it, time grows and size does not shrink


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
            raise ResultError(f"{path} cannot be written: {error.strerror}.") from error

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

    A dictionary on a float column would silently switch the splitting off.
    """
    floats = [column.name for column in table.schema if pa.types.is_floating(column.type)]
    keys = [name for name in table.column_names if name not in floats]
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(
        sink,
        table.schema,
        compression="zstd",
        compression_level=COMPRESSION,
        use_dictionary=keys,
        use_byte_stream_split=floats,
        write_statistics=keys,
        write_page_checksum=True,
        store_schema=False,
    ) as writer:
        writer.write_table(table)
        if table.schema.metadata:
            writer.add_key_value_metadata(table.schema.metadata)
    return bytes(sink.getvalue())


def decode(store: Store, name: str) -> pa.Table:
    """Read a table of a store; raise ResultError naming the piece if it is damaged."""
    content = store.read(name)
    try:
        return pq.read_table(pa.BufferReader(content), page_checksum_verification=True)
    except (OSError, ValueError, KeyError) as error:
        raise ResultError(
            f"{name} of {store.place} is damaged; delete it and run again with --resume."
        ) from error


def part_name(part: str, run: str) -> str:
    """Name the part of a run, for example panel/baseline-0001-ab12.parquet."""
    return f"{part}/{run}.parquet"


def write_parts(store: Store, run: str, parts: Mapping[str, bytes]) -> None:
    """Write all parts of a run."""
    for part, content in parts.items():
        store.write(part_name(part, run), content)
