"""Posts (岗位): what firms offer, how they are filled, and what becomes of their staff.

A firm offers posts for what it lacks, and lays off a part of what it has too much:

    posts   = (wanted - staff (1 - separation)) / opening fill rate, if positive
    layoffs = speed * (staff (1 - separation) - wanted),            if positive
    matches = S V / (S^iota + V^iota)^(1/iota)      in each city
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.state.firms import Ownership

STATE = int(Ownership.STATE)
MOST_PARTING = 0.5  # share of staff that parts within a month
SMOOTHING = 0.25  # weight of this month in the job-finding chance that people see


@compiled
def settle_parting(
    staff: Floats, parted: Ints, units: Floats, hazard: Floats, migrant_separation: float,
    persons: int, pool_city: Ints, pool_rows: Ints, separations: Floats,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Take the parted out of their pools and count them.

    Returns search units (persons) and the expected separation, both by city of work.
    """
    for q in range(len(pool_rows)):
        gone = 0
        for chunk in range(len(parted)):
            gone += parted[chunk, q]
        pool_rows[q] -= gone
        separations[pool_city[q]] += gone * persons
    held = staff.sum(axis=0)
    weighted = held[:, 0] + migrant_separation * held[:, 1]
    rate = hazard * over(weighted, held[:, 0] + held[:, 1])
    return units.sum(axis=0) * persons, np.minimum(rate, MOST_PARTING)


@compiled
def offer_posts(
    is_open: Flags, city: Ints, industry: Ints, staff: Floats, wanted: Floats,
    parting: Floats, fill_rate: float, vacancies: Floats, posts: Floats,
) -> None:  # fmt: skip
    """Set the posts that each firm offers for its gap and add them up by city."""
    posts[:] = 0.0
    for i in range(len(city)):
        c = city[i]
        gap = wanted[i] - staff[i] * (1.0 - parting[c])
        offers = is_open[i] and industry[i] > 0 and gap > 0.0
        vacancies[i] = gap / fill_rate if offers else 0.0
        posts[c] += vacancies[i]


@compiled
def fill_posts(
    searchers: Floats, scale: Floats, ease: Floats, posts: Floats, curvature: float,
    chance: float, fill_rate: float, finding: Floats,
) -> Floats:  # fmt: skip
    """Return the share of posts filled in each city; let people see their chance to find one."""
    scaled = searchers * scale * ease
    matches = matches_of(scaled, posts, curvature)
    found = over(matches, scaled)
    finding += SMOOTHING * (chance * found / found_at_opening(fill_rate, curvature) - finding)
    return over(matches, posts)


@compiled
def found_at_opening(fill_rate: float, curvature: float) -> float:
    """Matches per search unit at which vacancies are filled at the opening rate."""
    return float(fill_rate * (fill_rate**-curvature - 1.0) ** (1.0 / curvature))


@compiled
def matches_of(searchers: Floats, posts: Floats, curvature: float) -> Floats:
    """Matches of searchers with posts (den Haan, Ramey and Watson 2000), persons a month."""
    matches = np.zeros(len(posts))
    for c in range(len(posts)):
        both = (searchers[c] ** curvature + posts[c] ** curvature) ** (1.0 / curvature)
        if both > 0.0:
            matches[c] = searchers[c] * posts[c] / both
    return matches


@compiled
def over(parts: Floats, whole: Floats) -> Floats:
    """Parts over the whole, and zero where there is nothing."""
    share = np.zeros(len(parts))
    for c in range(len(parts)):
        if whole[c] > 0.0:
            share[c] = parts[c] / whole[c]
    return share


@compiled
def part_and_hire(
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, wanted: Floats,
    vacancies: Floats, parting: Floats, fill: Floats, down_state: float,
    down_private: float, staff: Floats, hires: Floats, displaced: Floats,
) -> None:  # fmt: skip
    """Change the staff of each firm; count the hired and the laid off by city."""
    hires[:] = 0.0
    for i in range(len(city)):
        c = city[i]
        hired = fill[c] * vacancies[i]
        hires[c] += hired
        if industry[i] == 0:
            continue
        staying = staff[i] * (1.0 - parting[c])
        speed = down_state if ownership[i] == STATE else down_private
        laid_off = speed * max(staying - wanted[i], 0.0) if is_open[i] else staying
        displaced[c] += laid_off
        staff[i] = staying - laid_off + hired
