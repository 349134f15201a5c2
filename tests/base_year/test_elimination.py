"""Linear equations are solved as algebra says, whatever the order of the rows."""

import numpy as np
import pytest

from sezsim.base_year.elimination import solved


def test_two_equations_by_hand():
    found = solved(np.array([[0.0, 2.0], [1.0, 1.0]]), np.array([6.0, 5.0]))
    assert found.tolist() == [2.0, 3.0]


@pytest.mark.parametrize("size", [1, 7, 40])
def test_the_solution_meets_the_equations_and_the_arguments_are_kept(size):
    lots = np.random.default_rng(size)
    system, right = lots.normal(size=(size, size)), lots.normal(size=size)
    kept = system.copy(), right.copy()
    assert system @ solved(system, right) == pytest.approx(right, abs=1e-9)
    np.testing.assert_array_equal(system, kept[0])
    np.testing.assert_array_equal(right, kept[1])
