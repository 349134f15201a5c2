"""Rules that hang on nothing but settings and months are worked out once and serve every replicate."""

import numpy as np

from sezsim.policy import Moment, instruments
from sezsim.policy.rulebook import Rulebook, rulebook
from sezsim.scenario import Scenario
from sezsim.zone import Zone

PLAN = Scenario.read("plan_as_written")
OPENING = ("the same opening",)
UNTIL = "2011-12"


def lived(replicate):
    zone = Zone.open(PLAN, persons_per_agent=5000, replicate=replicate, until=UNTIL)
    zone.rulebook = Rulebook(PLAN.policies)
    zone.run()
    return zone.rulebook.months


def test_the_rules_of_a_month_are_the_same_whatever_became_of_the_economy():
    first, second = lived(1), lived(2)
    assert len(first) == 24
    for month, rules in first.items():
        np.testing.assert_array_equal(rules, second[month])


def test_what_was_kept_gives_the_same_run_as_what_is_worked_out_anew():
    fresh = Zone.open(PLAN, persons_per_agent=5000, until=UNTIL)
    fresh.rulebook = Rulebook(PLAN.policies)
    kept = Zone.open(PLAN, persons_per_agent=5000, until=UNTIL)
    kept.rulebook.months.update(lived(3))
    np.testing.assert_array_equal(fresh.run().panel, kept.run().panel)


def test_scenarios_with_other_policies_or_openings_have_rules_of_their_own():
    assert rulebook(PLAN.policies, OPENING) is rulebook(PLAN.policies, OPENING)
    assert rulebook(PLAN.policies, OPENING) is not rulebook(PLAN.policies[1:], OPENING)
    assert rulebook(PLAN.policies, OPENING) is not rulebook(PLAN.policies, ("another",))


def test_most_instruments_of_the_register_only_write_rules():
    ruling = [name for name, kind in instruments().items() if kind.moment is Moment.RULING]
    assert len(ruling) > len(instruments()) / 2
