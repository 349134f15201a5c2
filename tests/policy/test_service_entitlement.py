"""Services open one by one to newcomers, and cost the city what they come to use."""

import numpy as np

from sezsim.policy import read_instrument
from sezsim.zone import Zone

OPENED = {
    "since": "2010-04", "until": "2020-12", "cities": ["shenyang"], "schools": 0.5, "health": 0.2,
}  # fmt: skip


def test_open_services_cost_the_cities_more_services():
    """The four levers are written one by one into the rules of the named cities only."""
    zone = Zone.open("baseline", persons_per_agent=5000)
    read_instrument("service_entitlement", OPENED).enact(zone.economy, None, zone.draws)
    rules = zone.economy.rules
    np.testing.assert_array_equal(rules.entitlement[:, 0], [0.5, 0.2, 0.0, 0.0])
    assert not rules.entitlement[:, 1:].any()
    assert rules.services[0] > 1.0
    assert (rules.services[1:] == 1.0).all()
