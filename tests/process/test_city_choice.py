"""A city enforces less where closing costs it tax and jobs, more where it is paid or fined."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import Industry
from sezsim.process.city_choice import Parameters, choose, enforcement
from sezsim.zone import Zone

P = Parameters()
shares = st.floats(0.0, 0.5)


def effort(award=0.0, tax=0.0, pay=0.0, p=P):
    return enforcement(award, tax, pay, p.audit * p.fine, p.jobs, p.curvature)


def test_enforcement_by_its_formula():
    """(audit * fine + award - tax - weight of jobs * pay) / curvature, per sales."""
    net = 0.7 * 0.25 + 0.01 - 0.03 - 0.3 * 0.2
    p = Parameters(audit=0.7, fine=0.25, jobs=0.3, curvature=0.2)
    assert effort(0.01, 0.03, 0.2, p) == pytest.approx(net / 0.2)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(shares, shares, shares, st.floats(0.001, 0.2))
def test_more_tax_or_jobs_at_stake_never_raise_enforcement(award, tax, pay, more):
    assert effort(award, tax + more, pay) <= effort(award, tax, pay)
    assert effort(award, tax, pay + more) <= effort(award, tax, pay)
    assert effort(award + more, tax, pay) >= effort(award, tax, pay)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(shares, shares, shares)
def test_enforcement_is_a_share(award, tax, pay):
    assert 0.0 <= effort(award, tax, pay) <= 1.0


def test_where_nobody_looks_and_nobody_pays_no_city_closes_what_pays_tax():
    assert effort(0.0, 0.03, 0.2, Parameters(audit=0.0)) == 0.0


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def chosen(economy, p=P):
    choose(economy, p)
    return economy.governments.enforcement.copy()


def test_without_orders_there_is_nothing_to_soften(economy):
    np.testing.assert_array_equal(chosen(economy), 1.0)


def test_only_cities_under_order_choose(economy):
    economy.rules.closing_quota[City.ANSHAN, Industry.STEEL] = 0.1
    found = chosen(economy, Parameters(fine=0.1))
    assert found[City.ANSHAN] < 1.0
    np.testing.assert_array_equal(np.delete(found, City.ANSHAN), 1.0)


def test_dearer_labour_means_more_to_lose(economy):
    """Jobs weigh by what they pay."""
    economy.rules.closing_quota[:, Industry.STEEL] = 0.1
    p = Parameters(fine=0.2)
    before = chosen(economy, p)
    economy.cells.wage *= 1.5
    after = chosen(economy, p)
    inside = (before > 0.0) & (before < 1.0)
    assert inside.any()
    assert (after[inside] < before[inside]).all()


def test_an_award_is_read_per_ten_thousand_yuan(economy):
    """280 yuan per 10,000 yuan raise enforcement by .028 over the curvature."""
    economy.rules.closing_quota[City.YINGKOU, Industry.STEEL] = 0.1
    p = Parameters(fine=0.1, curvature=1.0)
    before = chosen(economy, p)[City.YINGKOU]
    economy.rules.closing_award[City.YINGKOU, Industry.STEEL] = 280.0
    assert chosen(economy, p)[City.YINGKOU] - before == pytest.approx(0.028)


def test_the_score_of_a_city_counts_tax_product_and_pay_of_the_month_before():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-03")
    zone.step()
    firms, p = zone.economy.firms, zone.parameters.city_choice
    revenue = zone.economy.governments.revenue.copy()
    added = np.bincount(firms.city, firms.receipts - firms.costs, CITIES)
    paid = np.bincount(firms.city, firms.payroll, CITIES)
    choose(zone.economy, p)
    expected = revenue + p.product * added + p.jobs * paid
    np.testing.assert_allclose(zone.economy.governments.score, expected)
