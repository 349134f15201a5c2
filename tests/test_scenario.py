"""Scenarios extend each other, merge by id, and say what they are."""

import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sezsim.definitions.errors import ScenarioError
from sezsim.outside import still_path
from sezsim.parameters import Parameters
from sezsim.scenario import (
    OutsideChoice,
    Scenario,
    in_words,
    listed_scenarios,
    shipped_comparison,
    shipped_names,
)
from sezsim.scenario.outside_choice import read_change

POLICY = """
policies:
  - hukou_reform: {since: 2012-01, until: 2020-12, cities: [shenyang], settlement_ease: 1.5}
"""
SHARING = "{since: 2011-01, until: 2020-12, losing: [anshan], gaining: [yingkou], share: 0.5}"


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a scenario file and hands back its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def ids(scenario):
    return [policy.id for policy in scenario.policies]


OVERLAYS = {name for name, _, is_overlay in listed_scenarios() if is_overlay}


@pytest.mark.parametrize("name", [n for n in shipped_names() if n not in OVERLAYS])
def test_every_shipped_scenario_speaks_two_languages(name):
    for scenario in Scenario.read_all(name):
        assert scenario.name.partition("/")[0] == name
        for words in (scenario.title, scenario.question):
            assert words.zh.strip()
            assert words.en.strip()
        assert scenario.outside.path == "history"


def test_the_comparison_begins_with_the_baseline_that_has_no_policies():
    names = shipped_comparison()
    assert names[0] == "baseline"
    assert not Scenario.read(names[0]).policies
    assert all(Scenario.read(name).policies for name in names[1:])


def test_overlays_are_listed_as_such():
    assert {"steel_slump", "northeast_slump", "rail_early"} <= OVERLAYS


def test_policies_merge_by_id(write):
    write("base", f"policies:\n  - transfer_compensation: {SHARING}\n")
    child = write(
        "child",
        "extends: base\npolicies:\n  - transfer_compensation: {share: 0.2}" + POLICY[10:],
    )
    scenario = Scenario.read(child)
    assert ids(scenario) == ["hukou_reform", "transfer_compensation"]
    assert scenario.policies[1].share == 0.2
    assert scenario.policies[1].since.year == 2011


def test_off_removes_a_policy(write):
    write("base", POLICY)
    child = write("child", "extends: base\npolicies:\n  - hukou_reform: off\n")
    assert not Scenario.read(child).policies


def test_two_policies_of_one_instrument_carry_ids(write):
    path = write(
        "two",
        "policies:\n"
        f"  - transfer_compensation: {SHARING}\n"
        f"  - transfer_compensation: {SHARING[:-1]}, id: second}}\n",
    )
    assert ids(Scenario.read(path)) == ["second", "transfer_compensation"]
    child = write("child", "extends: two\npolicies:\n  - second: {share: 0.1}\n")
    assert [policy.share for policy in Scenario.read(child).policies] == [0.1, 0.5]


def test_the_order_in_the_file_does_not_matter(write):
    one = write("one", f"policies:\n  - transfer_compensation: {SHARING}" + POLICY[10:])
    two = write("two", POLICY + f"  - transfer_compensation: {SHARING}\n")
    assert Scenario.read(one).digest() == Scenario.read(two).digest()


def test_parameters_and_the_outside_merge_key_by_key(write):
    write(
        "base",
        "parameters: {labour_market.pace: 0.5, labour_market.fill_rate: 0.8}\n"
        "outside: {path: trend, changes: {price.steel: 0.9, demand.coal: 0.8}}\n",
    )
    child = write(
        "child",
        "extends: base\nparameters: {labour_market.pace: 0.6}\n"
        "outside: {changes: {price.steel: 0.7}}\n",
    )
    scenario = Scenario.read(child)
    assert scenario.parameters.labour_market.pace == 0.6
    assert scenario.parameters.labour_market.fill_rate == 0.8
    assert scenario.outside.as_text() == {
        "path": "trend",
        "changes": {"demand.coal": 0.8, "price.steel": 0.7},
    }


def test_a_title_is_not_handed_down(write):
    write("base", "title: {zh: 甲, en: First}\nmonths: 24\n")
    child = Scenario.read(write("child", "extends: base\n"))
    assert child.title.en == "child"
    assert child.months == 24


def test_arms_are_variants_of_one_file(write):
    path = write(
        "award",
        "title: {zh: 奖励, en: Award}\n"
        f"policies:\n  - transfer_compensation: {SHARING}\n"
        "arms:\n"
        "  low: {policies: [{transfer_compensation: {share: 0.1}}]}\n"
        "  none: {policies: [{transfer_compensation: off}]}\n",
    )
    low, none = Scenario.read_all(path)
    assert (low.name, none.name) == ("award/low", "award/none")
    assert low.title.en == "Award (low)"
    assert low.policies[0].share == 0.1
    assert not none.policies
    assert Scenario.read(f"{path}/low") == low
    with pytest.raises(ScenarioError, match="several arms"):
        Scenario.read(path)
    child = write("child", "extends: award/low\n")
    assert Scenario.read(child).policies == low.policies


def test_overlays_go_over_any_scenario(write):
    overlay = write(
        "slump",
        "overlay: true\noutside: {changes: {price.steel: 0.8}}\n"
        "policies:\n  - steel_phase_out: {quota: 0.1}\n",
    )
    scenario = Scenario.read("phase_out_with_award").under([overlay])
    assert scenario.name == "phase_out_with_award+slump"
    assert scenario.outside.changes[0].series == "price.steel"
    assert {p.id: p.quota for p in scenario.policies}["steel_phase_out"] == 0.1
    with pytest.raises(ScenarioError, match="no instrument called 'steel_phase_out'"):
        Scenario.read("baseline").under([overlay])
    with pytest.raises(ScenarioError, match="is an overlay"):
        Scenario.read(overlay)
    with pytest.raises(ScenarioError, match="no overlay"):
        Scenario.read("baseline").under(["history"])


def test_settings_change_single_values():
    scenario = Scenario.read("tax_sharing").with_settings(
        {
            "policies.transfer_compensation.share": 0.3,
            "parameters.labour_market.pace": 0.5,
            "labour_market.fill_rate": 0.8,
            "outside.path": "still",
            "outside.changes.price.steel": {"2012-01": 1.0, "2014-01": 0.5},
        }
    )
    assert scenario.policies[0].share == 0.3
    assert scenario.parameters.labour_market.pace == 0.5
    assert scenario.parameters.labour_market.fill_rate == 0.8
    assert scenario.outside.path == "still"
    assert len(scenario.outside.changes[0].points) == 2


def test_what_is_written_can_be_read_again():
    scenario = Scenario.read("history").under(["steel_slump"])
    assert scenario.with_settings({}) == scenario


def test_digest_follows_what_is_determined_and_not_the_words():
    scenario = Scenario.read("tax_sharing")
    assert replace(scenario, notes="a note").digest() == scenario.digest()
    for change in (
        {"policies": ()},
        {"parameters": Parameters().changed({"labour_market.pace": 0.5})},
        {"outside": OutsideChoice("still")},
    ):
        assert replace(scenario, **change).digest() != scenario.digest()


def test_a_dose_is_a_copy():
    base = Scenario.read("tax_sharing")
    doses = [replace(base, policies=(base.policies[0].changed(share=s),)) for s in (0.1, 0.9)]
    assert [dose.policies[0].share for dose in doses] == [0.1, 0.9]
    with pytest.raises(ScenarioError, match="two policies have the id"):
        replace(base, policies=base.policies * 2)


def test_scenarios_travel_to_other_processes():
    scenario = Scenario.read("history")
    assert pickle.loads(pickle.dumps(scenario)) == scenario  # noqa: S301


def test_factors_of_the_outside_join_months_smoothly():
    change = read_change("price.steel", {"2010-07": 1.0, "2011-01": 0.25})
    factors = change.factors(24)
    assert (factors[:7] == 1.0).all()
    assert factors[9] == pytest.approx(0.5)
    np.testing.assert_allclose(factors[12:], 0.25)


def test_changes_touch_only_their_series():
    path = still_path(24, 0.0, 0.0, 0.05)
    changes = (read_change("price.steel", 0.5), read_change("loan_rate", 2.0))
    after = OutsideChoice("still", changes).applied(path)
    steel = after.price[:, 8]
    np.testing.assert_allclose(steel, 0.5)
    np.testing.assert_array_equal(
        np.delete(after.price, 8, axis=1), np.delete(path.price, 8, axis=1)
    )
    np.testing.assert_allclose(after.loan_rate, 0.1)
    np.testing.assert_array_equal(after.demand, path.demand)
    assert (path.price == 1.0).all(), "the path itself is not changed"


def test_differences_are_said_in_words():
    baseline = Scenario.read("baseline")
    reform = Scenario.read("tax_sharing").with_settings(
        {"labour_market.pace": 0.5, "outside.path": "trend", "outside.changes.price.steel": 0.5}
    )
    english = in_words(reform, baseline, "en")
    assert len(english) == 4
    assert "hands 50% of the city tax" in english[0]
    assert "labour_market.pace is 0.5 instead of 1.0" in english[1]
    chinese = in_words(reform, baseline, "zh")
    assert "全区八市" in chinese[0]
    assert in_words(baseline, baseline, "en") == ["The same as the baseline."]
    assert in_words(baseline, reform, "en")[0].startswith("Dropped: ")
