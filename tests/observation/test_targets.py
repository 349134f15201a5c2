"""Targets are levels of the plan or falls from 2010, and all together means all."""

import pytest

from sezsim.observation.indicator import INDICATORS
from sezsim.observation.indicators import measured
from sezsim.observation.targets import TARGETS, all_met, needed_flow

REACHED = {
    ("rd_gdp", 2015): 0.028, ("hitech_share", 2015): 0.31, ("services_share", 2015): 0.43,
    ("urbanisation", 2015): 0.76, ("energy_gdp", 2015): 0.8, ("energy_gdp", 2010): 1.0,
    ("water_gdp", 2015): 0.6, ("water_gdp", 2010): 1.0, ("so2", 2010): 100.0,
    ("so2", 2015): 90.0, ("cod", 2010): 10.0, ("cod", 2015): 9.0, ("gdp_real", 2010): 100.0,
    ("gdp_real", 2015): 160.0,
}  # fmt: skip


def test_every_target_has_an_indicator_of_the_panel():
    assert measured.__module__
    assert {target.indicator for target in TARGETS} <= set(INDICATORS)


def test_all_together_fails_where_one_fails():
    assert all_met(REACHED, 2015)
    for missed in (("rd_gdp", 0.026), ("energy_gdp", 0.9), ("so2", 110.0)):
        assert not all_met(REACHED | {(missed[0], 2015): missed[1]}, 2015)


def test_pollutants_are_set_against_product():
    so2 = next(target for target in TARGETS if target.key == "so2")
    assert so2.met(REACHED)
    assert not so2.met(REACHED | {("gdp_real", 2015): 100.0})


def test_an_urban_share_that_is_reached_needs_no_flow():
    assert needed_flow(0.76, 1e6, 5) == 0.0
    assert needed_flow(0.65, 1e6, 5) == pytest.approx(20_000.0)
