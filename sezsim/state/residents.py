"""Residents registered elsewhere (外来常住人口): how many live in each city."""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES


@compiled
def count_strangers(
    count: int, persons: float, alive: Flags, city: Ints, hukou_city: Ints, child_one: Ints,
    child_two: Ints, strangers: Floats,
) -> None:  # fmt: skip
    """Add up the persons of each city (8) who are registered elsewhere, children included."""
    for i in range(count):
        if alive[i] and hukou_city[i] != city[i]:
            heads = 1.0 + (child_one[i] >= 0) + (child_two[i] >= 0)
            strangers[city[i]] += heads * persons


@compiled
def people_from_home(
    count: int, alive: Flags, home: Ints, city: Ints, persons: float
) -> Floats:
    """Adults registered in each city (rows) by the city in which they live (columns)."""
    found = np.zeros((CITIES, CITIES))
    for i in range(count):
        if alive[i] and home[i] < CITIES:
            found[home[i], city[i]] += persons
    return found


@compiled
def service_cost(persons: Floats, access: Floats, spending: Floats) -> Floats:
    """Cost of services (yuan a month) that persons who gain access to a part of them add.

    Args:
        persons: persons who gain access, by city.
        access: part of the services that each gains.
        spending: spending on services for a full resident, yuan a month.
    """
    return persons * access * spending
