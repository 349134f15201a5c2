"""Destinations (去向): chances to leave and where to, by nested logit around the opening.

With V the change of utility since the opening,

    V[d]    = kappa ln expected income - housing kappa ln rent + kappa value of access
              + kappa ln(1 + housing allowance) - distance coefficient kappa ln travel time
              + network ln((1 + people from home) / (1 + those of the opening))
    shares  = opening shares exp(V[d] / lambda), normalised
    I       = lambda ln sum of opening shares exp(V[d] / lambda)
    P(move) = 1 / (1 + exp(-(ln odds of the opening + I - V[home])))
"""

import math
from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ids
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.randomness import bound_of
from sezsim.state.rules import Service

OPTIONS = CITIES + 2
BANDS = 6  # of age: below 25, 35, 45, 55, 65, above
SKILLS, KINDS = 3, 2  # local and from elsewhere
HEALTH = int(Service.HEALTH)
FIRST_BAND = 2.75  # the first band over the mean adult: the opening moves at its rates
OF_SKILL = np.array([0.8, 1.0, 1.6])  # chance of moving over the mean, by schooling
ALMOST = 1.0 + 1e-9  # a bound on chances leaves room for rounding
OF_KIND = np.array([0.85, 2.0])  # the same of local people and of those from elsewhere


class Tastes(NamedTuple):
    """What people go by when they compare cities, and how often they move at the opening."""

    elasticity: float
    housing: float
    access: float
    schools: float  # parts of the value of access
    health: float
    homes: float
    discount: float
    recognised: float  # part of the discount that falls away
    benefit: float
    outside: float  # change of real income outside, less rent
    far: float  # utility lost with the log of travel time
    pull: float  # of the rest of China
    nest: float  # 1 is the plain logit
    between: float  # adults who move between cities in a year
    away: float  # adults who leave the zone in a year
    stay_longer: float
    years: float  # for which one decision stands


@compiled
def access_of_services(entitlement: Floats, worth: Floats, settled: float) -> Floats:
    """Access (8) from entitlement to four services (4, 8), each by its part of the whole value.

    Care settled across cities is care that the stranger has already, whatever the city grants.
    """
    access = np.zeros(entitlement.shape[1])
    for c in range(len(access)):
        for service in range(len(worth)):
            granted = min(max(entitlement[service, c], 0.0), 1.0)
            if service == HEALTH:
                granted = 1.0 - (1.0 - granted) * (1.0 - settled)
            access[c] += worth[service] * granted
    return access


@compiled
def chances_to_move(
    wage_level: Floats, price: Floats, rent: Floats, idle: Floats, idle_at_opening: Floats,
    access: Floats, entitlement: Floats, settled: float, ease: Floats, allowance: Floats,
    travel_time: Floats, network: Floats, shares: Floats, leaving: Floats,
    settings: tuple[float, ...],
) -> tuple[Floats, Floats, Floats, Ids]:  # fmt: skip
    """Return the change of utility (2, 8), and the three of choice_of_moves that follow from it.

    Settings are those of Tastes.
    """
    tastes = Tastes(*settings)
    change = value_of_cities(
        wage_level, price, rent, idle, idle_at_opening, access, entitlement, settled, ease,
        allowance, tastes,
    )  # fmt: skip
    leave, options, bounds = choice_of_moves(
        change, ease, travel_time, network, shares, leaving, tastes
    )
    return change, leave, options, bounds


@compiled
def value_of_cities(
    wage_level: Floats, price: Floats, rent: Floats, idle: Floats, idle_at_opening: Floats,
    access: Floats, entitlement: Floats, settled: float, ease: Floats, allowance: Floats,
    tastes: Tastes,
) -> Floats:  # fmt: skip
    """Return the change of utility (2, 8): locals first, then people registered elsewhere."""
    other = 1.0 - tastes.schools - tastes.health - tastes.homes
    worth = np.array([tastes.schools, tastes.health, tastes.homes, other])
    opened = access + access_of_services(entitlement, worth, settled)
    change = np.empty((KINDS, len(price)))
    for c in range(len(price)):
        real = math.log(wage_level[c].mean() / price[c])
        cost = tastes.housing * math.log(rent[c] / price[c]) + tastes.outside
        for kind in range(KINDS):
            kept = 1.0 - tastes.discount * kind
            now = 1.0 - tastes.discount * (1.0 - tastes.recognised) * kind
            work = now * (1.0 - idle[c]) + tastes.benefit * idle[c]
            opening = kept * (1.0 - idle_at_opening[c]) + tastes.benefit * idle_at_opening[c]
            income = real + math.log(work / opening)
            gain = kind * (tastes.access * opened[c] + math.log(1.0 + allowance[c]))
            eased = kind * math.log(ease[c])
            change[kind, c] = tastes.elasticity * (income - cost + gain) + eased
    return change


@compiled
def choice_of_moves(
    change: Floats, ease: Floats, travel_time: Floats, network: Floats, shares: Floats,
    leaving: Floats, tastes: Tastes,
) -> tuple[Floats, Floats, Ids]:  # fmt: skip
    """Return the chance to leave (8 homes, 18 groups, 2 kinds), shares of options and bounds.

    Args:
        change: of utility by kind of person and city.
        ease: odds of moving to a city, which do not count for staying there.
        travel_time: between cities, over the opening.
        network: utility of people from home (8, 8).
        shares: destinations of those who leave at the opening (8, 10).
        leaving: chance to leave the zone over the mean, by home.
        tastes: what people go by.
    """
    value, home = np.zeros((CITIES, OPTIONS)), np.empty((CITIES, KINDS))
    weights = group_weights(tastes.stay_longer)
    chance = np.empty((CITIES, len(weights), KINDS))
    for c in range(CITIES):
        for there in range(CITIES):
            far = tastes.far * math.log(travel_time[c, there])
            value[c, there] = change[1, there] - far + network[c, there]
        value[c, CITIES + 1] = tastes.pull
        home[c, 0], home[c, 1] = change[0, c], change[1, c] - math.log(ease[c])
        yearly = tastes.between + tastes.away * leaving[c]
        for group in range(len(weights)):
            for kind in range(KINDS):
                rate = yearly * weights[group, kind] * tastes.years
                chance[c, group, kind] = 1.0 - math.exp(-rate)
    leave, options = choice_probabilities(shares, value, home, chance, tastes.nest)
    return leave, options, bounds_of_bands(leave)


@compiled
def bounds_of_bands(leave: Floats) -> Ids:
    """Return for each age band the lot above which nobody leaves (6)."""
    most, bounds = np.zeros(BANDS), np.empty(BANDS, np.uint64)
    for c in range(leave.shape[0]):
        for group in range(leave.shape[1]):
            for kind in range(leave.shape[2]):
                most[group % BANDS] = max(most[group % BANDS], leave[c, group, kind])
    for band in range(BANDS):
        bounds[band] = bound_of(most[band] * ALMOST)
    return bounds


@compiled
def choice_probabilities(
    opening: Floats, value: Floats, home: Floats, chance: Floats, nest: float
) -> tuple[Floats, Floats]:
    """Chance to leave and shares of destinations, by nested logit around the opening.

    Args:
        opening: shares of destinations at the opening (homes, options), rows add up to 1.
        value: change of utility of each option (homes, options).
        home: change of utility of staying by kind of person (homes, kinds).
        chance: chance to leave at the opening (homes, groups, kinds).
        nest: nest parameter; 1 is the plain logit.
    """
    leave, shares = np.empty_like(chance), np.empty_like(opening)
    for c in range(len(opening)):
        for option in range(opening.shape[1]):
            shares[c, option] = opening[c, option] * math.exp(value[c, option] / nest)
        whole = shares[c].sum()
        shares[c] /= whole
        for kind in range(home.shape[1]):
            gain = math.exp(nest * math.log(whole) - home[c, kind])
            for group in range(chance.shape[1]):
                at_opening = chance[c, group, kind]
                odds = at_opening / (1.0 - at_opening) * gain
                leave[c, group, kind] = odds / (1.0 + odds)
    return leave, shares


@compiled
def group_weights(stay_longer: float) -> Floats:
    """Chance of moving over the mean, of skills and age bands (18, band by band) and kinds (2)."""
    weights = np.empty((SKILLS * BANDS, KINDS))
    for skill in range(SKILLS):
        for band in range(BANDS):
            young = FIRST_BAND * stay_longer**band
            for kind in range(KINDS):
                weights[skill * BANDS + band, kind] = OF_SKILL[skill] * young * OF_KIND[kind]
    return weights
