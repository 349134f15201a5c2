"""Orders from outside grow year by year in the named industries."""

import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry


@pytest.mark.parametrize(("month", "years"), [("2011-12", 1.0), ("2012-12", 2.0)])
def test_orders_grow_with_the_years_in_force(enacted, month, years):
    projects = {"cities": ["shenyang"], "industries": ["transeq"], "gain": 0.01}
    sales = enacted(month, ("outside_projects", projects)).outside_sales
    assert sales[City.SHENYANG, Industry.TRANSEQ] == pytest.approx(1.01**years)
    assert sales[City.ANSHAN, Industry.TRANSEQ] == sales[City.SHENYANG, Industry.MACH] == 1.0
