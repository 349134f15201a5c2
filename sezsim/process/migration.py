"""Migration (人口流动): every quarter a person may leave for another city or the world outside.

Nested logit, with the constants inverted to the moves of the opening. With V the change of utility
since the opening,

    V[d]    = kappa ln expected income - housing kappa ln rent + kappa value of access
              - distance coefficient kappa ln travel time - pension left behind
    shares  = opening shares exp(V[d] / lambda), normalised
    I       = lambda ln sum of opening shares exp(V[d] / lambda)
    P(move) = 1 / (1 + exp(-(ln odds of the opening + I - V[home])))

Expected income is (1 - u) W (1 - discount for strangers) + u benefit. A third of all people decides
each month. Arrivals from outside follow the same attraction. Deposits and children move along.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import Draws, descendants, name_hash, uniform, uniforms
from sezsim.state.economy import Economy, Sector
from sezsim.state.workers import NOBODY, Status, blank, free_row

MOVED = Flow("deposits of migrants", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
LEFT = Flow("deposits taken outside", Sector.HOUSEHOLDS, Sector.OUTSIDE)
BROUGHT = Flow("deposits brought from outside", Sector.OUTSIDE, Sector.HOUSEHOLDS)
OPTIONS = CITIES + 2
BANDS = 6  # of age: below 25, 35, 45, 55, 65, above
SKILLS, KINDS = 3, 2  # local and from elsewhere
EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
FARM, STUDENT = int(Status.FARM), int(Status.STUDENT)
BRINGS = 20_000.0  # yuan that a person brings on arrival (D)
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
    pull: float = parameter(
        0.0, "pull of the rest of China beside income", unit="utility", within=(-1.0, 1.5),
        source="parameters.csv a_RoC: not identified, to be sampled",
    )  # fmt: skip


def migrate(economy: Economy, books: Books, p: Parameters, draws: Draws, pull: float) -> None:
    """Let a third of all people decide whether and where to go; receive arrivals."""
    if p.pace <= 0.0:
        return
    workers = economy.workers
    chances = chance_table(economy, p, pull)
    target = np.full(workers.count, -1, np.int8)
    month = draws.month.number
    decide(
        draws.key("migration/leave"), draws.key("migration/where"), month, workers.count,
        workers.id, workers.alive, workers.city, workers.hukou_city, workers.age,
        workers.skill, workers.status, workers.paid, p.pension / 12.0
        * float(economy.rules.pension_loss), chances, target,
    )  # fmt: skip
    movers = np.flatnonzero(target >= 0)
    count_moves(economy, movers, target)
    end_contracts(economy, movers)
    depart(economy, books, movers[target[movers] >= CITIES], target)
    inside = movers[target[movers] < CITIES]
    books.move_households(MOVED, inside, target[inside].astype(np.int64))
    workers.urban[inside] = 1
    arrive(economy, books, p, draws)


def utility_change(economy: Economy, p: Parameters) -> Floats:
    """Change of utility since the opening by kind of person and city (2, 8)."""
    cells, structure = economy.cells, economy.structure
    pay = cells.wage_level.mean(axis=1) / cells.consumer_price
    work = (1.0 - cells.unemployment) / (1.0 - structure.unemployment)
    income = np.log(pay * work) - economy.scratch.outside_pay
    rent = np.log(cells.rent / cells.consumer_price) - economy.scratch.outside_rent
    local = p.income_elasticity * (income - p.housing * rent)
    gain = p.income_elasticity * p.access * economy.rules.service_access
    ease = np.log(economy.rules.settlement_ease)
    return np.stack([local, local + gain + ease])


def chance_table(economy: Economy, p: Parameters, pull: float) -> Floats:
    """Chance to leave for each option (8 homes, 3 skills, 6 bands, 2 kinds, 10 options)."""
    structure = economy.structure
    change = utility_change(economy, p)
    far = -p.distance * p.income_elasticity * np.log(np.asarray(economy.rules.travel_time))
    value = np.zeros((CITIES, OPTIONS))
    value[:, :CITIES] = change[1][None, :] + far
    value[:, CITIES + 1] = p.pull + pull
    total = np.append(np.full(CITIES, p.between), 0.0)[:CITIES] + p.away * structure.leaving
    opening = structure.moving_shares
    home = change[0]
    yearly = total[:, None, None, None] * group_weights(p)[None]
    quarter = 1.0 - np.exp(-yearly * p.pace / 4.0)
    leave, shares = choice_probabilities(opening, value, home, quarter, p.nest)
    return np.asarray(leave[..., None] * shares[:, None, None, None, :])


def group_weights(p: Parameters) -> Floats:
    """Chance of moving of each group over the mean (3 skills, 6 bands, 2 kinds)."""
    bands = p.stay_longer ** np.arange(BANDS)
    skills = np.array([0.8, 1.0, 1.6])
    kinds = np.array([0.85, 2.0])
    weights = skills[:, None, None] * bands[None, :, None] * kinds[None, None, :]
    return np.asarray(weights * 2.1)


def choice_probabilities(
    opening: Floats, value: Floats, home: Floats, chance: Floats, nest: float
) -> tuple[Floats, Floats]:
    """Chance to leave and shares of destinations, by nested logit around the opening.

    Args:
        opening: shares of destinations at the opening (homes, options), rows add up to 1.
        value: change of utility of each option (homes, options).
        home: change of utility of staying (homes,).
        chance: chance to leave at the opening (homes, ...).
        nest: nest parameter; 1 is the plain logit.
    """
    pulls = opening * np.exp(value / nest)
    whole = pulls.sum(axis=1)
    inclusive = nest * np.log(whole)
    gain = (inclusive - home).reshape(-1, *[1] * (chance.ndim - 1))
    odds = np.divide(chance, 1.0 - chance) * np.exp(gain)
    return odds / (1.0 + odds), pulls / whole[:, None]


@compiled
def decide(
    key_leave: Key, key_where: Key, month: int, count: int, person: Ids, alive: Flags,
    city: Ints, hukou_city: Ints, age: Ints, skill: Ints, status: Ints, paid: Ints,
    pension: float, chances: Floats, target: Ints,
) -> None:  # fmt: skip
    """Draw for each person whose quarter it is."""
    most = 0.0
    for group in chances.reshape(-1, chances.shape[-1]):
        most = max(most, group.sum())
    for i in range(count):
        drawn = uniform(key_leave, person[i])
        if drawn >= most or not alive[i] or status[i] == STUDENT:
            continue
        if (person[i] + uint64(month)) % uint64(3) != uint64(0):
            continue
        c = city[i]
        kind = 0 if hukou_city[i] == c else 1
        band = min(max((age[i] - 180) // 120, 0), 5)
        row = chances[c, skill[i], band, kind]
        stay = np.exp(-pension * min(paid[i], 360))
        total = 0.0
        for option in range(len(row)):
            total += row[option]
        if drawn >= total * stay:
            continue
        where = uniform(key_where, person[i]) * total
        for option in range(len(row)):
            where -= row[option]
            if where < 0.0 and option != c:
                target[i] = option
                break


def count_moves(economy: Economy, movers: Ints, target: Ints) -> None:
    """Count movers and their children by origin and destination."""
    workers = economy.workers
    heads = 1.0 + (workers.child_one[movers] >= 0) + (workers.child_two[movers] >= 0)
    moves = economy.flows.moves
    places = (workers.city[movers].astype(np.int64), target[movers].astype(np.int64))
    np.add.at(moves, places, heads * workers.persons_per_agent)


def end_contracts(economy: Economy, movers: Ints) -> None:
    """Let movers give up their posts and look for work where they go."""
    workers = economy.workers
    held = workers.pool[movers]
    np.subtract.at(economy.pools.rows, held[held >= 0], 1)
    workers.pool[movers] = NOBODY
    status = workers.status[movers]
    seeking = (status == EMPLOYED) | (status == FARM)
    workers.status[movers] = np.where(seeking, UNEMPLOYED, status)
    workers.duration[movers] = 0


def depart(economy: Economy, books: Books, rows: Ints, target: Ints) -> None:
    """Let people leave the zone with their deposits."""
    workers = economy.workers
    books.pay(LEFT, rows, target[rows].astype(np.int64) - CITIES, workers.deposits[rows].copy())
    workers.alive[rows] = False
    workers.child_one[rows] = workers.child_two[rows] = -1
    workers.free.extend(rows.tolist())


def arrive(economy: Economy, books: Books, p: Parameters, draws: Draws) -> None:
    """Receive people from the rest of Liaoning and the rest of China."""
    workers, structure = economy.workers, economy.structure
    attraction = np.exp(utility_change(economy, p)[1])
    rate = structure.arrivals * attraction[:, None] * p.pace / 12.0
    rows = (rate * structure.population[:, None] / workers.persons_per_agent).reshape(-1)
    slots = (np.arange(len(rows)) + (draws.month.number + 1) * len(rows)).astype(np.uint64)
    lots = uniforms(draws.key("migration/arrivals"), slots)
    number = np.floor(rows + lots).astype(np.int64)
    if not number.any():
        return
    slot = np.repeat(slots << np.uint64(24), number)
    order = np.concatenate([np.arange(1, n + 1) for n in number]).astype(np.uint64)
    group = np.repeat(np.arange(len(rows)), number)
    welcome(economy, books, group // 2, group % 2, descendants(ARRIVALS, slot + order), draws)


def welcome(
    economy: Economy, books: Books, city: Ints, origin: Ints, ids: Ids, draws: Draws
) -> None:
    """Write the rows of persons who arrive to look for work."""
    workers = economy.workers
    places = np.array([free_row(workers) for _ in ids], np.int64)
    books.settle_in(places, city)
    blank(workers, places, ids)
    sex, age, schooling, town, gift = (
        uniforms(draws.lasting_key(f"migration/{k}"), ids) for k in range(5)
    )
    skill = np.where(schooling < HIGH_SHARE, 2, np.where(schooling < MIDDLE_SHARE, 1, 0))
    workers.urban[places] = 1
    workers.sex[places] = sex < WOMEN
    workers.age[places] = (12.0 * (18.0 + 22.0 * age**1.5)).astype(np.int16)
    workers.skill[places] = skill
    workers.hukou_city[places] = workers.pension_city[places] = CITIES + origin
    workers.hukou_urban[places] = town < TOWN_REGISTERED
    workers.land[places] = town >= TOWN_REGISTERED
    workers.status[places] = UNEMPLOYED
    workers.factor[places] = 0.7 + 0.6 * gift + 0.15 * skill
    workers.last_pay[places] = FIRST_PAY * economy.cells.wage_level.mean(axis=1)[city]
    money = np.full(len(ids), round(BRINGS * workers.persons_per_agent * 100.0), np.int64)
    books.pay(BROUGHT, origin, places, money)
    arrived = (CITIES + origin, city)
    np.add.at(economy.flows.moves, arrived, float(workers.persons_per_agent))
