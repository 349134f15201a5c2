"""Employers (用人单位): the pool that holds the contracts of a firm."""

from sezsim.definitions.compiled import compiled
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.firms import OWNERSHIPS


@compiled
def pool_at(city: int, industry: int, ownership: int) -> int:
    """Employer pool of a city, industry and ownership."""
    return (city * INDUSTRIES + industry) * OWNERSHIPS + ownership
