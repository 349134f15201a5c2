"""Goods of a city travel more cheaply to and from others, never within it; the world orders more."""

import numpy as np
import pytest

from sezsim.definitions.geography import City


def test_freight_is_cheaper_to_and_from_the_city_and_stays_where_goods_do_not_travel(enacted):
    freight = enacted(
        "2012-01", ("freight_cost", {"cities": ["yingkou"], "within_zone": 0.9})
    ).freight
    assert freight[City.YINGKOU, City.ANSHAN] == freight[City.ANSHAN, City.YINGKOU] == 0.9
    assert (np.diag(freight) == 1.0).all()
    assert np.count_nonzero(freight != 1.0) == 14


def test_only_the_part_of_orders_that_the_world_places_answers_to_customs(enacted, structure):
    """Orders of the world rise by .9^-2; the rest of China pays no customs."""
    sales = enacted(
        "2012-01", ("freight_cost", {"cities": ["yingkou"], "abroad": 0.9})
    ).outside_sales
    placed = structure.outside_demand[City.YINGKOU]
    world = placed[:, 2] / np.maximum(placed.sum(axis=1), 1.0)
    assert sales[City.YINGKOU] == pytest.approx(1.0 + world * (0.9**-2 - 1.0))
    assert (np.delete(sales, City.YINGKOU, axis=0) == 1.0).all()
