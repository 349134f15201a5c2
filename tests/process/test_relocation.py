"""A city lets a firm go when its loss is covered; customers, loans and debts go along."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.definitions.geography import CITIES
from sezsim.policy import read_instrument
from sezsim.process.relocation import MOVABLE, consents
from sezsim.scenario import Scenario
from sezsim.state.firms import Ownership
from sezsim.zone import Zone

UNTIL = "2011-06"
RESTLESS = {"relocation.pace": 0.5, "relocation.cost": 0.0}


@pytest.mark.parametrize(
    ("handed_back", "agrees"), [(0.0, False), (84.9, False), (85.1, True), (200.0, True)]
)
def test_the_origin_agrees_where_sharing_and_the_cost_of_blocking_cover_the_loss(
    handed_back, agrees
):
    """A loss of 100 of which blocking would cost 15."""
    assert bool(consents(np.array(100.0), 0.15, np.array(handed_back))) is agrees


def lived(*policies, until=UNTIL, **changes):
    base = Scenario.read("baseline")
    parameters = base.parameters.changed(RESTLESS | changes)
    scenario = replace(base, name="test", parameters=parameters, policies=policies)
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    return zone, zone.run()


def kinds(record):
    names = [event.kind for event in record.events if event.kind.startswith("move")]
    return {name: names.count(name) for name in sorted(set(names))}


@pytest.fixture(scope="module")
def free_moves():
    """A world in which no city opposes a move."""
    return lived(**{"relocation.free": 1.0})


@pytest.fixture(scope="module")
def closed_cities():
    """A world in which every city blocks what it loses by."""
    return lived(**{"relocation.free": 0.0, "relocation.blocking": 0.0})


def test_a_city_that_pays_nothing_for_blocking_lets_nobody_go(closed_cities):
    zone, record = closed_cities
    assert kinds(record)["move_blocked"] > 0
    assert "move_agreed" not in kinds(record)
    np.testing.assert_array_equal(zone.economy.firms.city, zone.economy.firms.origin_city)


def test_where_nobody_objects_every_move_that_pays_takes_place(free_moves):
    found = kinds(free_moves[1])
    assert found["move_agreed"] > 0
    assert "move_blocked" not in found


def test_handing_back_all_tax_opens_cities_that_look_at_tax_alone():
    """Without weight on product and jobs the loss is the tax, and the whole tax covers it."""
    blind = {
        "relocation.free": 0.0, "relocation.blocking": 0.0, "relocation.product": 0.0,
        "relocation.jobs": 0.0,
    }  # fmt: skip
    sharing = read_instrument(
        "transfer_compensation",
        {"since": "2010-04", "until": UNTIL, "losing": "all", "gaining": "all", "share": 1.0},
    )
    _, record = lived(sharing, **blind)
    blocked = [e for e in record.events if e.kind == "move_blocked" and e.month >= "2010-04"]
    assert blocked == []
    assert kinds(record)["move_agreed"] > 0


def test_what_the_host_gains_before_sharing_the_origin_loses(closed_cities):
    """Tax, product and jobs only change place: gain of the host and loss of the origin cancel."""
    for event in closed_cities[1].events:
        if event.kind == "move_blocked":
            assert event.gain_origin + event.gain_destination == pytest.approx(0.0, abs=1e-3)
            assert event.gain_origin < 0.0 < event.value


def test_only_private_and_foreign_manufacturers_move_and_only_once(free_moves):
    firms = free_moves[0].economy.firms
    moved = firms.city != firms.origin_city
    assert moved.any()
    assert MOVABLE[firms.industry[moved]].all()
    assert (firms.ownership[moved] != Ownership.STATE).all()
    assert (firms.name[moved] < 0).all(), "the large named firms stay where they stand"


def test_taxes_and_contracts_of_a_moved_firm_are_those_of_its_host(free_moves):
    economy = free_moves[0].economy
    firms, pools = economy.firms, economy.pools
    moved = firms.city != firms.origin_city
    np.testing.assert_array_equal(firms.tax_city[moved], firms.city[moved])
    np.testing.assert_array_equal(pools.city[firms.pool[moved]], firms.city[moved])
    np.testing.assert_array_equal(pools.industry[firms.pool[moved]], firms.industry[moved])


def test_customers_go_along_and_none_is_lost(free_moves, closed_cities):
    """Shares of origins add up as before; so do orders from outside."""
    moved, stayed = free_moves[0].economy.structure, closed_cities[0].economy.structure
    assert (moved.trade_weight != stayed.trade_weight).any()
    np.testing.assert_allclose(moved.trade_weight.sum(axis=1), stayed.trade_weight.sum(axis=1))
    np.testing.assert_allclose(
        moved.outside_demand.sum(axis=0), stayed.outside_demand.sum(axis=0)
    )


def test_loans_follow_the_firm_to_the_bank_of_its_host(free_moves):
    economy = free_moves[0].economy
    debts = np.bincount(economy.firms.city, economy.firms.debt, CITIES)
    debts += economy.governments.debt + economy.cells.developer_debt * 100.0
    np.testing.assert_allclose(economy.banks.loans[:CITIES], debts, atol=100.0)
