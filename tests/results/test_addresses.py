import pickle
from dataclasses import replace

import pytest
from fake_runs import FakeScenario

from sezsim.definitions.surroundings import folder_digest
from sezsim.results import addresses
from sezsim.results.addresses import Task

TASK = Task(scenario=FakeScenario("baseline"), replicate=1)


def test_the_same_run_has_the_same_name():
    assert Task(scenario=FakeScenario("baseline"), replicate=1).run == TASK.run


@pytest.mark.parametrize(
    "change",
    [
        {"scenario": FakeScenario("baseline", version=2)},
        {"scenario": FakeScenario("history")},
        {"replicate": 2},
        {"seed": 2011},
        {"persons_per_agent": 100},
        {"until": "2012-12"},
    ],
)
def test_whatever_determines_a_run_changes_its_name(change):
    assert replace(TASK, **change).run != TASK.run


def test_new_sources_data_or_versions_change_the_name(monkeypatch):
    before = replace(TASK).run
    for name in addresses.surroundings():
        other = {**addresses.surroundings(), name: "other"}
        with monkeypatch.context() as patch:
            patch.setattr(addresses, "surroundings", lambda other=other: other)
            assert replace(TASK).run != before


def test_a_worker_keeps_the_name_that_it_was_given(monkeypatch):
    named = TASK.run
    handed_over = pickle.dumps(TASK)
    monkeypatch.setattr(addresses, "surroundings", lambda: {"sources": "edited meanwhile"})
    assert pickle.loads(handed_over).run == named  # noqa: S301 - our own pickle


def test_a_name_can_be_a_file_whatever_the_scenario_is_called():
    task = Task(scenario=FakeScenario("Quota 0.05 / 去产能"), replicate=3)
    assert task.run.startswith("quota-0-05-0003-")


def test_data_have_another_digest_once_a_figure_changes(tmp_path):
    (tmp_path / "cities.csv").write_text("anshan,1\n")
    before = folder_digest(tmp_path)
    (tmp_path / "cities.csv").write_text("anshan,2\n")
    assert folder_digest(tmp_path) != before
