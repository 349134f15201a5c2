"""Variance shares agree with what is known of two functions, and with scipy's own estimate."""

import numpy as np
import pytest
from scipy import stats

from sezsim.analysis.factors import Factor, at_points, replicate_factor
from sezsim.analysis.morris import morris_points, morris_table
from sezsim.analysis.sobol import sobol_indices, sobol_points, sobol_table
from sezsim.analysis.tornado import tornado_table

POINTS = 4096
A, B = 7.0, 0.1
G = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0])


def ishigami(cube):
    x = np.pi * (2.0 * cube - 1.0)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def g_function(cube):
    return np.prod((np.abs(4.0 * cube - 2.0) + G) / (1.0 + G), axis=1)


def known_ishigami():
    """Return first-order and total indices from the integrals of the function."""
    v1 = 0.5 * (1.0 + B * np.pi**4 / 5.0) ** 2
    v2, v13 = A**2 / 8.0, B**2 * np.pi**8 * (1.0 / 18.0 - 1.0 / 50.0)
    whole = v1 + v2 + v13
    return np.array([v1, v2, 0.0]) / whole, np.array([v1 + v13, v2, v13]) / whole


def known_g():
    each = 1.0 / (3.0 * (1.0 + G) ** 2)
    whole = np.prod(1.0 + each) - 1.0
    total = each * np.prod(1.0 + each) / (1.0 + each)
    return each / whole, total / whole


@pytest.mark.parametrize(
    ("function", "known"), [(ishigami, known_ishigami), (g_function, known_g)]
)
def test_indices_are_those_of_the_integrals(function, known):
    first, total = known()
    points = sobol_points(len(first), POINTS, seed=1)
    found = sobol_indices(function(points)[:, None], len(first))
    np.testing.assert_allclose(found.first.value[:, 0], first, atol=0.02)
    np.testing.assert_allclose(found.total.value[:, 0], total, atol=0.02)
    assert (found.total.low <= found.total.value).all()
    assert (found.total.value <= found.total.high).all()


def test_many_outcomes_at_once_agree_with_scipy_one_by_one():
    points = sobol_points(3, 1024, seed=2)
    both = np.stack([ishigami(points), points @ [1.0, 2.0, 3.0]], axis=1)
    found = sobol_indices(both, 3)
    blocks = both.T.reshape(2, 5, 1024)
    for o in range(2):
        functions = {"f_A": blocks[o, :1], "f_B": blocks[o, 1:2], "f_AB": blocks[o, 2:, None]}
        scipys = stats.sobol_indices(func=functions, n=1024)
        np.testing.assert_allclose(found.first.value[:, o], scipys.first_order, atol=1e-2)
        np.testing.assert_allclose(found.total.value[:, o], scipys.total_order, atol=1e-2)


def test_chance_is_a_factor_and_an_outcome_of_chance_alone_is_all_floor():
    factors = (Factor("pace", 0.0, 2.0), replicate_factor(16))
    points = sobol_points(2, 1024, seed=3)
    values = at_points(factors, points)
    noise = np.random.default_rng(5).normal(size=17)
    outcomes = np.array([[noise[int(v["replicate"])], v["pace"]] for v in values])
    table = sobol_table(outcomes, ["pace", "replicate"], ["noise", "pace_itself"])
    total = table.set_index(["outcome", "factor"])["total"]
    assert total["noise", "replicate"] == pytest.approx(1.0, abs=0.05)
    assert total["noise", "pace"] == 0.0
    assert total["pace_itself", "replicate"] == 0.0


def test_an_outcome_that_never_changes_has_no_indices():
    found = sobol_indices(np.ones((64 * 4, 1)), 2)
    assert np.isnan(found.total.value).all()


def test_a_missing_run_leaves_out_its_point_alone():
    points = sobol_points(3, 2048, seed=4)
    outcomes = ishigami(points)[:, None]
    outcomes[[5, 3000]] = np.nan
    found = sobol_indices(outcomes, 3)
    np.testing.assert_allclose(found.first.value[:, 0], known_ishigami()[0], atol=0.03)


def test_screening_ranks_the_factors_of_the_g_function():
    points = morris_points(6, 60, seed=1)
    table = morris_table(points, g_function(points)[:, None], list("abcdef"), ["g"])
    size = table.set_index("factor")["mu_star"]
    assert size["a"] > size["b"] > size["c"] > size["d"] > size[["e", "f"]].max()
    assert (table["low"] <= table["mu_star"]).all()


def test_screening_finds_the_slopes_of_a_plane():
    points = morris_points(2, 20, seed=1)
    table = morris_table(points, (points @ [3.0, -2.0])[:, None], ["up", "down"], ["y"])
    assert table["mu"].to_list() == pytest.approx([3.0, -2.0])
    assert table["sigma"].to_list() == pytest.approx([0.0, 0.0], abs=1e-9)


def test_a_tornado_bar_goes_from_the_mean_of_the_low_third_to_that_of_the_high_third():
    points = sobol_points(2, 1024, seed=5)
    table = tornado_table(points, points[:, :1] * 6.0, ["x", "idle"], ["y"]).set_index("factor")
    assert table.loc["x", ["at_low", "at_high"]].to_list() == pytest.approx(
        [1.0, 5.0], abs=0.05
    )
    idle = table.loc["idle"]
    assert abs(idle["at_high"] - idle["at_low"]) < 3.0 * (
        idle["error_low"] + idle["error_high"]
    )


def test_a_factor_takes_values_between_its_bounds_or_from_its_list():
    assert Factor("pace", 1.0, 3.0).at(0.25) == 1.5
    listed = Factor("rule", values=("none", "half"))
    assert [listed.at(x) for x in (0.0, 0.49, 0.5, 1.0)] == ["none", "none", "half", "half"]
