"""Rules and flows lie in one buffer each; a copy of a table is a table of its own."""

from copy import deepcopy

import numpy as np

from sezsim.definitions.geography import City
from sezsim.state.month_flows import MonthFlows
from sezsim.state.rules import Rules


def test_a_copy_of_the_rules_becomes_neutral_by_itself():
    rules = Rules()
    rules.hukou_quota[City.ANSHAN] = 3.0
    other = deepcopy(rules)
    assert other.hukou_quota[City.ANSHAN] == 3.0
    other.make_neutral()
    assert other.hukou_quota[City.ANSHAN] == 1.0
    assert rules.hukou_quota[City.ANSHAN] == 3.0


def test_clearing_the_flows_forgets_every_count():
    flows = MonthFlows()
    flows.births[City.FUXIN] = 12.0
    flows.moves[City.FUXIN, City.SHENYANG] = 5.0
    flows.clear()
    assert not flows.births.any()
    assert not flows.moves.any()


def test_rules_of_different_names_share_no_place():
    rules = Rules()
    rules.buffer[:] = np.arange(len(rules.buffer))
    first, second = rules.matching, rules.training_places
    assert not np.intersect1d(first, second).size
