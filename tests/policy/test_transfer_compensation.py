"""Tax sharing binds the city that gains to the city that loses, never a city to itself."""

import numpy as np

from sezsim.definitions.geography import City


def test_the_gaining_city_owes_the_losing_city(enacted):
    shares = enacted(
        "2011-01",
        ("transfer_compensation", {"losing": ["anshan"], "gaining": ["yingkou"], "share": 0.5}),
    ).tax_share
    assert shares[City.ANSHAN, City.YINGKOU] == 0.5
    assert np.count_nonzero(shares) == 1


def test_no_city_pays_itself(enacted):
    shares = enacted(
        "2011-01", ("transfer_compensation", {"losing": "all", "gaining": "all", "share": 0.3})
    ).tax_share
    assert not np.diag(shares).any()
    assert np.count_nonzero(shares) == 56


def test_the_larger_of_two_shares_holds(enacted):
    pair = {"losing": ["anshan"], "gaining": ["yingkou"]}
    shares = enacted(
        "2011-01",
        ("transfer_compensation", {**pair, "share": 0.5}),
        ("transfer_compensation", {**pair, "share": 0.2}),
    ).tax_share
    assert shares[City.ANSHAN, City.YINGKOU] == 0.5


def test_the_terms_of_the_better_sharing_hold_together(enacted):
    """Ten years at 30% give more than three at 50%; the terms are not mixed."""
    pair, here = {"losing": ["anshan"], "gaining": ["yingkou"]}, (City.ANSHAN, City.YINGKOU)
    short = ("transfer_compensation", {**pair, "share": 0.5, "years": 3, "ordered_only": 1})
    long = ("transfer_compensation", {**pair, "share": 0.3, "years": 10})
    for order in ((short, long), (long, short)):
        rules = enacted("2011-01", *order)
        assert rules.tax_share[here] == 0.3
        assert rules.sharing_years[here] == 10.0
        assert rules.sharing_ordered[here] == 0.0
