"""Backward capacity of 2010 is shown by owner, and what each named plant gives its city."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.observation.plants import TONNES, backward_stock, named_plants
from sezsim.zone import Zone


@pytest.fixture(scope="module")
def economy():
    zone = Zone.open("baseline", persons_per_agent=5000)
    zone.step()
    return zone.economy


def test_the_stock_by_owner_adds_up_to_all_steel(economy):
    firms, steel = economy.firms, economy.firms.industry == Industry.STEEL
    rate = economy.structure.tonnes[firms.city[steel], Industry.STEEL]
    whole = 12.0 * (firms.capacity[steel].sum(axis=1) * rate).sum() / 1e4
    rows = [row for row in backward_stock(economy) if row.industry == "steel"]
    assert {row.unit for row in rows} == {TONNES}
    assert sum(row.capacity for row in rows) == pytest.approx(whole)


def test_no_rule_finds_more_than_there_is(economy):
    for row in backward_stock(economy):
        assert 0.0 <= row.backward <= row.wasteful <= row.capacity * (1 + 1e-9)
        assert 0.0 <= row.small <= row.capacity * (1 + 1e-9)


def test_small_steel_works_lie_in_yingkou_rather_than_in_anshan(economy):
    """The order of 2010 for Yingkou names furnaces below the size rule; Anshan is one large mill."""
    steel = [row for row in backward_stock(economy) if row.industry == "steel"]
    small = {
        city: sum(row.small for row in steel if row.city == city)
        / sum(row.capacity for row in steel if row.city == city)
        for city in ("yingkou", "anshan")
    }
    assert small["yingkou"] > 3.0 * small["anshan"]


def test_tax_and_jobs_of_a_tonne_of_steel_are_of_the_order_that_is_known(economy):
    """About 40 yuan of city tax without local fees, and 2 to 8 workers a thousand tonnes."""
    plants = [plant for plant in named_plants(economy) if plant.industry == "steel"]
    assert plants
    weight = np.array([plant.output for plant in plants])
    assert 2.0 < np.average([plant.jobs for plant in plants], weights=weight) < 8.0
    assert all(20.0 < plant.tax < 160.0 for plant in plants)
