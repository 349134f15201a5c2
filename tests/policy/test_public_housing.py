"""The stock of homes grows, and the city pays its part of the building."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.policy import read_instrument
from sezsim.policy.public_housing import BUILDING

HOMES = {
    "since": "2010-04", "until": "2020-12", "cities": ["fuxin"], "supply": 0.012, "cost": 0.1,
}  # fmt: skip


def test_homes_are_added_in_the_city_that_pays_for_them(lived_under):
    zone = lived_under(read_instrument("public_housing", HOMES), until="2010-04")
    supply, paid = zone.economy.rules.housing_supply, zone.books.between(BUILDING)
    assert supply[City.FUXIN] == pytest.approx(0.001)
    assert np.count_nonzero(supply) == 1
    due = 0.1 * zone.economy.structure.housing_investment[City.FUXIN]
    assert paid[City.FUXIN, City.FUXIN] / 100.0 == pytest.approx(due, abs=0.01)
    assert paid.sum() == paid[City.FUXIN, City.FUXIN]
