"""Combinations of the design ship, all scenarios are said in words, the README suffices to write one."""

import re

import pytest

from sezsim.describe.plan import plan_rows
from sezsim.policy import read_instrument
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
        several = {policy.instrument() for policy in scenario.policies if policy.together}
        alone = [each for each in scenario.policies if each.instrument() not in several]
        assert len(said) >= len(alone) + len(several)
        for sentence in said:
            assert sentence.strip()
            assert not set("{}[]") & set(sentence), sentence


def test_the_plan_is_said_in_its_own_order_with_section_and_every_place_and_shift_by_name():
    plan, baseline = Scenario.read("plan_as_written"), Scenario.read("baseline")
    rows = {row["key"]: row for row in plan_rows()}
    assert {policy.id for policy in plan.policies} <= set(rows)
    for language, name in (("zh", "chinese"), ("en", "english")):
        said = in_words(plan, baseline, language)
        text = " ".join(said)
        told = [policy for policy in plan.policies if policy.together]
        assert len(told) > 50
        assert [each.id for each in told if rows[each.id][name] not in text] == []
        first = [re.findall(r"[I]+(?:-\d+)+", sentence)[0] for sentence in said]
        order = list(dict.fromkeys(row["section"] for row in rows.values()))
        assert [order.index(each) for each in first] == sorted(map(order.index, first))


def test_what_a_policy_leaves_as_it_is_is_not_said():
    portable = read_instrument(
        "benefit_portability", {"since": "2011-01", "until": "2020-12", "pension_left": 0.0}
    )
    assert portable.describe("en") == (
        "From 2011-01 to 2020-12, benefits travel in the whole zone: leaving a pension pool "
        "costs 0% of what it does now."
    )
    idle = portable.changed(pension_left=1.0)
    assert idle.describe("en").endswith("benefits travel in the whole zone: none.")
    assert idle.describe("zh").endswith("全区社会保险可转移接续：无。")


def test_a_level_shift_says_what_it_moves_and_by_how_much():
    fees = read_instrument(
        "level_shift", {"since": "2011-01", "until": "2020-12", "shift": "waste_fees"}
    )
    assert "use or emission per output -0.50% a year" in fees.describe("en")
    assert "单位产出用量或排放每年-0.50%" in fees.describe("zh")


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
