"""Closing orders take idle equipment first; the province pays what it promised, in full."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.accounting.books import Books
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.process.closure import AWARD, Parameters, close_capacity, operating_removed
from sezsim.state.firms import Vintage
from sezsim.zone import Zone

STEEL, ANSHAN, BACKWARD = Industry.STEEL, City.ANSHAN, Vintage.BACKWARD
amounts = st.floats(0.0, 1e9)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(amounts, amounts)
def test_operating_capacity_removed_is_the_order_beyond_what_stood_idle(order, idle):
    """Limit L9: max(0, Q - idle), exactly."""
    removed = operating_removed(np.array([order]), np.array([idle]))[0]
    assert removed == (order - idle if order > idle else 0.0)


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def ordered(economy, quota, *, award=0.0, enforcement=1.0):
    """Let the steel of Anshan face an order; return the events and the books."""
    economy.rules.closing_quota[ANSHAN, STEEL] = quota
    economy.rules.closing_award[ANSHAN, STEEL] = award
    economy.governments.enforcement[:] = enforcement
    books = Books(economy)
    return close_capacity(economy, books, "2011-01", Parameters()), books


def steelworks(economy):
    firms = economy.firms
    here = (firms.city == ANSHAN) & (firms.industry == STEEL)
    return np.flatnonzero(here & (firms.capacity[:, BACKWARD] > 0.0))


def test_there_is_backward_steel_to_close(economy):
    assert len(steelworks(economy)) > 0


def test_an_order_that_idle_equipment_covers_touches_no_output(economy):
    firms, rows = economy.firms, steelworks(economy)
    firms.running[rows, BACKWARD] = 0.4 * firms.capacity[rows, BACKWARD]
    running, before = firms.running.copy(), firms.capacity.copy()
    ordered(economy, 0.6)
    np.testing.assert_allclose(firms.capacity[rows, BACKWARD], 0.4 * before[rows, BACKWARD])
    np.testing.assert_allclose(firms.running, running)


def test_beyond_idle_equipment_output_goes_one_for_one(economy):
    """Limit L9 in each plant: what no longer runs is the order less what stood idle."""
    firms, rows = economy.firms, steelworks(economy)
    capacity = firms.capacity[rows, BACKWARD].copy()
    firms.running[rows, BACKWARD] = 0.7 * capacity
    ordered(economy, 0.5)
    stopped = 0.7 * capacity - firms.running[rows, BACKWARD]
    np.testing.assert_allclose(stopped, operating_removed(0.5 * capacity, 0.3 * capacity))


def test_better_equipment_and_other_places_are_left_alone(economy):
    firms, rows = economy.firms, steelworks(economy)
    before = firms.capacity.copy()
    ordered(economy, 1.0)
    np.testing.assert_array_equal(firms.capacity[:, 1:], before[:, 1:])
    others = np.setdiff1d(np.arange(len(firms.id)), rows)
    np.testing.assert_array_equal(firms.capacity[others], before[others])
    assert not firms.capacity[rows, BACKWARD].any()


def test_a_city_that_enforces_by_half_closes_half(economy):
    firms, rows = economy.firms, steelworks(economy)
    before = firms.capacity[rows, BACKWARD].copy()
    ordered(economy, 0.8, enforcement=0.5)
    np.testing.assert_allclose(firms.capacity[rows, BACKWARD], 0.6 * before)


def test_the_award_is_paid_for_yearly_capacity_and_comes_from_the_province(economy):
    """280 yuan per 10,000 yuan of yearly capacity, to the fen of each plant."""
    firms, rows = economy.firms, steelworks(economy)
    capacity, cash = firms.capacity[rows, BACKWARD].copy(), firms.cash.copy()
    province = int(economy.purses.upper[0])
    _, books = ordered(economy, 0.5, award=280.0)
    got = firms.cash - cash
    due = 0.5 * capacity * 12.0 / 1e4 * 280.0
    np.testing.assert_allclose(got[rows] / 100.0, due, atol=0.01)
    assert province - int(economy.purses.upper[0]) == got.sum() == books.flows[AWARD].sum()
    books.close()


def test_the_report_names_what_closed_and_how_much_of_it_ran(economy):
    firms, rows = economy.firms, steelworks(economy)
    capacity = firms.capacity[rows, BACKWARD].sum()
    firms.running[rows, BACKWARD] = 0.0
    events, _ = ordered(economy, 0.25, award=100.0)
    assert len(events) == 1
    event = events[0]
    assert (event.sector, event.city, event.unit) == ("steel", "anshan", "t/year")
    tonnes = 0.25 * capacity * 12.0 * economy.structure.tonnes[ANSHAN, STEEL]
    assert event.value == pytest.approx(tonnes)
    assert event.gain_origin == pytest.approx(0.25 * capacity * 12.0 / 1e4 * 100.0)
    assert event.reason == "0% of it was running"


def test_a_plant_left_with_next_to_nothing_closes_altogether(economy):
    firms, rows = economy.firms, steelworks(economy)
    firms.capacity[rows[0], 1:] = 0.01 * firms.capacity[rows[0], BACKWARD]
    ordered(economy, 1.0)
    assert firms.closing[rows[0]]
    rest = firms.capacity[rows[1:]].sum(axis=1)
    assert not firms.closing[rows[1:]][rest > 0.0].all()


def test_without_an_order_nothing_happens(economy):
    before = economy.firms.capacity.copy()
    events, books = ordered(economy, 0.0, award=500.0)
    assert events == []
    assert not books.flows
    np.testing.assert_array_equal(economy.firms.capacity, before)
