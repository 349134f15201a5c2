"""Cities add air to the revenue they report: more where it counts, less where checks or tax bite."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sezsim.accounting.books import fen
from sezsim.observation.indicator import INDICATORS
from sezsim.parameters import Parameters
from sezsim.policy import read_instrument
from sezsim.process.reported_revenue import HANDED_UP, air
from sezsim.scenario import Scenario
from sezsim.state.economy import Sector
from sezsim.zone import Zone

NAMES = list(INDICATORS)
AIR, TRUE = NAMES.index("revenue_overreported"), NAMES.index("fiscal_revenue")
IN_FORCE = {"since": "2010-04", "until": "2011-06"}
shares = st.floats(0.0, 1.0)
weights = st.floats(1.0, 4.0)


def lived(until="2010-12", parameters=None, **scores):
    policies = [read_instrument("city_scores", IN_FORCE | scores)] if scores else []
    scenario = Scenario(
        name="test",
        policies=tuple(policies),
        parameters=Parameters().changed(parameters or {}),
    )
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    return zone, zone.run().panel


@pytest.fixture(scope="module")
def race():
    return lived(revenue=2.0)


def test_the_part_added_by_its_formula():
    """What the weight adds, less what audits find and what must be handed up."""
    assert air(2.0, 0.0, 0.0, 0.25) == 0.25
    assert air(2.0, 0.6, 0.0, 0.25) == pytest.approx(0.1)
    assert air(1.5, 0.0, 0.2, 0.25) == pytest.approx(0.25 * 0.5 * 0.8)


@given(weights, shares, shares, st.floats(0.0, 1.0))
def test_more_weight_adds_air_and_checks_and_dues_take_it_away(weight, honesty, upper, more):
    found = air(weight, honesty, upper, 0.25)
    assert found >= 0.0
    assert air(weight + more, honesty, upper, 0.25) >= found
    assert air(weight, min(honesty + more, 1.0), upper, 0.25) <= found
    assert air(weight, honesty, upper + more, 0.25) <= found


@given(st.floats(0.2, 1.0), shares, shares)
def test_revenue_that_weighs_no_more_than_in_2010_is_reported_as_it_is(weight, honesty, upper):
    assert air(weight, honesty, upper, 0.25) == 0.0


def test_a_doubled_weight_gives_what_the_audit_of_the_years_to_2014_found(race):
    """Facts F26: 15 to 23% of revenue."""
    _, panel = race
    part = panel[3:, -1, AIR] / panel[3:, -1, TRUE]
    assert ((part > 0.15) & (part < 0.25)).all()
    assert (panel[:3, :, AIR] == 0.0).all()


def test_the_province_gets_its_share_of_tax_that_nobody_paid_and_the_books_close(race):
    zone, _ = race
    kept = zone.parameters.taxes.business_city
    upper = zone.parameters.reported_revenue.shared * (1.0 - kept) / kept
    paid = zone.books.between(HANDED_UP).sum(axis=1)[:8]
    np.testing.assert_array_equal(paid, fen(zone.economy.governments.air * upper))
    assert (paid > 0).all()
    held = zone.economy.purses.upper.sum()
    assert zone.books.ledger[Sector.UPPER_GOVERNMENTS].sum() == held
    assert zone.books.checks > 0


def test_air_of_fees_alone_moves_reports_and_no_bit_of_the_real_economy():
    told = {"reported_revenue.shared": 0.0}
    silent = told | {"reported_revenue.air": 0.0}
    _, false = lived(parameters=told, revenue=2.0)
    _, true = lived(parameters=silent, revenue=2.0)
    real = np.delete(np.arange(len(NAMES)), AIR)
    np.testing.assert_array_equal(false[:, :, real], true[:, :, real])
    assert (false[3:, :8, AIR] > 0.0).all()
    assert (true[:, :, AIR] == 0.0).all()


def test_what_is_handed_up_is_missing_from_services():
    _, false = lived(revenue=2.0, until="2011-06")
    _, true = lived(revenue=2.0, until="2011-06", parameters={"reported_revenue.air": 0.0})
    spent = NAMES.index("fiscal_expenditure")
    assert (false[-1, :, TRUE] < true[-1, :, TRUE]).all()
    assert (false[-1, :, spent] < true[-1, :, spent]).all()


def test_checks_take_away_the_part_of_the_air_that_they_find(race):
    _, checked = lived(revenue=2.0, honesty=0.6)
    part = checked[3:, -1, AIR] / checked[3:, -1, TRUE]
    before = race[1][3:, -1, AIR] / race[1][3:, -1, TRUE]
    assert part == pytest.approx(0.4 * before, rel=0.05)


def test_where_cities_keep_more_of_the_tax_they_invent_more():
    """The less of a reported yuan must be handed up, the cheaper air is."""
    few, many = (air(2.0, 0.0, 0.5 * (1.0 - kept) / kept, 0.25) for kept in (0.70, 0.85))
    assert many > few > 0.0
