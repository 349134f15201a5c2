"""Users of reservoirs pay the cities upstream, to the fen, for the water that they drink."""

import numpy as np
import pytest

from sezsim.base_year.places import in_group
from sezsim.policy import read_instrument
from sezsim.policy.ecological_compensation import WATER

PRICE = {"since": "2010-04", "until": "2020-12", "price": 0.6}


def test_every_reservoir_brings_its_city_the_price_of_its_volume(lived_under):
    """0.6 yuan a cubic metre, a twelfth a month; who lies upstream pays nothing for that water."""
    zone = lived_under(read_instrument("ecological_compensation", PRICE), until="2010-04")
    paid = zone.books.between(WATER)
    received = np.zeros(8)
    for reservoir in in_group("reservoirs"):
        received[reservoir.cities[0]] += 0.6 * reservoir.value * 1e6 / 12.0
    assert received.sum() > 0.0
    assert paid[:8, :8].sum(axis=0) / 100.0 == pytest.approx(received, abs=0.1)
    assert paid.sum() == paid[:8, :8].sum(), "nothing leaves the cities"
