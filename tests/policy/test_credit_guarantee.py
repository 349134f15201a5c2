"""The guarantee fund takes fees, pays what is called to the bank, and that debt is gone."""

import numpy as np
import pytest

from sezsim.policy import read_instrument
from sezsim.policy.credit_guarantee import CALL, CALLED, FEES
from sezsim.state.economy import Sector
from sezsim.state.firms import Ownership
from sezsim.zone import Zone

SETTINGS = {"since": "2010-04", "until": "2020-12", "coverage": 0.5, "fee": 0.024}
PROVINCE = 0


@pytest.fixture(scope="module")
def month():
    """A month in which one private firm is called: the zone, its firm, and what was before."""
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-04")
    zone.run()
    economy, firms = zone.economy, zone.economy.firms
    private = firms.is_open & (firms.ownership == Ownership.PRIVATE) & (firms.debt > 0)
    row = int(np.flatnonzero(private)[0])
    firms.bad_months[:] = 0
    firms.bad_months[row] = CALL
    before = {
        "debt": firms.debt.copy(), "loans": economy.banks.loans.copy(),
        "upper": economy.purses.upper.copy(), "reserves": economy.banks.reserves.copy(),
        "private": private,
    }  # fmt: skip
    with zone.books.month(zone.month):
        read_instrument("credit_guarantee", SETTINGS).enact(economy, zone.books, zone.draws)
    return zone, row, before


def test_the_covered_part_of_the_debt_is_paid_to_the_bank_and_cancelled(month):
    zone, row, before = month
    called = int(zone.books.between(CALLED).sum())
    assert called == round(before["debt"][row] * 0.5)
    assert before["debt"][row] - zone.economy.firms.debt[row] == called
    city = zone.economy.firms.city[row]
    assert before["loans"][city] - zone.economy.banks.loans[city] == called
    assert zone.economy.banks.reserves[city] - before["reserves"][city] == called


def test_covered_firms_pay_a_fee_and_others_do_not(month):
    zone, _, before = month
    covered = np.where(before["private"], before["debt"], 0)
    assert zone.books.between(FEES).sum() == np.rint(covered * 0.5 * 0.002).sum()


def test_the_fund_bears_what_fees_do_not_cover_and_the_books_close(month):
    zone, _, before = month
    fees, called = (int(zone.books.between(flow).sum()) for flow in (FEES, CALLED))
    assert zone.economy.purses.upper[PROVINCE] - before["upper"][PROVINCE] == fees - called
    assert zone.books.ledger[Sector.UPPER_GOVERNMENTS].sum() == zone.economy.purses.upper.sum()
