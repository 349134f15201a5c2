"""The opening economy in the cache folder: the same economy, whole or built anew."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from sezsim import kept, prepared
from sezsim.parameters import Parameters
from sezsim.prepared import BEARING, built_economy, prepared_economy
from sezsim.state.row_lists import RowLists
from sezsim.zone import Zone

SCALE, LOAN_RATE = 5000, 0.058


class Spy:
    """Parameters that note which of them are read."""

    def __init__(self, p):
        self.p, self.read = p, set()

    def __getattr__(self, name):
        self.read.add(name)
        return getattr(self.p, name)


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "cache_root", lambda: tmp_path)
    monkeypatch.setattr(prepared, "PREPARED", {})
    prepared.opening_people.cache_clear()
    yield tmp_path
    prepared.opening_people.cache_clear()


def forget():
    prepared.PREPARED.clear()
    prepared.opening_people.cache_clear()


def test_the_opening_reads_no_parameters_but_those_that_name_its_file():
    spy = Spy(Parameters())
    built_economy(spy, SCALE, LOAN_RATE)
    assert spy.read == set(BEARING)


def test_an_economy_from_the_cache_is_the_one_that_was_built(empty_cache):
    built = built_economy(Parameters(), SCALE, LOAN_RATE)
    prepared_economy(Parameters(), SCALE, LOAN_RATE)
    forget()
    again = prepared_economy(Parameters(), SCALE, LOAN_RATE)
    assert len(list((empty_cache / "opening").iterdir())) == 1
    for table in fields(built):
        mine, theirs = getattr(built, table.name), getattr(again, table.name)
        for name, column in vars(mine).items() if is_dataclass(mine) else ():
            if not isinstance(column, RowLists):  # room, in which nothing stands yet
                np.testing.assert_array_equal(vars(theirs)[name], column)


def test_a_run_from_the_cache_leaves_the_same_panel(empty_cache):
    cold = Zone.open("baseline", persons_per_agent=SCALE, until="2010-03").run()
    forget()
    warm = Zone.open("baseline", persons_per_agent=SCALE, until="2010-03").run()
    np.testing.assert_array_equal(cold.panel, warm.panel)


def test_where_nearly_everybody_has_a_row_the_opening_is_handed_over(empty_cache, monkeypatch):
    monkeypatch.setattr(prepared, "KEPT_FROM", SCALE + 1)
    first = prepared_economy(Parameters(), SCALE, LOAN_RATE)
    again = prepared_economy(Parameters(), SCALE, LOAN_RATE)
    assert not prepared.PREPARED
    assert not list(empty_cache.iterdir())
    assert first.workers.deposits is not again.workers.deposits
    np.testing.assert_array_equal(first.workers.deposits, again.workers.deposits)


def test_a_run_does_not_write_into_the_cache(empty_cache):
    Zone.open("baseline", persons_per_agent=SCALE, until="2010-02").run()
    file = next((empty_cache / "opening").iterdir())
    before = file.read_bytes()
    forget()
    Zone.open("baseline", persons_per_agent=SCALE, until="2010-02").run()
    assert file.read_bytes() == before


def cut_short(content):
    return content[:-40]


def emptied(_content):
    return b""


def one_bit_turned(content):
    return content[:9999] + bytes([content[9999] ^ 1]) + content[10000:]


@pytest.mark.parametrize("damage", [cut_short, emptied, one_bit_turned])
def test_a_damaged_file_is_built_anew_with_one_line(empty_cache, capsys, damage):
    def count(built):
        built.append(1)
        return np.arange(5000.0)

    built = []
    kept.kept("things", {"a": 1}, lambda: count(built))
    file = next((empty_cache / "things").iterdir())
    file.write_bytes(damage(file.read_bytes()))
    found = kept.kept("things", {"a": 1}, lambda: count(built))
    np.testing.assert_array_equal(found, np.arange(5000.0))
    assert len(built) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(file) in told
    kept.kept("things", {"a": 1}, lambda: count(built))
    assert len(built) == 2


def test_a_folder_that_cannot_be_written_only_costs_the_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(kept, "cache_root", lambda: tmp_path / "file")
    assert kept.kept("things", {"a": 1}, lambda: 7) == 7


def test_the_oldest_files_give_way(empty_cache, monkeypatch):
    monkeypatch.setattr(kept, "FILES", 3)
    for number in range(5):
        kept.kept("things", {"a": number}, lambda: np.zeros(3))
    assert len(list((empty_cache / "things").iterdir())) == 3
