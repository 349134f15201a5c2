"""What each instrument of transfer compensation promises, and what of two promises holds."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.state.rules import between

PAIR = {"losing": ["anshan"], "gaining": ["yingkou"]}
HERE = (City.ANSHAN, City.YINGKOU)


def test_pairs_are_of_different_cities():
    pairs = between(tuple(City), tuple(City))
    assert pairs.sum() == 56
    assert not np.diag(pairs).any()
    assert between((City.ANSHAN,), (City.YINGKOU, City.FUXIN)).sum() == 2


def test_the_terms_of_the_better_sharing_hold_together(enacted):
    """Ten years at 30% give more than three at 50%; the terms are not mixed."""
    short = ("transfer_compensation", {**PAIR, "share": 0.5, "years": 3, "ordered_only": 1})
    long = ("transfer_compensation", {**PAIR, "share": 0.3, "years": 10})
    for order in ((short, long), (long, short)):
        rules = enacted("2011-01", *order)
        assert rules.tax_share[HERE] == 0.3
        assert rules.sharing_years[HERE] == 10.0
        assert rules.sharing_ordered[HERE] == 0.0


def test_the_larger_of_two_lump_sums_holds(enacted):
    rules = enacted(
        "2011-01", ("lump_sum", {**PAIR, "years_of_tax": 2}),
        ("lump_sum", {"losing": "all", "gaining": "all", "years_of_tax": 1}),
    )  # fmt: skip
    assert rules.lump_years[HERE] == 2.0
    assert rules.lump_years.sum() == 57.0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_equal_credits_the_split_one_holds(enacted, order):
    rules = enacted(
        "2011-01",
        *(("gdp_credit", {**PAIR, "share": 0.5, "double": double}) for double in order),
    )
    assert rules.gdp_credit[HERE] == 0.5
    assert rules.gdp_split[HERE] == 1.0


def test_negotiation_opens_between_the_cities_and_all_of_them_pay_dues(enacted):
    talks = {**PAIR, "negotiated": 0.8, "power": 0.3, "fund": 0.001}
    rules = enacted("2011-01", ("nash_bargaining", talks))
    assert rules.bargaining[HERE] == 0.8
    assert rules.bargaining_power[HERE] == 0.3
    assert rules.bargaining.sum() == 0.8
    np.testing.assert_array_equal(np.flatnonzero(rules.fund_rate), sorted(HERE))


def test_a_park_gives_land_and_shares_for_long(enacted):
    rules = enacted("2011-01", ("enclave_park", {**PAIR, "split": 0.5, "land": 0.4}))
    assert rules.enclave_share[HERE] == 0.5
    assert rules.enclave_years[HERE] == 10.0
    assert rules.land_gift[HERE] == 0.4
    assert rules.land_gift.sum() == 0.4


def test_the_cities_of_a_joint_area_have_one_number_and_others_none(enacted):
    rules = enacted(
        "2011-01",
        ("joint_tax_area", {"cities": ["shenyang", "fushun"], "pooled": 1.0}),
        ("joint_tax_area", {"id": "south", "cities": ["anshan", "yingkou"], "pooled": 0.5}),
    )
    area, pool = rules.joint_area, rules.joint_pool
    assert area[City.SHENYANG] == area[City.FUSHUN] != area[City.ANSHAN] == area[City.YINGKOU]
    assert area[City.FUXIN] == pool[City.FUXIN] == 0.0
    assert pool[City.ANSHAN] == 0.5


def test_the_lower_limit_on_bids_holds(enacted):
    rules = enacted(
        "2011-01", ("land_price_floor", {"bidding": 0.4}),
        ("land_price_floor", {"id": "later", "bidding": 0.7}),
    )  # fmt: skip
    assert rules.bid_limit == 0.4
