"""Residents registered elsewhere (外来常住人口): how many live in each city."""

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled


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
def service_cost(persons: Floats, access: Floats, spending: Floats) -> Floats:
    """Cost of services (yuan a month) that persons who gain access to a part of them add.

    Args:
        persons: persons who gain access, by city.
        access: part of the services that each gains.
        spending: spending on services for a full resident, yuan a month.
    """
    return persons * access * spending
