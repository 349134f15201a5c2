"""Labour market (劳动力市场): quits, vacancies, search and matching by city and skill.

Staff is counted in persons in firms and in rows of contracts in employer pools. A firm wants
what its plan needs; it offers posts for the gap and for expected quits:

    posts   = (wanted - staff (1 - separation)) / opening fill rate, if positive
    layoffs = speed * (staff (1 - separation) - wanted),            if positive
    matches = S V / (S^iota + V^iota)^(1/iota)      in each city

The job-finding chance is matches over search units. Who has lost a post waits a month, so that
unemployment settles at s / (s + f). The pool turns persons into rows with a fixed threshold.
"""

import math

import numpy as np

from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled, compiled_rows, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import (
    Draws,
    bound_of,
    exponential,
    mix,
    uniform,
    uniforms,
    whole_lot,
)
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership
from sezsim.state.workers import NOBODY, Status

EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
PRIVATE, STATE = int(Ownership.PRIVATE), int(Ownership.STATE)
FARM, OUT = int(Status.FARM), int(Status.OUT)
FIRST_OUTSIDE = CITIES
SHORT, LONG = 60, 120  # months paid that lengthen unemployment benefit
MIGRANTS_GIVE_UP = 0.2  # over the chance of local people (D)
LEARNT = 480  # months of tenure after which nothing is added
NOTHING = 1e-9  # posts too few to be one
NO_ROWS = np.zeros(0, np.int64)


class Parameters(Declared):
    """What the labour market needs to know."""

    pace: float = parameter(
        1.0, "pace of all separations and exits of persons (0: nobody moves)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    curvature: float = parameter(
        1.27, "curvature of matching (den Haan, Ramey and Watson)", unit="1",
        within=(0.5, 3.0), source="parameters.csv iota: memory", grade="C",
    )  # fmt: skip
    job_finding: float = parameter(
        0.10, "chance of the idle to find a post at the opening", unit="1/month",
        within=(0.03, 0.3), source="parameters.csv f_u: unemployment of 8% and separations",
        grade="C",
    )  # fmt: skip
    fill_rate: float = parameter(
        0.7, "chance of a vacancy to be filled within a month at the opening", unit="1/month",
        within=(0.3, 0.98), source="assumption: vacancies of 1.5% of posts",
    )  # fmt: skip
    migrant_search: float = parameter(
        5.0, "search of migrants over that of local people", unit="1", within=(1.0, 8.0),
        source="parameters.csv f_m over f_u: migrants find informal work within weeks",
        grade="C",
    )  # fmt: skip
    migrant_separation: float = parameter(
        3.0, "separation of migrants over that of local people", unit="1", within=(1.0, 8.0),
        source="assumption: informal posts are short",
    )  # fmt: skip
    fading: float = parameter(
        0.03, "decline of search with each month without a post", unit="1/month",
        within=(0.0, 0.2), source="parameters.csv z_dur",
    )  # fmt: skip
    floor: float = parameter(
        0.4, "least search of the long-term unemployed", unit="1", within=(0.0, 1.0),
        source="parameters.csv z_dur (floor)",
    )  # fmt: skip
    farm_search: float = parameter(
        0.01, "farmers who look for non-farm work in a month", unit="1/month",
        within=(0.0, 0.1), source="calibrated to non-farm unemployment",
    )  # fmt: skip
    out_search: float = parameter(
        0.01, "persons outside the labour force who look for work in a month", unit="1/month",
        within=(0.0, 0.1), source="calibrated to non-farm unemployment",
    )  # fmt: skip
    job_search: float = parameter(
        0.01, "employees who look for another post in a month", unit="1/month",
        within=(0.0, 0.1), source="parameters.csv q_jj: memory",
    )  # fmt: skip
    buffer: float = parameter(
        4.0, "elasticity of joining and giving up to the job-finding chance", unit="1",
        within=(0.0, 8.0), source="economics 8: farming and non-participation are the buffer",
    )  # fmt: skip
    downward_state: float = parameter(
        0.08, "share of excess staff laid off by state firms in a month", unit="1/month",
        within=(0.0, 1.0), source="parameters.csv adj_L: Cooper, Gong and Yan", grade="B",
    )  # fmt: skip
    downward_private: float = parameter(
        0.25, "share of excess staff laid off by other firms in a month", unit="1/month",
        within=(0.0, 1.0), source="parameters.csv adj_L: Cooper, Gong and Yan", grade="B",
    )  # fmt: skip
    take_up: float = parameter(
        0.2, "share of insured idle persons who draw benefit", unit="1", within=(0.0, 1.0),
        source="parameters.csv tu_UI: 4.5 million claimants in 2015", grade="B",
    )  # fmt: skip
    specific: float = parameter(
        0.25, "specific skill lost with a post of long tenure", unit="log point",
        within=(0.0, 0.5), source="parameters.csv h_spec: Jacobson, LaLonde and Sullivan 1993",
        grade="B",
    )  # fmt: skip
    tenure_scale: float = parameter(
        96.0, "tenure in which specific skill builds up", unit="month", within=(12.0, 240.0),
        source="parameters.csv tau_ten: memory",
    )  # fmt: skip
    oldest: float = parameter(
        55.0, "age after which farmers and the inactive look for no post", unit="year",
        within=(40.0, 70.0), source="assumption",
    )  # fmt: skip


def hire_and_part(economy: Economy, places: Floats, p: Parameters, draws: Draws) -> None:
    """Let people part and search, match searchers with posts and fill the pools.

    Places are shares of searchers by home and workplace (8, 8).
    """
    searchers, queue, parting = look_for_work(economy, places, p, draws)
    post_vacancies(economy, parting, p)
    fill = match(economy, searchers, p)
    change_staff(economy, parting, fill, p)
    fill_pools(economy, queue, p, draws)


def look_for_work(
    economy: Economy, places: Floats, p: Parameters, draws: Draws
) -> tuple[Floats, tuple[Ints, Ints], Floats]:
    """Let employees part and all others search.

    Returns:
        Search units by city (8); the rows that search, the first in the queue first, and the
        cities where they search; separation by city of work (8).
    """
    workers = economy.workers
    hazard = economy.structure.separation * p.pace
    tightness = np.maximum(economy.cells.job_finding / p.job_finding, 0.05) ** p.buffer
    look = np.zeros((len(Status), CITIES))
    look[FARM] = p.farm_search * tightness * p.pace
    look[OUT] = p.out_search * tightness * p.pace
    count, number = workers.count, chunks(workers.count)
    rows, lots, there = np.empty(count, np.int64), np.empty(count), np.empty(count, np.int8)
    staff = np.zeros((number, CITIES, 2))
    parted = np.zeros((number, len(economy.pools.city)), np.int64)
    units = np.zeros((number, CITIES))
    listing = (
        keys_by_status(draws), lots_that_matter(hazard, look, p), workers.id, workers.alive,
        workers.hukou_city, workers.status, workers.pool, workers.tenure, workers.factor,
        economy.pools.city, gains_by_tenure(p.specific * p.pace, p.tenure_scale),
        int(p.pace > 0.0), rows, staff,
    )  # fmt: skip
    deciding = (
        draws.key("labour/part"), draws.key("labour/give_up"), draws.key("labour/queue"),
        draws.key("labour/look"), draws.key("labour/where"), draws.key("labour/claim"),
        workers.id, workers.city, workers.hukou_city, workers.hukou_urban, workers.land,
        workers.status, workers.pool, workers.age, workers.tenure, workers.duration,
        workers.benefit_left, workers.insured, workers.paid, workers.factor,
        economy.pools.city, hazard, p.migrant_separation, p.migrant_search, p.fading * p.pace,
        p.floor, look, p.job_search * p.pace,
        economy.structure.giving_up * p.pace / tightness, p.take_up, p.specific * p.pace,
        p.tenure_scale, p.oldest * 12.0, np.cumsum(places, axis=1), int(p.pace > 0.0), rows,
        lots, there, units, parted,
    )  # fmt: skip

    def search(chunk: int, first: int, last: int) -> slice:
        listed = carry_on(chunk, first, last, *listing)
        return slice(first, part_and_search(chunk, first, listed, *deciding))

    found = each_chunk(count, search)
    queue = [np.concatenate([column[part] for part in found]) for column in (lots, rows, there)]
    order = np.argsort(queue[0])
    searching = (queue[1][order], queue[2][order])
    rate = separation(economy, staff.sum(axis=0), parted.sum(axis=0), hazard, p)
    return units.sum(axis=0) * workers.persons_per_agent, searching, rate


def keys_by_status(draws: Draws) -> Ids:
    """Return the key of the draw that decides first, by activity."""
    keys = np.zeros(len(Status), np.uint64)
    keys[EMPLOYED] = draws.key("labour/part")
    keys[FARM] = keys[OUT] = draws.key("labour/look")
    return keys


def lots_that_matter(hazard: Floats, look: Floats, p: Parameters) -> Ids:
    """Return between which whole lots nothing changes for a person, by activity (statuses, 2)."""
    bounds = np.zeros((len(Status), 2), np.uint64)
    bounds[:, 1] = bound_of(1.0)
    most = float(hazard.max()) * max(p.migrant_separation, 1.0)
    bounds[EMPLOYED] = bound_of(most), bound_of(1.0 - p.job_search * p.pace)
    bounds[UNEMPLOYED, 0] = bound_of(1.0)
    bounds[FARM, 0], bounds[OUT, 0] = bound_of(look[FARM].max()), bound_of(look[OUT].max())
    return bounds


def separation(
    economy: Economy, staff: Floats, parted: Ints, hazard: Floats, p: Parameters
) -> Floats:
    """Count who parted; return the expected rate by city of work (8) of local and migrant staff."""
    pools, persons = economy.pools, economy.workers.persons_per_agent
    pools.rows -= parted
    economy.flows.separations += np.bincount(pools.city, parted, CITIES) * persons
    rate = hazard * over(staff[:, 0] + p.migrant_separation * staff[:, 1], staff.sum(axis=1))
    return np.minimum(rate, 0.5)


@compiled
def gains_by_tenure(specific: float, tenure_scale: float) -> Floats:
    """Rise of the pay factor by months of tenure: specific skill is learnt year by year."""
    gains = np.ones(LEARNT + 1)
    yearly = math.exp(-12.0 / tenure_scale)
    for tenure in range(0, LEARNT, 12):
        gained = math.exp(-(tenure - 12) / tenure_scale) * (1.0 - yearly)
        gains[tenure] = math.exp(specific * gained)
    return gains


@compiled_rows
def carry_on(
    chunk: int, first: int, last: int, keys: Ids, bounds: Ids, person: Ids, alive: Flags,
    hukou_city: Ints, status: Ints, pool: Ints, tenure: Ints, factor: Floats,
    pool_city: Ints, gains: Floats, clock: int, rows: Ints, staff: Floats,
) -> int:  # fmt: skip
    """Let those carry on for whom the month changes nothing; list the others, return the end.

    Staff is counted by city of work, local people and migrants.
    """
    number, held = uint64(first), staff[chunk]
    for row in range(first, last):
        i = uint64(row)
        state = uint64(status[i])
        lot = whole_lot(keys[state], person[i])
        changes = (lot < bounds[state, 0]) | (lot >= bounds[state, 1])
        rows[number] = row
        number += uint64(changes & alive[i])
        if pool[i] >= 0 and alive[i] and state == EMPLOYED:
            held[pool_city[uint64(pool[i])], uint64(hukou_city[i] >= FIRST_OUTSIDE)] += 1.0
            if not changes:
                tenure[i] += clock
                gain = gains[uint64(min(tenure[i], LEARNT))]
                if gain != 1.0:
                    factor[i] *= gain
    return int(number)


@compiled_rows
def part_and_search(
    chunk: int, first: int, listed: int, key_part: Key, key_give_up: Key, key_queue: Key,
    key_look: Key, key_where: Key, key_claim: Key, person: Ids, city: Ints,
    hukou_city: Ints, hukou_urban: Ints, land: Ints, status: Ints, pool: Ints, age: Ints,
    tenure: Ints, duration: Ints, benefit_left: Ints, insured: Ints, paid: Ints,
    factor: Floats, pool_city: Ints, hazard: Floats, migrant_separation: float,
    migrant_search: float, fading: float, floor: float, look: Floats, job_search: float,
    giving_up: Floats, take_up: float, specific: float, tenure_scale: float, oldest: float,
    commuting: Floats, clock: int, rows: Ints, lots: Floats, places: Ints, units: Floats,
    parted: Ints,
) -> int:  # fmt: skip
    """Let the listed part, give up, or take a place in the queue; return the queue's end."""
    number, gains = first, gains_by_tenure(specific, tenure_scale)
    for k in range(first, listed):
        i = rows[k]
        state, c = status[i], city[i]
        migrant = hukou_city[i] >= FIRST_OUTSIDE
        weight = 0.0
        if state == EMPLOYED and pool[i] >= 0:
            chance = hazard[pool_city[pool[i]]] * (migrant_separation if migrant else 1.0)
            drawn = uniform(key_part, person[i])
            if drawn < chance:
                parted[chunk, pool[i]] += 1
                lose_contract(i, status, pool, duration)
                lost = specific * (1.0 - math.exp(-tenure[i] / tenure_scale))
                factor[i] *= math.exp(-lost)
                claims = insured[i] == 1 and uniform(key_claim, person[i]) < take_up
                benefit_left[i] = months_of_benefit(paid[i]) if claims else 0
                continue
            tenure[i] += clock
            gain = gains[min(tenure[i], LEARNT)]
            if gain != 1.0:
                factor[i] *= gain
            weight = 1.0 if drawn > 1.0 - job_search else 0.0
        elif state == UNEMPLOYED:
            duration[i] += clock
            benefit_left[i] -= clock * int(benefit_left[i] > 0)
            chance = giving_up[c] * (MIGRANTS_GIVE_UP if migrant else 1.0)
            if uniform(key_give_up, person[i]) < chance:
                status[i] = FARM if hukou_urban[i] == 0 and land[i] == 1 else OUT
                benefit_left[i] = 0
                continue
            weight = max(floor, math.exp(-fading * duration[i]))
            weight *= migrant_search if migrant else 1.0
        elif (state == FARM or state == OUT) and age[i] < oldest:
            weight = 1.0 if uniform(key_look, person[i]) < look[state, c] else 0.0
        if weight > 0.0:
            there = where(uniform(key_where, person[i]), commuting[c])
            rows[number], places[number] = i, there
            lots[number] = exponential(key_queue, person[i]) / weight
            number += 1
            units[chunk, there] += weight
    return number


@compiled
def lose_contract(i: int, status: Ints, pool: Ints, duration: Ints) -> None:
    """Let a person leave a pool to look for work."""
    pool[i] = NOBODY
    status[i] = UNEMPLOYED
    duration[i] = 0


@compiled
def months_of_benefit(paid: int) -> int:
    """Months of unemployment benefit after so many months paid into the pools."""
    return 12 if paid < SHORT else (18 if paid < LONG else 24)


@compiled
def where(lot: float, cumulative: Floats) -> int:
    """Return the city in which a lot falls."""
    there = 0
    while lot >= cumulative[there] and there < len(cumulative) - 1:
        there += 1
    return there


def post_vacancies(economy: Economy, parting: Floats, p: Parameters) -> None:
    """Let each firm offer posts for the gap between wanted and remaining staff."""
    firms, posts = economy.firms, economy.flows.posts
    posts.fill(0.0)
    offer_posts(
        firms.is_open, firms.city, firms.industry, firms.staff, firms.wanted, parting,
        p.fill_rate, firms.vacancies, posts,
    )  # fmt: skip


@compiled
def offer_posts(
    is_open: Flags, city: Ints, industry: Ints, staff: Floats, wanted: Floats,
    parting: Floats, fill_rate: float, vacancies: Floats, posts: Floats,
) -> None:  # fmt: skip
    """Set the posts that each firm offers and add them up by city."""
    for i in range(len(city)):
        c = city[i]
        gap = wanted[i] - staff[i] * (1.0 - parting[c])
        offers = is_open[i] and industry[i] > 0 and gap > 0.0
        vacancies[i] = gap / fill_rate if offers else 0.0
        posts[c] += vacancies[i]


def match(economy: Economy, searchers: Floats, p: Parameters) -> Floats:
    """Return the share of posts filled in each city (8); set the job-finding chance."""
    posts = economy.flows.posts
    scaled = searchers * economy.structure.matching_scale * economy.rules.matching
    matches = matches_of(scaled, posts, p.curvature)
    economy.flows.searching[:] = searchers
    found = over(matches, scaled)
    opening = found_at_opening(p)
    if p.pace > 0.0:
        economy.cells.job_finding += 0.25 * (
            p.job_finding * found / opening - economy.cells.job_finding
        )
        return over(matches, posts)
    return np.full(CITIES, p.fill_rate)


def found_at_opening(p: Parameters) -> float:
    """Matches per search unit at which vacancies are filled at the opening rate."""
    tightness = (p.fill_rate**-p.curvature - 1.0) ** (1.0 / p.curvature)
    return float(p.fill_rate * tightness)


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


def change_staff(economy: Economy, parting: Floats, fill: Floats, p: Parameters) -> None:
    """Let staff part, be laid off and be hired, in persons."""
    firms, flows = economy.firms, economy.flows
    flows.hires.fill(0.0)
    part_and_hire(
        firms.is_open, firms.city, firms.industry, firms.ownership, firms.wanted,
        firms.vacancies, parting, fill, p.downward_state, p.downward_private, firms.staff,
        flows.hires, flows.displaced,
    )  # fmt: skip


@compiled
def part_and_hire(
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, wanted: Floats,
    vacancies: Floats, parting: Floats, fill: Floats, down_state: float,
    down_private: float, staff: Floats, hires: Floats, displaced: Floats,
) -> None:  # fmt: skip
    """Change the staff of each firm; count the hired and the laid off by city."""
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


def fill_pools(economy: Economy, queue: tuple[Ints, Ints], p: Parameters, draws: Draws) -> None:
    """Hire from the queue, and dismiss, until contracts match the staff of each pool."""
    workers, pools, firms = economy.workers, economy.pools, economy.firms
    persons = np.bincount(firms.pool, firms.staff, len(pools.city))
    target = np.floor(persons / workers.persons_per_agent + pools.offset).astype(np.int64)
    target[pools.industry == 0] = 0
    excess = pools.rows - target
    economy.scratch.dismissed = economy.scratch.dismissed_pool = NO_ROWS
    if (excess > 0).any():
        gone = dismiss_rows(
            draws.key("labour/dismiss"), workers.count, workers.id, workers.status,
            workers.pool, workers.duration, excess, pools.rows,
        )  # fmt: skip
        economy.scratch.dismissed, economy.scratch.dismissed_pool = gone
        lose_post(economy, gone[0], p, draws)
    wanted = target - pools.rows
    hire_from_queue(
        draws.key("labour/post"), *queue, workers.id, workers.skill,
        workers.status, workers.pool, workers.industry, workers.tenure, workers.duration,
        workers.benefit_left, workers.insured, wanted, pools.city, pools.industry,
        pools.ownership, pools.rows,
        economy.structure.skill_share,
    )  # fmt: skip
    limit_staff(economy, persons, target)


def lose_post(economy: Economy, rows: Ints, p: Parameters, draws: Draws) -> None:
    """Let the dismissed lose their specific skill and, if insured, some claim benefit."""
    workers = economy.workers
    learnt = 1.0 - np.exp(-workers.tenure[rows] / p.tenure_scale)
    workers.factor[rows] *= np.exp(-p.specific * p.pace * learnt)
    lot = uniforms(draws.key("labour/claim"), workers.id[rows])
    claims = (workers.insured[rows] == 1) & (lot < p.take_up)
    paid = workers.paid[rows]
    months = np.where(paid < SHORT, 12, np.where(paid < LONG, 18, 24))
    workers.benefit_left[rows] = np.where(claims, months, 0)


@compiled
def dismiss_rows(
    key: Key, count: int, person: Ids, status: Ints, pool: Ints, duration: Ints,
    excess: Ints, pool_rows: Ints,
) -> tuple[Ints, Ints]:  # fmt: skip
    """End contracts drawn by lot until no pool holds more rows than its staff.

    Returns the rows dismissed and the pools that they leave.
    """
    gone = np.empty(max(0, excess[excess > 0].sum()), np.int64)
    left = np.empty_like(gone)
    number = 0
    room = 0
    for q in range(len(excess)):
        room += pool_rows[q] if excess[q] > 0 else 0
    rows, lots = np.empty(room, np.int64), np.empty(room)
    candidates = 0
    for i in range(count):
        held = pool[i]
        if held >= 0 and excess[held] > 0 and status[i] == EMPLOYED:
            rows[candidates], lots[candidates] = i, uniform(key, person[i])
            candidates += 1
    for k in np.argsort(lots[:candidates]):
        i = rows[k]
        held = pool[i]
        if excess[held] > 0:
            excess[held] -= 1
            pool_rows[held] -= 1
            gone[number], left[number] = i, held
            number += 1
            lose_contract(i, status, pool, duration)
    return gone[:number], left[:number]


@compiled
def hire_from_queue(
    key: Key, order: Ints, search_city: Ints, person: Ids, skill: Ints, status: Ints,
    pool: Ints, industry: Ints, tenure: Ints, duration: Ints, benefit_left: Ints,
    insured: Ints, wanted: Ints, pool_city: Ints, pool_industry: Ints, pool_owner: Ints,
    pool_rows: Ints, skill_share: Floats,
) -> None:  # fmt: skip
    """Let searchers in turn take a post of their city, pools with more open posts more often."""
    cities, skills = 8, 3
    open_posts = np.zeros((cities, skills))
    start = np.zeros(cities + 1, np.int64)
    for q in range(len(wanted)):
        if wanted[q] > 0:
            start[pool_city[q] + 1] += 1
            for g in range(skills):
                open_posts[pool_city[q], g] += wanted[q] * skill_share[pool_industry[q], g]
    for c in range(cities):
        start[c + 1] += start[c]
    place, listed = start.copy(), np.empty(start[cities], np.int64)
    for q in range(len(wanted)):
        if wanted[q] > 0:
            listed[place[pool_city[q]]] = q
            place[pool_city[q]] += 1
    for k in range(len(order)):
        i = order[k]
        c, g = search_city[k], skill[i]
        if open_posts[c, g] <= NOTHING:
            g = best_filled(open_posts, c)
            if open_posts[c, g] <= NOTHING:
                continue
        lot = uniform(key, person[i]) * open_posts[c, g]
        chosen = -1
        for at in range(start[c], start[c + 1]):
            q = listed[at]
            if wanted[q] > 0:
                chosen = q
                lot -= wanted[q] * skill_share[pool_industry[q], g]
                if lot < 0.0:
                    break
        if chosen < 0:
            continue
        if pool[i] >= 0:
            pool_rows[pool[i]] -= 1
        wanted[chosen] -= 1
        for h in range(skills):
            open_posts[c, h] -= skill_share[pool_industry[chosen], h]
        pool_rows[chosen] += 1
        pool[i] = chosen
        industry[i] = pool_industry[chosen]
        status[i] = EMPLOYED
        tenure[i] = 0
        duration[i] = 0
        benefit_left[i] = 0
        formal = 0.75 if pool_owner[chosen] != PRIVATE else 0.50
        insured[i] = uniform(mix(key), person[i]) < formal


@compiled
def best_filled(open_posts: Floats, city: int) -> int:
    """Return the skill for which a city has most open posts."""
    best = 0
    for g in range(1, open_posts.shape[1]):
        if open_posts[city, g] > open_posts[city, best]:
            best = g
    return best


def limit_staff(economy: Economy, persons: Floats, target: Money) -> None:
    """Cut the staff of firms whose pool found too few people."""
    pools, firms = economy.pools, economy.firms
    cut_staff(
        firms.pool, persons, target, pools.rows, economy.workers.persons_per_agent, firms.staff
    )


@compiled
def cut_staff(
    pool: Ints, persons: Floats, target: Money, rows: Ints, scale: int, staff: Floats
) -> None:
    """Scale the staff of each firm to what its pool holds, where that is too little."""
    share = np.ones(len(target))
    for q in range(len(target)):
        short = (target[q] - rows[q]) * scale
        if short > 0 and target[q] > 0:
            share[q] = min(max(1.0 - short / max(persons[q], 1.0), 0.0), 1.0)
    for i in range(len(pool)):
        staff[i] *= share[pool[i]]
