"""Mines save while they earn, and the fund spends only what it holds, where mines are."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.policy import read_instrument
from sezsim.policy.mining_reserve_fund import PAID_IN, SPENT, shared_by
from sezsim.state.economy import RESERVE_FUND

RESERVE = {
    "since": "2010-04",
    "until": "2020-12",
    "cities": "all",
    "rate": 0.02,
    "drawdown": 0.25,
}


def test_the_fund_holds_what_mines_paid_less_what_was_spent(lived_under):
    policy = read_instrument("mining_reserve_fund", RESERVE)
    zone = lived_under(policy, until="2010-04")
    paid, spent = (int(zone.books.between(flow).sum()) for flow in (PAID_IN, SPENT))
    assert paid > 0
    assert zone.economy.purses.upper[RESERVE_FUND] == paid - spent
    assert spent == pytest.approx(0.25 * paid, rel=1e-6)


def test_what_is_spent_goes_where_mines_are():
    output = np.zeros((8, 19))
    output[1, Industry.MINE], output[7, Industry.COAL], output[0, Industry.MACH] = (
        1.0,
        3.0,
        50.0,
    )
    revenue = np.zeros(8)
    spent = shared_by(400.0, output, revenue)
    np.testing.assert_array_equal(spent, [0, 100, 0, 0, 0, 0, 0, 300])
    np.testing.assert_array_equal(revenue, spent / 100.0)
