"""Combinations of the design ship, all scenarios are said in words, the README suffices to write one."""

import re

import pytest

from sezsim.scenario import Scenario, in_words, listed_scenarios
from sezsim.scenario.reading import FOLDER
from sezsim.zone import Zone

COMBINATIONS = {  # what stands in each, by the scenarios of which it is made
    "auction_and_transition": {"capacity_phase_out", "training_subsidy", "wage_insurance"},
    "transfers_and_registration": {"nash_bargaining", "registration_rule", "rural_land"},
    "green_and_state_reform": {"emissions_trading", "pollution_levy", "state_enterprise_reform"},
    "core_package": {
        "capacity_replacement", "nash_bargaining", "training_subsidy", "city_scores",
    },
    "plan_as_written": {"capacity_phase_out", "hukou_reform", "city_scores", "level_shift"},
}  # fmt: skip
ALONE = [name for name, _, is_overlay in listed_scenarios() if not is_overlay]
OVERLAYS = [name for name, _, is_overlay in listed_scenarios() if is_overlay]
README = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1]


@pytest.mark.parametrize("name", COMBINATIONS)
def test_combinations_of_the_design_ship_with_all_their_parts(name):
    found = {policy.instrument() for policy in Scenario.read(name).policies}
    assert found >= COMBINATIONS[name]


def test_the_auction_with_measures_for_workers_is_the_auction_and_the_measures():
    both = Scenario.read("auction_and_transition").policies
    parts = {
        *Scenario.read("award_rules/c_auction").policies,
        *Scenario.read("just_transition/whole_package").policies,
    }
    assert set(both) <= parts


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ALONE)
def test_every_shipped_scenario_is_said_in_words(name, language):
    baseline = Scenario.read("baseline")
    for scenario in Scenario.read_all(name):
        said = in_words(scenario, baseline, language)
        assert len(said) >= len(scenario.policies)
        for sentence in said:
            assert sentence.strip()
            assert not set("{}[]") & set(sentence), sentence


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_overlay_is_said_in_words(overlay, language):
    baseline = Scenario.read("baseline")
    said = in_words(baseline.under([overlay]), baseline, language)
    assert said != in_words(baseline, baseline, language)


def test_every_shipped_scenario_stands_in_the_readme():
    missing = [name for name in (*ALONE, *OVERLAYS) if f"`{name}`" not in README]
    assert not missing


def test_what_the_readme_shows_can_be_run_as_it_stands(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    scenario = Scenario.read(str(path))
    assert scenario.title.en == "Easier settlement"
    zone = Zone.open(scenario, persons_per_agent=5000, until="2012-03")
    record = zone.run()
    assert zone.books.checks > 0
    assert len(record.panel) == 27
