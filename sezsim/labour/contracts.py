"""Contracts (劳动合同): rows of workers in employer pools, until they match the staff in persons."""

import math
from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.labour.search import People, Terms, part
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
def rows_for_staff(
    firm_pool: Ints, staff: Floats, persons_a_row: int, offset: Floats, industry: Ints
) -> tuple[Floats, Money]:
    """Return the staff of each pool in persons and the rows that stand for it."""
    persons = np.zeros(len(offset))
    for i in range(len(firm_pool)):
        persons[firm_pool[i]] += staff[i]
    target = np.zeros(len(offset), np.int64)
    for q in range(len(offset)):
        if industry[q] != 0:
            target[q] = math.floor(persons[q] / persons_a_row + offset[q])
    return persons, target


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
    candidates = list_contracts(count, excess, people, rows)
    lots, number = np.empty(candidates), 0
    for k in range(candidates):
        lots[k] = uniform(key, people.id[rows[k]])
    for k in np.argsort(lots):
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
def list_contracts(count: int, excess: Money, people: People, rows: Ints) -> int:
    """List the rows under contract with pools that hold too many; return how many.

    Rows has one place more than there are such contracts. Each row is put down, and stays if it
    belongs.
    """
    over, number = np.zeros(len(excess) + 1, np.bool_), 0  # nobody's pool comes first
    over[1:] = excess > 0
    for row in range(count):
        if number == len(rows) - 1:
            break
        i = uint64(row)
        rows[number] = row
        number += int(over[uint64(people.pool[i] + 1)] & (people.status[i] == EMPLOYED))
    return number


@compiled
def hire_from_queue(
    key: Key, order: Ints, rows: Ints, places: Ints, people: People, skill: Ints,
    industry: Ints, openings: Openings,
) -> None:  # fmt: skip
    """Let searchers in turn take a post of their city, pools with more open posts more often."""
    listed, start, left = list_openings(openings)
    weights, posts = open_posts(openings, listed, start)
    for k in order:
        c = places[k]
        if left[c] == 0:
            continue
        i = rows[k]
        g = skill[i] if posts[c, skill[i]] > NOTHING else best_filled(posts, c)
        lot = uniform(key, people.id[i]) * posts[c, g]
        at = drawn(lot, weights[g], start[c], start[c + 1])
        chosen = listed[at]
        if people.pool[i] >= 0:
            openings.rows[people.pool[i]] -= 1
        openings.rows[chosen] += 1
        openings.wanted[chosen] -= 1
        left[c] -= 1
        for h in range(SKILLS):
            share = openings.skill_share[openings.industry[chosen], h]
            posts[c, h] -= share
            weights[h, at] = openings.wanted[chosen] * share
        industry[i] = openings.industry[chosen]
        begin(i, chosen, openings.ownership[chosen], mix(key), people)


@compiled
def drawn(lot: float, weights: Floats, first: int, last: int) -> int:
    """Return the place in whose weight a lot falls, the last one of any weight if in none."""
    chosen = first
    for at in range(first, last):
        weight = weights[at]
        if weight > 0.0:
            chosen = at
            lot -= weight
            if lot < 0.0:
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
def begin(i: int, pool: int, owner: int, key: Key, people: People) -> None:
    """Begin a contract."""
    people.pool[i] = pool
    people.status[i] = EMPLOYED
    people.tenure[i] = 0
    people.duration[i] = 0
    people.benefit_left[i] = 0
    insured = INSURED_BY_PRIVATE if owner == PRIVATE else INSURED_BY_OTHERS
    people.insured[i] = uniform(key, people.id[i]) < insured


@compiled
def best_filled(posts: Floats, city: int) -> int:
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
