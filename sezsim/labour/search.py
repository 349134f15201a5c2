"""Search (找工作): who parts, who gives up and who takes a place in the queue, row by row.

A whole lot decides first: for most people the month changes nothing, and one comparison of whole
numbers says so. The others are listed and looked at one by one.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, compiled_rows, uint64
from sezsim.definitions.geography import CITIES
from sezsim.labour.benefit import months_of_benefit
from sezsim.randomness import bound_of, exponential, uniform, whole_lot
from sezsim.state.workers import NOBODY, Status

EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
FARM, OUT = int(Status.FARM), int(Status.OUT)
STATUSES = len(Status)
FIRST_OUTSIDE = CITIES
MIGRANTS_GIVE_UP = 0.2  # over the chance of local people (D)
LEARNT = 480  # months of tenure after which nothing is added
YEAR = 12  # months; skill is added at the end of each
STRIDE = (
    512  # rows that are asked before those of whom something is to be told are gone through
)
LEAST_TIGHTNESS = 0.05  # of the opening, to which joining and giving up respond
DRAWS = (
    "labour/part", "labour/give_up", "labour/queue", "labour/look", "labour/where",
    "labour/claim", "labour/dismiss", "labour/post",
)  # fmt: skip
Plain = tuple[
    Any, ...
]  # what becomes a named tuple in a loop: from Python, names cost a microsecond
PART, GIVE_UP, QUEUE, LOOK, WHERE, CLAIM, DISMISS, POST = range(len(DRAWS))


class Terms(NamedTuple):
    """What search follows from; all rates are those of a month."""

    clock: int  # 0 where nobody moves, else 1
    pace: float
    buffer: float
    job_finding: float  # chance at the opening
    farm_search: float
    out_search: float
    migrant_separation: float
    migrant_search: float
    fading: float
    floor: float
    job_search: float
    take_up: float
    specific: float
    tenure_scale: float
    oldest: float  # months


class People(NamedTuple):
    """Columns of workers that search reads and changes."""

    id: Ids
    alive: Flags
    city: Ints
    hukou_city: Ints
    hukou_urban: Ints
    land: Ints
    status: Ints
    pool: Ints
    age: Ints
    tenure: Ints
    duration: Ints
    benefit_left: Ints
    insured: Ints
    paid: Ints
    trained: Ints
    factor: Floats


class Chances(NamedTuple):
    """Chances of this month."""

    lots: Ids  # between which nothing changes for a person, by activity (statuses, 2)
    hazard: Floats  # separation of local people by city of work
    look: Floats  # chance to look for a post, by activity and city
    giving_up: Floats  # chance of the idle to give up, by city
    commuting: Floats  # shares of searchers by home and workplace, added up along workplaces
    gains: Floats  # rise of the pay factor by months of tenure


class Search(NamedTuple):
    """What search leaves behind; the first axis of the last four is the chunk."""

    rows: Ints  # rows in the queue
    lots: Floats  # their places in the queue
    places: Ints  # cities where they search
    ends: Ints  # where the queue of a chunk ends, which begins with its first row
    units: Floats  # search units by city (chunks, 8)
    migrants: Ints  # rows of contracts of migrants by city of work (chunks, 8)
    parted: Ints  # rows that part by pool (chunks, pools)


@compiled
def chances_of(
    separation: Floats, giving_up: Floats, finding: Floats, places: Floats, terms: Terms
) -> Chances:
    """Chances of the month; finding is the job-finding chance, places are shares of searchers."""
    hazard, look = separation * terms.pace, np.zeros((STATUSES, CITIES))
    leaving, commuting = np.empty(CITIES), np.empty((CITIES, CITIES))
    for c in range(CITIES):
        tightness = max(finding[c] / terms.job_finding, LEAST_TIGHTNESS) ** terms.buffer
        look[FARM, c] = terms.farm_search * tightness * terms.pace
        look[OUT, c] = terms.out_search * tightness * terms.pace
        leaving[c] = giving_up[c] * terms.pace / tightness
        commuting[c] = np.cumsum(places[c])
    lots = np.zeros((STATUSES, 2), np.uint64)
    lots[:, 1] = bound_of(1.0)
    lots[EMPLOYED, 0] = bound_of(hazard.max() * max(terms.migrant_separation, 1.0))
    lots[EMPLOYED, 1] = bound_of(1.0 - terms.job_search)
    lots[UNEMPLOYED, 0] = bound_of(1.0)
    lots[FARM, 0], lots[OUT, 0] = bound_of(look[FARM].max()), bound_of(look[OUT].max())
    gains = gains_by_tenure(terms.specific, terms.tenure_scale)
    return Chances(lots, hazard, look, leaving, commuting, gains)


@compiled
def gains_by_tenure(specific: float, tenure_scale: float) -> Floats:
    """Rise of the pay factor by months of tenure: specific skill is learnt year by year."""
    gains = np.ones(LEARNT + 1)
    yearly = math.exp(-YEAR / tenure_scale)
    for tenure in range(0, LEARNT, YEAR):
        gained = math.exp(-(tenure - YEAR) / tenure_scale) * (1.0 - yearly)
        gains[tenure] = math.exp(specific * gained)
    return gains


@compiled_rows
def search_chunk(
    chunk: int, first: int, last: int, keys: Ids, columns: Plain, pool_city: Ints,
    separation: Floats, giving_up: Floats, finding: Floats, places: Floats, settings: Plain,
    room: Plain,
) -> None:  # fmt: skip
    """Let the rows of a chunk part and search; the plain tuples are named here, which costs nothing."""
    people, terms, made = People(*columns), Terms(*settings), Search(*room)
    chances = chances_of(separation, giving_up, finding, places, terms)
    listed = carry_on(first, last, keys, people, pool_city, chances, terms.clock,
                      made.rows, made.migrants[chunk])  # fmt: skip
    made.ends[chunk] = part_and_search(
        first, listed, keys, people, pool_city, chances, terms, made, made.units[chunk],
        made.parted[chunk],
    )  # fmt: skip


@compiled_rows
def carry_on(
    first: int, last: int, keys: Ids, people: People, pool_city: Ints, chances: Chances,
    clock: int, rows: Ints, migrants: Ints,
) -> int:  # fmt: skip
    """Let those carry on for whom the month changes nothing; list the others, return the end.

    Migrants with a post are counted by city of work. Rows are asked a stride at a time, and only
    those are gone through of whom one of the answers is yes.
    """
    number, told = uint64(first), np.empty(STRIDE, np.int64)
    changes, learns = np.empty(STRIDE, np.uint8), np.empty(STRIDE, np.uint8)
    migrant, some = np.empty(STRIDE, np.uint8), np.empty(STRIDE, np.uint8)
    for start in range(first, last, STRIDE):
        size, yes = min(STRIDE, last - start), uint64(0)
        here = slice(start, start + size)
        ask(size, keys[PART], keys[LOOK], people.id[here], people.status[here],
            people.alive[here], chances.lots, changes)  # fmt: skip
        keep_posts(size, changes, people.pool[here], people.hukou_city[here], clock,
                   people.tenure[here], learns, migrant, some)  # fmt: skip
        for place in range(size):
            told[yes] = place
            yes += some[uint64(place)]
        for n in range(yes):
            k = uint64(told[uint64(n)])
            i = uint64(start) + k
            rows[number] = i
            number += changes[k]
            gain = chances.gains[uint64(min(people.tenure[i], LEARNT))] if learns[k] else 1.0
            people.factor[i] *= gain
            migrants[uint64(pool_city[uint64(max(people.pool[i], 0))])] += migrant[k]
    return int(number)


@compiled_rows
def ask(
    size: int, parting: Key, looking: Key, person: Ids, status: Ints, alive: Flags, lots: Ids,
    changes: Ints,
) -> None:  # fmt: skip
    """Ask each row of a stride whether the month changes something."""
    part_below, part_from = lots[EMPLOYED, 0], lots[EMPLOYED, 1]
    farm_below, out_below, idle_below = lots[FARM, 0], lots[OUT, 0], lots[UNEMPLOYED, 0]
    nobody, everybody = uint64(0), lots[OUT, 1]
    for place in range(size):
        k = uint64(place)
        state = status[k]
        works = state == EMPLOYED
        lot = whole_lot(parting if works else looking, person[k])
        below = farm_below if state == FARM else (out_below if state == OUT else nobody)
        below = part_below if works else (idle_below if state == UNEMPLOYED else below)
        over = lot >= (part_from if works else everybody)
        changes[k] = ((lot < below) | over) & alive[k]


@compiled_rows
def keep_posts(
    size: int, changes: Ints, pool: Ints, hukou_city: Ints, clock: int, tenure: Ints,
    learns: Ints, migrant: Ints, some: Ints,
) -> None:  # fmt: skip
    """Let a month of tenure pass for who keeps a post.

    Tell who learns, as tenure is whole years, which migrants have a post, and of whom something is
    to be told.
    """
    for place in range(size):
        k = uint64(place)
        held = pool[k] >= 0
        stays = held & (not changes[k])
        tenure[k] += clock if stays else 0
        learns[k] = stays & (tenure[k] % YEAR == 0)
        migrant[k] = held & (hukou_city[k] >= FIRST_OUTSIDE)
        some[k] = changes[k] | learns[k] | migrant[k]


@compiled_rows
def part_and_search(
    first: int, listed: int, keys: Ids, people: People, pool_city: Ints, chances: Chances,
    terms: Terms, made: Search, units: Floats, parted: Ints,
) -> int:  # fmt: skip
    """Let the listed part, give up, or take a place in the queue; return the queue's end."""
    number = uint64(first)
    for k in range(first, listed):
        i = uint64(made.rows[uint64(k)])
        state, city = people.status[i], uint64(people.city[i])
        migrant = people.hukou_city[i] >= FIRST_OUTSIDE
        weight = 0.0
        if state == EMPLOYED:
            held = uint64(people.pool[i])
            chance = chances.hazard[pool_city[held]]
            chance *= terms.migrant_separation if migrant else 1.0
            drawn = uniform(keys[PART], people.id[i])
            if drawn < chance:
                parted[held] += 1
                part(i, keys[CLAIM], people, terms)
            else:
                stay(i, people, terms.clock, chances.gains)
                weight = 1.0 if drawn > 1.0 - terms.job_search else 0.0
        elif state == UNEMPLOYED:
            chance = chances.giving_up[city] * (MIGRANTS_GIVE_UP if migrant else 1.0)
            if not wait(i, keys[GIVE_UP], people, terms.clock, chance):
                weight = max(terms.floor, math.exp(-terms.fading * people.duration[i]))
                weight *= terms.migrant_search if migrant else 1.0
        elif state in (FARM, OUT) and people.age[i] < terms.oldest:
            looks = uniform(keys[LOOK], people.id[i]) < chances.look[state, city]
            weight = 1.0 if looks else 0.0
        if weight > 0.0:
            there = where(uniform(keys[WHERE], people.id[i]), chances.commuting[city])
            made.rows[number], made.places[number] = i, there
            made.lots[number] = exponential(keys[QUEUE], people.id[i]) / weight
            number += uint64(1)
            units[there] += weight
    return int(number)


@compiled
def part(i: Key, key_claim: Key, people: People, terms: Terms) -> None:
    """End a contract: specific skill is lost, and some of the insured claim benefit.

    A new course may be begun.
    """
    lose_contract(i, people.status, people.pool, people.duration)
    lost = terms.specific * (1.0 - math.exp(-people.tenure[i] / terms.tenure_scale))
    people.factor[i] *= math.exp(-lost)
    people.trained[i] = 0
    claims = people.insured[i] == 1 and uniform(key_claim, people.id[i]) < terms.take_up
    people.benefit_left[i] = months_of_benefit(people.paid[i]) if claims else 0


@compiled
def stay(i: Key, people: People, clock: int, gains: Floats) -> None:
    """Let a month of tenure pass."""
    people.tenure[i] += clock
    gain = gains[min(people.tenure[i], LEARNT)]
    if gain != 1.0:
        people.factor[i] *= gain


@compiled
def wait(i: Key, key: Key, people: People, clock: int, chance: float) -> bool:
    """Let a month without a post pass and tell whether the person gives up."""
    people.duration[i] += clock
    people.benefit_left[i] -= clock * int(people.benefit_left[i] > 0)
    if uniform(key, people.id[i]) >= chance:
        return False
    people.status[i] = FARM if people.hukou_urban[i] == 0 and people.land[i] == 1 else OUT
    people.benefit_left[i] = 0
    return True


@compiled
def lose_contract(i: Key, status: Ints, pool: Ints, duration: Ints) -> None:
    """Let a person leave a pool to look for work."""
    pool[i] = NOBODY
    status[i] = UNEMPLOYED
    duration[i] = 0


@compiled
def where(lot: float, cumulative: Floats) -> int:
    """Return the city in which a lot falls: as many cities as end below it come before."""
    there = 0
    for city in range(len(cumulative) - 1):
        there += int(lot >= cumulative[city])
    return there
