"""Contracts (劳动合同): rows of workers in employer pools, until they match the staff in persons.

A pool wants as many rows as its staff in persons, rounded down at its threshold. Pools that hold
more dismiss by lot; the others hire from the queue of their city, whoever comes first. What is
settled in one city concerns no other.
"""

import math
from typing import NamedTuple

import numpy as np

from sezsim.definitions.chunks import ROWS_A_CHUNK
from sezsim.definitions.columns import Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.labour.queue import in_order
from sezsim.labour.search import CLAIM, DISMISS, POST, People, Plain, Search, Terms, part
from sezsim.randomness import mix, uniform
from sezsim.state.firms import Ownership
from sezsim.state.workers import Skill, Status

EMPLOYED = int(Status.EMPLOYED)
PRIVATE = int(Ownership.PRIVATE)
SKILLS = len(Skill)
NOTHING = 1e-9  # posts too few to be one
INSURED_BY_PRIVATE, INSURED_BY_OTHERS = 0.50, 0.75  # chance that a new contract is insured (C)


class Openings(NamedTuple):
    """Pools and the rows that they still want."""

    wanted: Money
    city: Ints
    industry: Ints
    ownership: Ints
    rows: Ints
    skill_share: Floats  # by industry


@compiled
def fill_pools(
    keys: Ids, count: int, columns: Plain, skill: Ints, industry: Ints, settings: Plain,
    room: Plain, firm_pool: Ints, staff: Floats, persons: Floats, persons_a_row: int,
    offset: Floats, pool_city: Ints, pool_industry: Ints, ownership: Ints, pool_rows: Ints,
    skill_share: Floats,
) -> tuple[Ints, Ints]:  # fmt: skip
    """Dismiss, and hire from the queue, until contracts match the staff of each pool (persons).

    Firms whose pool found too few people are cut to what it holds. Returns the rows dismissed and
    the pools that they left.
    """
    people, terms, made = People(*columns), Terms(*settings), Search(*room)
    target = rows_for_staff(persons, persons_a_row, offset, pool_industry)
    dismissed, left = dismiss_rows(
        keys[DISMISS], keys[CLAIM], count, people, terms, target, pool_rows
    )
    openings = Openings(
        target - pool_rows, pool_city, pool_industry, ownership, pool_rows, skill_share
    )
    hire_from_queue(keys[POST], made, people, skill, industry, openings)
    cut_staff(firm_pool, persons, target, pool_rows, persons_a_row, staff)
    return dismissed, left


@compiled
def rows_for_staff(
    persons: Floats, persons_a_row: int, offset: Floats, industry: Ints
) -> Money:
    """Return the rows that stand for the staff of each pool."""
    target = np.zeros(len(offset), np.int64)
    for q in range(len(offset)):
        if industry[q] != 0:
            target[q] = math.floor(persons[q] / persons_a_row + offset[q])
    return target


@compiled
def dismiss_rows(
    key: Key, key_claim: Key, count: int, people: People, terms: Terms, target: Money,
    pool_rows: Ints,
) -> tuple[Ints, Ints]:  # fmt: skip
    """End contracts drawn by lot until no pool holds more rows than its staff.

    Returns the rows dismissed and the pools that they leave.
    """
    excess, room, most = pool_rows - target, 0, 0
    for q in range(len(excess)):
        if excess[q] > 0:
            most += excess[q]
            room += pool_rows[q]
    gone, left = np.empty(most, np.int64), np.empty(most, np.int64)
    if most == 0:
        return gone, left
    rows = np.empty(room + 1, np.int64)
    candidates = list_contracts(count, excess, people.pool, rows)
    lots, number = np.empty(candidates), 0
    for k in range(candidates):
        lots[k] = uniform(key, people.id[rows[k]])
    for k in in_order(lots, np.zeros(candidates, np.int8), np.array([candidates])):
        i = rows[k]
        held = people.pool[i]
        if excess[held] > 0:
            excess[held] -= 1
            pool_rows[held] -= 1
            gone[number], left[number] = i, held
            number += 1
            part(i, key_claim, people, terms)
    return gone[:number], left[:number]


@compiled
def list_contracts(count: int, excess: Money, pool: Ints, rows: Ints) -> int:
    """List the rows under contract with pools that hold too many; return how many.

    Rows has one place more than there are such contracts. Each row is put down, and stays if it
    belongs.
    """
    over, number = np.zeros(len(excess) + 1, np.uint64), uint64(0)
    for q in range(len(excess)):
        over[q + 1] = excess[q] > 0  # nobody's pool comes first
    for row in range(count):
        rows[number] = row
        number += over[uint64(pool[uint64(row)] + 1)]
    return int(number)


@compiled
def hire_from_queue(
    key: Key, made: Search, people: People, skill: Ints, industry: Ints, openings: Openings
) -> None:
    """Let searchers in turn take a post of their city, pools with more open posts more often."""
    listed, start, left = list_openings(openings)
    weights, posts = open_posts(openings, listed, start)
    number = close_ranks(made)
    places = made.places[:number]
    for k in in_order(made.lots[:number], places, left):
        i, c = uint64(made.rows[k]), uint64(places[k])
        g = skill[i] if posts[c, skill[i]] > NOTHING else best_filled(posts, c)
        lot = uniform(key, people.id[i]) * posts[c, g]
        at = drawn(lot, weights[g], start[c], start[c + 1])
        chosen = listed[at]
        if people.pool[i] >= 0:
            openings.rows[people.pool[i]] -= 1
        openings.rows[chosen] += 1
        openings.wanted[chosen] -= 1
        for h in range(SKILLS):
            share = openings.skill_share[openings.industry[chosen], h]
            posts[c, h] -= share
            weights[h, at] = openings.wanted[chosen] * share
        industry[i] = openings.industry[chosen]
        begin(i, chosen, openings.ownership[chosen], mix(key), people)


@compiled
def close_ranks(made: Search) -> int:
    """Move the queues of all chunks up behind that of the first; return the end of the whole."""
    number = made.ends[0]
    for chunk in range(1, len(made.ends)):
        for k in range(chunk * ROWS_A_CHUNK, made.ends[chunk]):
            made.rows[number], made.lots[number] = made.rows[k], made.lots[k]
            made.places[number] = made.places[k]
            number += 1
    return number


@compiled
def drawn(lot: float, weights: Floats, first: int, last: int) -> int:
    """Return the place in whose weight a lot falls, the last one of any weight if in none."""
    chosen = first
    for at in range(first, last):
        weight = weights[uint64(at)]
        chosen = at if weight > 0.0 else chosen
        lot -= max(weight, 0.0)
        if (weight > 0.0) & (lot < 0.0):
            break
    return chosen


@compiled
def list_openings(openings: Openings) -> tuple[Ints, Ints, Ints]:
    """List pools with open posts by city.

    Returns the list, where each city begins in it, and rows wanted by city.
    """
    wanted, city = openings.wanted, openings.city
    start, left = np.zeros(CITIES + 1, np.int64), np.zeros(CITIES, np.int64)
    for q in range(len(wanted)):
        if wanted[q] > 0:
            start[city[q] + 1] += 1
            left[city[q]] += wanted[q]
    start = np.cumsum(start)
    place, listed = start.copy(), np.empty(start[CITIES], np.int64)
    for q in range(len(wanted)):
        if wanted[q] > 0:
            listed[place[city[q]]] = q
            place[city[q]] += 1
    return listed, start, left


@compiled
def open_posts(openings: Openings, listed: Ints, start: Ints) -> tuple[Floats, Floats]:
    """Return open posts by schooling and place in the list, and by city and schooling."""
    weights, posts = np.empty((SKILLS, len(listed))), np.zeros((CITIES, SKILLS))
    for c in range(CITIES):
        for at in range(start[c], start[c + 1]):
            q = listed[at]
            for g in range(SKILLS):
                share = openings.skill_share[openings.industry[q], g]
                weights[g, at] = openings.wanted[q] * share
                posts[c, g] += weights[g, at]
    return weights, posts


@compiled
def begin(i: Key, pool: int, owner: int, key: Key, people: People) -> None:
    """Begin a contract."""
    people.pool[i] = pool
    people.status[i] = EMPLOYED
    people.tenure[i] = 0
    people.duration[i] = 0
    people.benefit_left[i] = 0
    insured = INSURED_BY_PRIVATE if owner == PRIVATE else INSURED_BY_OTHERS
    people.insured[i] = uniform(key, people.id[i]) < insured


@compiled
def best_filled(posts: Floats, city: Key) -> int:
    """Return the skill for which a city has most open posts."""
    best = 0
    for g in range(1, posts.shape[1]):
        if posts[city, g] > posts[city, best]:
            best = g
    return best


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
