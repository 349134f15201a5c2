"""The cap falls in a straight line to its limit; of two caps the lower holds."""

import numpy as np
import pytest

from sezsim.policy.emissions_trading import START, opening_use
from sezsim.state.rules import Substance

CAP = {"cities": "all", "substances": ["so2"], "full": "2013-12", "limit": 0.9}


def test_the_cap_falls_evenly_from_above_the_opening_to_its_limit(enacted, structure):
    opening = opening_use(structure, Substance.SO2)
    middle, last = (
        enacted(month, ("emissions_trading", CAP)).cap for month in ("2012-06", "2013-12")
    )
    assert middle[Substance.SO2] == pytest.approx(opening * (START + 0.9) / 2.0)
    assert last[Substance.SO2] == pytest.approx(opening * 0.9)
    assert np.isinf(last[Substance.COD]).all()


def test_the_lower_of_two_caps_holds_and_is_traded_if_either_is(enacted, structure):
    rules = enacted(
        "2013-12", ("emissions_trading", CAP | {"traded": 1}),
        ("emissions_trading", CAP | {"limit": 0.7, "auction": 0.2}),
    )  # fmt: skip
    assert rules.cap[Substance.SO2] == pytest.approx(
        0.7 * opening_use(structure, Substance.SO2)
    )
    assert rules.cap_traded[Substance.SO2] == 1.0
    assert rules.cap_auction[Substance.SO2] == 0.2
