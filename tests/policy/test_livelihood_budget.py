"""More services are wanted in the named cities, and benefits rise in the whole zone."""

import numpy as np

from sezsim.definitions.geography import City


def test_services_rise_in_the_cities_and_benefits_everywhere(enacted):
    budget = {"cities": ["fuxin"], "services": 1.1, "benefit": 1.2}
    rules = enacted("2012-01", ("livelihood_budget", budget))
    assert rules.services[City.FUXIN] == 1.1
    assert np.count_nonzero(rules.services != 1.0) == 1
    assert rules.benefit == 1.2
