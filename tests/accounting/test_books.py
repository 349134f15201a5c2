"""Money moves through one door, in whole fen, and a missing fen stops the month."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.accounting.books import fen, transfer
from sezsim.process.income import split


def test_yuan_are_rounded_to_the_nearest_fen():
    np.testing.assert_array_equal(fen(np.array([1.234, 0.005001, -2.5])), [123, 1, -250])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=40), st.integers(0, 9))
def test_a_transfer_conserves_money(amounts, shift):
    count = len(amounts)
    payers, payees = np.full(10, 10**13), np.zeros(10, np.int64)
    rows = np.arange(count) % 10
    ledgers, between = np.zeros((2, 11), np.int64), np.zeros((11, 11), np.int64)
    place = np.arange(10, dtype=np.int8)
    before = payers.sum() + payees.sum()
    transfer(
        rows, (rows + shift) % 10, np.array(amounts, np.int64), payers, payees, place, place,
        ledgers[0], ledgers[1], between,
    )  # fmt: skip
    assert payers.sum() + payees.sum() == before
    assert ledgers.sum() == 0
    assert between.sum() == sum(amounts)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.floats(0.0, 1e6), min_size=3, max_size=60),
    st.integers(0, 10**14),
    st.integers(0, 10**9),
)
def test_a_bill_is_split_to_the_last_fen(weights, first, second):
    group = np.arange(len(weights)) % 2
    weights = np.array(weights) + 1.0
    parts = split(np.array([first, second]), group, weights)
    assert parts[group == 0].sum() == first
    assert parts[group == 1].sum() == second
    assert (parts >= 0).all()


def test_a_bill_is_split_in_proportion():
    parts = split(np.array([1000]), np.zeros(2, np.int64), np.array([3.0, 1.0]))
    np.testing.assert_array_equal(parts, [750, 250])
