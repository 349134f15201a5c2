"""Pools open with their contracts, and a growing staff gains rows at every scale alike."""

import numpy as np
import pytest

from sezsim.opening.contracts import thresholds

POOLS = 2000


def opening_pools(mean_rows):
    """Staff in rows, rows rounded by one sequence, and places of thresholds by another."""
    exact = mean_rows * (0.2 + 1.6 * (np.arange(POOLS) * 0.7548776662466927 % 1.0))
    rows = np.floor(exact + np.arange(POOLS) * 0.5698402909980532 % 1.0)
    return exact, rows, (np.arange(POOLS) * 0.6180339887498949 + 0.5) % 1.0


def test_at_the_opening_each_pool_holds_its_rows():
    exact, rows, spread = opening_pools(2.0)
    np.testing.assert_array_equal(np.floor(exact + thresholds(rows, exact, spread)), rows)


@pytest.mark.parametrize("mean_rows", [0.5, 2.0, 20.0])
@pytest.mark.parametrize("growth", [-0.2, 0.05, 0.2])
def test_rows_follow_staff_in_the_mean_however_few_they_are(mean_rows, growth):
    exact, rows, spread = opening_pools(mean_rows)
    later = np.floor(exact * (1.0 + growth) + thresholds(rows, exact, spread))
    gained = (later.sum() - rows.sum()) / exact.sum()
    noise = 3.0 * np.sqrt(abs(growth) / (mean_rows * POOLS))
    assert gained == pytest.approx(growth, abs=noise + 0.003)
