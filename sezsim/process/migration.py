"""Migration (人口流动): every quarter a person may leave for another city or the world outside.

Nested logit, with the constants inverted to the moves of the opening. With V the change of utility
since the opening,

    V[d]    = kappa ln expected income - housing kappa ln rent + kappa value of access
              + kappa ln(1 + housing allowance) - distance coefficient kappa ln travel time
              + network ln((1 + people from home) / (1 + those of the opening))
          - pension left behind
    shares  = opening shares exp(V[d] / lambda), normalised
    I       = lambda ln sum of opening shares exp(V[d] / lambda)
    P(move) = 1 / (1 + exp(-(ln odds of the opening + I - V[home])))

Expected income is (1 - u) W (1 - discount of strangers) + u benefit; qualifications that are
recognised lower the discount. A third of all people decides
each month. Arrivals from outside follow the same attraction. Deposits and children move along.
"""

import math
from functools import lru_cache

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import (
    Draws,
    bound_of,
    child_id,
    mix,
    name_hash,
    normal,
    uniform,
    whole_lot,
)
from sezsim.state.economy import Economy, Sector
from sezsim.state.newcomers import make_room
from sezsim.state.pay_factor import DISCOUNT, PREMIUM, newcomer_factor
from sezsim.state.residents import people_from_home
from sezsim.state.rules import Rules, Service
from sezsim.state.workers import NOBODY, Status, blank

MOVED = Flow("deposits of migrants", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
LEFT = Flow("deposits taken outside", Sector.HOUSEHOLDS, Sector.OUTSIDE)
BROUGHT = Flow("deposits brought from outside", Sector.OUTSIDE, Sector.HOUSEHOLDS)
OPTIONS = CITIES + 2
BANDS = 6  # of age: below 25, 35, 45, 55, 65, above
SKILLS, KINDS = 3, 2  # local and from elsewhere
EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
FARM, STUDENT = int(Status.FARM), int(Status.STUDENT)
BRINGS = 20_000.0  # yuan that a person brings on arrival (D)
FIRST_AGE, AGES, YOUTH = 18.0, 22.0, 1.5  # arrivals are 18 to 40, most of them young (C)
FIRST_BAND = 2.75  # the first band over the mean adult: the opening moves at its rates
YOUNGEST, DECADE = 180, 120  # age bands begin at 15 and are ten years wide, months
MOST_PAID = 360  # months of payments that count
FIRST_PAY = 1500.0  # yuan a month earned before arrival, at opening pay (D)
WOMEN, TOWN_REGISTERED = 0.45, 0.35  # among arrivals (census of 2010, in-migrants; C)
HIGH_SHARE, MIDDLE_SHARE = 0.22, 0.45  # college; college or senior secondary (C)
ARRIVALS = np.uint64(name_hash("arrivals"))


class Parameters(Declared):
    """What migration needs to know."""

    pace: float = parameter(
        1.0, "pace of moves (0: nobody moves)", unit="1", within=(0.0, 1.0),
        source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    income_elasticity: float = parameter(
        1.5, "elasticity of the odds of moving to income (kappa)", unit="1",
        within=(0.2, 4.0), source="parameters.csv kappa: Tombe and Zhu (memory)", grade="C",
    )  # fmt: skip
    housing: float = parameter(
        0.2, "share of housing in spending", unit="1", within=(0.05, 0.5),
        source="parameters.csv a_h",
    )  # fmt: skip
    access: float = parameter(
        0.03, "value of full local access to services, share of income", unit="1",
        within=(0.0, 0.2), source="parameters.csv wtp_h: Beijing 9-14%, Changsha 0",
        grade="B",
    )  # fmt: skip
    schools: float = parameter(
        0.4, "part of the value of access that schools make up", unit="1", within=(0.0, 1.0),
        source="assumption: schools and health weigh most",
    )  # fmt: skip
    health: float = parameter(
        0.25, "part of the value of access that health care makes up", unit="1",
        within=(0.0, 1.0), source="assumption: schools and health weigh most",
    )  # fmt: skip
    homes: float = parameter(
        0.2, "part of the value of access that public housing makes up", unit="1",
        within=(0.0, 1.0), source="assumption: schools and health weigh most",
    )  # fmt: skip
    distance: float = parameter(
        1.5, "income needed for longer travel, ratio of logs", unit="1", within=(0.5, 3.0),
        source="parameters.csv bd_bw: Zhang and Zhao, IZA 7160", grade="A",
    )  # fmt: skip
    nest: float = parameter(
        0.6, "nest parameter of destinations (lambda)", unit="1", within=(0.2, 1.0),
        source="parameters.csv lambda_n: calibrate",
    )  # fmt: skip
    discount: float = parameter(
        0.05, "pay discount of strangers", unit="1", within=(-0.1, 0.4),
        source="parameters.csv d_hukou (private)", grade="C",
    )  # fmt: skip
    benefit: float = parameter(
        0.10, "benefit that an idle person expects over pay", unit="1", within=(0.0, 0.5),
        source="parameters.csv b_UI times take-up", grade="C",
    )  # fmt: skip
    between: float = parameter(
        0.012, "adults who move between cities of the zone in a year", unit="1/year",
        within=(0.0, 0.05), source="economics 8: 1 to 1.5%",
    )  # fmt: skip
    away: float = parameter(
        0.006, "adults who leave the zone in a year", unit="1/year", within=(0.0, 0.05),
        source="assumption: gross outflow; net as between the censuses of 2000 and 2010",
    )  # fmt: skip
    pension: float = parameter(
        0.02, "utility lost for each year paid into the pool that is left", unit="1/year",
        within=(0.0, 0.2), source="parameters.csv pen_left times share of pay; assumption",
    )  # fmt: skip
    stay_longer: float = parameter(
        0.65, "chance of moving of an age band over the younger one", unit="1",
        within=(0.2, 1.0), source="parameters.csv F_a: older people are inert (IZA 9063)",
    )  # fmt: skip
    network: float = parameter(
        0.0, "elasticity of the odds of a city to the people from home who live there", unit="1",
        within=(0.0, 0.7), source="parameters.csv beta_n: 0.35 (0.1 to 0.7); 0 here, because the "
        "constants inverted to the opening moves hold the networks of 2010; sampled", grade="B",
    )  # fmt: skip
    pull: float = parameter(
        0.0, "pull of the rest of China beside income", unit="utility", within=(-1.0, 1.5),
        source="parameters.csv a_RoC: not identified, to be sampled",
    )  # fmt: skip


def migrate(economy: Economy, books: Books, p: Parameters, draws: Draws, pull: float) -> None:
    """Let a third of all people decide whether and where to go; receive arrivals."""
    if p.pace <= 0.0:
        return
    workers = economy.workers
    change = utility_change(economy, p)
    chances = chance_table(economy, p, pull, change)
    rows, target = np.empty(workers.count, np.int64), np.empty(workers.count, np.int8)
    number = decide(
        draws.key("migration/leave"), draws.key("migration/where"), draws.month.number,
        workers.count, workers.id, workers.alive, workers.city, workers.hukou_city, workers.age,
        workers.skill, workers.status, workers.paid, p.pension / 12.0
        * float(economy.rules.pension_loss), chances, rows, target,
    )  # fmt: skip
    send(economy, books, rows[:number], target[:number].astype(np.int64))
    arrive(economy, books, p, draws, change[1])


def utility_change(economy: Economy, p: Parameters) -> Floats:
    """Change of utility since the opening by kind of person and city (2, 8)."""
    cells, structure, rules = economy.cells, economy.structure, economy.rules
    outside = economy.scratch.outside_pay - p.housing * economy.scratch.outside_rent
    change = np.empty((KINDS, CITIES))
    value_of_cities(
        cells.wage_level, cells.consumer_price, cells.rent, cells.unemployment,
        structure.unemployment, access_opened(rules, p), rules.settlement_ease,
        rules.housing_allowance, outside,
        p.income_elasticity, p.housing, p.access,
        p.discount, float(rules.recognition), p.benefit, change,
    )  # fmt: skip
    return change


def access_opened(rules: Rules, p: Parameters) -> Floats:
    """Access of strangers to public services, added to that of the opening (8)."""
    if not rules.entitlement.any() and not rules.health_settlement:
        return rules.service_access
    worth = np.array([p.schools, p.health, p.homes, 1.0 - p.schools - p.health - p.homes])
    settled = float(rules.health_settlement)
    return rules.service_access + access_of_services(rules.entitlement, worth, settled)


def access_of_services(entitlement: Floats, worth: Floats, settled: float) -> Floats:
    """Access (8) from entitlement to four services (4, 8), each by its part of the whole value.

    Care settled across cities is care that the stranger has already, whatever the city grants.
    """
    granted = np.clip(entitlement, 0.0, 1.0)
    granted[Service.HEALTH] = 1.0 - (1.0 - granted[Service.HEALTH]) * (1.0 - settled)
    return np.asarray(worth @ granted)


@compiled
def value_of_cities(
    wage_level: Floats, price: Floats, rent: Floats, idle: Floats, idle_at_opening: Floats,
    access: Floats, ease: Floats, allowance: Floats, outside: float, elasticity: float, housing: float,
    worth: float, discount: float, recognised: float, benefit: float, change: Floats,
) -> None:  # fmt: skip
    """Fill the change of utility: locals first, then people registered elsewhere."""
    for c in range(len(price)):
        real = math.log(wage_level[c].mean() / price[c])
        cost = housing * math.log(rent[c] / price[c]) + outside
        for kind in range(KINDS):
            kept = 1.0 - discount * kind
            now = 1.0 - discount * (1.0 - recognised) * kind
            work = now * (1.0 - idle[c]) + benefit * idle[c]
            opening = kept * (1.0 - idle_at_opening[c]) + benefit * idle_at_opening[c]
            income = real + math.log(work / opening)
            gain = kind * (worth * access[c] + math.log(1.0 + allowance[c]))
            change[kind, c] = elasticity * (income - cost + gain) + kind * math.log(ease[c])


def chance_table(
    economy: Economy, p: Parameters, pull: float, change: Floats | None = None
) -> Floats:
    """Chance to leave for each option (8 homes, 3 skills, 6 bands, 2 kinds, 10 options)."""
    structure = economy.structure
    change = utility_change(economy, p) if change is None else change
    far = -p.distance * p.income_elasticity * np.log(np.asarray(economy.rules.travel_time))
    value = np.zeros((CITIES, OPTIONS))
    value[:, :CITIES] = change[1][None, :] + far
    if p.network > 0.0:
        value[:, :CITIES] += p.network * network_gain(economy)
    value[:, CITIES + 1] = p.pull + pull
    home = np.stack([change[0], change[1] - np.log(economy.rules.settlement_ease)], axis=1)
    yearly = p.between + p.away * structure.leaving
    quarter = 1.0 - np.exp(yearly[:, None, None, None] * group_weights(p) * (-p.pace / 4.0))
    leave, shares = choice_probabilities(structure.moving_shares, value, home, quarter, p.nest)
    return np.asarray(leave[..., None] * shares[:, None, None, None, :])


def network_gain(economy: Economy) -> Floats:
    """Log of people from each home in each city (8, 8) over those of the opening."""
    workers = economy.workers
    now = people_from_home(
        workers.count, workers.alive, workers.hukou_city, workers.city,
        float(workers.persons_per_agent),
    )  # fmt: skip
    gain = np.log((1.0 + now) / (1.0 + economy.structure.network))
    np.fill_diagonal(gain, 0.0)
    return np.asarray(gain)


@lru_cache(maxsize=8)
def group_weights(p: Parameters) -> Floats:
    """Chance of moving of each group over the mean (3 skills, 6 bands, 2 kinds)."""
    bands = p.stay_longer ** np.arange(BANDS)
    skills = np.array([0.8, 1.0, 1.6])
    kinds = np.array([0.85, 2.0])
    weights = skills[:, None, None] * bands[None, :, None] * kinds[None, None, :]
    return np.asarray(weights * FIRST_BAND)


def choice_probabilities(
    opening: Floats, value: Floats, home: Floats, chance: Floats, nest: float
) -> tuple[Floats, Floats]:
    """Chance to leave and shares of destinations, by nested logit around the opening.

    Args:
        opening: shares of destinations at the opening (homes, options), rows add up to 1.
        value: change of utility of each option (homes, options).
        home: change of utility of staying, for all or by kind of person (homes, [kinds]).
        chance: chance to leave at the opening (homes, ..., [kinds]).
        nest: nest parameter; 1 is the plain logit.
    """
    pulls = opening * np.exp(value / nest)
    whole = pulls.sum(axis=1)
    inclusive = (nest * np.log(whole)).reshape(-1, *[1] * (home.ndim - 1))
    gain = inclusive - home
    gain = gain.reshape(len(gain), *[1] * (chance.ndim - home.ndim), *home.shape[1:])
    odds = chance / (1.0 - chance) * np.exp(gain)
    return odds / (1.0 + odds), pulls / whole[:, None]


@compiled
def decide(
    key_leave: Key, key_where: Key, month: int, count: int, person: Ids, alive: Flags,
    city: Ints, hukou_city: Ints, age: Ints, skill: Ints, status: Ints, paid: Ints,
    pension: float, chances: Floats, rows: Ints, target: Ints,
) -> int:  # fmt: skip
    """Draw for each person whose quarter it is; list who moves and where; return how many."""
    leave = np.zeros(chances.shape[:-1])
    for option in range(chances.shape[-1]):
        leave += chances[..., option]
    bounds = np.array([bound_of(leave[:, :, band].max()) for band in range(BANDS)])
    most, turn = bounds.max(), uint64(2 * month) % uint64(3)
    number = 0
    for i in range(count):
        lot = whole_lot(key_leave, person[i])
        if lot >= most or person[i] % uint64(3) != turn:
            continue
        band = min(max((age[i] - YOUNGEST) // DECADE, 0), BANDS - 1)
        if lot >= bounds[band] or not alive[i] or status[i] == STUDENT:
            continue
        home, kind = city[i], int(hukou_city[i] != city[i])
        chance = leave[home, skill[i], band, kind]
        ready = chance * math.exp(-pension_lost(paid[i], pension))
        if uniform(key_leave, person[i]) < ready:
            where = uniform(key_where, person[i]) * chance
            target[number] = pick(where, chances[home, skill[i], band, kind])
            rows[number] = i
            number += 1
    return number


@compiled
def pension_lost(paid: int, rate: float) -> float:
    """Utility lost with the pension left behind: in proportion to the months paid."""
    return rate * min(paid, MOST_PAID)


@compiled
def pick(lot: float, chances: Floats) -> int:
    """Return the option in which a lot falls."""
    last = 0
    for option in range(len(chances)):
        if chances[option] > 0.0:
            last = option
            lot -= chances[option]
            if lot < 0.0:
                break
    return last


def send(economy: Economy, books: Books, rows: Ints, target: Ints) -> None:
    """Let movers go, within the zone or out of it, with their children and deposits."""
    if not len(rows):
        return
    workers = economy.workers
    give_up_posts(
        rows, target, float(workers.persons_per_agent), workers.city, workers.urban,
        workers.status, workers.pool, workers.duration, workers.child_one, workers.child_two,
        economy.pools.rows, economy.flows.moves,
    )  # fmt: skip
    out = target >= CITIES
    depart(economy, books, rows[out], target[out])
    books.move_households(MOVED, rows[~out], target[~out])


@compiled
def give_up_posts(
    rows: Ints, target: Ints, persons: float, city: Ints, urban: Ints, status: Ints,
    pool: Ints, duration: Ints, child_one: Ints, child_two: Ints, pool_rows: Ints,
    moves: Floats,
) -> None:  # fmt: skip
    """Let movers give up their posts to look for work in a town elsewhere; count persons."""
    for k in range(len(rows)):
        i = rows[k]
        heads = 1.0 + (child_one[i] >= 0) + (child_two[i] >= 0)
        moves[city[i], target[k]] += heads * persons
        if pool[i] >= 0:
            pool_rows[pool[i]] -= 1
            pool[i] = NOBODY
        if status[i] == EMPLOYED or status[i] == FARM:
            status[i] = UNEMPLOYED
        urban[i], duration[i] = 1, 0


def depart(economy: Economy, books: Books, rows: Ints, target: Ints) -> None:
    """Let people leave the zone with their deposits."""
    workers = economy.workers
    books.pay(LEFT, rows, target - CITIES, workers.deposits[rows])
    workers.alive[rows] = False
    workers.child_one[rows] = workers.child_two[rows] = -1
    workers.free.extend(rows.tolist())


def arrive(
    economy: Economy, books: Books, p: Parameters, draws: Draws, attraction: Floats
) -> None:
    """Receive people from the rest of Liaoning and the rest of China."""
    workers, structure = economy.workers, economy.structure
    residents = structure.population / workers.persons_per_agent
    rate = structure.arrivals * (np.exp(attraction) * residents)[:, None] * (p.pace / 12.0)
    most = int(rate.sum() + rate.size)
    group, ids = np.empty(most, np.int64), np.empty(most, np.uint64)
    number = line_of_arrivals(
        draws.key("migration/arrivals"), draws.month.number + 1, rate.reshape(-1), group, ids
    )
    if number:
        group = group[:number]
        welcome(economy, books, group // 2, group % 2, ids[:number], draws)


@compiled
def line_of_arrivals(key: Key, month: int, rate: Floats, group: Ints, ids: Ids) -> int:
    """Round the arrivals of each city and origin by lot and make their ids; return how many."""
    number = 0
    for g in range(len(rate)):
        slot = uint64(month * len(rate) + g)
        for k in range(int(rate[g] + uniform(key, slot))):
            group[number] = g
            ids[number] = child_id(ARRIVALS, (slot << uint64(24)) + uint64(k + 1))
            number += 1
    return number


def welcome(
    economy: Economy, books: Books, city: Ints, origin: Ints, ids: Ids, draws: Draws
) -> None:
    """Write the rows of persons who arrive to look for work."""
    workers = economy.workers
    places = make_room(economy, len(ids))
    books.settle_in(places, city)
    blank(workers, places, ids)
    pay = FIRST_PAY * economy.cells.wage_level.mean(axis=1)
    introduce(
        draws.lasting_key("migration/person"), places, origin, pay,
        float(workers.persons_per_agent), DISCOUNT * (1.0 - float(economy.rules.recognition)),
        workers.id, workers.city, workers.urban, workers.sex, workers.age, workers.skill,
        workers.hukou_city, workers.hukou_urban, workers.pension_city, workers.land,
        workers.status, workers.factor, workers.last_pay, economy.flows.moves,
    )  # fmt: skip
    money = np.full(len(ids), round(BRINGS * workers.persons_per_agent * 100.0), np.int64)
    books.pay(BROUGHT, origin, places, money)


@compiled
def introduce(
    key: Key, places: Ints, origin: Ints, pay: Floats, persons: float, discount: float,
    person: Ids, city: Ints, urban: Ints, sex: Ints, age: Ints, skill: Ints,
    hukou_city: Ints, hukou_urban: Ints, pension_city: Ints, land: Ints, status: Ints,
    factor: Floats, last_pay: Floats, moves: Floats,
) -> None:  # fmt: skip
    """Draw who arrives: mostly young, some with schooling, most with rural registration."""
    key_age, key_skill = uint64(mix(key + uint64(1))), uint64(mix(key + uint64(2)))
    key_town, key_gift = uint64(mix(key + uint64(3))), uint64(mix(key + uint64(4)))
    for k in range(len(places)):
        i, region = places[k], CITIES + origin[k]
        schooling, town = uniform(key_skill, person[i]), uniform(key_town, person[i])
        years = FIRST_AGE + AGES * uniform(key_age, person[i]) ** YOUTH
        skill[i] = int(schooling < MIDDLE_SHARE) + int(schooling < HIGH_SHARE)
        age[i], urban[i], status[i] = int(12.0 * years), 1, UNEMPLOYED
        sex[i] = uniform(key, person[i]) < WOMEN
        hukou_city[i] = pension_city[i] = region
        hukou_urban[i] = town < TOWN_REGISTERED
        land[i] = 1 - hukou_urban[i]
        gift = normal(key_gift, person[i])
        factor[i] = newcomer_factor(PREMIUM[skill[i]], years, gift, discount)
        last_pay[i] = pay[city[i]] * factor[i]
        moves[region, city[i]] += persons
