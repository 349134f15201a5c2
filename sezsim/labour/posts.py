"""Posts (岗位): what firms offer, how they are filled, and what becomes of their staff.

A firm offers posts for what it lacks, and lays off a part of what it has too much:

    posts   = (wanted - staff (1 - separation)) / opening fill rate, if positive
    layoffs = speed * (staff (1 - separation) - wanted),            if positive
    matches = S V / (S^iota + V^iota)^(1/iota)      in each city
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.state.firms import Ownership

STATE = int(Ownership.STATE)
MOST_PARTING = 0.5  # share of staff that parts within a month
SMOOTHING = 0.25  # weight of this month in the job-finding chance that people see


@compiled
def turn_over_staff(
    units: Floats, migrants: Ints, parted: Ints, separation: Floats, pace: float,
    migrant_separation: float, persons_a_row: int, pool_city: Ints, pool_rows: Ints,
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, firm_pool: Ints,
    wanted: Floats, scale: Floats, ease: Floats, curvature: float, chance: float,
    fill_rate: float, down_state: float, down_private: float, staff: Floats,
    vacancies: Floats, finding: Floats, searching: Floats, posts: Floats, separations: Floats,
    hires: Floats, displaced: Floats,
) -> Floats:  # fmt: skip
    """Let the staff of firms part, offer posts, match them with searchers, and lay off.

    Returns the staff of each pool in persons.
    """
    parting = settle_parting(
        migrants, parted, separation * pace, migrant_separation, persons_a_row, pool_city,
        pool_rows, separations,
    )  # fmt: skip
    searching[:] = units.sum(axis=0) * persons_a_row
    offer_posts(is_open, city, industry, staff, wanted, parting, fill_rate, vacancies, posts)
    if pace > 0.0:
        fill = fill_posts(searching, scale, ease, posts, curvature, chance, fill_rate, finding)
    else:
        fill = np.full(len(posts), fill_rate)
    persons = np.zeros(len(pool_rows))
    part_and_hire(
        is_open, city, industry, ownership, firm_pool, wanted, vacancies, parting, fill,
        down_state, down_private, staff, hires, displaced, persons,
    )  # fmt: skip
    return persons


@compiled
def settle_parting(
    migrants: Ints, parted: Ints, hazard: Floats, migrant_separation: float,
    persons_a_row: int, pool_city: Ints, pool_rows: Ints, separations: Floats,
) -> Floats:  # fmt: skip
    """Take the parted out of their pools; return the expected separation by city of work."""
    held, strangers = np.zeros(len(hazard)), migrants.sum(axis=0)
    for q in range(len(pool_rows)):
        gone = 0
        for chunk in range(len(parted)):
            gone += parted[chunk, q]
        held[pool_city[q]] += pool_rows[q]
        pool_rows[q] -= gone
        separations[pool_city[q]] += gone * persons_a_row
    weighted = (held - strangers) + migrant_separation * strangers
    return np.minimum(hazard * over(weighted, held), MOST_PARTING)


@compiled
def offer_posts(
    is_open: Flags, city: Ints, industry: Ints, staff: Floats, wanted: Floats,
    parting: Floats, fill_rate: float, vacancies: Floats, posts: Floats,
) -> None:  # fmt: skip
    """Set the posts that each firm offers for its gap and add them up by city.

    The sum of a city stays at hand as long as the next firm lies there too.
    """
    posts[:] = 0.0
    here, offered = uint64(0), 0.0
    for row in range(len(city)):
        i = uint64(row)
        c = uint64(city[i])
        gap = wanted[i] - staff[i] * (1.0 - parting[c])
        offers = is_open[i] & (industry[i] > 0)
        vacancies[i] = max(gap, 0.0) * offers / fill_rate
        if c != here:
            posts[here], offered, here = offered, posts[c], c
        offered += vacancies[i]
    posts[here] = offered


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
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, firm_pool: Ints,
    wanted: Floats, vacancies: Floats, parting: Floats, fill: Floats, down_state: float,
    down_private: float, staff: Floats, hires: Floats, displaced: Floats, persons: Floats,
) -> None:  # fmt: skip
    """Change the staff of each firm; count the hired and the laid off by city, staff by pool.

    The sums of a city stay at hand as long as the next firm lies there too.
    """
    hires[:] = 0.0
    here, taken, gone = uint64(0), 0.0, displaced[0]
    for row in range(len(city)):
        i = uint64(row)
        c = uint64(city[i])
        if c != here:
            hires[here], displaced[here] = taken, gone
            here, taken, gone = c, hires[c], displaced[c]
        hired = fill[c] * vacancies[i]
        taken += hired
        if industry[i] > 0:
            staying = staff[i] * (1.0 - parting[c])
            speed = down_state if ownership[i] == STATE else down_private
            laid_off = speed * max(staying - wanted[i], 0.0) if is_open[i] else staying
            gone += laid_off
            staff[i] = staying - laid_off + hired
        persons[uint64(firm_pool[i])] += staff[i]
    hires[here], displaced[here] = taken, gone
