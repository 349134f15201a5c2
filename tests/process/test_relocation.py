"""Firms compare all cities and ask to move to the best offer; customers, loans and staff go along."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.definitions.geography import CITIES, City
from sezsim.policy import read_instrument
from sezsim.process.relocation import (
    GATES,
    MOVABLE,
    customers_kept,
    distances,
    gain_in_density,
)
from sezsim.scenario import Scenario
from sezsim.state.firms import Ownership
from sezsim.zone import Zone

UNTIL = "2011-06"
RESTLESS = {"relocation.pace": 0.5, "relocation.cost": 0.0}
EVERYBODY = {"since": "2010-04", "until": UNTIL, "losing": "all", "gaining": "all"}


def lived(*policies, until=UNTIL, **changes):
    base = Scenario.read("baseline")
    parameters = base.parameters.changed(RESTLESS | changes)
    scenario = replace(base, name="test", parameters=parameters, policies=policies)
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    return zone, zone.run()


def moves(record):
    return [event for event in record.events if event.kind.startswith("move")]


def kinds(record):
    return {event.kind for event in moves(record)}


@pytest.fixture(scope="module")
def free_moves():
    """A world in which no city opposes a move."""
    return lived(**{"relocation.free": 1.0})


@pytest.fixture(scope="module")
def closed_cities():
    """A world in which every city blocks what it loses by."""
    return lived(**{"relocation.free": 0.0, "relocation.blocking": 0.0})


def test_a_city_that_pays_nothing_for_blocking_lets_nobody_go_at_a_loss(closed_cities):
    _, record = closed_cities
    assert "move_blocked" in kinds(record)
    assert all(e.gain_origin >= 0.0 for e in moves(record) if e.kind == "move_agreed")


def test_where_nobody_objects_every_move_that_pays_takes_place(free_moves):
    assert kinds(free_moves[1]) <= {"move_agreed", "move_refused"}
    assert "move_agreed" in kinds(free_moves[1])


def test_everybody_who_asks_gains(free_moves, closed_cities):
    for event in moves(free_moves[1]) + moves(closed_cities[1]):
        assert event.value >= 0.0
        assert event.city != event.partner


def test_firms_ask_for_many_cities_not_for_one(free_moves):
    hosts = {event.partner for event in moves(free_moves[1])}
    assert len(hosts) >= 6
    largest = max(sum(e.partner == host for e in moves(free_moves[1])) for host in hosts)
    assert largest < 0.5 * len(moves(free_moves[1]))


def test_handing_back_all_tax_opens_cities_that_look_at_tax_alone():
    """Without weight on product and jobs the loss is the tax, and the whole tax covers it."""
    blind = {
        "relocation.free": 0.0, "relocation.blocking": 0.1, "relocation.product": 0.0,
        "relocation.jobs": 0.0, "relocation.works": 0.0, "relocation.bidding": 0.0,
    }  # fmt: skip
    whole = {"share": 1.0, "years": 30}
    sharing = read_instrument("transfer_compensation", EVERYBODY | whole)
    _, without = lived(**blind)
    _, record = lived(sharing, **blind)
    late = [e for e in moves(record) if e.month >= "2010-04"]
    assert "move_blocked" in {e.kind for e in moves(without)}
    assert "move_blocked" not in {e.kind for e in late}


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


def test_where_distance_does_not_matter_customers_go_along_and_none_is_lost():
    """Shares of origins add up as before; so do orders from outside."""
    zone, _ = lived(until="2010-06", **{"relocation.free": 1.0, "relocation.reach": 0.0})
    opened = Zone.open("baseline", persons_per_agent=5000).economy.structure
    moved = zone.economy.structure
    assert (moved.trade_weight != opened.trade_weight).any()
    np.testing.assert_allclose(moved.trade_weight.sum(axis=1), opened.trade_weight.sum(axis=1))
    np.testing.assert_allclose(
        moved.outside_demand.sum(axis=0), opened.outside_demand.sum(axis=0)
    )


def test_loans_follow_the_firm_to_the_bank_of_its_host(free_moves):
    economy = free_moves[0].economy
    debts = np.bincount(economy.firms.city, economy.firms.debt, CITIES)
    debts += economy.governments.debt + economy.cells.developer_debt * 100.0
    np.testing.assert_allclose(economy.banks.loans[:CITIES], debts, atol=100.0)


def test_staff_taken_along_changes_city_with_its_deposits():
    """If all staff goes along, persons move between cities that no migration explains."""
    still = {"migration.pace": 0.0, "settlement.pace": 0.0, "relocation.free": 1.0}
    _, stay = lived(until="2010-09", **still, **{"relocation.taken_along": 0.0})
    _, along = lived(until="2010-09", **still, **{"relocation.taken_along": 1.0})

    def between_cities(record):
        names = set(record.places)
        return sum(
            f.value
            for f in record.flows
            if f.kind == "migration" and {f.origin, f.destination} <= names
        )

    assert between_cities(stay) == 0.0
    assert between_cities(along) > 0.0


def test_sites_bids_and_moving_are_paid_through_the_books():
    zone, _ = lived(until="2010-04", **{"relocation.free": 1.0, "relocation.cost": 0.05})
    paid = {flow.name: between.sum() for flow, between in zone.books.flows.items()}
    for name in ("site left by a firm", "site sold on", "site of a moved firm",
                 "discount and grant to a moved firm", "cost of moving"):  # fmt: skip
        assert paid[name] > 0, name


def test_yearly_records_tell_how_many_jobs_left_each_city(free_moves):
    record = free_moves[1]
    agreed = [event for event in moves(record) if event.kind == "move_agreed"]
    told = [flow for flow in record.flows if flow.kind == "firm_transfer"]
    assert sum(flow.value for flow in told) == pytest.approx(sum(e.workers for e in agreed))
    assert {(f.origin, f.destination) for f in told} == {(e.city, e.partner) for e in agreed}


def test_customers_far_from_the_new_place_are_lost_in_part():
    """Twice the distance leaves 2^-reach of the customers; none is lost at reach 0."""
    apart = np.full((CITIES, CITIES), 50.0)
    apart[City.FUXIN] = 100.0
    travel = np.ones((CITIES, CITIES))
    sold = np.zeros(CITIES + len(GATES))
    sold[City.BENXI] = 1.0
    near = distances(apart, travel, 0.3)
    kept = customers_kept(near, City.ANSHAN, City.FUXIN, sold)
    assert kept == pytest.approx(2.0**-0.3)
    nobody_lost = distances(apart, travel, 0.0)
    assert customers_kept(nobody_lost, City.ANSHAN, City.FUXIN, sold) == 1.0


def test_faster_travel_brings_customers_back():
    apart, travel = np.full((CITIES, CITIES), 100.0), np.ones((CITIES, CITIES))
    faster = travel.copy()
    faster[City.FUXIN] = 0.5
    sold = np.ones(CITIES + len(GATES))
    slow = customers_kept(distances(apart, travel, 0.3), City.ANSHAN, City.FUXIN, sold)
    fast = customers_kept(distances(apart, faster, 0.3), City.ANSHAN, City.FUXIN, sold)
    assert fast > slow


def test_firms_gain_where_their_industry_is_dense():
    """Ten times the output raises productivity by 10^eta; a place without equals has a bound."""
    assert gain_in_density(10.0, 1.0, 0.04) == pytest.approx(10.0**0.04)
    assert gain_in_density(1.0, 10.0, 0.04) == pytest.approx(10.0**-0.04)
    assert gain_in_density(0.0, 1.0, 0.04) > 0.8
    assert gain_in_density(5.0, 1.0, 0.0) == 1.0


def test_a_common_floor_of_land_prices_lowers_what_firms_are_offered():
    """Corollary 5: without bids the rent of a move stays with the cities."""
    floor = read_instrument(
        "land_price_floor", {"since": "2010-04", "until": UNTIL, "bidding": 0.0}
    )
    costly = {"relocation.cost": 0.1, "relocation.free": 1.0}
    zone, bare = lived(floor, until="2010-09", **costly)
    _, bids = lived(until="2010-09", **costly)
    grants = next(f for f in zone.books.flows if f.name.startswith("discount and grant"))
    assert zone.books.flows[grants].sum() == 0
    assert len(moves(bare)) < len(moves(bids)), "some moves take place for the bid alone"
