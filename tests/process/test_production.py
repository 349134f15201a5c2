"""Production runs the best equipment first, within plan, staff and capacity."""

import numpy as np

from sezsim.process.production import by_vintage, run_equipment, shutdown_price
from sezsim.state.firms import Ownership

CITIES, INDUSTRIES = 8, 19
STEEL = 8


def plant(capacity, plan, *, staff=1e9, price=1.0, fixed=0.3, labour=0.2, before=0):
    """One steel firm in the first city; returns its output by vintage and all else.

    Before are months in which the price has not covered the cost of any vintage.
    """
    grid = np.ones((CITIES, INDUSTRIES))
    labour_profile = np.tile([1.5, 1.2, 1.0, 0.75], (INDUSTRIES, 1))
    energy_profile = np.tile([0.25, 0.10, 0.0, -0.08], (INDUSTRIES, 1))
    out = {name: np.zeros(1) for name in ("output", "wanted", "unit_cost", "costs")}
    out["losing"] = np.full((1, 4), before, np.int16)
    running, totals = np.array([capacity]), np.zeros((CITIES, INDUSTRIES, 5))
    need, *of_vintages = by_vintage(
        0.6 * grid, 0.1 * grid, grid, np.ones(INDUSTRIES), grid, 1.0, 0.001 * grid,
        labour * grid, grid, labour_profile, energy_profile, grid,
    )  # fmt: skip
    run_equipment(
        np.zeros(1, np.int8), np.full(1, STEEL, np.int8), np.full(1, Ownership.PRIVATE, np.int8),
        np.ones(1, np.bool_), np.array([plan]), np.array([plan]), np.array([staff]),
        np.ones(1), np.array([capacity]), np.zeros((1, 4)), price * grid, 0.6 * grid,
        0.1 * grid, need, *of_vintages, labour_profile, fixed, fixed, 0.95, 0.0, 1.0, running,
        out["losing"], out["output"], out["wanted"], out["unit_cost"], out["costs"], totals,
    )  # fmt: skip
    return running[0], out


def test_the_frontier_runs_before_backward_equipment():
    running, _ = plant([100.0, 100.0, 100.0, 100.0], 150.0)
    np.testing.assert_allclose(running, [0.0, 0.0, 55.0, 95.0])


def test_output_is_the_plan_when_equipment_allows_it():
    running, out = plant([100.0, 100.0, 100.0, 100.0], 200.0)
    assert out["output"][0] == running.sum() == 200.0


def test_no_vintage_runs_above_full_utilisation():
    running, _ = plant([100.0, 100.0, 100.0, 100.0], 1e6)
    np.testing.assert_allclose(running, 95.0)


def test_staff_limits_output():
    need = 0.001 * 0.75
    _, out = plant([0.0, 0.0, 0.0, 1e6], 1e6, staff=need * 500.0)
    np.testing.assert_allclose(out["output"], 500.0)


def test_removing_idle_capacity_removes_no_output():
    whole, _ = plant([50.0, 100.0, 100.0, 100.0], 200.0)
    cut, _ = plant([0.0, 100.0, 100.0, 100.0], 200.0)
    assert whole.sum() == cut.sum() == 200.0


def test_a_vintage_stops_where_the_price_is_below_its_avoidable_cost():
    # backward: inputs .6 + extra energy .025 + labour .3; a private firm avoids 70% of labour
    stop = shutdown_price(0.6 + 0.1 * 0.25 + 0.3, 0.3, 0.3)
    dear, _ = plant([100.0, 0.0, 0.0, 0.0], 50.0, price=stop - 1e-6)
    fine, _ = plant([100.0, 0.0, 0.0, 0.0], 50.0, price=stop + 1e-6)
    assert dear.sum() < fine.sum() == 50.0


def test_state_firms_run_at_prices_at_which_private_firms_stop():
    price = 0.75
    private, _ = plant([100.0, 0.0, 0.0, 0.0], 50.0, price=price, fixed=0.3)
    state, _ = plant([100.0, 0.0, 0.0, 0.0], 50.0, price=price, fixed=0.8)
    assert state.sum() == 50.0 > private.sum()


def test_months_count_in_which_the_price_does_not_cover_the_cost_of_a_vintage():
    # inputs .6 + energy .1 * (.25, .1, 0, -.08) + labour .2 * (1.5, 1.2, 1, .75)
    cost = (
        0.6 + 0.1 * np.array([0.25, 0.10, 0.0, -0.08]) + 0.2 * np.array([1.5, 1.2, 1.0, 0.75])
    )
    price = cost[1] - 1e-6
    _, out = plant([100.0] * 4, 400.0, price=price, before=7)
    np.testing.assert_array_equal(out["losing"][0], [8, 8, 0, 0])


def test_idle_equipment_whose_price_covers_its_cost_loses_nothing():
    running, out = plant([100.0] * 4, 50.0, before=7)
    np.testing.assert_array_equal(running, [0.0, 0.0, 0.0, 50.0])
    assert not out["losing"].any()
