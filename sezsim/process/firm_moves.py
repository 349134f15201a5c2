"""Moves of firms (企业迁移): what is agreed is paid for and carried out.

A firm that moves takes along customers, equipment, deposits, debts, taxes and a part of its staff;
the others are laid off. It sells its site, which the origin sells on for other uses, and buys a
new one; the discount and the grant that it was promised are the host's to pay. What host and fund
have promised the origin at once is paid at once; its share of the tax is paid month by month.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.observation.run_record import Event
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy, Sector
from sezsim.state.employers import pool_at
from sezsim.state.requests import AGREED, Reason, Requests
from sezsim.state.workers import Status

DEPOSITS = Flow("deposits of moved firms", Sector.FIRMS, Sector.FIRMS)
LOAN = Flow("loans of moved firms", Sector.BANKS, Sector.BANKS)
STAFF = Flow("deposits of staff taken along", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
MOVING = Flow("cost of moving", Sector.FIRMS, Sector.OUTSIDE)
SITE_SOLD = Flow("site left by a firm", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
SITE_REUSED = Flow("site sold on", Sector.DEVELOPERS, Sector.CITY_GOVERNMENTS)
SITE_BOUGHT = Flow("site of a moved firm", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
GRANT = Flow("discount and grant to a moved firm", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
COMPENSATION = Flow(
    "transfer compensation", Sector.CITY_GOVERNMENTS, Sector.CITY_GOVERNMENTS
)  # fmt: skip
FUNDED = Flow(
    "payments of the transfer fund", Sector.UPPER_GOVERNMENTS, Sector.CITY_GOVERNMENTS
)  # fmt: skip
MONEY = (
    SITE_SOLD, SITE_REUSED, SITE_BOUGHT, GRANT, MOVING, COMPENSATION, FUNDED, LOAN,
)  # fmt: skip
CARRIERS = 1  # the rest of China: who moves plant is taken to come from there (D)
FUND = 2  # row of the transfer fund among the upper governments
EMPLOYED = int(Status.EMPLOYED)
EFFICIENT, OTHER = int(Reason.BLOCKED_EFFICIENT), int(Reason.BLOCKED_OTHER)
KINDS = [
    "move_agreed" if each <= AGREED
    else "move_refused" if each is Reason.HOST_LOSES
    else "move_blocked"
    for each in Reason
]  # fmt: skip
REASONS = [each.name.lower() for each in Reason]
TOLD = (
    "row", "origin", "host", "reason", "gain", "loss", "host_gain", "compensation", "cost",
)  # fmt: skip


def move_firms(
    economy: Economy, books: Books, requests: Requests, month: int, draws: Draws,
    taken_along: float, reuse: float,
) -> list[Event]:  # fmt: skip
    """Carry out the moves agreed this month and tell of all requests.

    Taken_along is the part of the staff that goes along; reuse is the origin's margin on the site.
    """
    if not len(requests):
        return []
    consent = requests["reason"] <= AGREED
    if np.count_nonzero(consent):
        agreed = requests[consent]
        pay_for_moves(economy, books, agreed, reuse)
        take_staff_along(economy, books, agreed, taken_along, draws)
        for number in range(len(agreed)):
            move(economy, books, agreed, number, month, taken_along)
    flows = economy.flows
    count(requests, flows.move_requests, flows.moves_agreed, flows.moves_blocked,
          flows.efficient_blocked)  # fmt: skip
    return events_of(economy, requests, str(draws.month))


def pay_for_moves(economy: Economy, books: Books, agreed: Requests, reuse: float) -> None:
    """Pay for sites, moving, bids and what the origin is promised at once; pass on the loans."""
    shape = len(MONEY), len(agreed)
    payers, payees, amounts = (np.empty(shape, np.int64) for _ in range(3))
    list_payments(
        agreed, economy.firms.debt, reuse, payers, payees, amounts, economy.banks.loans
    )
    books.pay_many(MONEY, payers, payees, amounts)


@compiled
def list_payments(
    agreed: Requests, debt: Money, reuse: float, payers: Ints, payees: Ints, amounts: Money,
    loans: Money,
) -> None:  # fmt: skip
    """Write who pays whom how much (fen) for each move, in the order of MONEY."""
    for k in range(len(agreed)):
        r = agreed[k]
        payers[:, k] = (r.origin, r.origin, r.row, r.host, r.row, r.host, FUND, r.host)
        payees[:, k] = (r.row, r.origin, r.host, r.row, CARRIERS, r.origin, r.origin, r.origin)
        amounts[0, k] = round(100.0 * r.land_sold)
        amounts[1, k] = round(100.0 * r.land_sold * (1.0 + reuse))
        amounts[2, k] = round(100.0 * r.land_bought)
        amounts[3, k] = round(100.0 * r.bid)
        amounts[4, k] = round(100.0 * r.moving)
        amounts[5, k] = round(100.0 * r.paid)
        amounts[6, k] = round(100.0 * r.fund)
        amounts[7, k] = debt[r.row]
        loans[r.origin] -= debt[r.row]
        loans[r.host] += debt[r.row]


def take_staff_along(
    economy: Economy, books: Books, agreed: Requests, part: float, draws: Draws
) -> None:
    """Move the contracts and households of the staff that goes along."""
    workers, pools = economy.workers, economy.pools
    movers, origins, hosts = (
        np.ascontiguousarray(agreed[name]) for name in ("row", "origin", "host")
    )
    rows, places, number = chosen_staff(
        draws.key("relocation/staff"), draws.key("relocation/rows"), movers, origins, hosts,
        economy.firms.id, economy.firms.staff,
        part / workers.persons_per_agent, economy.firms.pool, economy.firms.ownership,
        economy.firms.industry, workers.count, workers.id, workers.city, workers.status,
        workers.pool, workers.child_one, workers.child_two, pools.rows,
        float(workers.persons_per_agent), economy.flows.moves,
    )  # fmt: skip
    if number:
        books.move_households(STAFF, rows[:number], places[:number])


@compiled
def chosen_staff(
    key: Key, key_row: Key, movers: Ints, origin: Ints, host: Ints, firm: Ids, staff: Floats,
    part: float, firm_pool: Ints, ownership: Ints, industry: Ints, count: int, person: Ids,
    city: Ints, status: Ints, pool: Ints, child_one: Ints, child_two: Ints, pool_rows: Ints,
    persons: float, moves: Floats,
) -> tuple[Ints, Ints, int]:  # fmt: skip
    """Choose rows of the pool left by lot and put them into the host's."""
    wanted = np.zeros(len(movers), np.int64)
    for k in range(len(movers)):
        i = movers[k]
        wanted[k] = int(staff[i] * part + uniform(key, firm[i]))
    rows, places, number = np.empty(wanted.sum(), np.int64), np.empty(wanted.sum(), np.int8), 0
    for k in range(len(movers)):
        if not wanted[k]:
            continue
        here = firm_pool[movers[k]]
        there = pool_at(host[k], industry[movers[k]], ownership[movers[k]])
        here_rows = rows_of_pool(key_row, here, origin[k], count, person, city, status, pool)
        for w in here_rows[: wanted[k]]:
            pool[w] = there
            pool_rows[here] -= 1
            pool_rows[there] += 1
            heads = 1.0 + (child_one[w] >= 0) + (child_two[w] >= 0)
            moves[origin[k], host[k]] += heads * persons
            rows[number], places[number] = w, host[k]
            number += 1
    return rows, places, number


@compiled
def rows_of_pool(
    key: Key, held: int, home: int, count: int, person: Ids, city: Ints, status: Ints,
    pool: Ints,
) -> Ints:  # fmt: skip
    """List the employees of a pool who live in its city, in the order of their lots."""
    found, lots, number = np.empty(count, np.int64), np.empty(count), 0
    for w in range(count):
        if pool[w] == held and status[w] == EMPLOYED and city[w] == home:
            found[number], lots[number] = w, uniform(key, person[w])
            number += 1
    return found[np.argsort(lots[:number])]


def move(
    economy: Economy,
    books: Books,
    agreed: Requests,
    number: int,
    month: int,
    taken_along: float,
) -> None:
    """Carry a firm to its host under the terms agreed."""
    firms, structure = economy.firms, economy.structure
    row, host = carry(
        agreed, number, float(month), taken_along, firms.is_open, firms.city, firms.industry,
        firms.ownership, firms.capacity, structure.trade_weight, structure.outside_demand,
        structure.labour_need, economy.cells.research_gain, firms.share, firms.tax_city,
        firms.pool, firms.productivity, economy.flows.displaced, firms.wanted, firms.staff,
        firms.tax_shared, firms.credited, firms.shared_until, firms.credit_split,
    )  # fmt: skip
    books.move_firm(DEPOSITS, row, host)


@compiled
def carry(
    agreed: Requests, number: int, month: float, taken_along: float, is_open: Flags, city: Ints,
    industry: Ints, ownership: Ints, capacity: Floats, weight: Floats, outside: Floats,
    labour_need: Floats, gained: Floats, share: Floats, tax_city: Ints, pool: Ints,
    productivity: Floats, displaced: Floats, wanted: Floats, staff: Floats, tax_shared: Floats,
    credited: Floats, shared_until: Floats, split: Flags,
) -> tuple[int, int]:  # fmt: skip
    """Move customers, plant and staff of a firm; return its row and host."""
    r = agreed[number]
    i, origin, host = r.row, r.origin, r.host
    s = int(industry[i])
    hand_over_customers(
        i, origin, host, s, r.access, is_open, city, industry, capacity, weight, outside, share
    )
    tax_city[i], pool[i] = host, pool_at(host, s, ownership[i])
    here, there = (
        labour_need[origin, s] / gained[origin, s],
        labour_need[host, s] / gained[host, s],
    )
    productivity[i] *= r.density * there / here
    displaced[origin] += staff[i] * (1.0 - taken_along)
    wanted[i] = staff[i]
    staff[i] *= taken_along
    tax_shared[i], credited[i], split[i] = r.share, r.credit, r.split
    shared_until[i] = month + 12.0 * r.years
    return i, host


@compiled
def hand_over_customers(
    row: int, origin: int, host: int, branch: int, access: float, is_open: Flags,
    city: Ints, industry: Ints, capacity: Floats, weight: Floats, outside: Floats,
    share: Floats,
) -> None:  # fmt: skip
    """Let a firm's customers buy from its new city; the firms there make room for it."""
    here = there = 0.0
    for i in range(len(city)):
        if is_open[i] and industry[i] == branch:
            if city[i] == origin:
                here += capacity[i].sum()
            elif city[i] == host:
                there += capacity[i].sum()
    able = capacity[row].sum()
    part, gained = able / max(here, 1.0), able / max(there + able, 1.0)
    for m in range(weight.shape[2]):
        weight[branch, host, m] += access * part * weight[branch, origin, m]
        weight[branch, origin, m] *= 1.0 - part
    for r in range(outside.shape[2]):
        outside[host, branch, r] += access * part * outside[origin, branch, r]
        outside[origin, branch, r] *= 1.0 - part
    for i in range(len(city)):
        if is_open[i] and industry[i] == branch and city[i] == host:
            share[i] *= 1.0 - gained
    share[row] = gained


@compiled
def count(
    requests: Requests, asked: Floats, agreed: Floats, blocked: Floats, efficient: Floats
) -> None:
    """Count the requests of the month by origin and by how they ended."""
    for k in range(len(requests)):
        r = requests[k]
        asked[r.origin] += 1.0
        if r.reason <= AGREED:
            agreed[r.origin] += 1.0
        elif r.reason == EFFICIENT or r.reason == OTHER:
            blocked[r.origin] += 1.0
        if r.reason == EFFICIENT:
            efficient[r.origin] += 1.0


def events_of(economy: Economy, requests: Requests, month: str) -> list[Event]:
    """Tell how the requests ended and what each side gains by the move."""
    firms = economy.firms
    columns = (requests[name].tolist() for name in TOLD)
    return [
        Event(
            month, KINDS[reason], "", INDUSTRY_NAMES[firms.industry[row]], CITY_NAMES[origin],
            CITY_NAMES[host], float(firms.wanted[row]), gain, "yuan", paid - loss, mine - cost,
            REASONS[reason],
        )
        for row, origin, host, reason, gain, loss, mine, paid, cost in zip(*columns, strict=True)
    ]  # fmt: skip
