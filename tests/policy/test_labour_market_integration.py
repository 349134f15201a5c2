"""Posts are found sooner and people of other cities are welcome where the markets join."""

import numpy as np

from sezsim.definitions.geography import City


def test_matching_and_settling_improve_in_the_cities_that_join(enacted):
    joined = {"cities": ["shenyang", "fushun"], "matching": 1.15, "ease": 1.1}
    rules = enacted("2012-01", ("labour_market_integration", joined))
    for rule, value in ((rules.matching, 1.15), (rules.settlement_ease, 1.1)):
        assert rule[City.SHENYANG] == rule[City.FUSHUN] == value
        assert np.count_nonzero(rule != 1.0) == 2
