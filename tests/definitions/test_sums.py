"""Sums in compiled loops are those of numpy, to the last bit."""

import numpy as np
import pytest

from sezsim.definitions.sums import MOST, total, totals


@pytest.mark.parametrize("count", [0, 1, 4, 7, 8, 9, 16, 19, 24, 31, 100, MOST])
def test_a_sum_is_that_of_numpy_to_the_last_bit(count):
    chance = np.random.default_rng(count)
    for _ in range(50):
        numbers = chance.lognormal(0.0, 5.0, count) * chance.choice([-1.0, 1.0], count)
        assert total(numbers) == numbers.sum()


@pytest.mark.parametrize("shape", [(8, 3), (8, 8), (8, 19), (300, 4)])
def test_sums_of_rows_are_those_of_numpy_to_the_last_bit(shape):
    numbers = np.random.default_rng(1).lognormal(0.0, 5.0, shape)
    np.testing.assert_array_equal(totals(numbers), numbers.sum(axis=1))
