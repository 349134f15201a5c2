"""Commuting (通勤): where searchers look for a post, along the belts.

    share[home, workplace] = opening share * (travel time over the opening)^-elasticity

for every workplace but the own city, which takes the rest. The opening shares fall with distance
and end at ninety kilometres; a faster line raises them, and so do qualifications that count in all
cities and posts that are announced in all of them (``search_reach``).
"""

from functools import lru_cache

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure

MOST_AWAY = 0.5  # of searchers of a city who look elsewhere, however fast the line


class Parameters(Declared):
    """What commuting needs to know."""

    elasticity: float = parameter(
        3.3, "elasticity of commuting to travel time", unit="1", within=(0.0, 7.0),
        source="parameters.csv eps_c: Monte, Redding and Rossi-Hansberg 3.30", grade="A",
    )  # fmt: skip


def where_to_look(structure: Structure, rules: Rules, p: Parameters) -> Floats:
    """Return shares of searchers by home and workplace (8, 8); rows add up to one."""
    opening, time = structure.commuting.tobytes(), rules.travel_time.tobytes()
    return shares_at(opening, float(rules.search_reach), time, p.elasticity)


@lru_cache(maxsize=256)  # months of a run in which travel times may differ, and more
def shares_at(opening: bytes, reach: float, time: bytes, elasticity: float) -> Floats:
    """Return the shares (8, 8) at travel times over the opening; times seldom change."""
    shares = np.frombuffer(opening).reshape(CITIES, CITIES)
    away = shares * (1.0 - np.eye(CITIES))
    away = away * reach
    away = away * np.frombuffer(time).reshape(CITIES, CITIES) ** -elasticity
    total = away.sum(axis=1, keepdims=True)
    away *= np.minimum(1.0, MOST_AWAY / np.maximum(total, MOST_AWAY))
    return away + np.diag(1.0 - away.sum(axis=1))


def opening_shares(distance: Floats, near: float, reach: float, farthest: float) -> Floats:
    """Shares of searchers by home and workplace (8, 8) from distances (km)."""
    away = near * np.exp(-distance / reach) * (distance <= farthest)
    away *= 1.0 - np.eye(len(distance))
    return away + np.diag(1.0 - away.sum(axis=1))
