"""Firms expect what they sold, with the trend; plans bring stocks to target."""

import numpy as np
import pytest

from sezsim.process.expectations import (
    Parameters,
    expected_sales,
    follow_industries,
    planned_output,
)
from sezsim.zone import Zone


def test_expected_sales_move_by_a_part_of_the_surprise():
    assert expected_sales(100.0, 140.0, 0.0, 0.25) == pytest.approx(110.0)


def test_expected_sales_carry_the_trend():
    assert expected_sales(100.0, 100.0, 0.01, 0.25) == pytest.approx(101.0)


def test_a_surprise_fades_geometrically():
    expected, gain = 100.0, 0.25
    for _ in range(12):
        expected = expected_sales(expected, 150.0, 0.0, gain)
    assert expected == pytest.approx(150.0 - 50.0 * (1.0 - gain) ** 12)


def test_with_stocks_at_target_the_plan_is_what_sales_and_growing_stocks_need():
    plan = planned_output(np.array([100.0]), np.array([50.0]), np.array([0.02]), 0.5, 0.1)
    assert plan[0] == pytest.approx(100.0 * (1.0 + 0.02 * 0.5))


def test_missing_stock_is_made_up_step_by_step():
    plan = planned_output(np.array([100.0]), np.array([20.0]), np.array([0.0]), 0.5, 0.1)
    assert plan[0] == pytest.approx(100.0 + 0.1 * 30.0)


def test_nobody_plans_to_make_less_than_nothing():
    plan = planned_output(np.array([1.0]), np.array([1e6]), np.array([0.0]), 0.5, 0.5)
    assert plan[0] == 0.0


@pytest.fixture
def cells():
    return Zone.open("baseline", persons_per_agent=5000).economy.cells


def test_sales_that_grow_at_the_outlook_are_expected_to_grow_so(cells):
    """Anchor and own trend agree, so the weight between them does not matter."""
    rate, outlook = 0.006, np.full(19, 0.006)
    base = cells.sales.copy()
    for month in range(240):
        cells.sales[:] = base * (1.0 + rate) ** month
        follow_industries(cells, outlook, Parameters(anchor=0.3))
    np.testing.assert_allclose(cells.growth, rate, atol=1e-6)


@pytest.mark.parametrize("anchor", [0.0, 0.6, 1.0])
def test_expected_growth_lies_between_the_outlook_and_the_own_trend(cells, anchor):
    outlook = np.full(19, 0.01)
    base = cells.sales.copy()
    for _ in range(300):
        cells.sales[:] = base
        follow_industries(cells, outlook, Parameters(anchor=anchor))
    np.testing.assert_allclose(cells.growth, anchor * 0.01, atol=1e-6)
