"""The levy is the rate over that of 2010 times the part that is collected over the present one."""

import pytest


def test_the_levy_is_a_multiple_of_that_of_2010(enacted):
    assert enacted("2012-01", ("pollution_levy", {"levy": 2.0})).levy == 2.0


def test_a_levy_that_is_collected_in_full_weighs_more(enacted):
    levy = enacted("2012-01", ("pollution_levy", {"levy": 2.0, "collection": 0.9})).levy
    assert float(levy) == pytest.approx(3.0)
