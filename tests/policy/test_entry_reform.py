"""Open entry helps the named industries; cheaper credit helps private firms of all."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.state.firms import Ownership

REFORM = {
    "cities": "all",
    "industries": ["pharma"],
    "ease": 1.2,
    "relief": 0.01,
    "spread": 0.005,
}


def test_entry_and_relief_reach_the_industry_and_credit_the_private_firms(enacted):
    rules = enacted("2012-01", ("entry_reform", REFORM))
    assert rules.entry_ease[:, Industry.PHARMA] == pytest.approx(np.full(8, 1.2))
    assert (np.delete(rules.entry_ease, Industry.PHARMA, axis=1) == 1.0).all()
    assert rules.charge_above[:, Industry.PHARMA] == pytest.approx(np.full(8, -0.01))
    assert not rules.charge.any(), "the cities lose nothing by it"
    assert rules.loan_spread[Ownership.PRIVATE] == -0.005
    assert rules.loan_spread[Ownership.STATE] == 0.0
