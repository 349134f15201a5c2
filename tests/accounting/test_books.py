"""Money moves through one door, in whole fen, and a missing fen stops the month."""

from copy import deepcopy

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.accounting.books import fen
from sezsim.accounting.payments import OWN, runs_of, transfer, transfer_of_firms
from sezsim.process.income import split
from sezsim.state.economy import SECTORS, Sector
from sezsim.zone import Zone


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


def row_of_accounts(sizes, place):
    """Empty accounts of each sector side by side: balances, places and where sectors begin."""
    first = np.concatenate([[0], np.cumsum([sizes.get(sector, 9) for sector in Sector])])
    places = np.concatenate([place[: sizes.get(sector, 9)] for sector in Sector])
    return np.zeros(first[-1], np.int64), places, first


def test_firms_pay_the_office_of_their_own_and_are_paid_from_one_account():
    city, office = np.array([0, 0, 3], np.int8), np.array([0, 5, 3], np.int8)
    balance, place, first = row_of_accounts({}, np.arange(9, dtype=np.int8))
    cash = np.zeros(3, np.int64)
    offices, abroad = (
        balance[first[sector] :] for sector in (Sector.TAX_OFFICES, Sector.OUTSIDE)
    )
    place[first[Sector.OUTSIDE] :][:3] = 8, 9, 10
    kinds = np.array(
        [[0, Sector.FIRMS, Sector.TAX_OFFICES], [1, Sector.OUTSIDE, Sector.FIRMS]]
    )  # fmt: skip
    ledger, paid = np.zeros((SECTORS, 11), np.int64), np.zeros((2, 11, 11), np.int64)
    transfer_of_firms(
        kinds, np.array([OWN, 1]), office, runs_of(city, office),
        np.array([[10, 20, 30], [1, 2, 3]]), balance, place, first, cash, city, ledger, paid,
    )  # fmt: skip
    np.testing.assert_array_equal(cash, [-9, -18, -27])
    np.testing.assert_array_equal(offices[[0, 3, 5]], [10, 30, 20])
    np.testing.assert_array_equal(abroad[:3], [0, -6, 0])
    np.testing.assert_array_equal(ledger[Sector.FIRMS, [0, 3]], [-27, -27])
    assert balance.sum() + cash.sum() == 0
    assert ledger[Sector.OUTSIDE, 9] == -6
    assert ledger.sum() == 0
    assert (paid[0, 0, 5], paid[1, 9, 0]) == (20, 3)


def test_firms_reach_every_account_of_a_sector_with_more_accounts_than_places():
    city, office = np.array([0, 7, 7], np.int8), np.array([3, 15, 22], np.int8)
    balance, place, first = row_of_accounts(
        {Sector.UPPER_GOVERNMENTS: 23}, np.full(23, 8, np.int8)
    )  # fmt: skip
    cash = np.zeros(3, np.int64)
    kinds = np.array(
        [[number, Sector.FIRMS, Sector.UPPER_GOVERNMENTS] for number in range(2)]
    )  # fmt: skip
    ledger, paid = np.zeros((SECTORS, 11), np.int64), np.zeros((2, 11, 11), np.int64)
    transfer_of_firms(
        kinds, np.array([22, OWN]), office, runs_of(city, office),
        np.array([[10, 20, 30], [1, 2, 4]]), balance, place, first, cash, city, ledger, paid,
    )  # fmt: skip
    upper = balance[first[Sector.UPPER_GOVERNMENTS] : first[Sector.UPPER_GOVERNMENTS + 1]]
    assert upper[[3, 15, 22]].tolist() == [1, 2, 64]
    assert upper.sum() == 67 == -cash.sum()
    assert ledger[Sector.UPPER_GOVERNMENTS, 8] == 67
    assert paid[:, 7, 8].tolist() == [50, 6]
    assert ledger.sum() == 0


def test_a_copy_of_the_books_keeps_its_own_accounts_and_the_payments_of_the_month():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-03")
    zone.step()
    again = deepcopy(zone)
    np.testing.assert_array_equal(again.books.paid, zone.books.paid)
    before = zone.books.ledger.copy()
    again.step()  # closes its month: what the copy's tables hold is what its books explain
    np.testing.assert_array_equal(zone.books.ledger, before)
    zone.step()
    np.testing.assert_array_equal(again.books.ledger, zone.books.ledger)
