"""Traits of people at the opening: registration, schooling, children, pay and deposits."""

import numpy as np

from sezsim.base_year.figures import census, distances
from sezsim.base_year.lots import choose, lots, whole_parts
from sezsim.base_year.opening_table import OpeningTable
from sezsim.definitions.columns import Money
from sezsim.definitions.geography import CITIES, Outside
from sezsim.definitions.industry import Industry
from sezsim.state.pay_factor import logs_of_pay
from sezsim.state.workers import Status, Workers

FROM_ZONE = 0.55  # of in-migrants from other counties of the province, those from the zone (D)
CHILD_GROUPS = (("0_4", 0, 5), ("5_9", 5, 10), ("10_14", 10, 15))
FIFTEEN = 0.185  # of those of 15 to 19
WEALTH_SPREAD = 0.7  # spread of deposits, log points (D)


def give_registration(workers: Workers, rows: slice, city: int) -> None:
    """Register in-migrants elsewhere, and the census share of residents as urban."""
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    status = workers.status[rows]
    total, people = rows.stop - rows.start, census("population")[city]
    registered = np.full(total, city, np.int8)
    mobile = np.exp(-((age - 28.0) ** 2) / 400.0) * (status != Status.FARM)
    mobile = mobile * np.where(workers.urban[rows] == 1, 1.0, 0.2)
    province = census("inmigrant_stock_other_county_same_province")[city] / people * total
    country = census("inmigrant_stock_other_province")[city] / people * total
    number = int(np.rint(province + country))
    movers = choose("registration", ids, mobile, number)
    near = np.where(np.arange(CITIES) == city, 0.0, census("population") / distances()[city])
    shares = np.concatenate(
        [near / near.sum() * FROM_ZONE * province, [(1.0 - FROM_ZONE) * province, country]]
    )
    origins = np.repeat(np.arange(CITIES + 2), whole_parts(shares, len(movers)))
    order = np.argsort(lots("origin", ids[movers]), kind="stable")
    registered[movers[order]] = origins
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
    ready = (age >= 21.0) & (status != Status.STUDENT)
    skill = np.zeros(rows.stop - rows.start, np.int8)
    high = choose("schooling/high", ids, town * youth * ready, int(parts[2]))
    skill[high] = 2
    weight = np.where(skill == 0, town * np.sqrt(youth), 0.0)
    weight = np.where((status == Status.STUDENT) & (skill == 0), 8.0, weight)
    skill[choose("schooling/middle", ids, weight, int(parts[1]))] = 1
    workers.skill[rows] = skill


def give_children(workers: Workers, rows: slice, city: int) -> None:
    """Give the children of the census to women of fitting age, one or two each."""
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    women = workers.sex[rows] == 1
    first, second = workers.child_one[rows], workers.child_two[rows]
    groups = [(census(f"pop_age_{name}")[city], low, high) for name, low, high in CHILD_GROUPS]
    groups.append((census("pop_age_15_19")[city] * FIFTEEN, 15, 16))
    for number, low, high in groups:
        count = int(np.rint(number / workers.persons_per_agent))
        gap = age - (low + high) / 2.0
        fit = women * np.exp(-((gap - 26.0) ** 2) / 18.0) * (gap > 17.0)
        weight = np.where(first < 0, fit, np.where(second < 0, 0.12 * fit, 0.0))
        mothers = choose(f"children/{low}", ids, weight, count)
        month = low * 12 + lots(f"birthday/{low}", ids[mothers]) * (high - low) * 12
        second[mothers] = np.where(first[mothers] < 0, second[mothers], month.astype(np.int16))
        fresh = mothers[first[mothers] < 0]
        first[fresh] = month[first[mothers] < 0].astype(np.int16)
    workers.child_one[rows], workers.child_two[rows] = first, second
    workers.born[rows] = (first >= 0).astype(np.int8) + (second >= 0)


def give_factors(workers: Workers, table: OpeningTable) -> None:
    """Give pay factors by schooling, experience, registration and ability; cells have mean one."""
    rows = slice(0, workers.count)
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    first, second = lots("ability", ids), lots("ability, angle", ids)
    ability = np.sqrt(-2.0 * np.log(first)) * np.cos(2.0 * np.pi * second)
    stranger = workers.hukou_city[rows] != workers.city[rows]
    factor = np.exp(logs_of_pay(workers.skill[rows], age, ability, stranger))
    employed = workers.status[rows] == Status.EMPLOYED
    cell = workers.city[rows].astype(np.int64) * 19 + workers.industry[rows]
    size = CITIES * 19
    total = np.bincount(cell[employed], factor[employed], size)
    mean = total / np.maximum(np.bincount(cell[employed], minlength=size), 1)
    whole = factor[employed].mean()
    workers.factor[rows] = np.where(
        employed, factor / np.where(employed, mean[np.where(employed, cell, 0)], 1.0),
        factor / whole,
    )  # fmt: skip
    pay = np.divide(
        table.wages * 1e8, table.jobs, out=np.zeros_like(table.wages), where=table.jobs > 0.0
    )
    mean_pay = table.wages.sum(axis=1) * 1e8 / table.jobs[:, Industry.COAL :].sum(axis=1)
    last = np.where(employed, pay.reshape(-1)[np.where(employed, cell, 0)], 0.0)
    last = np.where(last > 0.0, last, mean_pay[workers.city[rows]])
    workers.last_pay[rows] = last / 12.0 * workers.factor[rows]
    workers.income[rows] = 0.6 * workers.last_pay[rows]


def give_money(workers: Workers, table: OpeningTable, deposits: Money) -> None:
    """Share the deposits of each city: more with age, schooling and in towns; exact to the fen."""
    del table
    rows = slice(0, workers.count)
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    first, second = lots("wealth", ids), lots("wealth, angle", ids)
    spread = np.sqrt(-2.0 * np.log(first)) * np.cos(2.0 * np.pi * second)
    weight = np.exp(WEALTH_SPREAD * np.clip(spread, -2.5, 2.5))
    weight *= np.clip((age - 10.0) / 40.0, 0.2, 1.0) * (1.0 + 0.6 * workers.skill[rows])
    weight *= np.where(workers.urban[rows] == 1, 1.0, 0.45)
    city = workers.city[rows]
    share = weight / np.bincount(city, weight, CITIES)[city]
    amounts = np.floor(share * deposits[city]).astype(np.int64)
    last = np.searchsorted(city, np.arange(CITIES), side="right") - 1
    for place in range(CITIES):
        exact = int(amounts[city == place].sum())
        amounts[last[place]] += int(deposits[place]) - exact
    workers.deposits[rows] = amounts
