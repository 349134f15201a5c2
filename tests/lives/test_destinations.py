"""Services make a city worth more to newcomers, each by its part of the whole value."""

import numpy as np

from sezsim.lives.destinations import access_of_services
from sezsim.state.rules import Service

WORTH = np.array([0.4, 0.3, 0.2, 0.1])


def test_four_services_open_one_by_one_and_together_in_full():
    for service in Service:
        granted = np.zeros((4, 8))
        granted[service] = 1.0
        np.testing.assert_allclose(access_of_services(granted, WORTH, 0.0), WORTH[service])
    np.testing.assert_allclose(access_of_services(np.ones((4, 8)), WORTH, 0.0), 1.0)


def test_care_that_is_settled_anyway_is_not_gained_twice():
    granted = np.zeros((4, 8))
    np.testing.assert_allclose(access_of_services(granted, WORTH, 0.9), 0.9 * 0.3)
    granted[Service.HEALTH] = 1.0
    np.testing.assert_allclose(access_of_services(granted, WORTH, 0.9), 0.3)
