"""Labour is saved year by year for as long as the policy lasts."""

import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry


@pytest.mark.parametrize(("month", "years"), [("2011-06", 0.5), ("2013-12", 3.0)])
def test_output_per_worker_grows_with_the_years_in_force(enacted, month, years):
    spread = {"cities": ["shenyang"], "industries": ["mach"], "gain": 0.01}
    productivity = enacted(month, ("productivity_gain", spread)).productivity
    assert productivity[City.SHENYANG, Industry.MACH] == pytest.approx(1.01**years)
    assert productivity[City.FUSHUN, Industry.MACH] == 1.0
