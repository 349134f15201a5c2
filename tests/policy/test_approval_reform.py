"""Faster approval opens entry and speeds up projects, both by one elasticity of the months."""

import numpy as np
import pytest


def test_approval_in_a_third_of_the_months_helps_entry_and_projects_alike(enacted):
    """(9 / 3)^0.25."""
    rules = enacted("2012-01", ("approval_reform", {"months": 3.0}))
    assert float(rules.investment_pace) == pytest.approx(3.0**0.25)
    assert rules.entry_ease == pytest.approx(np.full((8, 19), 3.0**0.25))


def test_without_elasticity_faster_approval_is_for_nothing(enacted):
    rules = enacted("2012-01", ("approval_reform", {"months": 3.0, "elasticity": 0.0}))
    assert float(rules.investment_pace) == 1.0
