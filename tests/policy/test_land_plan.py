"""Less land holds back factories, used sites give some of it back, norms ask for better plant."""

import numpy as np
import pytest

from sezsim.definitions.industry import MANUFACTURING, Industry


def test_less_land_and_used_sites_limit_what_factories_build(enacted):
    plan = {"cities": "all", "expansion": 0.8, "reuse": 0.1, "norm": 0.5}
    rules = enacted(
        "2012-01", ("land_plan", plan), ("land_plan", {"cities": "all", "norm": 0.2})
    )
    factories = [int(industry) for industry in MANUFACTURING]
    assert rules.expansion[:, factories] == pytest.approx(np.full((8, len(factories)), 0.88))
    assert rules.equipment_norm[:, factories] == pytest.approx(
        np.full((8, len(factories)), 1.0 - 0.5 * 0.8)
    )
    assert (rules.expansion[:, Industry.CSRV] == 1.0).all(), "services need no industrial land"
