"""Employees registered elsewhere get a part of pay where they live; others get nothing."""

import numpy as np

from sezsim.definitions.geography import City
from sezsim.policy import read_instrument

ALLOWANCE = {"since": "2010-04", "until": "2020-12", "cities": ["shenyang"], "rate": 0.05}


def test_the_province_pays_and_households_of_the_city_receive_to_the_fen(payments):
    paid = payments(("housing_allowance", {"cities": "all", "rate": 0.05}))
    granted, received = paid["grants for workers"], paid["grants received by workers"]
    assert granted.sum() > 0
    np.testing.assert_array_equal(granted[8, :8], np.diag(received)[:8])


def test_strangers_think_better_of_the_named_city_alone(lived_under):
    zone = lived_under(read_instrument("housing_allowance", ALLOWANCE), until="2010-04")
    allowance = zone.economy.rules.home_allowance
    assert allowance[City.SHENYANG] == 0.05
    assert allowance.sum() == 0.05
