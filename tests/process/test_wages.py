"""Pay follows prices, productivity and slack in levels, and never runs away from them."""

import numpy as np
import pytest

from sezsim.process.wages import LivingCost, Parameters, follow_prices, set_pay, target_pay
from sezsim.zone import Zone

P = Parameters()
STILL = np.zeros(8)


@pytest.fixture
def world():
    economy = Zone.open("baseline", persons_per_agent=5000).economy
    economy.cells.wage_level[:] = 1.0
    return economy.cells, economy.structure


def test_the_wage_curve_has_an_elasticity_of_minus_a_tenth():
    """Blanchflower and Oswald 1994: unemployment twice as high, pay 6.7% lower."""
    one = np.ones(8)
    fall = target_pay(1.0, one, np.full(8, np.log(2.0)), P.curve) - target_pay(
        1.0, one, STILL, P.curve
    )
    np.testing.assert_allclose(np.exp(fall) - 1.0, -0.067, atol=5e-4)


def test_target_pay_follows_prices_and_productivity_one_for_one():
    target = target_pay(1.3, np.full(8, 1.5), STILL, P.curve)
    np.testing.assert_allclose(np.exp(target), 1.3 * 1.5)


def live(world, months, *, price=0.0, trend=0.0, p=P):
    """Let pay follow steady prices and productivity (logs a month)."""
    cells, structure = world
    for month in range(1, months + 1):
        level = np.full(8, np.exp(trend * month))
        living = LivingCost(float(np.exp(price * month)), price)
        set_pay(cells, structure, living, level, np.full(8, trend), p)
    return cells.wage_level.mean(axis=1)


def test_nothing_moves_pay_at_opening_prices_and_unemployment(world):
    np.testing.assert_allclose(live(world, 24), 1.0, rtol=1e-12)


def test_pay_keeps_step_with_steady_inflation_and_its_share_of_productivity(world):
    """3% inflation and 7% productivity a year for ten years, with the part .82 of the trend."""
    price, trend = np.log(1.03) / 12, np.log(1.07) / 12
    expected = 1.03**10 * 1.07 ** (10 * P.share)
    np.testing.assert_allclose(live(world, 120, price=price, trend=trend), expected, rtol=1e-9)


def test_a_gap_to_target_pay_closes_geometrically(world):
    cells = world[0]
    cells.wage_level[:] = 0.8
    found = live(world, 12)
    np.testing.assert_allclose(np.log(found), (1.0 - P.speed) ** 12 * np.log(0.8))


def test_slack_lowers_pay_once_and_not_for_ever(world):
    """The rule is one of levels: at double unemployment pay settles, it does not go on falling."""
    cells, structure = world
    cells.unemployment[:] = 2.0 * structure.unemployment
    np.testing.assert_allclose(live(world, 240), 2.0**P.curve, rtol=1e-6)


def test_pay_of_industries_moves_together(world):
    cells, structure = world
    live(world, 36, price=0.002, trend=0.004)
    ratio = cells.wage / np.where(structure.wage > 0.0, structure.wage, 1.0)
    made = structure.wage > 0.0
    for city in range(8):
        np.testing.assert_allclose(ratio[city][made[city]], cells.wage_level[city].mean())


def test_consumer_prices_weigh_what_households_buy(world):
    cells, structure = world
    cells.buyer_price[:] = 1.0
    cells.buyer_price[:, 16] = 1.5
    follow_prices(cells, structure, P)
    np.testing.assert_allclose(
        cells.consumer_price,
        cells.service_weight.sum(axis=1) + 0.5 * cells.service_weight[:, 16],
    )
    expected = (structure.investment_share * cells.buyer_price).sum(axis=1)
    np.testing.assert_allclose(cells.investment_price, expected)


def test_prices_that_rise_steadily_are_learnt(world):
    cells, structure = world
    cells.buyer_price[:] = 1.0
    for _ in range(200):
        cells.buyer_price *= 1.004
        follow_prices(cells, structure, P)
    np.testing.assert_allclose(cells.inflation, np.log(1.004), rtol=1e-5)
