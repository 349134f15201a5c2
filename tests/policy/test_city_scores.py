"""Scores of cities: a veto makes cities obey, honesty changes reports and nothing else."""

import numpy as np
import pytest

from sezsim.observation.indicator import INDICATORS
from sezsim.policy import read_instrument
from sezsim.process.pollution import LEVY
from sezsim.scenario import Scenario
from sezsim.zone import Zone

NAMES = list(INDICATORS)
REPORTED = [k for k, name in enumerate(NAMES) if name.endswith("_reported")]
IN_FORCE = {"since": "2010-04", "until": "2011-06"}


def lived(**settings):
    policies = [read_instrument("city_scores", IN_FORCE | settings)] if settings else []
    zone = Zone.open(
        Scenario(name="test", policies=tuple(policies)), persons_per_agent=5000, until="2011-06"
    )
    return zone, zone.run().panel


@pytest.fixture(scope="module")
def baseline():
    return lived()[1]


def test_a_city_that_emits_too_much_scores_nothing_whatever_else_it_did():
    zone, _ = lived(veto=0.5)
    assert zone.economy.scratch.failed.all()
    assert (zone.economy.governments.score == 0.0).all()
    assert (zone.economy.governments.revenue > 0.0).all()


def test_a_city_that_fails_collects_the_whole_levy_and_its_firms_emit_less(baseline):
    zone, panel = lived(veto=0.5)
    p = zone.parameters.pollution
    ratio = panel[-1, :8, NAMES.index("so2")] / baseline[-1, :8, NAMES.index("so2")]
    assert ratio == pytest.approx(np.full(8, p.collected**-p.elasticity), rel=0.02)
    assert (zone.books.between(LEVY).sum(axis=1)[:8] > 0).all()


def test_only_cities_above_the_limit_fail():
    zone, _ = lived(veto=1.0)
    structure, scratch = zone.economy.structure, zone.economy.scratch
    opening = (structure.output * structure.so2).sum(axis=1)
    assert 0 < scratch.failed.sum() < 8
    assert (scratch.sulphur[scratch.failed] > 0.99 * opening[scratch.failed]).all()
    assert (scratch.sulphur[~scratch.failed] < 1.01 * opening[~scratch.failed]).all()


def test_a_veto_that_no_city_meets_changes_nothing(baseline):
    zone, panel = lived(veto=5.0)
    np.testing.assert_array_equal(panel, baseline)
    assert not zone.economy.scratch.failed.any()


def test_a_city_that_fails_carries_out_every_order():
    order = read_instrument(
        "capacity_phase_out",
        IN_FORCE | {"industry": "steel", "cities": "all", "quota": 0.5},
    )
    veto = read_instrument("city_scores", IN_FORCE | {"veto": 0.5})
    zones = [
        Zone.open(
            Scenario(name="test", policies=chosen), persons_per_agent=5000, until="2010-08"
        )
        for chosen in ((order,), (order, veto))
    ]
    for zone in zones:
        zone.run()
    assert zones[0].economy.governments.enforcement.min() < 1.0
    assert (zones[1].economy.governments.enforcement == 1.0).all()


def test_honest_statistics_move_reports_and_no_bit_of_the_real_economy(baseline):
    _, panel = lived(honesty=1.0)
    real = np.delete(np.arange(len(NAMES)), REPORTED)
    np.testing.assert_array_equal(panel[:, :, real], baseline[:, :, real])
    for column in REPORTED:
        assert (panel[-1, :, column] != baseline[-1, :, column]).any(), NAMES[column]
