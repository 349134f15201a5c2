"""No instrument of the plan is without effect, and the books close under each of them."""

import numpy as np
import pytest

from sezsim.describe.plan import plan_rows
from sezsim.observation.indicator import INDICATORS
from sezsim.scenario import Scenario
from sezsim.state.economy import RESERVE_FUND, Sector
from sezsim.zone import Zone

UNTIL = "2012-06"
LATE = {  # firms fail after three years without margin; these caps bind from 2013 on
    "asset_supervision", "asset_takeover", "water_cap", "pollutant_cap", "coal_cap",
    "permit_trading",
}  # fmt: skip
ACTING = [row for row in plan_rows() if row["mechanism"] != "target" and row["key"] not in LATE]
SAMPLED = {row["mechanism"]: row["key"] for row in reversed(ACTING)}  # the first row of each
POLICIES = {policy.id: policy for policy in Scenario.read("plan_as_written").policies}
INTENDED = {  # what is far beyond chance within two years, and its direction
    "research_credit": ("rd_gdp", +1),
    "levy_reform": ("so2", -1),
    "responsibility": ("so2", -1),
    "special_limits": ("so2", -1),
    "joint_air_control": ("cod", -1),
    "circular_parks": ("energy_gdp", -1),
    "resource_tax": ("fiscal_revenue", +1),
    "tax_tiers": ("fiscal_revenue", +1),
    "approvals": ("openings", +1),
    "private_entry": ("openings", +1),
    "closing_award": ("capacity_backward", -1),
    "new_towns": ("rent", -1),
    "evaluation": ("gdp_reported", -1),
    "waste_fees": ("cod", -1),
    "smart_grid": ("energy_gdp", -1),
    "belts": ("gdp_real", +1),
}


def lived(*keys, until=UNTIL):
    policies = tuple(POLICIES[key].changed(rolled_out=None) for key in keys)
    scenario = Scenario(name="test", policies=policies)
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    return zone, zone.run().panel


@pytest.fixture(scope="module")
def baseline():
    return lived()[1]


@pytest.mark.parametrize("key", sorted(SAMPLED.values()))
def test_every_mechanism_changes_something_and_the_books_close(baseline, key):
    zone, panel = lived(key)
    assert (panel != baseline).any()
    assert zone.books.checks > 0


@pytest.mark.parametrize("key", INTENDED)
def test_what_is_far_beyond_chance_goes_the_way_that_the_plan_intends(baseline, key):
    name, sign = INTENDED[key]
    column = list(INDICATORS).index(name)
    last = slice(-6, None)
    change = lived(key)[1][last, -1, column].mean() - baseline[last, -1, column].mean()
    assert np.sign(change) == sign


def test_over_reporting_changes_reports_and_nothing_else_in_the_economy(baseline):
    zone, panel = lived("own_statistics")
    names = list(INDICATORS)
    reported, true = names.index("gdp_reported"), names.index("gdp_real")
    told = zone.economy.governments.over_reporting
    wedge = zone.economy.structure.wedge.mean(axis=1)
    assert told == pytest.approx((wedge - 1.0) * -0.6)
    month = list(zone.record().months).index("2011-01")
    np.testing.assert_array_equal(panel[month, :, true], baseline[month, :, true])
    assert panel[month, -1, reported] < baseline[month, -1, reported]


def test_the_reserve_fund_of_mines_never_spends_more_than_it_holds():
    zone, _ = lived("mining_reserve")
    held = zone.economy.purses.upper[RESERVE_FUND]
    assert held > 0
    assert zone.books.ledger[Sector.UPPER_GOVERNMENTS].sum() == zone.economy.purses.upper.sum()


def test_cities_upstream_receive_what_users_of_water_pay(baseline):
    column = list(INDICATORS).index("fiscal_revenue")
    change = (lived("reservoirs", until=UNTIL)[1] - baseline)[-1, :, column]
    fushun, shenyang = 2, 0
    assert change[fushun] > 0.0 > change[shenyang]


def test_firms_sold_keep_their_debt_and_become_private():
    sold, _ = lived("state_withdrawal")
    kept, _ = lived()
    private = 1
    assert (sold.economy.firms.ownership == private).sum() > (
        kept.economy.firms.ownership == private
    ).sum()
