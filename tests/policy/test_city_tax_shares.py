"""The province leaves cities more of shared taxes, and no more than it has."""

import numpy as np

from sezsim.policy.city_tax_shares import ALL_THERE_IS


def test_parts_of_three_taxes_pass_to_the_cities(enacted):
    parts = {"value_added": 0.05, "business": 0.1, "profit": 0.2}
    rules = enacted("2012-01", ("city_tax_shares", parts))
    np.testing.assert_array_equal(rules.city_tax, [0.05, 0.1, 0.2])


def test_two_grants_never_give_more_than_the_part_of_the_province(enacted):
    most = ("city_tax_shares", {"value_added": 0.1, "business": 0.3, "profit": 0.2})
    np.testing.assert_array_equal(enacted("2012-01", most, most).city_tax, ALL_THERE_IS)
