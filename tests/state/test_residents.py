"""What a resident costs the city that serves him or her."""

import numpy as np

from sezsim.state.residents import service_cost


def test_a_convert_costs_the_part_of_services_gained():
    cost = service_cost(np.array([10.0, 0.0]), np.array([0.5, 0.5]), np.array([300.0, 300.0]))
    np.testing.assert_allclose(cost, [1500.0, 0.0])
