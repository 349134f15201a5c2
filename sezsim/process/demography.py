"""Demography (人口): people age, give birth, leave school, retire and die; yearly rates in twelfths.

    deaths  : hazard = level * exp(slope * age), higher for men
    births  : total fertility spread over the ages 20 to 40 of women; the child stays with her
    school  : at 16 a child becomes an adult; some go on to college and leave at 22
    pension : at the legal age employees and idle people retire, farmers work on with a yearly hazard

A child's id is made of its parent's id and birth order, so that nobody's chance depends on others.
What the dead leave goes to another household of their city, through the books.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import Draws, descendants, uniform, uniforms
from sezsim.state.economy import Economy, Sector
from sezsim.state.workers import NOBODY, Status, Workers, blank, free_row

INHERITANCE = Flow("inheritance", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
STUDENT, UNEMPLOYED = int(Status.STUDENT), int(Status.UNEMPLOYED)
RETIRED, EMPLOYED, FARM = int(Status.RETIRED), int(Status.EMPLOYED), int(Status.FARM)
OUT, INTERNAL = int(Status.OUT), int(Status.INTERNALLY_RETIRED)
LATE = 0.05  # chance in a month to retire for those who still work past the legal age (D)
GROWN, GRADUATED = 16 * 12, 22 * 12
GIRLS, SENIOR_SCHOOL = 0.48, 0.8  # girls; those who finish senior secondary school (C)
AGES = 1320  # months: 110 years
LAST_BIRTH, OLD_FARMER = 42 * 12, 62 * 12


class Parameters(Declared):
    """Rates of births, deaths and retirement."""

    pace: float = parameter(
        1.0, "pace of ageing, births, deaths and retirement (0: time stands still)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    mortality: float = parameter(
        0.0000285, "deaths of women at age 0 on the exponential", unit="1/year",
        within=(0.0, 0.001), source="fitted to the crude death rate of 2010 (6 per mille)",
        grade="B",
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
        0.90, "children that a woman bears in her life", unit="child/woman", within=(0.3, 2.5),
        source="TFR .74 in the census, undercount of infants added; births of 5.8 per mille",
        grade="C",
    )  # fmt: skip
    college: float = parameter(
        0.55, "share of those of 16 who study to 22", unit="1", within=(0.0, 1.0),
        source="gross enrolment of Liaoning about 2010-15 (general knowledge)", grade="C",
    )  # fmt: skip
    men_retire: float = parameter(
        60.0, "legal age of men", unit="year", within=(50.0, 70.0),
        source="parameters.csv ret", grade="A",
    )  # fmt: skip
    women_retire: float = parameter(
        50.0, "legal age of women workers; those with college 55", unit="year",
        within=(45.0, 70.0), source="parameters.csv ret", grade="A",
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
    workers = economy.workers
    counts = np.zeros((CITIES, 3))
    dead = np.zeros(workers.count, np.bool_)
    grown = np.zeros(workers.count, np.int8)
    age_and_succeed(
        draws.key("demography/death"), draws.key("demography/birth"),
        draws.key("demography/retire"), workers.count, workers.id, workers.alive,
        workers.city, workers.sex, workers.age, workers.skill, workers.status, workers.pool,
        workers.duration, workers.land, workers.hukou_urban, workers.child_one,
        workers.child_two, workers.born, economy.pools.rows, mortality_table(p),
        fertility_table(p), p.men_retire * 12.0, p.women_retire * 12.0,
        p.farm_exit * p.pace / 12.0, p.home_exit * p.pace / 12.0, dead, grown, counts,
    )  # fmt: skip
    bequeath(economy, books, np.flatnonzero(dead))
    raise_children(economy, books, np.flatnonzero(grown), grown, p, draws)
    persons = workers.persons_per_agent
    economy.flows.births[:] = counts[:, 0] * persons
    economy.flows.deaths[:] = counts[:, 1] * persons


def mortality_table(p: Parameters) -> Floats:
    """Chance to die in a month by sex (2) and age in months."""
    yearly = p.mortality * np.exp(p.slope * np.arange(AGES) / 12.0) * p.pace
    return np.stack([np.minimum(yearly * p.men, 6.0), np.minimum(yearly, 6.0)]) / 12.0


def fertility_table(p: Parameters) -> Floats:
    """Chance of a woman to give birth in a month by age in months."""
    age = np.arange(AGES) / 12.0
    weight = np.exp(-((age - 27.0) ** 2) / 40.0) * (age > 19.0) * (age < 42.0)
    return np.asarray(p.fertility * p.pace * weight / weight.sum())


@compiled
def age_and_succeed(
    key_death: Key, key_birth: Key, key_retire: Key, count: int, person: Ids, alive: Flags,
    city: Ints, sex: Ints, age: Ints, skill: Ints, status: Ints, pool: Ints, duration: Ints,
    land: Ints, hukou_urban: Ints, child_one: Ints, child_two: Ints, born: Ints,
    pool_rows: Ints, mortality: Floats, fertility: Floats, men: float, women: float,
    farm_exit: float, home_exit: float, dead: Flags, grown: Ints, counts: Floats,
) -> None:  # fmt: skip
    """Age every row by a month; mark the dead and the children who come of age."""
    for i in range(count):
        if not alive[i]:
            continue
        months, state = age[i], status[i]
        drawn = uniform(key_death, person[i])
        if drawn < mortality[sex[i], min(months, AGES - 1)]:
            dead[i] = True
            counts[city[i], 1] += 1.0
            continue
        age[i] = months + 1
        if child_one[i] >= 0:
            child_one[i] += 1
            if child_one[i] >= GROWN:
                grown[i] += 1
        if child_two[i] >= 0:
            child_two[i] += 1
            if child_two[i] >= GROWN:
                grown[i] += 2
        if sex[i] == 1 and months < LAST_BIRTH and child_two[i] < 0:
            if uniform(key_birth, person[i]) < fertility[months]:
                counts[city[i], 0] += 1.0
                born[i] += 1
                if child_one[i] < 0:
                    child_one[i] = 0
                else:
                    child_two[i] = 0
        if state == STUDENT:
            if months >= GRADUATED:
                skill[i] = 2
                status[i], duration[i] = UNEMPLOYED, 0
        elif state == FARM:
            if months > OLD_FARMER and uniform(key_retire, person[i]) < farm_exit:
                status[i] = RETIRED
        elif state != RETIRED:
            legal = men if sex[i] == 0 else (women + 60.0 if skill[i] == 2 else women)
            late = months > legal and uniform(key_retire, person[i]) < LATE
            if months == legal or late:
                if pool[i] >= 0:
                    pool_rows[pool[i]] -= 1
                    pool[i] = NOBODY
                status[i] = RETIRED
            elif state == EMPLOYED or state == UNEMPLOYED:
                if drawn > 1.0 - home_exit:
                    if pool[i] >= 0:
                        pool_rows[pool[i]] -= 1
                        pool[i] = NOBODY
                    status[i] = FARM if land[i] == 1 and hukou_urban[i] == 0 else OUT


def bequeath(economy: Economy, books: Books, rows: Ints) -> None:
    """End the contracts of the dead and pass their deposits to a household of their city."""
    if not len(rows):
        return
    workers = economy.workers
    held = workers.pool[rows]
    np.subtract.at(economy.pools.rows, held[held >= 0], 1)
    workers.pool[rows] = NOBODY
    workers.alive[rows] = False
    workers.free.extend(rows.tolist())
    heirs = np.empty(len(rows), np.int64)
    find_heirs(rows, workers.count, workers.alive, workers.city, heirs)
    books.pay(INHERITANCE, rows, heirs, workers.deposits[rows].copy())
    give_orphans(rows, heirs, workers.child_one, workers.child_two)


@compiled
def find_heirs(rows: Ints, count: int, alive: Flags, city: Ints, heirs: Ints) -> None:
    """Find the next living row of the same city for each of the dead."""
    for k in range(len(rows)):
        i = rows[k]
        j = i
        for step in range(1, count):
            j = (i + step) % count
            if alive[j] and city[j] == city[i]:
                break
        heirs[k] = j


@compiled
def give_orphans(rows: Ints, heirs: Ints, child_one: Ints, child_two: Ints) -> None:
    """Let the heir care for the children of the dead where there is room."""
    for k in range(len(rows)):
        i, j = rows[k], heirs[k]
        for months in (child_one[i], child_two[i]):
            if months >= 0:
                if child_one[j] < 0:
                    child_one[j] = months
                elif child_two[j] < 0:
                    child_two[j] = months
        child_one[i] = child_two[i] = -1


def raise_children(
    economy: Economy, books: Books, parents: Ints, grown: Ints, p: Parameters, draws: Draws
) -> None:
    """Turn children of 16 into adults of their own, who live where the parent lives."""
    workers = economy.workers
    for bit, name in ((1, "child_one"), (2, "child_two")):
        chosen = parents[(grown[parents] & bit) > 0]
        if not len(chosen):
            continue
        getattr(workers, name)[chosen] = -1
        order = (bit + 2 * workers.age[chosen].astype(np.int64)).astype(np.uint64)
        ids = descendants(workers.id[chosen], order)
        places = np.array([free_row(workers) for _ in ids], np.int64)
        books.settle_in(places, workers.city[chosen].astype(np.int64))
        blank(workers, places, ids)
        come_of_age(workers, chosen, places, ids, p, draws)


def come_of_age(
    workers: Workers, parents: Ints, places: Ints, ids: Ids, p: Parameters, draws: Draws
) -> None:
    """Write the rows of new adults."""
    for name in ("urban", "hukou_city", "hukou_urban", "pension_city", "land"):
        values = getattr(workers, name)
        values[places] = values[parents]
    study = uniforms(draws.lasting_key("demography/college"), ids)
    workers.sex[places] = uniforms(draws.lasting_key("demography/sex"), ids) < GIRLS
    workers.age[places] = GROWN
    workers.skill[places] = study < SENIOR_SCHOOL
    workers.status[places] = np.where(study < p.college, STUDENT, UNEMPLOYED)
    gift = uniforms(draws.lasting_key("demography/gift"), ids)
    workers.factor[places] = 0.7 + 0.4 * gift
    workers.last_pay[places] = workers.last_pay[parents] * 0.5
