"""Private firms borrow more and cheaper; tax help of factories is borne above the cities."""

import numpy as np
import pytest

from sezsim.definitions.industry import MANUFACTURING, Industry
from sezsim.state.firms import Ownership

OPEN = {"spread": 0.01, "limit": 1.3, "state": 0.8, "relief": 0.005}


def test_credit_moves_from_state_to_private_firms(enacted):
    rules = enacted("2012-01", ("financial_access", OPEN))
    assert rules.loan_spread[Ownership.PRIVATE] == -0.01
    assert rules.credit_limit[Ownership.PRIVATE] == 1.3
    assert rules.credit_limit[Ownership.STATE] == 0.8


def test_only_factories_are_relieved_and_the_cities_lose_nothing(enacted):
    rules = enacted("2012-01", ("financial_access", OPEN))
    factories = [int(industry) for industry in MANUFACTURING]
    assert rules.charge_above[:, factories] == pytest.approx(
        np.full((8, len(factories)), -0.005)
    )
    assert rules.charge_above[:, Industry.AGR].sum() == 0.0
    assert not rules.charge.any()
