"""Rules between cities reach pairs of different cities."""

import numpy as np

from sezsim.definitions.geography import City
from sezsim.state.rules import between


def test_pairs_are_of_different_cities():
    pairs = between(tuple(City), tuple(City))
    assert pairs.sum() == 56
    assert not np.diag(pairs).any()
    assert between((City.ANSHAN,), (City.YINGKOU, City.FUXIN)).sum() == 2
