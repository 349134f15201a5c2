"""What reforms of registration, benefits and resettlement change, and who pays for it."""

import numpy as np
import pytest

from sezsim.lives.destinations import access_of_services
from sezsim.policy import read_instrument
from sezsim.policy.wage_insurance import gap_made_up
from sezsim.process.migration import Parameters, tastes_of, utility_change
from sezsim.scenario import Scenario
from sezsim.state.public_services import public_pools
from sezsim.state.residents import service_cost
from sezsim.state.rules import Service
from sezsim.zone import Zone

DATES = {"since": "2010-04", "until": "2020-12"}
WORTH = np.array([0.4, 0.3, 0.2, 0.1])
NONE = np.zeros((11, 11), np.int64)


def lived(*policies, until="2010-12"):
    """Live a zone at 1:5000; return converts, and payments by name, over all months."""
    read = tuple(read_instrument(name, {**DATES, **more}) for name, more in policies)
    zone = Zone.open(Scenario(name="test", policies=read), persons_per_agent=5000, until=until)
    converts, paid = 0.0, {}
    while not zone.is_over:
        zone.step()
        converts += zone.economy.flows.converted.sum()
        for flow, between in zone.books.flows.items():
            paid[flow.name] = paid.get(flow.name, NONE) + between
    return converts, paid


RULE = ("registration_rule", {"cities": "all", "quota": 20})
MONEY = ("money_follows_people", {"registered": 1.0})


def test_four_services_open_one_by_one_and_together_in_full():
    for service in Service:
        granted = np.zeros((4, 8))
        granted[service] = 1.0
        np.testing.assert_allclose(access_of_services(granted, WORTH, 0.0), WORTH[service])
    np.testing.assert_allclose(access_of_services(np.ones((4, 8)), WORTH, 0.0), 1.0)


def test_care_that_is_settled_anyway_is_not_gained_twice():
    granted = np.zeros((4, 8))
    np.testing.assert_allclose(access_of_services(granted, WORTH, 0.9), 0.9 * 0.3)
    granted[Service.HEALTH] = 1.0
    np.testing.assert_allclose(access_of_services(granted, WORTH, 0.9), 0.3)


def test_a_convert_costs_the_part_of_services_gained():
    cost = service_cost(np.array([10.0, 0.0]), np.array([0.5, 0.5]), np.array([300.0, 300.0]))
    np.testing.assert_allclose(cost, [1500.0, 0.0])


def test_wage_insurance_makes_up_a_part_of_a_loss_and_nothing_of_a_gain():
    assert gap_made_up(3000.0, 2000.0, 0.5) == 500.0
    assert gap_made_up(2000.0, 3000.0, 0.5) == 0.0


def test_more_are_registered_when_the_money_follows_and_the_province_pays():
    without, _ = lived(RULE)
    following, paid = lived(RULE, MONEY)
    assert following > 1.5 * without
    transfers = paid["transfers that follow people"]
    assert transfers[8, :8].sum() > 0
    assert transfers.sum() == transfers[8, :8].sum()


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("housing_allowance", {"cities": "all", "rate": 0.05}),
        ("public_works", {"cities": "all", "places": 100_000, "pay": 800}),
        ("wage_insurance", {"cities": "all", "share": 0.5}),
        ("training_subsidy", {"cities": "all", "places": 20_000, "stipend": 500}),
    ],
)
def test_what_the_province_grants_households_receive_to_the_fen(name, settings):
    _, paid = lived((name, settings), until="2014-12")
    granted, received = paid["grants for workers"], paid["grants received by workers"]
    assert granted.sum() > 0
    np.testing.assert_array_equal(granted[8, :8], np.diag(received)[:8])


def test_public_posts_are_held_by_older_dismissed_people_and_paid_by_city_and_province():
    rule = {**DATES, "cities": "all", "places": 20_000, "city_part": 0.25, "months": 120}
    read = (read_instrument("public_posts", rule),)
    scenario = Scenario(name="test", policies=read)
    zone = Zone.open(scenario, persons_per_agent=5000, until="2012-12")
    city = above = 0
    while not zone.is_over:
        zone.step()
        for flow, between in zone.books.flows.items():
            city += int(between.sum()) if flow.name == "public posts paid by cities" else 0
            above += int(between.sum()) if flow.name == "public posts paid above" else 0
    workers, pools = zone.economy.workers, set(public_pools().tolist())
    holders = workers.alive & np.isin(workers.pool, list(pools)) & (workers.lost_pay > 0.0)
    assert holders.any()
    assert above == pytest.approx(3 * city, rel=1e-6)
    assert city > 0


def test_recognised_qualifications_make_cities_worth_more_to_strangers_alone():
    """The whole pay discount gone: income rises by the discount, less where many are idle."""
    economy, p = Zone.open("baseline", persons_per_agent=5000).economy, Parameters()
    before = utility_change(economy, tastes_of(economy, p, 0.0))
    economy.rules.recognition[...] = 1.0
    gain = utility_change(economy, tastes_of(economy, p, 0.0)) - before
    assert not gain[0].any()
    whole = -np.log(1.0 - p.discount)
    assert (gain[1] < p.income_elasticity * whole).all()
    assert (gain[1] > 0.9 * p.income_elasticity * whole).all()


def test_open_services_cost_the_cities_more_services():
    """The four levers are written one by one into the rules of the named cities only."""
    zone = Zone.open("baseline", persons_per_agent=5000)
    policy = read_instrument(
        "service_entitlement", {**DATES, "cities": ["shenyang"], "schools": 0.5, "health": 0.2}
    )
    policy.enact(zone.economy, None, zone.draws)
    rules = zone.economy.rules
    np.testing.assert_array_equal(rules.entitlement[:, 0], [0.5, 0.2, 0.0, 0.0])
    assert not rules.entitlement[:, 1:].any()
    assert rules.services[0] > 1.0
    assert (rules.services[1:] == 1.0).all()


def test_the_strictest_limit_on_what_may_be_asked_holds(enacted):
    rules = enacted(
        "2012-01",
        ("registration_rule", {"cities": "all", "job": 2.0}),
        ("registration_rule", {"cities": ["fuxin"], "job": 1.0, "insurance": 0.0}),
    )
    assert rules.years_asked[0, 5] == 1.0
    assert rules.years_asked[0, 0] == 2.0
    assert rules.years_asked[2, 5] == 0.0
