"""Cities pay a part of upgrades; two grants pay parts of what is left to pay."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry

GRANT = (
    "equipment_grant",
    {"cities": "all", "industries": ["mach"], "share": 0.5, "upgrade": 0.4},
)


def test_the_grant_covers_its_share_of_the_part_that_is_upgrade(enacted):
    grant = enacted("2012-01", GRANT).investment_grant
    assert grant[:, Industry.MACH] == pytest.approx(np.full(8, 0.2))
    assert not np.delete(grant, Industry.MACH, axis=1).any()


def test_two_grants_add_up_as_parts_of_what_is_left(enacted):
    grant = enacted("2012-01", GRANT, GRANT).investment_grant
    assert grant[0, Industry.MACH] == pytest.approx(1.0 - 0.8**2)
