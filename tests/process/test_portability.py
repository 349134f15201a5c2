"""Portable pensions matter to those who have paid for long, and not to others."""

import numpy as np
import pytest

from sezsim.lives.destinations import BANDS
from sezsim.lives.moves import MOST_PAID, decide, pension_lost, pick
from sezsim.process.migration import Parameters, moving_chances
from sezsim.randomness import Draws
from sezsim.state.workers import Status
from sezsim.zone import Zone

PEOPLE = 60_000
MONTHLY = Parameters().pension / 12.0


def test_the_value_of_portability_is_linear_in_paid_years_and_nothing_at_none():
    """Limit L18: what a portable pension saves the mover."""
    assert pension_lost(0, MONTHLY) == 0.0
    worth = np.array([pension_lost(months, MONTHLY) for months in range(0, MOST_PAID + 1, 12)])
    np.testing.assert_allclose(np.diff(worth), Parameters().pension)
    assert pension_lost(120, 0.0) == 0.0


@pytest.fixture(scope="module")
def chances():
    economy, p = Zone.open("baseline", persons_per_agent=5000).economy, Parameters()
    return moving_chances(economy, p, 0.0)[1:]


def movers(chances, paid, rate):
    """Number of young people of the first city who leave in a month."""

    def all_are(value, kind=np.int8):
        return np.full(PEOPLE, value, kind)

    rows, target = np.empty(PEOPLE, np.int64), np.empty(PEOPLE, np.int8)
    return decide(
        0, PEOPLE, Draws(2010, 1).keys(("leave", "where")), 0,
        np.arange(1, PEOPLE + 1, dtype=np.uint64), all_are(1, np.bool_), all_are(0), all_are(0),
        all_are(300, np.int16), all_are(2), all_are(int(Status.EMPLOYED)),
        all_are(paid, np.int16), rate, *chances, rows, target,
    )  # fmt: skip


def test_long_payers_move_less_and_portability_frees_them(chances):
    free, bound = movers(chances, 240, 0.0), movers(chances, 240, MONTHLY)
    assert bound < free
    assert movers(chances, 0, MONTHLY) == movers(chances, 0, 0.0) == free
    expected = free * np.exp(-20.0 * Parameters().pension)
    assert bound == pytest.approx(expected, abs=3.0 * np.sqrt(expected))


def test_a_third_of_people_decides_each_month(chances):
    """Everybody's chance of the quarter falls on one of three months."""
    leave = chances[0][0, 2 * BANDS + 1, 0]
    wanted = PEOPLE / 3.0 * leave
    assert movers(chances, 0, MONTHLY) == pytest.approx(wanted, abs=4.0 * np.sqrt(wanted))


def test_nobody_is_sent_where_nobody_goes():
    options = np.array([0.0, 0.2, 0.0, 0.3])
    lots = np.linspace(0.0, 0.4999, 200)
    assert {pick(lot, options) for lot in lots} == {1, 3}
    assert pick(0.6, options) == 3, "rounding falls to the last option"
