"""How many replicates an effect needs, against closed forms."""

import itertools

import numpy as np
import pandas as pd
import pytest

from sezsim.analysis.precision import half_width, needed, replicates_needed
from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.ensemble import until_precise
from sezsim.ensemble.until_precise import Wanted, run_until_precise


@pytest.mark.parametrize(("n", "quantile"), [(2, 12.7062), (10, 2.2622), (61, 2.0003)])
def test_the_half_width_is_that_of_the_t_table(n, quantile):
    assert half_width(3.0, n) == pytest.approx(quantile * 3.0 / np.sqrt(n), rel=1e-4)


@pytest.mark.parametrize("wanted", [0.01, 0.1, 0.5, 3.0])
def test_the_number_needed_is_the_least_that_is_enough(wanted):
    n = replicates_needed(1.0, wanted)
    assert half_width(1.0, n) <= wanted
    assert n == 2 or half_width(1.0, n - 1) > wanted


def test_many_replicates_follow_the_normal_law():
    assert replicates_needed(1.0, 0.01) == pytest.approx((1.959964 / 0.01) ** 2, rel=1e-3)


def test_a_pilot_of_known_spread_says_its_half_width_and_a_careful_number():
    pilot = np.tile([-1.0, 1.0], 5)  # variance 10/9
    said = needed(pilot, 0.2)
    assert said.spread == pytest.approx(np.sqrt(10 / 9))
    assert said.half_width == pytest.approx(2.2622 * np.sqrt(10 / 9) / np.sqrt(10), rel=1e-4)
    # chi-square(9) lies above 5.3801 with probability 0.8
    assert said.careful == replicates_needed(np.sqrt(10 / 5.3801), 0.2)
    assert said.careful > said.replicates > said.pilot


def test_a_precision_that_means_nothing_is_refused():
    for pilot, wanted in ((np.ones(1), 0.1), (np.ones(4), 0.0), (np.arange(4.0), 1e-9)):
        with pytest.raises(ResultError):
            needed(pilot, wanted)
    for text in ("gdp_real.2015", "gdp_real.2015=-1", "gdp_real.2015=nan"):
        with pytest.raises(ScenarioError, match="half-width"):
            Wanted.read(text)
    for text, told in (("gdp_real=1", "is no outcome"), ("gdp_rael.2015=1", "'gdp_real'")):
        with pytest.raises(ScenarioError, match=told):
            Wanted.read(text)


@pytest.fixture
def known_spread(monkeypatch):
    """Replace runs by effects of standard deviation 1; hand back the replicates asked for."""
    asked = []

    def run(_scenarios, *, replicates, **_others):
        asked.append(replicates)
        return replicates

    def precision(replicates, outcome, wanted):
        width = half_width(1.0, replicates)
        row = {"half_width": width, "replicates": replicates_needed(1.0, wanted)}
        return pd.DataFrame([row])

    monkeypatch.setattr(until_precise, "run", run)
    monkeypatch.setattr(until_precise, "precision", precision)
    return asked


def test_replicates_are_added_until_the_effect_is_precise(known_spread):
    run_until_precise("any", Wanted("gdp_real.2015", 0.2), replicates=10)
    assert known_spread[-1] == replicates_needed(1.0, 0.2)
    assert all(later <= 2 * before for before, later in itertools.pairwise(known_spread))


def test_no_more_than_the_stated_maximum_is_run(known_spread):
    run_until_precise("any", Wanted("gdp_real.2015", 0.01), replicates=10, most=50)
    assert known_spread[-1] == 50
