"""A park draws firms of its industry to its city, a cluster raises productivity; both by and by."""

import numpy as np
import pytest

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.policy import read_instrument

PARK = {"places": "fuxin_hydraulics", "premium": 0.2}


def test_a_park_draws_entry_and_orders_to_its_own_cell_and_fills_in_five_years(enacted):
    """The premium acts in the fifth of the industry that the park holds."""
    for month, part in (("2011-12", 0.2), ("2013-12", 0.6)):
        rules = enacted(month, ("industrial_park", PARK))
        drawn = np.exp(0.2 * 0.2 * part)
        for rule in (rules.entry_ease, rules.outside_sales):
            assert rule[City.FUXIN, Industry.MACH] == pytest.approx(drawn)
            assert np.count_nonzero(rule != 1.0) == 1


def test_a_cluster_raises_productivity_and_a_park_does_not(enacted):
    cluster = enacted("2013-12", ("industrial_park", {"places": "benxi_biomedicine"}))
    assert cluster.productivity[City.BENXI, Industry.PHARMA] > 1.0
    assert (enacted("2013-12", ("industrial_park", PARK)).productivity == 1.0).all()


def test_a_park_that_is_not_in_the_plan_is_refused():
    with pytest.raises(ScenarioError, match="fuxin_hydraulics"):
        read_instrument(
            "industrial_park",
            {"since": "2011-01", "until": "2013-12", "places": "fuxin_hydraulic"},
        )
