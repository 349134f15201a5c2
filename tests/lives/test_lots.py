"""Lists by lot hold everybody to whom something may happen."""

import numpy as np
import pytest

from sezsim.lives.lots import add_marked, list_lots, list_turn
from sezsim.randomness import Draws, bound_of, uniforms

PEOPLE = 3000
FIRST, LAST = 100, 2900  # neither is a whole number of strides
IDS = np.random.default_rng(3).integers(0, 2**64 - 1, PEOPLE, np.uint64)
KEY = Draws(2010, 1).key("lives/test")
LOTS = uniforms(KEY, IDS)
CHUNK = np.arange(FIRST, LAST)


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (0.02, 0.99), (0.5, 0.9), (1.0, 1.0)])
def test_rows_are_listed_by_the_two_ends_of_their_lot(low, high):
    rows = np.empty(PEOPLE, np.int64)
    end = list_lots(KEY, FIRST, LAST, IDS, bound_of(low), bound_of(high), rows)
    wanted = CHUNK[(LOTS[FIRST:LAST] < low) | (LOTS[FIRST:LAST] >= high)]
    np.testing.assert_array_equal(rows[FIRST:end], wanted)


@pytest.mark.parametrize("turn", [0, 1, 2])
@pytest.mark.parametrize("low", [0.05, 1.0])
def test_rows_are_listed_in_their_turn_among_three(turn, low):
    rows = np.empty(PEOPLE, np.int64)
    end = list_turn(KEY, FIRST, LAST, IDS, np.uint64(turn), bound_of(low), rows)
    in_turn = IDS[FIRST:LAST] % np.uint64(3) == turn
    np.testing.assert_array_equal(rows[FIRST:end], CHUNK[in_turn & (LOTS[FIRST:LAST] < low)])


def test_nobody_whose_turn_it_is_is_left_out_at_the_ends_of_the_whole_numbers():
    ids = np.array([0, 1, 2, 3, 2**64 - 3, 2**64 - 2, 2**64 - 1], np.uint64)
    for turn in range(3):
        rows = np.empty(len(ids), np.int64)
        end = list_turn(KEY, 0, len(ids), ids, np.uint64(turn), bound_of(1.0), rows)
        assert set(np.flatnonzero(ids % np.uint64(3) == turn)) <= set(rows[:end].tolist())


def test_marks_become_rows_in_order():
    marks, rows = np.zeros(512, np.bool_), np.empty(512, np.int64)
    marks[[0, 7, 8, 300, 511]] = True
    end = add_marked.py_func(marks, 1000, rows, 0)
    assert rows[:end].tolist() == [1000, 1007, 1008, 1300, 1511]
