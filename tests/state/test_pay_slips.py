"""What a month brings is used to the last fen, and the totals are those of the rows."""

from copy import deepcopy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sezsim.process.income as process
from sezsim.process.income import compute_month, sources
from sezsim.state.claims import (
    BENEFIT,
    DISPOSABLE,
    HOMES,
    REMITTED,
    SPENT,
    claim,
    rates_of_claims,
    terms_of_month,
)
from sezsim.state.pay_slips import pay_rows, use_of_income
from sezsim.state.workers import Status
from sezsim.zone import Zone

SHARES = st.floats(0.0, 1.0)


@pytest.fixture(scope="module")
def zone():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-02")
    zone.step()
    return zone


def month_of(zone):
    copy = deepcopy(zone.economy)
    return copy, compute_month(copy, zone.parameters.income)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.tuples(*[SHARES] * 4))
def test_nobody_spends_what_is_not_there(earned, held, shares):
    sent, spent, homes = use_of_income(earned, held, *shares)
    assert min(sent, spent, homes) >= 0
    assert sent <= earned + 1
    assert spent + homes <= max(0, held + earned - sent)


@given(st.integers(0, 10**9), st.integers(-(10**12), -(10**10)), SHARES, SHARES)
def test_who_is_deep_in_debt_buys_nothing(earned, held, propensity, wealth):
    assert use_of_income(earned, held, 0.0, propensity, wealth, 0.3) == (0, 0, 0)


def test_the_retired_of_the_country_draw_a_part_of_the_pension_of_the_town(zone):
    economy, p = zone.economy, zone.parameters.income
    due = terms_of_month(*sources(economy, p)).due
    town, country = (due[claim(Status.RETIRED, urban, 0)] for urban in (1, 0))
    assert town.all()
    np.testing.assert_allclose(country, p.rural_pension * town, rtol=1e-6)


def test_last_pay_counts_only_while_a_claim_runs():
    rates = rates_of_claims(0.4, 0.6)
    assert rates[claim(Status.UNEMPLOYED, 1, 1)] == rates[claim(Status.UNEMPLOYED, 0, 1)] == 0.4
    assert rates[claim(Status.UNEMPLOYED, 1, 0)] == 0.0
    assert rates[claim(Status.INTERNALLY_RETIRED, 1, 0)] == 0.6
    assert not rates[claim(Status.RETIRED, 0, 0) : claim(Status.RETIRED, 1, 1) + 1].any()


def test_totals_of_a_city_are_those_of_its_rows(zone):
    economy, month = month_of(zone)
    workers = economy.workers
    rows = workers.alive[: workers.count]
    city = workers.city[: workers.count][rows]
    before = zone.economy.workers.deposits
    saved = (workers.deposits - before)[: workers.count][rows]
    used = month.kinds[:, [REMITTED, SPENT, HOMES]].sum(axis=1)
    kept = np.array([saved[city == c].sum() for c in range(8)])
    np.testing.assert_array_equal(kept, month.kinds[:, DISPOSABLE] - used)
    np.testing.assert_array_equal(kept, month.saved)


def test_pay_of_pools_is_the_pay_of_commuters(zone):
    economy, month = month_of(zone)
    by_work = np.zeros(8, np.int64)
    np.add.at(by_work, economy.pools.city, month.pools)
    np.testing.assert_array_equal(month.commuters.sum(axis=1), by_work)


def test_the_plain_loop_pays_what_the_compiled_loop_pays(zone, monkeypatch):
    economy, month = month_of(zone)
    monkeypatch.setattr(process, "pay_rows", pay_rows.py_func)
    plain_economy, plain = month_of(zone)
    assert plain.kinds[:, BENEFIT].all()
    np.testing.assert_array_equal(plain.pools, month.pools)
    np.testing.assert_allclose(plain.kinds, month.kinds, atol=2)
    np.testing.assert_allclose(plain_economy.workers.deposits, economy.workers.deposits, atol=2)
