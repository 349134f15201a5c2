"""Searchers look in the own city and along fast lines to neighbours."""

import numpy as np

from sezsim.definitions.geography import City
from sezsim.parameters import Parameters as Tree
from sezsim.prepared import prepared_economy
from sezsim.process.commuting import Parameters, opening_shares, where_to_look
from sezsim.state.rules import Rules


def structure():
    return prepared_economy(Tree(), 5000, 0.058).structure


def test_at_opening_times_the_shares_are_those_of_the_opening():
    opening = structure()
    np.testing.assert_allclose(where_to_look(opening, Rules(), Parameters()), opening.commuting)


def test_a_faster_line_raises_commuting_by_its_elasticity():
    rules, p = Rules(), Parameters()
    before = where_to_look(structure(), rules, p)
    rules.travel_time[City.FUSHUN, City.SHENYANG] = 0.9
    after = where_to_look(structure(), rules, p)
    ratio = after[City.FUSHUN, City.SHENYANG] / before[City.FUSHUN, City.SHENYANG]
    np.testing.assert_allclose(ratio, 0.9**-p.elasticity)
    np.testing.assert_allclose(after.sum(axis=1), 1.0)


def test_nobody_commutes_beyond_the_farthest():
    shares = opening_shares(np.array([[10.0, 40.0, 120.0]] * 3), 0.2, 30.0, 90.0)
    assert shares[0, 2] == 0.0 < shares[0, 1]
    np.testing.assert_allclose(shares.sum(axis=1), 1.0)
