"""Who is inspected more often emits less, and orders to close are audited more."""

import pytest

from sezsim.definitions.geography import City
from sezsim.state.rules import Substance


def test_emissions_fall_with_inspection_where_it_takes_place(enacted):
    """From a chance of .3 to .8: half a unit more, at .2 a unit."""
    joint = {"cities": ["benxi"], "inspection": 0.8}
    rules = enacted("2012-01", ("environmental_inspection", joint))
    for substance in (Substance.SO2, Substance.COD):
        assert rules.resource_use[substance, City.BENXI] == pytest.approx(0.9)
        assert (rules.resource_use[substance, City.FUXIN] == 1.0).all()
    assert (rules.resource_use[Substance.WATER] == 1.0).all()
    assert rules.audit == pytest.approx(1.5)
