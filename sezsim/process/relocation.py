"""Relocation of firms (产业转移): a firm asks to move, its city may block it for the tax and jobs lost.

Private firms of manufacturing consider a move at a low rate. With the destination of least labour
cost a firm compares

    gain   = present value of pay saved - moving cost * capital
    loss   = annuity * (city tax + weight * value added + weight * wages) of the origin
    origin consents if loss <= cost of blocking + tax that the host hands back + fund

A move takes the firm's customers, equipment and debts along; its staff is laid off and hired anew.
Every request is an event with both sides' gains, so that efficient moves that were blocked count.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.transfer_account import annuity
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES, MANUFACTURING
from sezsim.observation.run_record import Event
from sezsim.randomness import Draws, uniform, uniforms
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import OWNERSHIPS, Ownership

DEPOSITS = Flow("deposits of moved firms", Sector.FIRMS, Sector.FIRMS)
LOAN = Flow("loans of moved firms", Sector.BANKS, Sector.BANKS)
TAKEN_ALONG = 0.3  # share of staff that a moving firm keeps (assumption D)
STATE = int(Ownership.STATE)
MOVABLE = np.zeros(INDUSTRIES, dtype=bool)
MOVABLE[[int(industry) for industry in MANUFACTURING]] = True


class Parameters(Declared):
    """What relocation bargains need to know."""

    pace: float = parameter(
        0.04, "movable firms that consider a move in a year", unit="1/year",
        within=(0.0, 0.5), source="parameters.csv h_reloc: calibrate",
    )  # fmt: skip
    cost: float = parameter(
        0.10, "cost of a move over capital", unit="1", within=(0.0, 1.0),
        source="parameters.csv F_move, scaled to movable equipment",
    )  # fmt: skip
    horizon: float = parameter(
        5.0, "horizon of city officials and of the firm", unit="year", within=(1.0, 15.0),
        source="parameters.csv H: term of office",
    )  # fmt: skip
    discount: float = parameter(
        0.08, "discount rate of officials", unit="1/year", within=(0.0, 0.3),
        source="parameters.csv r_gov",
    )  # fmt: skip
    product: float = parameter(
        0.05, "weight of value added against tax", unit="yuan/yuan", within=(0.0, 0.2),
        source="parameters.csv lambda_g", grade="B",
    )  # fmt: skip
    jobs: float = parameter(
        0.3, "weight of wages against tax", unit="yuan/yuan", within=(0.0, 1.0),
        source="parameters.csv lambda_e", grade="B",
    )  # fmt: skip
    blocking: float = parameter(
        0.15, "political cost of blocking over the loss", unit="1", within=(0.0, 1.0),
        source="parameters.csv b_block: calibrate",
    )  # fmt: skip
    free: float = parameter(
        0.25, "chance that a move is not noticed or not opposed", unit="1", within=(0.0, 1.0),
        source="assumption: small moves pass",
    )  # fmt: skip


def consents(loss: Floats, blocking: float, handed_back: Floats) -> Floats:
    """Tell where the origin lets a firm go: the loss is covered by what blocking costs and pays."""
    return loss <= blocking * loss + handed_back


def relocate(
    economy: Economy, books: Books, month: str, p: Parameters, draws: Draws
) -> list[Event]:
    """Let firms ask to move this month and carry out the moves agreed."""
    asking = who_asks(economy, p, draws)
    if not len(asking):
        return []
    firms = economy.firms
    host = destination(economy)[firms.industry[asking]]
    keep = host != firms.city[asking]
    asking, host = asking[keep], host[keep]
    passing = uniforms(draws.key("relocation/unopposed"), firms.id[asking]) < p.free
    return [
        one_request(economy, books, month, int(row), int(city), p, unopposed=bool(unopposed))
        for row, city, unopposed in zip(asking, host, passing, strict=True)
    ]


def who_asks(economy: Economy, p: Parameters, draws: Draws) -> Ints:
    """Return the rows of firms that consider a move this month."""
    firms = economy.firms
    rows = np.empty(len(firms.id), np.int64)
    number = find_asking(
        draws.key("relocation/consider"), firms.id, firms.is_open, firms.industry,
        firms.ownership, firms.name, firms.city, firms.origin_city, MOVABLE, p.pace / 12.0,
        rows,
    )  # fmt: skip
    return rows[:number]


@compiled
def find_asking(
    key: Key, firm: Ids, is_open: Flags, industry: Ints, ownership: Ints, name: Ints,
    city: Ints, origin: Ints, movable: Flags, pace: float, rows: Ints,
) -> int:  # fmt: skip
    """Put the rows that consider a move first in a column and count them."""
    number = 0
    for i in range(len(firm)):
        able = is_open[i] and movable[industry[i]] and ownership[i] != STATE
        if able and name[i] < 0 and city[i] == origin[i] and uniform(key, firm[i]) < pace:
            rows[number] = i
            number += 1
    return number


def destination(economy: Economy) -> Floats:
    """City (19) where labour is cheapest after the land discount, by industry."""
    cost = economy.structure.labour_cost * economy.cells.wage / economy.structure.wage
    cost = np.where(economy.structure.output > 0.0, cost, np.inf)
    return np.asarray(np.argmin(cost, axis=0))


def one_request(
    economy: Economy, books: Books, month: str, row: int, host: int, p: Parameters,
    *, unopposed: bool,
) -> Event:  # fmt: skip
    """Decide one request: refused by the firm's own sums, blocked, or agreed and carried out."""
    firms, structure, cells = economy.firms, economy.structure, economy.cells
    origin, industry = int(firms.city[row]), int(firms.industry[row])
    years = annuity(p.horizon, p.discount)
    pay = (
        cells.wage[:, industry]
        * structure.labour_need[:, industry]
        / cells.productivity[industry]
    )
    saved = 12.0 * firms.output[row] * (pay[origin] - pay[host])
    ratio = structure.capital_ratio[origin, industry] * cells.investment_price[origin]
    gain = years * saved - p.cost * firms.capacity[row].sum() * ratio
    tax = 12.0 * firms.taxes[row] * structure.city_tax_share[origin]
    added = 12.0 * (firms.receipts[row] - firms.costs[row])
    worth = p.product * added + p.jobs * 12.0 * firms.payroll[row]
    loss = years * (tax + worth)
    handed = years * tax * float(economy.rules.tax_share[origin, host])
    benefit = years * (tax + worth) - handed
    event = Event(
        month, "move_refused", "", INDUSTRY_NAMES[industry], CITY_NAMES[origin],
        CITY_NAMES[host], float(firms.staff[row]), float(gain), "yuan", float(handed - loss),
        float(benefit), "no gain for the firm",
    )  # fmt: skip
    if gain <= 0.0:
        return event
    if not unopposed and not bool(consents(np.array(loss), p.blocking, np.array(handed))):
        return event._replace(kind="move_blocked", reason="loss of tax, product and jobs")
    move(economy, books, row, origin, host, industry)
    return event._replace(kind="move_agreed", reason="unopposed" if unopposed else "consent")


def move(
    economy: Economy, books: Books, row: int, origin: int, host: int, industry: int
) -> None:
    """Carry a firm with its customers to its host; its staff stays behind."""
    firms, structure = economy.firms, economy.structure
    able = float(firms.capacity[row].sum())
    here, there = capacity_at(
        firms.is_open, firms.city, firms.industry, firms.capacity, origin, host, industry
    )
    part = able / max(here, 1.0)
    weight = structure.trade_weight[industry]
    weight[host] += part * weight[origin]
    weight[origin] *= 1.0 - part
    outside = structure.outside_demand
    outside[host, industry] += part * outside[origin, industry]
    outside[origin, industry] *= 1.0 - part
    gained = able / (there + able)
    make_room(firms.is_open, firms.city, firms.industry, host, industry, gained, firms.share)
    firms.share[row] = gained
    hand_over_loan(economy, books, row, origin, host)
    books.move_firm(DEPOSITS, row, host)
    firms.tax_city[row] = host
    firms.pool[row] = (host * INDUSTRIES + industry) * OWNERSHIPS + int(firms.ownership[row])
    economy.flows.displaced[origin] += firms.staff[row]
    firms.wanted[row] = firms.staff[row]
    firms.staff[row] *= TAKEN_ALONG


@compiled
def capacity_at(
    is_open: Flags, city: Ints, industry: Ints, capacity: Floats, origin: int, host: int,
    branch: int,
) -> tuple[float, float]:  # fmt: skip
    """Capacity of an industry at the origin and at the host."""
    here = there = 0.0
    for i in range(len(city)):
        if is_open[i] and industry[i] == branch:
            if city[i] == origin:
                here += capacity[i].sum()
            elif city[i] == host:
                there += capacity[i].sum()
    return here, there


@compiled
def make_room(
    is_open: Flags, city: Ints, industry: Ints, host: int, branch: int, gained: float,
    share: Floats,
) -> None:  # fmt: skip
    """Let the firms of an industry at the host give a part of their customers to a newcomer."""
    for i in range(len(city)):
        if is_open[i] and industry[i] == branch and city[i] == host:
            share[i] *= 1.0 - gained


def hand_over_loan(economy: Economy, books: Books, row: int, origin: int, host: int) -> None:
    """Let the bank of the host buy the loan from the bank of the origin."""
    loans, debt = economy.banks.loans, economy.firms.debt[row]
    books.pay(LOAN, np.array([host]), np.array([origin]), np.array([debt]))
    loans[origin] -= debt
    loans[host] += debt
