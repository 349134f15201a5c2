"""Bulk goods cost what they cost elsewhere; other prices are cost plus a markup that returns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.definitions.geography import City
from sezsim.definitions.industry import BULK, ENERGY, Industry
from sezsim.process.prices import (
    Parameters,
    after_closures,
    cost_inputs,
    next_markup,
    set_prices,
)
from sezsim.zone import Zone

BULK_GOODS, ENERGY_GOODS = list(BULK), list(ENERGY)
P = Parameters()


def test_pressure_on_capacity_raises_the_markup():
    """A point above the opening use for a month: markup of 10% to 1.1 e^(gain * .01) - 1."""
    raised = next_markup(np.array([0.1]), np.array([0.01]), np.array([0.1]), 0.03, 0.05)
    assert raised[0] == pytest.approx(1.1 * np.exp(0.03 * 0.01) - 1.0)


def test_at_the_opening_use_the_markup_returns_with_its_half_life():
    """ln(1 + markup) closes 5% of its gap a month: half of it in 13.5 months."""
    opening, markup = np.array([0.2]), np.array([0.5])
    for _ in range(27):
        markup = next_markup(markup, np.zeros(1), opening, 0.03, 0.05)
    gap = np.log1p(markup) - np.log1p(opening)
    assert gap[0] == pytest.approx(0.95**27 * np.log(1.5 / 1.2))


@settings(deadline=None)  # a loop may be compiled at its first call
@given(st.floats(-0.5, 0.5), st.floats(0.01, 0.5))
def test_under_steady_pressure_the_markup_settles(pressure, opening):
    """ln(1+m) ends gain / back * pressure above the opening: it cannot run away."""
    markup = np.array([opening])
    for _ in range(600):
        markup = next_markup(markup, np.array([pressure]), np.array([opening]), 0.03, 0.05)
    assert np.log1p(markup[0]) == pytest.approx(np.log1p(opening) + 0.03 / 0.05 * pressure)


@pytest.fixture
def world():
    zone = Zone.open("baseline", persons_per_agent=5000)
    economy = zone.economy
    economy.cells.wage[:] = economy.structure.wage
    economy.cells.productivity[:] = 1.0
    return economy.cells, economy.structure, economy.rules


def test_at_opening_costs_prices_are_those_of_the_opening(world):
    cells, structure, rules = world
    set_prices(cells, structure, rules, np.ones(19), P)
    made = structure.output > 0.0
    np.testing.assert_allclose(cells.price[made], 1.0, rtol=1e-6)


def test_bulk_goods_take_the_national_price_at_once(world):
    """What mines dig is ore in part: where it is no iron ore, it is priced as building materials."""
    cells, structure, rules = world
    national = np.ones(19)
    national[BULK_GOODS] = [0.8, 1.3, 0.7, 0.9]
    set_prices(cells, structure, rules, national, P)
    expected = np.tile(national[BULK_GOODS], (8, 1))
    iron = structure.iron_ore
    assert iron[City.ANSHAN] == 1.0
    assert iron[City.SHENYANG] == 0.0
    expected[:, list(BULK).index(Industry.MINE)] = 0.7**iron
    np.testing.assert_allclose(cells.price[:, BULK_GOODS], expected)


def test_what_takes_the_price_earns_what_cost_leaves(world):
    """The markup of coal, oil, ores and steel is the national price over unit cost."""
    cells, structure, rules = world
    set_prices(cells, structure, rules, np.full(19, 1.2), P)
    made = structure.output[:, BULK_GOODS] > 0.0
    earned = cells.price[:, BULK_GOODS] / cells.unit_cost[:, BULK_GOODS] - 1.0
    np.testing.assert_allclose(cells.markup[:, BULK_GOODS][made], earned[made])


def test_other_prices_are_cost_plus_markup(world):
    cells, structure, rules = world
    cells.wage *= 1.1
    set_prices(cells, structure, rules, np.ones(19), P)
    made = structure.output > 0.0
    made[:, BULK_GOODS] = False
    expected = (1.0 + cells.markup) * cells.unit_cost
    np.testing.assert_allclose(cells.price[made], expected[made])


def test_dearer_labour_raises_cost_by_the_share_of_labour(world):
    cells, structure, rules = world
    set_prices(cells, structure, rules, np.ones(19), P)
    before = cells.unit_cost.copy()
    cells.wage *= 1.1
    set_prices(cells, structure, rules, np.ones(19), P)
    np.testing.assert_allclose(cells.unit_cost - before, 0.1 * structure.labour_cost, atol=1e-9)


def test_productivity_that_keeps_pace_with_pay_leaves_prices_alone(world):
    cells, structure, rules = world
    set_prices(cells, structure, rules, np.ones(19), P)
    before = cells.unit_cost.copy()
    cells.wage *= 1.25
    cells.productivity *= 1.25
    set_prices(cells, structure, rules, np.ones(19), P)
    np.testing.assert_allclose(cells.unit_cost, before)


def test_if_all_prices_double_cost_doubles(world):
    """Costs are of degree one in prices and pay."""
    cells, structure, rules = world
    set_prices(cells, structure, rules, np.ones(19), P)
    before = cells.unit_cost.copy()
    cells.wage *= 2.0
    set_prices(cells, structure, rules, np.full(19, 2.0), P)
    np.testing.assert_allclose(cells.unit_cost, 2.0 * before)


def test_dearer_energy_raises_cost_by_its_share(world):
    cells, structure, rules = world
    cost_inputs(cells, structure, rules)
    before = cells.input_cost.copy()
    rules.energy_price[...] = 1.5
    cost_inputs(cells, structure, rules)
    share = structure.coefficients[:, ENERGY_GOODS].sum(axis=1)
    np.testing.assert_allclose(cells.input_cost - before, 0.5 * share)
    np.testing.assert_allclose(cells.energy_cost, 1.5 * share)


def test_closures_raise_the_national_price_as_far_as_others_do_not_make_up_for_them():
    """Limit L17: what is left of output is eD / (eD + eS) of the closure, in logs."""
    withdrawn, steel = np.zeros(19), int(Industry.STEEL)
    np.testing.assert_array_equal(after_closures(np.full(19, 1.3), withdrawn, P), 1.3)
    withdrawn[steel] = 0.04
    price = after_closures(np.ones(19), withdrawn, P)
    left = -P.demand * np.log(price[steel])
    assert left == pytest.approx(P.demand / (P.demand + P.others) * np.log(0.96), abs=1e-9)
    assert (np.delete(price, steel) == 1.0).all()


def test_a_path_that_contains_the_closures_is_left_alone():
    known = P.model_copy(update={"response": 0.0})
    np.testing.assert_array_equal(after_closures(np.ones(19), np.full(19, 0.1), known), 1.0)
