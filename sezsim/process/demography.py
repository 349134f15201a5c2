"""Demography (人口): people age, give birth, leave school, retire and die; yearly rates in twelfths.

    deaths  : hazard = level * exp(slope * age), higher for men, falling by the year
    births  : total fertility, rising by the year, spread over the ages 20 to 42 of women
    school  : at 16 a child becomes an adult; some leave at once, some at 19, some after 22
    pension : at the legal age employees and idle people retire; farmers work on with a hazard

One draw a month decides for a person: its low end is death, next the end of a role, then birth. A
child's id is made of its parent's id and birth order, so that nobody's chance depends on others.
What the dead leave goes to a neighbour in their city, through the books.
"""

from functools import lru_cache

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import Draws, bound_of, child_id, normal, uniform, whole_lot
from sezsim.state.economy import Economy, Sector
from sezsim.state.neighbours import nearest, nearest_with_room
from sezsim.state.newcomers import make_room
from sezsim.state.pay_factor import PREMIUM, newcomer_factor
from sezsim.state.workers import NOBODY, Skill, Status, blank

INHERITANCE = Flow("inheritance", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
STUDENT, UNEMPLOYED = int(Status.STUDENT), int(Status.UNEMPLOYED)
RETIRED, EMPLOYED, FARM = int(Status.RETIRED), int(Status.EMPLOYED), int(Status.FARM)
OUT = int(Status.OUT)
MIDDLE, HIGH = int(Skill.MIDDLE), int(Skill.HIGH)
GROWN, SENIOR, GRADUATED, LAST_YEAR = (
    16 * 12,
    19 * 12,
    22 * 12,
    26 * 12,
)  # ends of schools, months
FIRST_BIRTH, MEAN_BIRTH, SPREAD_BIRTH, LAST_BIRTH = 19.0, 27.0, 4.5, 42.0  # years (C)
TIRED = 62 * 12  # age from which farmers stop, months (D)
OLDEST = 105 * 12  # nobody grows older, months
AGES = OLDEST + 12
NOTHING, DEATH, END_OF_ROLE, BIRTH = range(4)
RESTING, LEARNING, FARMING, WORKING, HOME, PAUSED = range(6)
ROLES = 6
ROLE_OF = {
    Status.RETIRED: RESTING, Status.STUDENT: LEARNING, Status.FARM: FARMING,
    Status.EMPLOYED: WORKING, Status.UNEMPLOYED: WORKING, Status.OUT: HOME,
    Status.INTERNALLY_RETIRED: PAUSED, Status.TRAINING: PAUSED,
}  # fmt: skip
LEAST_FACTOR = 0.05  # of a parent's pay factor, against division by nothing
INHERITED = ("urban", "hukou_city", "hukou_urban", "pension_city", "land")


class Parameters(Declared):
    """Rates of births, deaths and retirement."""

    pace: float = parameter(
        1.0, "pace of ageing, births, deaths and retirement (0: time stands still)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    mortality: float = parameter(
        0.0000275, "deaths of women at age 0 on the exponential", unit="1/year",
        within=(0.0, 0.001),
        source="fitted to the crude death rate of Liaoning, 6.43 per mille (census of 2010)",
        grade="B",
    )  # fmt: skip
    longevity: float = parameter(
        0.02, "fall of mortality in a year", unit="1/year", within=(0.0, 0.05),
        source="life expectancy of Liaoning rose by 2.3 years from 2010 to 2020 (memory)",
        grade="C",
    )  # fmt: skip
    slope: float = parameter(
        0.092, "rise of mortality with age", unit="1/year", within=(0.05, 0.15),
        source="Gompertz law, adult ages", grade="C",
    )  # fmt: skip
    men: float = parameter(
        1.6, "mortality of men over that of women", unit="1", within=(1.0, 2.5),
        source="general knowledge", grade="C",
    )  # fmt: skip
    fertility: float = parameter(
        0.82, "children that a woman bears in her life, 2010", unit="child/woman",
        within=(0.3, 2.5),
        source="TFR .74 in the census, undercount of infants added; births of 5.8 per mille",
        grade="C",
    )  # fmt: skip
    fertility_rise: float = parameter(
        0.02, "rise of fertility in a year", unit="1/year", within=(-0.05, 0.1),
        source="two-child rules of 2014 and 2016; births stay at 6 per mille to 2019 (memory)",
        grade="C",
    )  # fmt: skip
    girls: float = parameter(
        0.48, "girls among children", unit="1", within=(0.4, 0.6),
        source="sex ratio at birth of about 1.1", grade="C",
    )  # fmt: skip
    senior: float = parameter(
        0.85, "share of those of 16 who stay at school to 19", unit="1", within=(0.0, 1.0),
        source="enrolment in senior secondary schools about 2010 (general knowledge)",
        grade="C",
    )  # fmt: skip
    college: float = parameter(
        0.55, "share of those of 16 who study to 22 and more", unit="1", within=(0.0, 1.0),
        source="gross enrolment of Liaoning about 2010-15 (general knowledge)", grade="C",
    )  # fmt: skip
    graduation: float = parameter(
        0.08, "students of 22 and more who graduate in a month", unit="1/month",
        within=(0.0, 1.0), source="assumption: students are 16 to 24 in the census",
    )  # fmt: skip
    to_farm: float = parameter(
        0.3, "school leavers with land who begin to farm", unit="1", within=(0.0, 1.0),
        source="assumption",
    )  # fmt: skip
    men_retire: float = parameter(
        60.0, "legal age of men", unit="year", within=(50.0, 70.0),
        source="parameters.csv ret", grade="A",
    )  # fmt: skip
    women_retire: float = parameter(
        50.0, "legal age of women workers", unit="year", within=(45.0, 70.0),
        source="parameters.csv ret", grade="A",
    )  # fmt: skip
    cadres_retire: float = parameter(
        55.0, "legal age of women with college", unit="year", within=(45.0, 70.0),
        source="parameters.csv ret (women cadres)", grade="A",
    )  # fmt: skip
    late: float = parameter(
        0.05, "those who work past the legal age who retire in a month", unit="1/month",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip
    home_pension: float = parameter(
        0.02, "those at home past the legal age who draw a pension from a month on",
        unit="1/month", within=(0.0, 1.0),
        source="assumption: residents' pensions came step by step from 2009",
    )  # fmt: skip
    farm_exit: float = parameter(
        0.10, "farmers above 62 who stop in a year", unit="1/year", within=(0.0, 0.5),
        source="assumption: farmers work on to about 70",
    )  # fmt: skip
    home_exit: float = parameter(
        0.012, "persons of working age who leave the labour force for home in a year",
        unit="1/year", within=(0.0, 0.2), source="assumption",
    )  # fmt: skip


def live_and_die(economy: Economy, books: Books, p: Parameters, draws: Draws) -> None:
    """Let a month of life pass for everybody."""
    if p.pace <= 0.0:
        return
    workers, month = economy.workers, draws.month.number
    parents = np.empty(workers.count, np.int64)
    number = grow_older(
        int((month + 1) * p.pace) - int(month * p.pace), workers.count, workers.alive,
        workers.age, workers.child_one, workers.child_two, parents,
    )  # fmt: skip
    rows, kinds = events_of_life(economy, p, draws)
    counts = np.zeros((CITIES, 2))
    pass_through(
        rows, kinds, draws.lasting_key("demography/college"),
        draws.lasting_key("demography/farm"), p.college / max(p.senior, p.college), p.to_farm,
        legal_ages(p), workers.id, workers.city, workers.sex, workers.age, workers.skill,
        workers.status, workers.pool, workers.duration, workers.land, workers.hukou_urban,
        workers.child_one, workers.child_two, workers.born, workers.factor,
        economy.pools.rows, counts,
    )  # fmt: skip
    raise_children(economy, books, parents[:number], p, draws)
    bequeath(economy, books, rows[kinds == DEATH])
    economy.flows.births[:] = counts[:, 0] * workers.persons_per_agent
    economy.flows.deaths[:] = counts[:, 1] * workers.persons_per_agent


def events_of_life(economy: Economy, p: Parameters, draws: Draws) -> tuple[Ints, Ints]:
    """Draw for everybody: the rows to which something happens this month, and what."""
    workers, key = economy.workers, draws.key("demography/life")
    chances, bounds, role = tables(p, draws.month.number // 12)
    rows = np.empty(workers.count, np.int64)
    number = draw_candidates(key, workers.count, workers.id, workers.age, bounds, rows)
    kinds = np.empty(number, np.int8)
    name_events(
        key, rows[:number], workers.id, workers.alive, workers.sex, workers.age,
        workers.skill, workers.status, role, chances, kinds,
    )  # fmt: skip
    happens = kinds != NOTHING
    return rows[:number][happens], kinds[happens]


@lru_cache(maxsize=32)
def tables(p: Parameters, years: int = 0) -> tuple[Floats, Floats, Ints]:
    """Chances by role, sex and age, their bounds by age, and the role of each activity.

    Returns:
        Chances in a month (roles * 4, ages, 3): to die; to die or end the role; or to give birth.
        Bounds by age (ages): nothing happens to anybody whose lot is not below them.
        Place of the chances for each activity, schooling and sex (8, 3, 2).
    """
    chances = np.zeros((ROLES, 2, 2, AGES, 3), np.float32)
    mortality, fertility = mortality_table(p, years), fertility_table(p, years)
    for role in range(ROLES):
        for high in range(2):
            for sex in range(2):
                ends = end_of_role(role, sex, high, p) * p.pace
                died = mortality[sex]
                chances[role, high, sex, :, 0] = died
                chances[role, high, sex, :, 1] = died + (1.0 - died) * ends
                chances[role, high, sex, :, 2] = fertility * sex
    chances[..., 2] = np.minimum(chances[..., 1] + chances[..., 2], 1.0)
    places = np.zeros((len(Status), 3, 2), np.int8)
    for status, role in ROLE_OF.items():
        places[status] = role * 4 + np.array([[0, 1], [0, 1], [2, 3]])
    flat = np.reshape(chances, (ROLES * 4, AGES, 3))
    bounds = [bound_of(most) for most in flat[:, :, 2].max(axis=0).tolist()]
    return flat, np.array(bounds, np.uint64), places


def mortality_table(p: Parameters, years: int = 0) -> Floats:
    """Chance to die in a month by sex (2) and age in months, so many years after 2010."""
    months = np.arange(AGES)
    level = p.mortality * (1.0 - p.longevity) ** years * p.pace
    yearly = level * np.exp(p.slope * months / 12.0)
    chance = np.minimum(np.stack([yearly * p.men, yearly]) / 12.0, 0.5)
    return np.asarray(np.where(months >= OLDEST, 1.0, chance))


def fertility_table(p: Parameters, years: int = 0) -> Floats:
    """Chance of a woman to give birth in a month by age in months, so many years after 2010."""
    age = np.arange(AGES) / 12.0
    bearing = (age > FIRST_BIRTH) & (age < LAST_BIRTH)
    weight = np.exp(-((age - MEAN_BIRTH) ** 2) / (2.0 * SPREAD_BIRTH**2)) * bearing
    children = p.fertility * (1.0 + p.fertility_rise) ** years
    return np.asarray(children * p.pace * weight / weight.sum())


def legal_ages(p: Parameters) -> Ints:
    """Legal age (months) of retirement by sex and by college (2, 2)."""
    years = [[p.men_retire, p.men_retire], [p.women_retire, p.cadres_retire]]
    return np.rint(np.array(years) * 12.0).astype(np.int64)


def end_of_role(role: int, sex: int, high: int, p: Parameters) -> Floats:
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


@compiled
def grow_older(
    months: int, count: int, alive: Flags, age: Ints, child_one: Ints, child_two: Ints,
    parents: Ints,
) -> int:  # fmt: skip
    """Let people and their children grow older; list the parents of grown children."""
    for i in range(count):
        age[i] += months * alive[i]
        child_one[i] += months * (child_one[i] >= 0)
        child_two[i] += months * (child_two[i] >= 0)
    number = 0
    for i in range(count):
        if max(child_one[i], child_two[i]) >= GROWN:
            parents[number] = i
            number += 1
    return number


@compiled
def draw_candidates(
    key: Key, count: int, person: Ids, age: Ints, bounds: Floats, rows: Ints
) -> int:
    """List the rows to which something may happen, without a branch that could be missed."""
    number = 0
    for i in range(count):
        rows[number] = i
        number += whole_lot(key, person[i]) < bounds[age[i]]
    return number


@compiled
def name_events(
    key: Key, rows: Ints, person: Ids, alive: Flags, sex: Ints, age: Ints, skill: Ints,
    status: Ints, role: Ints, chances: Floats, kinds: Ints,
) -> None:  # fmt: skip
    """Say what happens to each of the rows to which something may happen."""
    for k in range(len(rows)):
        i = rows[k]
        drawn = uniform(key, person[i])
        chance = chances[role[status[i], skill[i], sex[i]], age[i]]
        kinds[k] = NOTHING
        if not alive[i]:
            continue
        if drawn < chance[1]:
            kinds[k] = DEATH if drawn < chance[0] else END_OF_ROLE
        elif drawn < chance[2]:
            kinds[k] = BIRTH


@compiled
def pass_through(
    rows: Ints, kinds: Ints, key_college: Key, key_farm: Key, college: float, to_farm: float,
    legal: Ints, person: Ids, city: Ints, sex: Ints, age: Ints, skill: Ints, status: Ints,
    pool: Ints, duration: Ints, land: Ints, hukou_urban: Ints, child_one: Ints,
    child_two: Ints, born: Ints, factor: Floats, pool_rows: Ints, counts: Floats,
) -> None:  # fmt: skip
    """Let births, deaths and ends of roles happen."""
    for k in range(len(rows)):
        i = rows[k]
        farmer = land[i] == 1 and hukou_urban[i] == 0
        if kinds[k] == DEATH:
            counts[city[i], 1] += 1.0
            end_contract(i, pool, pool_rows)
        elif kinds[k] == BIRTH:
            counts[city[i], 0] += give_birth(i, child_one, child_two, born)
        elif kinds[k] == END_OF_ROLE and status[i] == STUDENT:
            schooling = HIGH if age[i] >= GRADUATED else MIDDLE
            factor[i] *= np.exp(PREMIUM[schooling] - PREMIUM[skill[i]])
            skill[i] = schooling
            if schooling == HIGH or uniform(key_college, person[i]) >= college:
                farms = farmer and schooling == MIDDLE
                farms = farms and uniform(key_farm, person[i]) < to_farm
                status[i], duration[i] = FARM if farms else UNEMPLOYED, 0
        elif kinds[k] == END_OF_ROLE:
            end_contract(i, pool, pool_rows)
            working = status[i] == EMPLOYED or status[i] == UNEMPLOYED
            if working and age[i] < legal[sex[i], int(skill[i] == HIGH)]:
                status[i] = FARM if farmer else OUT
            else:
                status[i] = RETIRED


@compiled
def end_contract(i: int, pool: Ints, pool_rows: Ints) -> None:
    """Take a row from its pool."""
    if pool[i] >= 0:
        pool_rows[pool[i]] -= 1
        pool[i] = NOBODY


@compiled
def give_birth(i: int, child_one: Ints, child_two: Ints, born: Ints) -> float:
    """Give a mother a child if she has fewer than two; return the number of children born."""
    if child_two[i] >= 0:
        return 0.0
    born[i] += 1
    if child_one[i] < 0:
        child_one[i] = 0
    else:
        child_two[i] = 0
    return 1.0


def bequeath(economy: Economy, books: Books, rows: Ints) -> None:
    """Pass the deposits and the children of the dead to a neighbour; free their rows."""
    if not len(rows):
        return
    workers = economy.workers
    workers.alive[rows] = False
    heirs = np.empty(len(rows), np.int64)
    find_heirs(
        rows, workers.count, workers.alive, workers.city, workers.child_one,
        workers.child_two, heirs,
    )  # fmt: skip
    books.pay(INHERITANCE, rows, heirs, workers.deposits[rows].copy())
    workers.free.extend(rows.tolist())


@compiled
def find_heirs(
    rows: Ints, count: int, alive: Flags, city: Ints, child_one: Ints, child_two: Ints,
    heirs: Ints,
) -> None:  # fmt: skip
    """Find an heir for each of the dead and somebody with room for each orphan."""
    for k in range(len(rows)):
        i = rows[k]
        heirs[k] = nearest(i, count, alive, city)
        for months in (child_one[i], child_two[i]):
            if months >= 0:
                carer = nearest_with_room(i, count, alive, city, child_two)
                if child_one[carer] < 0:
                    child_one[carer] = months
                else:
                    child_two[carer] = months
        child_one[i] = child_two[i] = -1


def raise_children(
    economy: Economy, books: Books, parents: Ints, p: Parameters, draws: Draws
) -> None:
    """Turn children of 16 into adults of their own, who live where the parent lives."""
    if not len(parents):
        return
    workers = economy.workers
    chosen, ids = np.empty(2 * len(parents), np.int64), np.empty(2 * len(parents), np.uint64)
    number = part_from_parents(
        parents, workers.id, workers.age, workers.child_one, workers.child_two, chosen, ids
    )
    places = make_room(economy, number)
    books.settle_in(places, workers.city[chosen[:number]])
    blank(workers, places, ids[:number])
    come_of_age(economy, chosen[:number], places, p, draws)


@compiled
def part_from_parents(
    parents: Ints, person: Ids, age: Ints, child_one: Ints, child_two: Ints, chosen: Ints,
    ids: Ids,
) -> int:  # fmt: skip
    """List the parent and make the id of each grown child; return how many there are."""
    number = 0
    for i in parents:
        for order, months in enumerate((child_one, child_two)):
            if months[i] >= GROWN:
                months[i] = -1
                chosen[number] = i
                ids[number] = child_id(person[i], uint64(1 + order + 2 * age[i]))
                number += 1
    return number


def come_of_age(
    economy: Economy, parents: Ints, places: Ints, p: Parameters, draws: Draws
) -> None:
    """Write the rows of new adults."""
    workers = economy.workers
    for name in INHERITED:
        values = getattr(workers, name)
        values[places] = values[parents]
    grow_up(
        draws.lasting_key("demography/sex"), draws.lasting_key("demography/senior"),
        draws.lasting_key("demography/gift"), draws.lasting_key("demography/farm"), p.girls,
        p.senior, p.to_farm, parents, places, workers.id, workers.sex, workers.age,
        workers.skill, workers.status, workers.land, workers.hukou_urban, workers.factor,
        workers.last_pay,
    )  # fmt: skip


@compiled
def grow_up(
    key_sex: Key, key_senior: Key, key_gift: Key, key_farm: Key, girls: float, senior: float,
    to_farm: float, parents: Ints, places: Ints, person: Ids, sex: Ints, age: Ints,
    skill: Ints, status: Ints, land: Ints, hukou_urban: Ints, factor: Floats,
    last_pay: Floats,
) -> None:  # fmt: skip
    """Draw sex, further schooling and ability of new adults."""
    for k in range(len(places)):
        i = places[k]
        sex[i] = uniform(key_sex, person[i]) < girls
        age[i], skill[i] = GROWN, 0
        status[i] = STUDENT
        if uniform(key_senior, person[i]) >= senior:
            farmer = land[i] == 1 and hukou_urban[i] == 0
            farms = farmer and uniform(key_farm, person[i]) < to_farm
            status[i] = FARM if farms else UNEMPLOYED
        factor[i] = newcomer_factor(0.0, 0.0, normal(key_gift, person[i]), 0.0)
        last_pay[i] = last_pay[parents[k]] * factor[i] / max(factor[parents[k]], LEAST_FACTOR)
