"""Parameters are one frozen tree, changed by dotted name."""

import pickle

import pytest
from pydantic import ValidationError

from sezsim.definitions.errors import ScenarioError
from sezsim.parameters import Parameters


def test_a_change_by_dotted_name_is_a_copy():
    before = Parameters()
    after = before.changed({"labour_market.pace": 0.5})
    assert after.labour_market.pace == 0.5
    assert before.labour_market.pace == 1.0
    assert after.differences(before) == {"labour_market.pace": (0.5, 1.0)}


def test_a_group_can_be_changed_as_a_whole():
    group = Parameters().labour_market.changed(pace=0.5)
    assert Parameters().changed(labour_market=group) == Parameters().changed(
        {"labour_market.pace": 0.5}
    )


def test_the_tree_is_frozen():
    with pytest.raises(ValidationError):
        Parameters().labour_market.pace = 0.5


def test_a_misspelt_name_is_refused_with_the_likely_intention():
    with pytest.raises(ScenarioError) as caught:
        Parameters().changed({"labour_market.pacy": 0.5})
    assert str(caught.value) == (
        "There is no parameter called 'labour_market.pacy'. Did you mean 'labour_market.pace'?"
    )


def test_all_problems_come_at_once():
    with pytest.raises(ScenarioError) as caught:
        Parameters().changed(
            {"labour_market.pace": 3.0, "labour_market.fill_rate": "high", "nothing.here": 1.0}
        )
    first, second, third = caught.value.problems
    assert first.startswith("There is no parameter called 'nothing.here'.")
    assert second.startswith("labour_market.pace = 3.0 lies outside [0.0, 1.0] (pace of")
    assert "source: " in second
    assert third.startswith("labour_market.fill_rate = 'high' is not a number")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, None, "0.5"])
def test_only_finite_numbers_are_admitted(value):
    with pytest.raises(ScenarioError):
        Parameters().changed({"labour_market.pace": value})


def test_digest_follows_the_values():
    assert Parameters().digest() == Parameters().digest()
    assert Parameters().digest() != Parameters().changed({"labour_market.pace": 0.5}).digest()


def test_parameters_travel_to_other_processes():
    changed = Parameters().changed({"labour_market.pace": 0.5})
    assert pickle.loads(pickle.dumps(changed)) == changed  # noqa: S301
