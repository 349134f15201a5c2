"""Output per farmer frees farmers at once, and the surplus sold outside grows year by year."""

import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry

FARMS = {"cities": ["tieling"], "gain": 0.02, "release": 0.6, "surplus": 0.5}


@pytest.mark.parametrize(("month", "years"), [("2011-12", 1.0), ("2013-12", 3.0)])
def test_the_surplus_of_the_years_so_far_is_sold_outside(enacted, month, years):
    sales = enacted(month, ("farm_scale", FARMS)).outside_sales
    assert sales[City.TIELING, Industry.AGR] == pytest.approx(1.01**years)
    assert sales[City.FUXIN, Industry.AGR] == 1.0


def test_farmers_whom_the_gain_makes_superfluous_leave_on_top_of_the_others(enacted):
    """1.2% a year leave anyhow; .6 of 2% are freed."""
    ease = enacted("2012-01", ("farm_scale", FARMS)).town_ease
    assert ease[City.TIELING] == pytest.approx(1.0 + 0.6 * 0.02 / 0.012)
    assert ease[City.FUXIN] == 1.0
