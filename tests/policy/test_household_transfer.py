"""So much a month reaches every person of a kind, and the province pays all of it."""

import pytest

from sezsim.policy import read_instrument
from sezsim.policy.household_transfer import FROM_PROVINCE, TO_PERSONS
from sezsim.state.workers import Status

DATES = {"since": "2010-04", "until": "2020-12"}


def test_the_urban_poor_get_the_amount_each_and_the_province_pays_it(lived_under):
    """Unemployed, registered in town and without benefit: 200 yuan of the opening, indexed to pay."""
    policy = read_instrument(
        "household_transfer", {**DATES, "kind": "urban_poor", "amount": 200.0}
    )
    zone = lived_under(policy, until="2010-04")
    paid, received = (zone.books.between(flow) for flow in (FROM_PROVINCE, TO_PERSONS))
    assert paid.sum() == received.sum() > 0
    workers = zone.economy.workers
    poor = workers.alive & (workers.status == Status.UNEMPLOYED) & (workers.hukou_urban == 1)
    each = 200.0 * zone.economy.cells.wage_level.mean() * 100.0
    most = poor[: workers.count].sum() * zone.economy.workers.persons_per_agent * each
    assert received.sum() == pytest.approx(most, rel=0.35), "less those who still draw benefit"


def test_pensions_of_villagers_and_help_to_the_urban_poor_reach_different_people(lived_under):
    paid = {}
    for kind in ("rural_elders", "urban_poor"):
        policy = read_instrument("household_transfer", {**DATES, "kind": kind, "amount": 100.0})
        paid[kind] = lived_under(policy, until="2010-04").books.between(TO_PERSONS).sum()
    assert paid["rural_elders"] > paid["urban_poor"] > 0, "villagers above working age are many"
