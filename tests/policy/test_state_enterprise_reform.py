"""Budgets harden; firms that the state sells follow private rules, and so do contracts of staff."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.labour.sale import sell_firms
from sezsim.policy import read_instrument
from sezsim.process.layoffs import INTERNALLY_RETIRED, Parameters, resettle
from sezsim.state.firms import Ownership
from sezsim.state.workers import Status
from sezsim.zone import Zone

SCALE, FINE = 5000, 1000  # the largest named firms are pools of their own at 1:1000


@pytest.fixture
def zone():
    zone = Zone.open("baseline", persons_per_agent=SCALE)
    zone.step()
    zone.draws.enter(zone.month)
    return zone


def state_firms(economy, *, named):
    firms, pools = economy.firms, economy.pools
    rows = np.flatnonzero((firms.ownership == Ownership.STATE) & (firms.staff >= SCALE))
    alone = pools.firm[firms.pool[rows]] == rows
    return rows[alone == named]


def sell(zone, rows):
    keys = zone.draws.keys(("sold/staff", "sold/rows"))
    sell_firms(zone.economy, rows, keys[0], keys[1])


def test_contracts_pass_to_the_private_employers_of_the_trade_and_nobody_loses_one(zone):
    economy = zone.economy
    workers, pools, firms = economy.workers, economy.pools, economy.firms
    sold = state_firms(economy, named=False)
    before = pools.rows.copy()
    sell(zone, sold)
    held = workers.pool[: workers.count]
    counted = np.bincount(held[held >= 0], minlength=len(pools.rows))
    np.testing.assert_array_equal(counted, pools.rows)
    assert pools.rows.sum() == before.sum()
    assert (pools.ownership[firms.pool[sold]] == Ownership.PRIVATE).all()
    np.testing.assert_array_equal(pools.city[firms.pool[sold]], firms.city[sold])
    np.testing.assert_array_equal(pools.industry[firms.pool[sold]], firms.industry[sold])
    gone = before.sum() - before[pools.ownership == Ownership.PRIVATE].sum()
    left = pools.rows[pools.ownership == Ownership.STATE].sum()
    staff = firms.staff[sold].sum() / SCALE
    assert gone - left == pytest.approx(staff, rel=0.2), "as many as the firms employ"


def test_a_named_firm_keeps_its_own_pool_which_turns_private():
    zone = Zone.open("baseline", persons_per_agent=FINE)
    economy = zone.economy
    sold = state_firms(economy, named=True)
    pool, rows = economy.firms.pool[sold].copy(), economy.pools.rows.copy()
    assert len(sold)
    sell(zone, sold)
    np.testing.assert_array_equal(economy.firms.pool[sold], pool)
    np.testing.assert_array_equal(economy.pools.rows, rows)
    assert (economy.pools.ownership[pool] == Ownership.PRIVATE).all()


def test_who_is_dismissed_by_a_sold_firm_is_not_retired_internally(zone):
    economy = zone.economy
    workers, firms = economy.workers, economy.firms
    firm = int(np.argmax(np.where(firms.ownership == Ownership.STATE, firms.staff, 0.0)))
    pool = firms.pool[firm]
    rows = np.flatnonzero(workers.pool[: workers.count] == pool)
    workers.age[rows] = 59 * 12
    bridged = {}
    for sold in (False, True):
        if sold:
            sell(zone, np.array([firm]))
        economy.scratch.dismissed = rows
        economy.scratch.dismissed_pool = np.full(len(rows), firms.pool[firm])
        workers.status[rows] = Status.UNEMPLOYED
        resettle(economy, zone.books, Parameters(), zone.draws)
        bridged[sold] = (workers.status[rows] == INTERNALLY_RETIRED).sum()
    assert bridged[False] > 0
    assert bridged[True] == 0


def test_a_hard_budget_makes_rescue_rarer_and_a_gap_closes_where_the_state_employs_most(
    lived_under,
):
    settings = {
        "since": "2010-04", "until": "2020-12", "cities": "all", "soft_budget": 0.5,
        "convergence": 0.2,
    }  # fmt: skip
    zone = lived_under(read_instrument("state_enterprise_reform", settings), until="2010-04")
    rules = zone.economy.rules
    assert rules.soft_budget == 0.5
    assert (
        rules.productivity[:, Industry.STEEL].max()
        > rules.productivity[:, Industry.LIGHT].max()
    )
    assert rules.productivity.min() >= 1.0
