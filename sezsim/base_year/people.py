"""People at the opening: rows of adults by city from the census of 2010, at any scale.

Ages and sex come first, then activity (students, retired, farmers, employed, idle, out), place of
residence, registration, schooling, industry, children, pay and deposits. Each margin is met to
within a row: quotas are rounded by largest remainder and rows are chosen by lots of their own.
"""

from typing import Any

import numpy as np

from sezsim.base_year.figures import census
from sezsim.base_year.lots import choose, lots, whole_parts
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.people_traits import (
    give_children,
    give_factors,
    give_money,
    give_registration,
    give_schooling,
)
from sezsim.definitions.chunks import side_by_side
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import Industry
from sezsim.randomness import descendants, name_hash
from sezsim.state.workers import NOBODY, Skill, Status, Workers

AGE_GROUPS = (
    "15_19", "20_24", "25_29", "30_34", "35_39", "40_44", "45_49", "50_54", "55_59", "60_64",
    "65_69", "70_74", "75_79", "80_84", "85plus",
)  # fmt: skip
SIXTEEN = 16 * 12
OLDEST = 96 * 12
SPARE = 0.12
FIRST_ROWS = 64
WIDTHS = {
    "id": np.uint64, "alive": np.bool_, "city": np.int8, "urban": np.int8, "sex": np.int8,
    "age": np.int16, "skill": np.int8, "hukou_city": np.int8, "hukou_urban": np.int8,
    "status": np.int8, "pool": np.int32, "industry": np.int8, "tenure": np.int16,
    "duration": np.int16, "benefit_left": np.int16, "insured": np.int8, "paid": np.int16,
    "pension_city": np.int8, "land": np.int8, "factor": np.float32, "last_pay": np.float32,
    "lost_pay": np.float32, "income": np.float32, "child_one": np.int16, "child_two": np.int16,
    "born": np.int8, "trained": np.int8, "deposits": np.int64,
}  # fmt: skip
JANUARY_PEOPLE = 0.997  # January over the census of November 2010 (growth of the decade; C)
JANUARY_RURAL = 0.006  # rural share of January over November: towns gain .7 points a year (C)
FARMER_IS_RURAL = 12.0  # odds that a farmer lives in a village, over others (D)


def open_workers(table: OpeningTable, persons_per_agent: int, deposits: Floats) -> Workers:
    """Build the rows of all adults, city by city.

    Args:
        table: the opening table (adults, jobs, unemployed, pay).
        persons_per_agent: persons for which a row stands.
        deposits: deposits of the households of each city (8, fen).
    """
    number = np.rint(table.adults * JANUARY_PEOPLE / persons_per_agent).astype(np.int64)
    workers = empty_table(int(number.sum()), persons_per_agent)
    ends = np.cumsum(number)

    def open_city(city: int) -> None:
        rows = slice(int(ends[city] - number[city]), int(ends[city]))
        give_identity(workers, rows, city)
        give_ages(workers, rows, city)
        give_activities(workers, rows, city, table)
        give_residence(workers, rows, city)
        give_registration(workers, rows, city)
        give_schooling(workers, rows, city)
        give_industries(workers, rows, city, table)
        give_children(workers, rows, city)
        give_factors(workers, rows, city, table)
        give_money(workers, rows, int(np.rint(deposits[city])))
        line_up(workers, rows)

    side_by_side(open_city, np.argsort(-number))  # the largest city takes longest
    return workers


def line_up(workers: Workers, rows: slice) -> None:
    """Put people of one activity and industry side by side: loops then guess better."""
    order = np.lexsort((workers.industry[rows], workers.status[rows]))
    for name in WIDTHS:
        column = getattr(workers, name)
        column[rows] = column[rows][order]


def empty_table(count: int, persons_per_agent: int) -> Workers:
    """Make a table with spare rows for children who grow up and for arrivals."""
    room = int(count * (1.0 + SPARE)) + FIRST_ROWS
    columns: dict[str, Any] = {name: np.zeros(room, width) for name, width in WIDTHS.items()}
    workers = Workers(count=count, persons_per_agent=persons_per_agent, **columns)
    workers.alive[:count] = True
    workers.pool[:] = workers.industry[:] = NOBODY
    workers.child_one[:] = workers.child_two[:] = -1
    return workers


def give_identity(workers: Workers, rows: slice, city: int) -> None:
    """Give people ids of city and number, which depend on no other city."""
    order = np.arange(rows.stop - rows.start, dtype=np.uint64)
    workers.id[rows] = descendants(np.uint64(name_hash(f"people of {CITY_NAMES[city]}")), order)
    workers.city[rows] = city


def give_ages(workers: Workers, rows: slice, city: int) -> None:
    """Spread ages by the census groups, and sexes evenly over ages."""
    counts = np.array([census(f"pop_age_{group}")[city] for group in AGE_GROUPS])
    counts[0] *= 0.815  # of 15 to 19 those of 16 and more (four of five years, nearly)
    total = rows.stop - rows.start
    parts = whole_parts(counts, total)
    edges = np.array([SIXTEEN, *range(20 * 12, 86 * 12, 60), OLDEST])
    ages = [
        low + (np.arange(n) + 0.5) / max(n, 1) * (high - low)
        for low, high, n in zip(edges[:-1], edges[1:], parts, strict=True)
    ]
    workers.age[rows] = np.concatenate(ages).astype(np.int16)
    women = census("population_female")[city] / census("population")[city]
    place = np.floor((np.arange(total) + 1) * women) > np.floor(np.arange(total) * women)
    workers.sex[rows] = place


def quota(figure: Floats, city: int, workers: Workers) -> int:
    """Turn persons into rows."""
    return int(np.rint(figure[city] / workers.persons_per_agent))


def long_form(name: str, table: OpeningTable) -> Floats:
    """A count of the long form, scaled to all adults (8, persons)."""
    return np.asarray(census(f"lf_notworking_{name}") * table.adults / census("lf_pop16plus"))


def give_activities(workers: Workers, rows: slice, city: int, table: OpeningTable) -> None:
    """Give students, retired, farmers, idle and employed their census numbers; others are out."""
    ids, age = workers.id[rows], workers.age[rows].astype(float) / 12.0
    status = np.full(len(age), int(Status.OUT), np.int8)
    free = np.ones(len(age), bool)
    legal = np.where(workers.sex[rows] == 0, 59.9, 50.5)
    young = np.clip((24.0 - age) / 8.0, 0.0, 1.0)
    working = np.clip((66.0 - age) / 10.0, 0.0, 1.0)
    core = working * np.clip((age - 15.0) / 6.0, 0.0, 1.0)
    before_pension = np.where(age < legal, core, 0.02 * core)
    farmers = np.clip((76.0 - age) / 14.0, 0.0, 1.0) * (
        0.35 + np.clip((age - 18.0) / 22.0, 0, 1)
    )
    wanted = (
        (Status.STUDENT, long_form("students", table), young),
        (Status.RETIRED, long_form("retired", table), np.exp((age - legal) / 2.0)),
        (Status.EMPLOYED, table.jobs[:, 1:].sum(axis=1), before_pension),
        (Status.UNEMPLOYED, table.unemployed, before_pension),
        (Status.FARM, table.jobs[:, Industry.AGR], farmers),
    )
    for kind, figure, weight in wanted:
        chosen = choose(f"status/{kind.name}", ids, weight * free, quota(figure, city, workers))
        status[chosen] = int(kind)
        free[chosen] = False
    workers.status[rows] = status


def give_residence(workers: Workers, rows: slice, city: int) -> None:
    """Let the census share live in villages, farmers first."""
    total = rows.stop - rows.start
    share = census("rural_population")[city] / census("population")[city] + JANUARY_RURAL
    weight = np.where(workers.status[rows] == Status.FARM, FARMER_IS_RURAL, 1.0)
    weight = np.where(workers.status[rows] == Status.EMPLOYED, 0.35, weight)
    rural = choose("residence", workers.id[rows], weight, int(np.rint(share * total)))
    urban = np.ones(total, np.int8)
    urban[rural] = 0
    workers.urban[rows] = urban


def give_industries(workers: Workers, rows: slice, city: int, table: OpeningTable) -> None:
    """Give employees an industry by its jobs, and tenure and record of payments."""
    ids = workers.id[rows]
    employed = np.flatnonzero(workers.status[rows] == Status.EMPLOYED)
    parts = whole_parts(table.jobs[city, 1:], len(employed))
    industry = np.full(rows.stop - rows.start, NOBODY, np.int8)
    left = np.zeros(len(ids), bool)
    left[employed] = True
    skilled = np.where(workers.skill[rows] == Skill.HIGH, 1.0, 0.0)
    for place in np.argsort(-SKILLED[1:]):
        weight = left * (
            SKILLED[place + 1] * skilled + (1.0 - SKILLED[place + 1]) * (1 - skilled)
        )
        chosen = choose(f"industry/{place}", ids, weight, int(parts[place]))
        industry[chosen] = place + 1
        left[chosen] = False
    workers.industry[rows] = industry
    give_records(workers, rows)


def give_records(workers: Workers, rows: slice) -> None:
    """Give tenure, months without work, insurance and months paid."""
    ids, age = workers.id[rows], workers.age[rows].astype(float)
    status = workers.status[rows]
    experience = np.maximum(age - 20 * 12, 0.0)
    at_work = status == Status.EMPLOYED
    tenure = np.minimum(-np.log(lots("tenure", ids)) * MEAN_TENURE, experience)
    workers.tenure[rows] = np.where(at_work, tenure, 0.0)
    idle = status == Status.UNEMPLOYED
    spell = np.minimum(-np.log(lots("spell", ids)) * MEAN_SPELL, 60.0)
    workers.duration[rows] = np.where(idle, spell, 0.0)
    chance = np.where(workers.hukou_city[rows] >= CITIES, MIGRANTS_INSURED, LOCALS_INSURED)
    insured = (lots("insured", ids) < chance) & (at_work | idle)
    workers.insured[rows] = insured
    workers.paid[rows] = np.where(insured, experience * 0.6, 0.0)
    claims = idle & insured & (lots("claim", ids) < CLAIMING) & (spell < BENEFIT_MONTHS)
    workers.benefit_left[rows] = np.where(claims, BENEFIT_MONTHS - spell, 0.0)


CLAIMING, BENEFIT_MONTHS = 0.25, 12.0  # share of the idle who draw benefit; its length (D)
MEAN_TENURE, MEAN_SPELL = 84.0, 14.0  # months (D)
MIGRANTS_INSURED, LOCALS_INSURED = 0.17, 0.55  # parameters.csv pen_cov (A); locals D
# Share of college and above wanted by an industry; orders who goes where (assumption D).
SKILLED = np.array(
    [0.02, 0.15, 0.25, 0.12, 0.12, 0.10, 0.20, 0.10, 0.18, 0.15,
     0.22, 0.25, 0.30, 0.30, 0.30, 0.15, 0.40, 0.20, 0.60]
)  # fmt: skip
