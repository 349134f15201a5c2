"""A rate on sales of mines and on plant; city and province share what it brings."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry

TAX = {"cities": ["tieling"], "industries": ["coal"], "rate": 0.05, "city_share": 0.6}


def test_city_and_province_share_the_tax_on_sales(enacted):
    rules = enacted("2012-01", ("resource_tax", TAX))
    here = City.TIELING, Industry.COAL
    assert rules.charge[here] == pytest.approx(0.03)
    assert rules.charge_above[here] == pytest.approx(0.02)
    assert np.count_nonzero(rules.charge) == 1


def test_a_tax_on_plant_weighs_most_where_most_capital_stands_behind_a_sale(enacted, structure):
    made = {"cities": ["tieling"], "industries": ["coal", "light"], "property_rate": 0.01}
    charge = enacted("2012-01", ("resource_tax", made)).charge[City.TIELING]
    for industry in (Industry.COAL, Industry.LIGHT):
        capital = structure.capital_ratio[City.TIELING, industry]
        capital /= max(structure.utilisation[City.TIELING, industry], 0.2)
        assert charge[industry] == pytest.approx(0.01 / 12.0 * capital)
