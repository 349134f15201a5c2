"""Loss, quotas, rights, market and debt against their closed forms (L8, L17, L19)."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.definitions.phase_out import Identification, Sharing
from sezsim.phase_out.debt import DebtShares, split_debt
from sezsim.phase_out.loss import is_backward, loss_of_closing, months_of_profit
from sezsim.phase_out.market import price_rise
from sezsim.phase_out.quotas import city_quotas, city_weights
from sezsim.phase_out.rights import clear_rights

amounts = st.floats(0.0, 1e9)
shares = st.floats(0.0, 1.0)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(amounts, amounts, amounts, amounts, amounts)
def test_idle_plant_loses_nothing_but_gains_scrap_land_and_right(
    margin, severance, debt, worth, right
):
    loss = loss_of_closing(margin, 1.0, severance, debt, 0.0, worth, right, 40.0)
    assert loss == -worth - right


def test_the_loss_of_a_running_plant_adds_up():
    """Margin of 3 less interest of 1 over 10 months, severance 5, debt 7, less 4 and 2."""
    assert loss_of_closing(3.0, 1.0, 5.0, 7.0, 1.0, 4.0, 2.0, 10.0) == 26.0


def test_months_of_profit_are_those_of_the_annuity():
    """5 years at 12% are (1 - exp(-.6)) / .12 years of profit."""
    assert months_of_profit(5.0, 0.12) == pytest.approx(12.0 * (1 - math.exp(-0.6)) / 0.12)
    assert months_of_profit(5.0, 0.0) == 60.0


@pytest.mark.parametrize(
    ("size", "energy", "found"),
    [(1.0, 1.3, "all"), (9.0, 1.3, "wasteful"), (1.0, 0.9, "small"), (9.0, 0.9, "none")],
)
def test_size_rule_and_intensity_rule_find_different_plants(size, energy, found):
    flags = {rule: is_backward(size, energy, 5.0, 1.15, int(rule)) for rule in Identification}
    assert flags[Identification.SIZE] == (found in {"all", "small"})
    assert flags[Identification.INTENSITY] == (found in {"all", "wasteful"})
    assert flags[Identification.BOTH] == (found != "none")


def test_a_quota_is_shared_by_stock_output_or_avoided_cost():
    stock, output = np.array([10.0, 30.0, 0.0]), np.array([5.0, 5.0, 90.0])
    loss = np.array([100.0, 400.0, 1.0])
    by = {kind: city_weights(kind, stock, output, loss) for kind in Sharing}
    np.testing.assert_allclose(city_quotas(8.0, by[Sharing.STOCK], stock), [2.0, 6.0, 0.0])
    np.testing.assert_allclose(city_quotas(8.0, by[Sharing.OUTPUT], stock), [4.0, 4.0, 0.0])
    cheap = city_quotas(8.0, by[Sharing.AVOIDED_COST], stock)
    assert cheap[0] > 2.0, "where closing costs little more is closed than by stock"
    assert cheap.sum() == pytest.approx(8.0)


@given(st.lists(st.tuples(st.floats(0.1, 1e3), st.floats(0.01, 1e3)), min_size=1), shares)
def test_what_a_city_cannot_close_falls_to_the_others(cities, part):
    stock, weight = (np.array(column) for column in zip(*cities, strict=True))
    total = part * stock[weight > 0.0].sum()
    quota = city_quotas(total, weight, stock)
    assert (quota <= stock * (1.0 + 1e-9)).all()
    assert quota.sum() == pytest.approx(total, abs=1e-6 * (1.0 + total))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
def test_the_price_of_rights_is_that_of_the_linear_market(ratio):
    """Limit L8: price = r X0 / (K/V + r^2 X0/Z), on a grid of 2 million plants and projects."""
    plants, highest, wanted, worth = 40.0, 300.0, 20.0, 500.0
    grid = (np.arange(2_000_000) + 0.5) / 2_000_000
    price, traded = clear_rights(
        highest * grid, np.full(len(grid), plants / len(grid)), worth * grid,
        np.full(len(grid), wanted / len(grid)), ratio,
    )  # fmt: skip
    expected = ratio * wanted / (plants / highest + ratio**2 * wanted / worth)
    assert price == pytest.approx(expected, rel=1e-6)
    assert traded == pytest.approx(plants * expected / highest, rel=1e-6)
    built = traded / ratio
    assert built - traded == pytest.approx(-(ratio - 1.0) * built)


def test_a_higher_ratio_raises_the_price_and_lowers_building():
    old, new = np.linspace(1.0, 300.0, 500), np.linspace(1.0, 500.0, 500)
    one = np.ones(500)
    found = [clear_rights(old, one, new, 0.5 * one, ratio) for ratio in (1.0, 1.25, 1.5)]
    prices = [price for price, _ in found]
    built = [traded / ratio for (_, traded), ratio in zip(found, (1.0, 1.25, 1.5), strict=True)]
    assert prices == sorted(prices)
    assert prices[0] < prices[2]
    assert built == sorted(built, reverse=True)
    assert built[2] < built[0]


@settings(deadline=None)
@given(st.floats(0.0, 1e3), st.floats(1.0, 1e3), st.floats(1.0, 1e3))
def test_identical_old_plants_sell_at_their_loss_while_any_is_left(loss, plants, wanted):
    """Limit L19: with r = 1 the price is v0, 0 for idle plant, and capacity stays the same."""
    price, traded = clear_rights(
        np.full(3, loss), np.full(3, plants), np.full(2, loss + 1.0),
        np.full(2, min(wanted, plants)), 1.0,
    )  # fmt: skip
    assert price == loss
    built = 2.0 * min(wanted, plants)
    assert traded == pytest.approx(built), "what is built is what is retired"


def test_nobody_builds_when_old_plant_is_worth_more():
    assert clear_rights(np.full(2, 9.0), np.ones(2), np.full(2, 8.0), np.ones(2), 1.0) == (
        0.0,
        0.0,
    )


@given(st.floats(0.0, 0.9), st.floats(0.05, 3.0), st.floats(0.05, 20.0))
def test_a_closure_is_made_up_for_by_others_as_far_as_they_are_elastic(removed, demand, supply):
    """Limit L17: d ln Q = eD / (eD + eS) ln(1 - k); the price clears both curves."""
    price = price_rise(removed, demand, supply)
    left = price**-demand  # what buyers still take at that price
    expected = demand / (demand + supply) * math.log(1.0 - removed)
    assert math.log(left) == pytest.approx(expected, abs=1e-6)
    assert left == pytest.approx((1.0 - removed) * price**supply, rel=1e-9)


debts = st.lists(st.integers(0, 10**14), min_size=1, max_size=20)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(debts, shares, shares, shares)
def test_no_fen_of_debt_is_lost_when_it_is_split(debt, first, second, third):
    whole = max(first + second + third, 1.0)
    rule = DebtShares(first / whole, second / whole, third / whole)
    for owed in debt:
        split = split_debt(owed, rule)
        assert sum(split) == owed
        assert all(part >= 0 for part in split[1:])
        assert split.firm >= -1e-3 * owed - 1.0
