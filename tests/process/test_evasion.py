"""Sealed plant starts again when the price covers its cost; dismantled plant never does."""

import numpy as np
import pytest

from sezsim.definitions.calendar import Month
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.process.evasion import Parameters, monthly_chance, restart_sealed
from sezsim.process.investment import Parameters as Investment
from sezsim.process.investment import build
from sezsim.randomness import Draws
from sezsim.state.firms import Vintage
from sezsim.zone import Zone

STEEL, OLD = Industry.STEEL, Vintage.OLD
OFTEN = Parameters(restart=0.9)


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def seal(economy):
    firms = economy.firms
    rows = np.flatnonzero((firms.industry == STEEL) & (firms.capacity[:, OLD] > 0.0))
    firms.sealed[rows, OLD] = 1.0
    return rows


def months(economy, number, *, price):
    """Let the price of steel stand at a level for some months; return the events."""
    economy.cells.price[:, STEEL] = price
    draws, events = Draws(seed=1, replicate=1), []
    for month in range(number):
        draws.enter(Month(month))
        events += restart_sealed(economy, str(Month(month)), OFTEN, draws)
    return events


def test_a_higher_price_restarts_sealed_plant_and_a_low_one_does_not(economy):
    rows = seal(economy)
    assert months(economy, 12, price=0.5) == []
    np.testing.assert_array_equal(economy.firms.sealed[rows, OLD], 1.0)
    events = months(economy, 12, price=2.0)
    open_again = economy.firms.sealed[rows, OLD] == 0.0
    assert open_again.sum() == len(events) > 0
    tonnes = economy.structure.tonnes[economy.firms.city[rows], STEEL] * 12.0
    capacity = (economy.firms.capacity[rows, OLD] * tonnes)[open_again].sum()
    assert sum(event.value for event in events) == pytest.approx(capacity)


def test_dismantled_plant_never_restarts(economy):
    economy.firms.capacity[economy.firms.industry == STEEL, OLD] = 0.0
    assert months(economy, 12, price=2.0) == []


def test_nothing_restarts_where_an_order_is_in_force(economy):
    seal(economy)
    economy.rules.closing_quota[City.ANSHAN, STEEL] = 0.1
    cities = {event.city for event in months(economy, 6, price=2.0)}
    assert cities
    assert "anshan" not in cities


def test_monthly_chances_add_up_to_the_yearly_one():
    assert 1.0 - (1.0 - monthly_chance(0.25)) ** 12 == pytest.approx(0.25)


def test_equipment_that_ages_into_a_sealed_generation_is_not_sealed(economy):
    rows = seal(economy)
    firms = economy.firms
    able = (firms.capacity * (1.0 - firms.sealed))[rows, OLD]
    aged = firms.ageing[rows, OLD] * firms.capacity[rows, Vintage.STANDARD]
    build(economy, Investment())
    after = (firms.capacity * (1.0 - firms.sealed))[rows, OLD]
    assert aged.sum() > 0.0
    np.testing.assert_allclose(after - able, aged, rtol=1e-9)
