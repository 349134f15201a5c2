"""Level shifts are small: all of them together carry no target of the plan."""

from dataclasses import replace

import pytest

from sezsim.ensemble import evaluate
from sezsim.observation.targets import BASE, FIRST, TARGETS, value_of
from sezsim.policy import read_instrument
from sezsim.policy.level_shift import MOST, SHIFTS
from sezsim.scenario import Scenario

PLAN_YEARS = 5
CHANCE = (
    0.015  # of a threshold: replicates of the baseline lie as far apart in energy per product
)
LEVELS = {"rd_gdp", "hitech_share", "services_share", "urbanisation"}


@pytest.fixture(scope="module")
def yearly():
    """Yearly means without and with all level shifts, in full force from 2011-01 on."""
    baseline = Scenario.read("baseline")
    shifts = read_instrument(
        "level_shift", {"since": "2011-01", "until": "2020-12", "shift": "all"}
    )
    arms = baseline, replace(baseline, name="shifts", policies=(shifts,))
    found = [evaluate(arm, {}, persons_per_agent=5000) for arm in arms]
    return [
        {(name, int(year)): value for name, year, value in split_names(each)} for each in found
    ]


def split_names(values):
    for name, value in values.items():
        indicator, _, year = name.partition(".")
        if year.isdigit():
            yield indicator, year, value


def test_the_sum_of_all_shifts_carries_no_target(yearly):
    """What the baseline misses or meets by more than chance may, it misses or meets with them."""
    without, shifted = yearly
    for target in TARGETS:
        base = value_of(target.indicator, without, BASE) if target.relative else 1.0
        reached = value_of(target.indicator, without, target.year)
        if abs(reached / (target.threshold * base) - 1.0) > CHANCE:
            assert target.met(shifted) == target.met(without), target.key


@pytest.mark.parametrize("indicator", sorted(LEVELS))
def test_the_sum_of_all_shifts_moves_a_level_by_less_than_one_may_a_year(yearly, indicator):
    without, shifted = yearly
    moved = shifted[indicator, FIRST] / without[indicator, FIRST] - 1.0
    assert abs(moved) < MOST * PLAN_YEARS


def test_shifts_are_at_most_half_a_per_cent_a_year():
    assert max(abs(shift.size) for shift in SHIFTS.values()) <= MOST == 0.005
