"""A policy that is rolled out moves its rules evenly from those without it to its own."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.definitions.calendar import Month
from sezsim.definitions.errors import ScenarioError
from sezsim.policy import read_instrument
from sezsim.policy.instrument import Moment
from sezsim.policy.rulebook import Rulebook
from sezsim.scenario import Scenario
from sezsim.zone import Zone

ENTRY = {"since": "2011-01", "until": "2020-12", "cities": "all", "industries": ["mach"]}
ROLLED = {**ENTRY, "ease": 1.6, "rolled_out": "2015-12"}
CAP = {
    "since": "2011-01", "until": "2020-12", "cities": "all", "substances": ["so2"], "limit": 0.9,
}  # fmt: skip


@pytest.fixture(scope="module")
def zone():
    return Zone.open("baseline", persons_per_agent=5000, until="2010-02")


@pytest.fixture
def rules_in(zone):
    def rules(month, *policies):
        zone.month = Month.read(month)
        zone.draws.enter(zone.month)
        zone.rulebook = Rulebook(
            [read_instrument(name, settings) for name, settings in policies]
        )
        zone.economy.rules.make_neutral()
        zone.enact(Moment.REGULATION, zone.books)
        return zone.economy.rules.buffer.copy(), zone.economy.rules.entry_ease.max()

    return rules


@pytest.mark.parametrize(
    ("month", "ease"),
    [("2010-12", 1.0), ("2011-01", 1.01), ("2013-06", 1.3), ("2015-12", 1.6), ("2019-01", 1.6)],
)
def test_rules_move_evenly_until_the_policy_is_rolled_out(rules_in, month, ease):
    assert rules_in(month, ("entry_reform", ROLLED))[1] == pytest.approx(ease)


def test_what_is_rolled_out_is_the_policy_itself(rules_in):
    plain = rules_in("2016-01", ("entry_reform", {**ENTRY, "ease": 1.6}))[0]
    np.testing.assert_array_equal(rules_in("2016-01", ("entry_reform", ROLLED))[0], plain)


def test_policies_without_a_roll_out_are_in_full_force_beside_others(rules_in):
    other = {**ENTRY, "id": "other", "ease": 1.1}
    both = rules_in("2013-06", ("entry_reform", ROLLED), ("entry_reform", other))[1]
    assert both == pytest.approx(1.1 * 1.3)


def test_a_limit_holds_at_once(rules_in):
    limited = rules_in("2011-01", ("emissions_trading", {**CAP, "rolled_out": "2015-12"}))[0]
    np.testing.assert_array_equal(
        np.isfinite(limited), np.isfinite(rules_in("2011-01", ("emissions_trading", CAP))[0])
    )


def test_a_neutral_policy_that_is_rolled_out_changes_nothing():
    baseline = Scenario.read("baseline")
    neutral = read_instrument("entry_reform", {**ENTRY, "rolled_out": "2015-12"})
    changed = replace(baseline, policies=(*baseline.policies, neutral))
    runs = [
        Zone.open(s, persons_per_agent=5000, until="2011-06").run() for s in (baseline, changed)
    ]
    np.testing.assert_array_equal(runs[0].panel, runs[1].panel)


@pytest.mark.parametrize(
    ("name", "settings", "said"),
    [
        ("entry_reform", {**ROLLED, "rolled_out": "2010-12"}, "before it begins"),
        ("entry_reform", {**ROLLED, "rolled_out": "soon"}, "soon"),
        ("ecological_compensation",
         {"since": "2011-01", "until": "2020-12", "price": 0.05, "rolled_out": "2015-12"},
         "moves money, not rules"),
    ],
)  # fmt: skip
def test_a_roll_out_that_cannot_be_is_refused(name, settings, said):
    with pytest.raises(ScenarioError, match=said):
        read_instrument(name, settings)


def test_words_tell_the_month_of_full_force():
    policy = read_instrument("entry_reform", ROLLED)
    assert "2015-12" in policy.describe("en")
    assert "2015-12起全面实施" in policy.describe("zh")
