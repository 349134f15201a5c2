"""Targets are levels of the plan or falls from 2010, and all together means all."""

import numpy as np
import pytest

from sezsim.observation.aggregates import POSITION, Aggregates
from sezsim.observation.indicator import INDICATORS
from sezsim.observation.indicators import (
    hitech_share_reported,
    measured,
    services_share,
    services_share_reported,
)
from sezsim.observation.targets import AS_REPORTED, TARGETS, all_met, needed_flow
from sezsim.report.measures import LEVELS
from sezsim.zone import Zone

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


def test_the_wedge_moves_what_is_reported_and_leaves_the_models_own_shares():
    fields = dict.fromkeys(POSITION, 0.0) | {
        "va_secondary": 50.0, "va_tertiary": 40.0, "va_primary": 10.0, "va_industry": 40.0,
        "va_hitech": 8.0, "reported_va": 110.0, "reported_tertiary": 40.0,
        "reported_industry": 50.0, "reported_hitech": 10.0,
    }  # fmt: skip
    a = Aggregates(np.array([[list(fields.values())]]))
    assert services_share(a).item() == pytest.approx(0.4)
    assert services_share_reported(a).item() == pytest.approx(40.0 / 110.0)
    assert hitech_share_reported(a).item() == pytest.approx(0.2)


def test_padding_industry_lowers_the_reported_share_of_services_in_a_padded_city():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-03")
    panel, names = zone.run().panel, list(INDICATORS)
    own, told = names.index("services_share"), names.index("services_share_reported")
    anshan, shenyang = 1, 0
    assert zone.economy.structure.wedge[anshan, 1] > 1.0
    assert (panel[:, anshan, told] < panel[:, anshan, own]).all()
    assert panel[:, shenyang, told] == pytest.approx(panel[:, shenyang, own], rel=1e-6)


def test_reported_figures_may_meet_together_what_the_models_own_do_not():
    told = REACHED | {("services_share", 2015): 0.41, ("services_share_reported", 2015): 0.43,
                      ("hitech_share_reported", 2015): 0.31}  # fmt: skip
    assert not all_met(told, 2015)
    assert all_met(told, 2015, reported=True)
    assert {target.indicator for target in AS_REPORTED} <= set(INDICATORS)


def test_a_fall_from_nothing_asks_for_nothing():
    integration = next(target for target in TARGETS if target.key == "integration")
    assert integration.met({("efficient_blocked", 2010): 0.0, ("efficient_blocked", 2020): 0.0})


def test_the_report_and_the_experiment_know_the_same_levels():
    assert LEVELS == {
        "rd_gdp": 2.7, "hitech_share": 30.0, "services_share": 42.0, "urbanisation": 75.0,
    }  # fmt: skip
