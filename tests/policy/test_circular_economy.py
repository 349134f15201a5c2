"""Secondary inputs save water and energy where they come back, and nothing that is emitted."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.state.rules import Substance


def test_water_and_energy_are_saved_in_the_named_chains_only(enacted):
    chains = {"cities": ["fushun"], "industries": ["petchem"], "saving": 0.1}
    use = enacted("2012-01", ("circular_economy", chains)).resource_use
    for substance in (Substance.WATER, Substance.ENERGY):
        assert use[substance, City.FUSHUN, Industry.PETCHEM] == pytest.approx(0.9)
        assert np.count_nonzero(use[substance] != 1.0) == 1
    assert (use[[Substance.SO2, Substance.COD]] == 1.0).all()
