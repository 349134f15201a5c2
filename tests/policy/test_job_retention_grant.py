"""Grants go to firms in the red that keep their staff, come from the province, and lower debts."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.policy import read_instrument
from sezsim.policy.job_retention_grant import RETENTION
from sezsim.scenario import Scenario
from sezsim.zone import Zone

GRANT = {
    "since": "2010-04", "until": "2012-12", "cities": "all", "industries": "all", "share": 0.3,
}  # fmt: skip


def lived(*policies, until="2012-12"):
    scenario = Scenario(name="test", policies=policies)
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    zone.run()
    return zone


@pytest.fixture
def economy():
    return lived(until="2010-06").economy


def test_who_is_in_the_red_and_keeps_its_staff_is_paid_and_nobody_else(economy):
    firms = economy.firms
    firms.bad_months[:], firms.wanted[:] = 0, firms.staff
    steel = np.flatnonzero(
        (firms.industry == Industry.STEEL) & firms.is_open & (firms.staff > 0.0)
    )
    loses, sheds = steel[:2]
    firms.bad_months[[loses, sheds]] = 5
    firms.wanted[sheds] = 0.5 * firms.staff[sheds]
    grant = read_instrument("job_retention_grant", GRANT)
    np.testing.assert_array_equal(np.flatnonzero(grant.entitled(economy)), [loses])
    elsewhere = grant.changed(industries=(Industry.COAL,))
    assert not elsewhere.entitled(economy).any()
    home = City(int(firms.city[loses]))
    others = tuple(city for city in City if city is not home)
    assert not grant.changed(cities=others).entitled(economy).any()


def test_the_province_pays_what_firms_get_and_firms_owe_less():
    grant = read_instrument("job_retention_grant", GRANT)
    with_grant, without = lived(grant), lived()
    paid = with_grant.books.between(RETENTION)
    assert paid.sum() > 0
    assert paid[:8].sum() == 0, "no city pays"
    assert with_grant.books.checks == without.books.checks > 0
    owed, before = (
        int(zone.economy.firms.debt.sum() - zone.economy.firms.cash.sum())
        for zone in (with_grant, without)
    )
    assert owed < before
    upper, upper_before = (zone.economy.purses.upper.sum() for zone in (with_grant, without))
    assert upper < upper_before


def test_the_grant_is_a_part_of_the_payroll_of_those_entitled():
    """In the last month: share times payroll, to half a fen a firm."""
    grant = read_instrument("job_retention_grant", GRANT)
    seen = {}

    class Watched(type(grant)):
        def enact(self, economy, books, draws):
            rows = self.entitled(economy)
            seen["wanted"] = self.share * economy.firms.payroll[rows].sum()
            seen["firms"] = int(rows.sum())
            super().enact(economy, books, draws)

    zone = lived(Watched.model_construct(**dict(grant)), until="2011-06")
    paid = zone.books.between(RETENTION).sum() / 100.0
    assert seen["firms"] > 0
    assert paid == pytest.approx(seen["wanted"], abs=0.01 * seen["firms"])
