"""What the ten areas carry adds up to what the plan as written does."""

import runpy
from pathlib import Path

import pytest

from sezsim.observation.targets import FIRST

SCRIPT = runpy.run_path(str(Path(__file__).parents[1] / "experiments" / "plan_targets.py"))
AREAS, CARRIED = SCRIPT["AREAS"], SCRIPT["CARRIED"]
SCALE = 5000


@pytest.fixture(scope="module")
def by_area():
    return SCRIPT["shares"](orders=1, scale=SCALE)


@pytest.fixture(scope="module")
def total():
    """The effect of all ten areas together."""
    lived = SCRIPT["lived"]
    plan, none = (lived(name, 1, SCALE) for name in ("plan_as_written", "baseline"))
    return {name: plan[name, FIRST] - none[name, FIRST] for name in CARRIED}


@pytest.mark.parametrize("indicator", CARRIED)
def test_the_shares_of_the_ten_areas_add_up_to_the_whole_effect(by_area, total, indicator):
    assert set(by_area[indicator]) == set(AREAS)
    assert sum(by_area[indicator].values()) == pytest.approx(total[indicator], rel=1e-9)
    assert total[indicator] != 0.0


def test_all_areas_together_are_the_plan_and_none_the_baseline():
    whole, nothing = (SCRIPT["coalition"](frozenset(areas)) for areas in (AREAS, ()))
    assert whole.policies == SCRIPT["Scenario"].read("plan_as_written").policies
    assert not nothing.policies


def test_the_flow_that_the_urban_target_needs_is_printed_beside_where_people_come_from(capsys):
    values = {("urbanisation", 2010): 0.65, ("population", 2010): 1e6,
              ("urbanisation", 2015): 0.70, ("population", 2015): 1.1e6}  # fmt: skip
    values |= {("net_migration", year): 100.0 for year in range(2011, 2016)}
    SCRIPT["urban_flows"]("test", [values])
    said = capsys.readouterr().out
    assert "needs 20,000 more urban residents a year for 75%, has 24,000" in said
    assert "1,200 net arrivals in the zone, 22,800 from villages, births less deaths" in said
