import pyarrow as pa
import pytest

from sezsim.definitions.errors import ResultError
from sezsim.results.store import FolderStore, MemoryStore, decode, encode

TABLE = pa.table({"city": ["anshan", "benxi"] * 500, "value": [0.5, 1.25] * 500})


@pytest.fixture(params=["folder", "memory"])
def store(request, tmp_path):
    return FolderStore(tmp_path / "result") if request.param == "folder" else MemoryStore()


def test_a_piece_comes_back_as_it_was_put_down(store):
    store.write("panel/a.parquet", encode(TABLE))
    assert decode(store, "panel/a.parquet").equals(TABLE)
    assert store.has("panel/a.parquet")
    assert store.names("panel") == ("panel/a.parquet",)


def test_a_missing_piece_is_named(store):
    with pytest.raises(ResultError, match=r"panel/b\.parquet of .* is missing"):
        store.read("panel/b.parquet")


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied"])
def test_a_damaged_piece_is_named(store, damage):
    whole = encode(TABLE)
    middle = 30
    damaged = {
        "cut": whole[:-20],
        "flipped": whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :],
        "emptied": b"",
    }
    store.write("panel/a.parquet", damaged[damage])
    with pytest.raises(ResultError, match=r"panel/a\.parquet of .* is damaged"):
        decode(store, "panel/a.parquet")


def test_a_piece_being_written_is_not_listed(tmp_path):
    store = FolderStore(tmp_path)
    store.write("panel/a.parquet", b"whole")
    (tmp_path / "panel" / ".b.parquet.77.part").write_bytes(b"half")
    assert store.names("panel") == ("panel/a.parquet",)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "panel").write_text("a file where a folder belongs")
    with pytest.raises(ResultError, match=r"a\.parquet cannot be written"):
        FolderStore(tmp_path).write("panel/a.parquet", b"")


def test_encoding_the_same_table_gives_the_same_bytes():
    assert encode(TABLE) == encode(TABLE)


def test_floats_are_split_and_keys_are_dictionaries():
    metadata = pa.parquet.ParquetFile(pa.BufferReader(encode(TABLE))).metadata.row_group(0)
    keys, floats = metadata.column(0), metadata.column(1)
    assert "RLE_DICTIONARY" in keys.encodings
    assert "BYTE_STREAM_SPLIT" in floats.encodings
    assert keys.compression == "BROTLI"
