"""Training places are added where unemployment has risen, and only there."""

import numpy as np

from sezsim.definitions.geography import City
from sezsim.policy import read_instrument
from sezsim.zone import Zone

REVIEW = {"since": "2011-01", "until": "2020-12", "trigger": 0.01, "places": 500}


def test_only_cities_above_the_trigger_get_places():
    zone = Zone.open("baseline", persons_per_agent=5000)
    economy = zone.economy
    economy.cells.unemployment[:] = economy.structure.unemployment
    economy.cells.unemployment[City.FUXIN] += 0.02
    economy.cells.unemployment[City.BENXI] += 0.005
    read_instrument("yearly_review", REVIEW).enact(economy, None, zone.draws)
    assert economy.rules.training_places[City.FUXIN] == 500
    assert np.count_nonzero(economy.rules.training_places) == 1
