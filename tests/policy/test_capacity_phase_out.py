"""The phase-out of backward capacity closes the same amount every month."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sezsim.definitions.calendar import Month
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.policy.capacity_phase_out import monthly_share

ANSHAN_STEEL = {"industry": "steel", "cities": ["anshan"], "quota": 0.6, "award": 280}


@given(st.floats(0.0, 1.0), st.integers(1, 120))
def test_closing_is_even_and_ends_at_the_quota(quota, months):
    since, until = Month(12), Month(12 + months - 1)
    left, closed = 1.0, []
    for month in range(12, 12 + months):
        share = monthly_share(quota, since, until, Month(month))
        closed.append(left * share)
        left -= closed[-1]
    np.testing.assert_allclose(closed, quota / months, atol=1e-12)
    assert 1.0 - left == pytest.approx(quota)


def test_order_reaches_only_the_named_cities_and_industry(enacted):
    rules = enacted("2011-01", ("capacity_phase_out", ANSHAN_STEEL))
    assert rules.closing_quota[City.ANSHAN, Industry.STEEL] == pytest.approx(0.6 / 36)
    assert np.count_nonzero(rules.closing_quota) == 1
    assert rules.closing_award[City.ANSHAN, Industry.STEEL] == 280
    assert np.count_nonzero(rules.closing_award) == 1


def test_two_orders_for_one_industry_never_close_more_than_there_is(enacted):
    whole = ANSHAN_STEEL | {"quota": 1.0}
    rules = enacted("2013-12", ("capacity_phase_out", whole), ("capacity_phase_out", whole))
    assert rules.closing_quota[City.ANSHAN, Industry.STEEL] == 1.0


def test_a_quota_of_zero_changes_nothing(enacted):
    idle = ANSHAN_STEEL | {"quota": 0.0, "award": 0.0}
    assert not enacted("2012-06", ("capacity_phase_out", idle)).closing_quota.any()
