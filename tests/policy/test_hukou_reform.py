"""Settling becomes easier in the named cities; pensions become portable in the whole zone."""

import numpy as np

from sezsim.definitions.geography import City


def test_settling_becomes_easier_only_in_the_named_cities(enacted):
    reform = {"cities": ["shenyang"], "settlement_ease": 1.5, "service_access": 0.4}
    rules = enacted("2012-01", ("hukou_reform", reform))
    assert rules.settlement_ease[City.SHENYANG] == 1.5
    assert rules.service_access[City.SHENYANG] == 0.4
    assert (np.delete(rules.settlement_ease, City.SHENYANG) == 1.0).all()


def test_pension_points_travel_in_the_whole_zone(enacted):
    reform = ("hukou_reform", {"cities": "all", "pension_loss": 0})
    assert enacted("2012-01", reform).pension_loss == 0
