"""Cities negotiate a sum, and all of them pay dues into the fund that helps."""

import numpy as np

from sezsim.definitions.geography import City

HERE = (City.ANSHAN, City.YINGKOU)


def test_negotiation_opens_between_the_cities_and_all_of_them_pay_dues(enacted):
    talks = {
        "losing": ["anshan"], "gaining": ["yingkou"], "negotiated": 0.8, "power": 0.3, "fund": 0.001,
    }  # fmt: skip
    rules = enacted("2011-01", ("nash_bargaining", talks))
    assert rules.bargaining[HERE] == 0.8
    assert rules.bargaining_power[HERE] == 0.3
    assert rules.bargaining.sum() == 0.8
    np.testing.assert_array_equal(np.flatnonzero(rules.fund_rate), sorted(HERE))


def test_the_wider_negotiation_holds_with_its_own_power(enacted):
    pair = {"losing": ["anshan"], "gaining": ["yingkou"]}
    rules = enacted(
        "2011-01", ("nash_bargaining", {**pair, "negotiated": 0.9, "power": 0.7}),
        ("nash_bargaining", {**pair, "negotiated": 0.4, "power": 0.1}),
    )  # fmt: skip
    assert (rules.bargaining[HERE], rules.bargaining_power[HERE]) == (0.9, 0.7)
