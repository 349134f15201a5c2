"""Layoffs (减员安置): who is dismissed is retired early, paid off, or takes a public post.

In order of cost to the payer: internal retirement for employees of state firms within a few years
of the legal age; else severance of one month's pay for each year of service, paid by the firms of the
pool through the books. Older people take public posts where such are open. The pay of the post lost
is kept: training places, wage insurance and public works look for those who lost one.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import Industry
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership
from sezsim.state.public_services import public_employers, public_pools
from sezsim.state.workers import Skill, Status

SEVERANCE = Flow("severance", Sector.FIRMS, Sector.BASKETS)
RECEIVED = Flow("severance received", Sector.BASKETS, Sector.HOUSEHOLDS)
INTERNALLY_RETIRED = int(Status.INTERNALLY_RETIRED)
EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
PUBLIC = int(Industry.PUBSRV)
OLD_MAN, OLD_WOMAN = 50 * 12, 40 * 12  # months; rule for people hard to place (四零五零人员)
STATE = int(Ownership.STATE)
MONTHS = 12
COLLEGE = int(Skill.HIGH)


class Parameters(Declared):
    """What resettlement needs to know."""

    window: float = parameter(
        5.0, "years before the legal age in which state firms retire internally", unit="year",
        within=(0.0, 10.0), source="parameters.csv n_IR: State Council rule", grade="A",
    )  # fmt: skip
    consent: float = parameter(
        0.6, "share of those eligible who retire internally", unit="1", within=(0.0, 1.0),
        source="assumption",
    )  # fmt: skip
    severance: float = parameter(
        1.0, "months of pay for each year of service", unit="month/year", within=(0.0, 3.0),
        source="parameters.csv sev: Labour Contract Law, article 47", grade="A",
    )  # fmt: skip
    most_years: float = parameter(
        12.0, "years of service that count at most", unit="year", within=(1.0, 40.0),
        source="Labour Contract Law, article 47 (for high pay; taken for all)", grade="B",
    )  # fmt: skip


def resettle(economy: Economy, books: Books, p: Parameters, draws: Draws) -> None:
    """Resettle all rows dismissed this month."""
    rows, left = economy.scratch.dismissed, economy.scratch.dismissed_pool
    if not len(rows):
        return
    workers, pools, firms = economy.workers, economy.pools, economy.firms
    window = retirement_window(p.window, float(economy.rules.retirement_window))
    due, work, payer, city, bills = settle_dismissed(
        draws.key("layoffs/internal"), rows, left, workers.id, workers.sex, workers.skill,
        workers.age, workers.tenure, workers.last_pay, pools.ownership, pools.city, firms.pool,
        firms.city, firms.payroll, window * MONTHS, p.consent, p.severance / MONTHS,
        p.most_years * MONTHS, float(workers.persons_per_agent) * 100.0, workers.status,
        workers.duration, workers.lost_pay,
    )  # fmt: skip
    books.pay(SEVERANCE, payer, city, bills)
    books.pay(RECEIVED, work, rows, due)
    if np.count_nonzero(economy.rules.open_posts):
        pass_to_public_posts(economy, rows)


@compiled
def settle_dismissed(
    key: Key, rows: Ints, left: Ints, person: Ids, sex: Ints, skill: Ints, age: Ints,
    tenure: Ints, last_pay: Floats, ownership: Ints, pool_city: Ints, firm_pool: Ints,
    firm_city: Ints, payroll: Floats, window: float, consent: float, severance: float,
    most: float, scale: float, status: Ints, duration: Ints, lost_pay: Floats,
) -> tuple[Money, Ints, Ints, Ints, Money]:  # fmt: skip
    """Choose the way of each dismissed row and keep the pay that it lost.

    Returns what each row is owed (fen) and the city of its work; and for each pool that owes, the
    firm that pays, its city and the bill.
    """
    due, work = np.zeros(len(rows), np.int64), np.empty(len(rows), np.int64)
    for k in range(len(rows)):
        lost_pay[rows[k]], work[k] = last_pay[rows[k]], pool_city[left[k]]
    settle_rows_of(
        key, rows, person, sex, skill, age, status, tenure, last_pay, duration, left,
        ownership, window, consent, severance, most, scale, due,
    )  # fmt: skip
    payer, city, bills = bills_of_pools(left, due, firm_pool, payroll, pool_city)
    for k in range(len(payer)):
        if payer[k] < 0:  # the last firm of a pool has moved away
            payer[k] = largest_payer(city[k], firm_city, payroll)
    return due, work, payer, city, bills


def pass_to_public_posts(economy: Economy, rows: Ints) -> None:
    """Let older people among the dismissed pass to open posts of public services."""
    workers, pools, firms = economy.workers, economy.pools, economy.firms
    persons = float(workers.persons_per_agent)
    hired = np.zeros(CITIES)
    take_public_posts(
        rows, workers.city, workers.sex, workers.age, workers.status, workers.pool,
        workers.industry, workers.tenure, workers.benefit_left, workers.insured,
        np.floor(economy.rules.open_posts / persons), public_pools(), pools.rows, hired,
    )  # fmt: skip
    employers = public_employers(economy)
    firms.staff[employers] += persons * hired
    firms.wanted[employers] += persons * hired


@compiled
def take_public_posts(
    rows: Ints, city: Ints, sex: Ints, age: Ints, status: Ints, pool: Ints, industry: Ints,
    tenure: Ints, benefit_left: Ints, insured: Ints, room: Floats, public: Ints,
    pool_rows: Ints, hired: Floats,
) -> None:  # fmt: skip
    """Give public posts to women from 40 and men from 50, in the order of their rows."""
    for i in rows:
        c = city[i]
        old = age[i] >= (OLD_MAN if sex[i] == 0 else OLD_WOMAN)
        if status[i] == UNEMPLOYED and old and hired[c] < room[c]:
            status[i], pool[i], industry[i] = EMPLOYED, public[c], PUBLIC
            tenure[i], benefit_left[i], insured[i] = 0, 0, 1
            pool_rows[public[c]] += 1
            hired[c] += 1.0


@compiled
def largest_payer(city: int, firm_city: Ints, payroll: Floats) -> int:
    """Return the firm of largest payroll in a city."""
    largest, most = 0, -1.0
    for i in range(len(payroll)):
        if firm_city[i] == city and payroll[i] > most:
            largest, most = i, payroll[i]
    return largest


@compiled
def bills_of_pools(
    left: Ints, due: Money, pool: Ints, payroll: Floats, pool_city: Ints
) -> tuple[Ints, Ints, Money]:
    """Add up what each pool owes.

    Returns, for each pool that owes, the firm that pays most there (or -1), its city and the bill
    (fen).
    """
    bills, payer = np.zeros(len(pool_city), np.int64), np.full(len(pool_city), -1)
    for k in range(len(left)):
        bills[left[k]] += due[k]
    for i in range(len(pool)):
        held = uint64(pool[uint64(i)])
        if bills[held] != 0:
            best = payer[held]
            if best < 0 or payroll[i] >= payroll[best]:
                payer[held] = i
    owed = np.flatnonzero(bills)
    return payer[owed], pool_city[owed].astype(np.int64), bills[owed]


def retirement_window(opening: float, added: float) -> float:
    """Years before the legal age in which firms retire internally; none or more."""
    return max(opening + added, 0.0)


@compiled
def settle_rows_of(
    key_internal: Key, rows: Ints, person: Ids, sex: Ints,
    skill: Ints, age: Ints, status: Ints, tenure: Ints, last_pay: Floats, duration: Ints,
    pool: Ints, ownership: Ints, window: float, consent: float, severance: float,
    most: float, scale: float, due: Money,
) -> None:  # fmt: skip
    """Choose the way of each dismissed row and what it is owed (fen)."""
    for k in range(len(rows)):
        i = rows[k]
        legal = 720.0 if sex[i] == 0 else (660.0 if skill[i] == COLLEGE else 600.0)
        near = window > 0.0 and age[i] >= legal - window
        if ownership[pool[k]] == STATE and near and uniform(key_internal, person[i]) < consent:
            status[i] = INTERNALLY_RETIRED
        if status[i] != INTERNALLY_RETIRED:
            due[k] = round(min(tenure[i], most) * severance * last_pay[i] * scale)
        duration[i] = 0
