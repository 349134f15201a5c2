"""The encouraged get grants, the restricted may carry out only a part of what they plan."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry


def test_classes_of_industries_are_treated_as_the_catalogue_says(enacted):
    classes = {
        "cities": "all", "encouraged": ["elec"], "restricted": ["steel"], "grant": 0.1, "limit": 0.3,
    }  # fmt: skip
    rules = enacted("2012-01", ("industrial_catalogue", classes))
    assert rules.investment_grant[:, Industry.ELEC] == pytest.approx(np.full(8, 0.1))
    assert rules.investment_grant[:, Industry.STEEL].sum() == 0.0
    assert rules.expansion[:, Industry.STEEL] == pytest.approx(np.full(8, 0.3))
    assert (rules.expansion[:, Industry.ELEC] == 1.0).all()
