"""The city left counts a part of the product; of two equal credits the split one holds."""

import pytest

from sezsim.definitions.geography import City

PAIR = {"losing": ["anshan"], "gaining": ["yingkou"]}
HERE = (City.ANSHAN, City.YINGKOU)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_equal_credits_the_split_one_holds(enacted, order):
    rules = enacted(
        "2011-01",
        *(("gdp_credit", {**PAIR, "share": 0.5, "double": double}) for double in order),
    )
    assert rules.product_credit[HERE] == 0.5
    assert rules.gdp_split[HERE] == 1.0


def test_the_larger_credit_holds_with_its_own_way_of_counting(enacted):
    rules = enacted(
        "2011-01", ("gdp_credit", {**PAIR, "share": 0.3}),
        ("gdp_credit", {"losing": "all", "gaining": "all", "share": 0.4, "double": 1}),
    )  # fmt: skip
    assert rules.product_credit[HERE] == 0.4
    assert rules.gdp_split[HERE] == 0.0
