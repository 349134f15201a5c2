"""Offices help where they stand; posts announced in all cities widen search everywhere."""

import numpy as np

from sezsim.definitions.geography import City


def test_matching_improves_in_the_weak_cities_and_search_reaches_further_in_all(enacted):
    offices = {"cities": ["fuxin", "tieling"], "matching": 1.1, "reach": 1.5}
    rules = enacted("2012-01", ("employment_service", offices))
    assert rules.matching[City.FUXIN] == rules.matching[City.TIELING] == 1.1
    assert np.count_nonzero(rules.matching != 1.0) == 2
    assert rules.search_reach == 1.5
