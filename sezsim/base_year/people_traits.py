"""Traits of people at the opening: registration, schooling, children, pay and deposits."""

import numpy as np

from sezsim.base_year.figures import census, distances
from sezsim.base_year.lots import choose, choose_by_kind, interleaved, lots, whole_parts
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import HUNDRED_MILLION
from sezsim.definitions.columns import Flags, Floats, Ids
from sezsim.definitions.geography import CITIES, Outside
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.state.pay_factor import EMPLOYEE, logs_of_pay
from sezsim.state.workers import Status, Workers

FROM_ZONE = 0.55  # of in-migrants from other counties of the province, those from the zone (D)
CHILD_GROUPS = (("0_4", 0, 5), ("5_9", 5, 10), ("10_14", 10, 15))
FIFTEEN = 0.185  # of those of 15 to 19
GRADUATION, YOUNGEST_MOTHER = 21.0, 17.0  # years (C)
WEALTH_SPREAD, WIDEST = 0.7, 2.5  # spread of deposits, log points, cut at so many times it (D)
WEALTH_SKILL, WEALTH_RURAL = 0.6, 0.45  # more by a step of schooling; villagers over others (D)
SHARE_OF_PAY = 0.6  # income before the first month over pay (D)
COLLEGE_AGE = 21.0  # years, before which nobody has finished college
YOUNGEST_MOTHER = 17.0  # years between mother and child
MOTHERS_AGE, MOTHERS_SPREAD = 26.0, 3.0  # years between mother and child (C)
SECOND_CHILD = 0.12  # chance of a mother of one over that of a woman without (D)


def give_registration(workers: Workers, rows: slice, city: int) -> None:
    """Register in-migrants elsewhere, and the census share of residents as urban.

    Every activity has its share of in-migrants and of each origin: with a few idle rows in a city,
    one stranger too many among them would set how fast posts are found there for good.
    """
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    status = workers.status[rows]
    total, people = rows.stop - rows.start, census("population")[city]
    registered = np.full(total, city, np.int8)
    mobile = np.exp(-((age - 28.0) ** 2) / 400.0) * (status != Status.FARM)
    mobile = mobile * np.where(workers.urban[rows] == 1, 1.0, 0.2)
    province = census("inmigrant_stock_other_county_same_province")[city] / people * total
    country = census("inmigrant_stock_other_province")[city] / people * total
    number = int(np.rint(province + country))
    movers = choose_by_kind("registration", ids, mobile, number, status)
    near = np.where(np.arange(CITIES) == city, 0.0, census("population") / distances()[city])
    shares = np.concatenate(
        [near / near.sum() * FROM_ZONE * province, [(1.0 - FROM_ZONE) * province, country]]
    )
    order = np.lexsort((lots("origin", ids[movers]), status[movers]))
    registered[movers[order]] = interleaved(whole_parts(shares, len(movers)))
    workers.hukou_city[rows] = registered
    workers.pension_city[rows] = np.minimum(registered, Outside.REST_OF_LIAONING)
    rural = (status == Status.FARM) | (workers.urban[rows] == 0)
    weight = np.where(rural, 0.06, 1.0)
    urban = choose(
        "urban registration", ids, weight,
        int(np.rint(census("nonagri_hukou_share")[city] / 100.0 * total)),
    )  # fmt: skip
    kind = np.zeros(total, np.int8)
    kind[urban] = 1
    workers.hukou_urban[rows] = kind
    workers.land[rows] = (kind == 0) & (registered == city)


def give_schooling(workers: Workers, rows: slice, city: int) -> None:
    """Give adults their schooling: high to the young in towns, low to farmers and the old."""
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    status = workers.status[rows]
    levels = np.array(
        [
            census("education_none") + census("education_primary") * 0.82
            + census("education_junior_secondary"),
            census("education_senior_secondary"),
            census("education_junior_college") + census("education_bachelor_plus"),
        ]
    )[:, city]  # fmt: skip
    parts = whole_parts(levels, rows.stop - rows.start)
    town = np.where(status == Status.FARM, 0.02, np.where(workers.urban[rows] == 1, 1.0, 0.25))
    youth = np.exp(-np.maximum(age - 24.0, 0.0) / 22.0)
    ready = (age >= GRADUATION) & (status != Status.STUDENT)
    skill = np.zeros(rows.stop - rows.start, np.int8)
    high = choose("schooling/high", ids, town * youth * ready, int(parts[2]))
    skill[high] = 2
    weight = np.where(skill == 0, town * np.sqrt(youth), 0.0)
    weight = np.where((status == Status.STUDENT) & (skill == 0), 8.0, weight)
    skill[choose("schooling/middle", ids, weight, int(parts[1]))] = 1
    workers.skill[rows] = skill


def give_children(workers: Workers, rows: slice, city: int) -> None:
    """Give the children of the census to mothers in town and village, one or two each."""
    groups = [(census(f"pop_age_{name}")[city], low, high) for name, low, high in CHILD_GROUPS]
    groups.append((census("pop_age_15_19")[city] * FIFTEEN, 15, 16))
    urban = workers.urban[rows] == 1
    owed = 0.0
    for number, low, high in groups:
        count = int(np.rint(number / workers.persons_per_agent))
        in_town = int(np.rint(count * urban.mean() + owed))
        owed += count * urban.mean() - in_town
        raise_group(workers, rows, urban, in_town, low, high)
        raise_group(workers, rows, ~urban, count - in_town, low, high)
    workers.born[rows] = (workers.child_one[rows] >= 0).astype(np.int8) + (
        workers.child_two[rows] >= 0
    )


def raise_group(
    workers: Workers, rows: slice, where: Flags, count: int, low: int, high: int
) -> None:
    """Give children of an age group (years) to so many women of fitting age."""
    ids, age = workers.id[rows], workers.age[rows].astype(np.float32) / np.float32(12.0)
    first, second = workers.child_one[rows], workers.child_two[rows]
    gap = age - (low + high) / 2.0
    spread = np.exp(-((gap - MOTHERS_AGE) ** 2) / (2.0 * MOTHERS_SPREAD**2))
    fit = spread * (gap > YOUNGEST_MOTHER) * (workers.sex[rows] == 1) * where
    weight = np.where(first < 0, fit, np.where(second < 0, SECOND_CHILD * fit, 0.0))
    mothers = choose(f"children/{low}", ids, weight, count)
    months = 12.0 * (low + lots(f"birthday/{low}", ids[mothers]) * (high - low))
    fresh = first[mothers] < 0
    second[mothers[~fresh]] = months[~fresh]
    first[mothers[fresh]] = months[fresh]


def give_factors(workers: Workers, rows: slice, city: int, table: OpeningTable) -> None:
    """Give pay factors by schooling, experience, registration and ability; cells have mean one."""
    age = workers.age[rows].astype(np.float32) / np.float32(12.0)
    stranger = workers.hukou_city[rows] != city
    ability = normal_lots("ability", workers.id[rows])
    factor = np.exp(logs_of_pay(workers.skill[rows], age, ability, stranger)) / EMPLOYEE
    employed = workers.status[rows] == Status.EMPLOYED
    industry = workers.industry[rows][employed]
    total = np.bincount(industry, factor[employed], INDUSTRIES)
    number = np.maximum(np.bincount(industry, minlength=INDUSTRIES), 1)
    factor[employed] /= (total / number)[industry]
    workers.factor[rows] = factor
    wages, posts = table.wages[city] * HUNDRED_MILLION, table.jobs[city]
    pay = np.divide(wages, posts, out=np.zeros(INDUSTRIES), where=posts > 0.0)
    last = np.full(len(factor), wages.sum() / posts[Industry.COAL :].sum())
    last[employed] = np.where(pay[industry] > 0.0, pay[industry], last[employed])
    workers.last_pay[rows] = last / 12.0 * factor
    workers.income[rows] = SHARE_OF_PAY * workers.last_pay[rows]


def give_money(workers: Workers, rows: slice, deposits: int) -> None:
    """Share the deposits of a city: more with age, schooling and in towns; exact to the fen."""
    age = workers.age[rows].astype(np.float32) / np.float32(12.0)
    spread = np.clip(normal_lots("wealth", workers.id[rows]), -WIDEST, WIDEST)
    weight = np.exp(WEALTH_SPREAD * spread) * (1.0 + WEALTH_SKILL * workers.skill[rows])
    weight *= np.clip((age - 10.0) / 40.0, 0.2, 1.0)
    weight *= np.where(workers.urban[rows] == 1, 1.0, WEALTH_RURAL)
    amounts = np.floor(weight / weight.sum() * deposits).astype(np.int64)
    left = deposits - int(amounts.sum())
    amounts[: left % len(amounts)] += 1
    workers.deposits[rows] = amounts + left // len(amounts)


def normal_lots(purpose: str, ids: Ids) -> Floats:
    """One standard normal number for each id and purpose (Box and Muller)."""
    radius = np.sqrt(-2.0 * np.log(lots(purpose, ids)))
    return np.asarray(radius * np.cos(2.0 * np.pi * lots(f"{purpose}, angle", ids)))
