"""Dearer resources are charged by what an industry uses, and less is used."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.state.rules import Substance

DEARER = {"cities": ["anshan"], "energy": 0.2}


def test_the_rise_is_charged_on_sales_by_energy_used_and_goes_to_the_city(enacted, structure):
    """A fifth of 800 yuan for each tonne of coal equivalent per 10,000 yuan of output."""
    rules = enacted("2012-01", ("resource_pricing", DEARER))
    bill = 0.2 * 800.0 * structure.energy * 1e4
    assert rules.charge[City.ANSHAN] == pytest.approx(bill)
    assert rules.charge[City.ANSHAN, Industry.STEEL] > rules.charge[City.ANSHAN, Industry.CSRV]
    assert not np.delete(rules.charge, City.ANSHAN, axis=0).any()
    assert not rules.charge_above.any()


def test_use_falls_with_the_price_by_an_elasticity(enacted):
    use = enacted("2012-01", ("resource_pricing", DEARER)).resource_use
    assert use[Substance.ENERGY, City.ANSHAN] == pytest.approx(np.full(19, 1.2**-0.3))
    assert (use[Substance.WATER] == 1.0).all()
