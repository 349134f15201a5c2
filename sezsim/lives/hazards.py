"""Hazards (人口概率): what may happen to a person in a month, by activity, schooling, sex and age.

    deaths  : hazard = level * exp(slope * age), higher for men, falling by the year
    births  : total fertility, rising by the year, spread over the ages 20 to 42 of women
    school  : at 16 a child becomes an adult; some leave at once, some at 19, some after 22
    pension : at the legal age employees and idle people retire; farmers work on with a hazard

The tables follow from the rates and the year alone; they are made once for both.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.state.workers import Skill, Status

GRADUATED, SENIOR, LAST_YEAR = 22 * 12, 19 * 12, 26 * 12  # ends of schools, months
FIRST_BIRTH, MEAN_BIRTH, SPREAD_BIRTH, LAST_BIRTH = 19.0, 27.0, 4.5, 42.0  # years (C)
TIRED = 62 * 12  # age from which farmers stop, months (D)
OLDEST = 105 * 12  # nobody grows older, months
AGES = OLDEST + 12
RESTING, LEARNING, FARMING, WORKING, HOME, PAUSED = range(6)
ROLES = 6
ROLE_OF = {
    Status.RETIRED: RESTING, Status.STUDENT: LEARNING, Status.FARM: FARMING,
    Status.EMPLOYED: WORKING, Status.UNEMPLOYED: WORKING, Status.OUT: HOME,
    Status.INTERNALLY_RETIRED: PAUSED, Status.TRAINING: PAUSED,
}  # fmt: skip
FIRST_BITS = 16  # of a lot, which are looked at first


class Rates(NamedTuple):
    """The rates of demography.Parameters from which the tables follow."""

    pace: float
    mortality: float
    longevity: float
    slope: float
    men: float
    fertility: float
    fertility_rise: float
    graduation: float
    men_retire: float
    women_retire: float
    cadres_retire: float
    late: float
    home_pension: float
    farm_exit: float
    home_exit: float


class Hazards(NamedTuple):
    """Chances of a month."""

    chances: Floats  # to die; or end the role; or give birth (roles * 4, ages, 3), added up
    place: Ints  # of the chances of each activity, schooling and sex (8, 3, 2)
    most: Ints  # first 16 bits of a lot above which nothing happens (activities, ages)
    legal: Ints  # age of retirement by sex and by college (2, 2), months


@lru_cache(maxsize=64)
def hazards(rates: Rates, years: int = 0) -> Hazards:
    """Return what may happen in a month, so many years after 2010."""
    mortality, fertility = mortality_table(rates, years), fertility_table(rates, years)
    chances = np.empty((ROLES, 2, 2, AGES, 3), np.float32)
    chances[..., 0] = mortality
    chances[..., 1] = mortality + (1.0 - mortality) * ends_of_roles(rates)
    births = fertility.astype(np.float32) * np.array([[0], [1]], np.float32)
    chances[..., 2] = np.minimum(chances[..., 1] + births, 1.0)
    place = np.zeros((len(Status), len(Skill), 2), np.int8)
    most = np.empty((len(Status), AGES), np.uint16)
    for status, role in ROLE_OF.items():
        place[status] = role * 4 + np.array([[0, 1], [0, 1], [2, 3]])
        most[status] = first_bits(chances[role, ..., 2].max(axis=(0, 1)))
    flat = np.reshape(chances, (ROLES * 4, AGES, 3))
    return Hazards(flat, place, most, legal_ages(rates))


def first_bits(chance: Floats) -> Ints:
    """Return the first bits of the last lot that stays below a chance."""
    return np.asarray(np.maximum(np.ceil(chance * 2.0**FIRST_BITS) - 1.0, 0.0))


@lru_cache(maxsize=8)
def ends_of_roles(rates: Rates) -> Floats:
    """Chance of each role to end in a month, by college, sex and age (6, 2, 2, ages)."""
    two = range(2)
    ends = [
        [[end_of_role(role, sex, high, rates) for sex in two] for high in two]
        for role in range(ROLES)
    ]
    return np.array(ends) * rates.pace


def mortality_table(p: Rates, years: int = 0) -> Floats:
    """Chance to die in a month by sex (2) and age in months, so many years after 2010."""
    months = np.arange(AGES)
    level = p.mortality * (1.0 - p.longevity) ** years * p.pace
    yearly = level * np.exp(p.slope * months / 12.0)
    chance = np.minimum(np.stack([yearly * p.men, yearly]) / 12.0, 0.5)
    return np.asarray(np.where(months >= OLDEST, 1.0, chance))


def fertility_table(p: Rates, years: int = 0) -> Floats:
    """Chance of a woman to give birth in a month by age in months, so many years after 2010."""
    age = np.arange(AGES) / 12.0
    bearing = (age > FIRST_BIRTH) & (age < LAST_BIRTH)
    weight = np.exp(-((age - MEAN_BIRTH) ** 2) / (2.0 * SPREAD_BIRTH**2)) * bearing
    children = p.fertility * (1.0 + p.fertility_rise) ** years
    return np.asarray(children * p.pace * weight / weight.sum())


def legal_ages(p: Rates) -> Ints:
    """Legal age (months) of retirement by sex and by college (2, 2)."""
    years = [[p.men_retire, p.men_retire], [p.women_retire, p.cadres_retire]]
    return np.rint(np.array(years) * 12.0).astype(np.int64)


def end_of_role(role: int, sex: int, high: int, p: Rates) -> Floats:
    """Chance that a role ends in a month, by age in months."""
    months = np.arange(AGES)
    legal = legal_ages(p)[sex, high]
    due = np.where(months == legal, 1.0, np.where(months > legal, p.late, 0.0))
    if role == LEARNING:
        soon = (months >= GRADUATED) & (months < LAST_YEAR)
        return np.asarray(((months == SENIOR) | (months == LAST_YEAR)) + soon * p.graduation)
    if role == FARMING:
        return np.asarray((months > TIRED) * p.farm_exit / 12.0)
    if role == WORKING:
        return np.asarray(np.where(months < legal, p.home_exit / 12.0, due))
    if role == HOME:
        return np.asarray((months >= legal) * p.home_pension)
    return due if role == PAUSED else np.zeros(AGES)
