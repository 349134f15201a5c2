"""Entry and exit (企业进入与退出): small firms come and go every month; large ones fail with their debt.

A row stands for `weight` real firms of its kind. Its number follows

    weight' = weight + opened - closed
    closed  = exit rate * weight
    opened  = exit rate * opening weight * (sales over the opening)^entry elasticity * ease

so that at opening sales as many enter as leave. What the leavers own passes to those who stay or
enter. A row closes altogether by order, or when it has lost money for long, owes more than its
equipment is worth and is not rescued: state firms are rescued with a chance, others are not. The
bank then loses what is not recovered, and the equipment is scrapped.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES, Industry
from sezsim.observation.run_record import Event
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership

RECOVERED = Flow("recovery from closed firms", Sector.FIRMS, Sector.BANKS)
LEFT_OVER = Flow("estate of closed firms", Sector.FIRMS, Sector.OUTSIDE)
ARREARS = Flow("debts of closed firms taken over", Sector.BANKS, Sector.FIRMS)
FOREIGN = 1
STATE = int(Ownership.STATE)
FARMING, PUBLIC = int(Industry.AGR), int(Industry.PUBSRV)


class Parameters(Declared):
    """What entry and exit need to know."""

    exit_private: float = parameter(
        0.08, "private firms that close in a year", unit="1/year", within=(0.0, 0.3),
        source="parameters.csv exi: memory",
    )  # fmt: skip
    exit_state: float = parameter(
        0.03, "state firms that close in a year", unit="1/year", within=(0.0, 0.3),
        source="parameters.csv exi; sign Hsieh and Song, NBER working paper 21006",
    )  # fmt: skip
    entry: float = parameter(
        0.5, "elasticity of entry to the industry's sales", unit="1", within=(0.0, 2.0),
        source="assumption: a number that grows more slowly than sales",
    )  # fmt: skip
    losing: int = parameter(
        36, "months without margin for interest after which a firm may fail", unit="month",
        within=(6, 60), source="parameters.csv n_scrap: 4 to 12 quarters",
    )  # fmt: skip
    insolvent: float = parameter(
        0.9, "debt over the value of equipment from which a firm may fail", unit="1",
        within=(0.3, 2.0), source="assumption",
    )  # fmt: skip
    rescue: float = parameter(
        0.95, "chance of an insolvent state firm to be rescued for a quarter", unit="1",
        within=(0.0, 1.0), source="parameters.csv p_resc; sign IMF working paper 17/266",
    )  # fmt: skip
    fail: float = parameter(
        0.06, "chance of an insolvent firm to be closed in a month if not rescued",
        unit="1/month", within=(0.0, 1.0), source="assumption",
    )  # fmt: skip


def come_and_go(
    economy: Economy, books: Books, month: str, p: Parameters, draws: Draws
) -> list[Event]:
    """Let small firms turn over and failed ones close; return the closures of rows."""
    firms, structure, cells, flows = (
        economy.firms, economy.structure, economy.cells, economy.flows,
    )  # fmt: skip
    failing = turn_over_and_fail(
        draws.key("entry_and_exit/fail"), firms.id, firms.is_open, firms.closing, firms.name,
        firms.city, firms.industry, firms.ownership, firms.opening_weight, cells.sales,
        structure.output, economy.rules.entry_ease, p.entry, p.exit_state / 12.0,
        p.exit_private / 12.0, firms.weight, flows.openings, flows.closures, firms.bad_months,
        firms.capacity, firms.debt, structure.capital_ratio, cells.investment_price, p.losing,
        p.insolvent, p.rescue * float(economy.rules.soft_budget), p.fail, firms.subsidised,
    )  # fmt: skip
    return shut(economy, books, failing, month) if len(failing) else []


@compiled
def turn_over_and_fail(
    key: Key, firm: Ids, is_open: Flags, closing: Flags, name: Ints, city: Ints, industry: Ints,
    ownership: Ints, opening_weight: Floats, sales: Floats, output: Floats, ease: Floats,
    entry: float, exit_state: float, exit_private: float, weight: Floats, openings: Floats,
    closures: Floats, bad_months: Ints, capacity: Floats, debt: Money, capital_ratio: Floats,
    price: Floats, losing: int, most: float, rescue: float, fail: float, subsidised: Flags,
) -> Ints:  # fmt: skip
    """Let small firms close and open; return the rows that fail this month or close by order."""
    turn_over_firms(
        is_open, name, city, industry, ownership, opening_weight, sales, output, ease, entry,
        exit_state, exit_private, weight, openings, closures,
    )  # fmt: skip
    rows = np.empty(len(firm), np.int64)
    number = find_failed(
        key, firm, is_open, closing, city, industry, ownership, bad_months, capacity, debt,
        capital_ratio, price, losing, most, rescue, fail, subsidised, rows,
    )  # fmt: skip
    return rows[:number]


@compiled
def turn_over_firms(
    is_open: Flags, name: Ints, city: Ints, industry: Ints, ownership: Ints,
    opening_weight: Floats, sales: Floats, output: Floats, ease: Floats, entry: float,
    exit_state: float, exit_private: float, weight: Floats, openings: Floats,
    closures: Floats,
) -> None:  # fmt: skip
    """Let a part of the firms behind each sampled row close, and others open as sales allow."""
    pull = np.empty_like(sales)
    for c in range(sales.shape[0]):
        for s in range(sales.shape[1]):
            over = sales[c, s] / (output[c, s] if output[c, s] > 0.0 else 1.0)
            pull[c, s] = max(over, 1e-3) ** entry * ease[c, s]
    here = uint64(city[0])
    left, begun = closures[here], openings[here]
    for i in range(len(city)):
        if not is_open[i] or name[i] >= 0 or industry[i] == 0:
            continue
        rate = exit_state if ownership[i] == STATE else exit_private
        home = uint64(city[i])
        closed = rate * weight[i]
        opened = rate * opening_weight[i] * pull[home, uint64(industry[i])]
        weight[i] += opened - closed
        if home != here:
            closures[here], openings[here] = left, begun
            here, left, begun = home, closures[home], openings[home]
        left += closed
        begun += opened
    closures[here], openings[here] = left, begun


@compiled
def find_failed(
    key: Key, firm: Ids, is_open: Flags, closing: Flags, city: Ints, industry: Ints,
    ownership: Ints, bad_months: Ints, capacity: Floats, debt: Money, capital_ratio: Floats,
    price: Floats, losing: int, most: float, rescue: float, fail: float,
    subsidised: Flags, rows: Ints,
) -> int:  # fmt: skip
    """Put the rows that close first in a column and count them; mark those kept alive."""
    number = 0
    for i in range(len(firm)):
        subsidised[i] = False
        if not is_open[i]:
            continue
        s, fails = industry[i], False
        if bad_months[i] > losing and s > FARMING and s != PUBLIC:
            worth = capacity[i].sum() * capital_ratio[city[i], s] * price[city[i]]
            if debt[i] / 100.0 > most * worth:
                rescued = rescue if ownership[i] == STATE else 0.0
                fails = uniform(key, firm[i]) < fail * (1.0 - rescued)
                subsidised[i] = not fails
        if fails or closing[i]:
            rows[number] = i
            number += 1
    return number


def shut(economy: Economy, books: Books, rows: np.ndarray, month: str) -> list[Event]:
    """Close rows: settle their accounts with bank and owners, scrap the equipment."""
    firms, banks = economy.firms, economy.banks
    city = firms.city[rows].astype(np.int64)
    overdrawn = np.maximum(-firms.cash[rows], 0)
    books.pay(ARREARS, city, rows, overdrawn)
    recovered = np.minimum(np.maximum(firms.cash[rows], 0), firms.debt[rows])
    books.pay(RECOVERED, rows, city, recovered)
    np.subtract.at(banks.loans, city, firms.debt[rows])
    lost = (firms.debt[rows] - recovered) / 100.0
    np.add.at(banks.written_off, city, lost)
    books.pay(LEFT_OVER, rows, np.full(len(rows), FOREIGN), firms.cash[rows].copy())
    firms.debt[rows] = 0
    events = [
        Event(
            month, "firm_closed", str(int(firms.name[row])) if firms.name[row] >= 0 else "",
            INDUSTRY_NAMES[firms.industry[row]], CITY_NAMES[firms.city[row]], "",
            float(firms.staff[row]), float(loss), "yuan written off", 0.0, 0.0,
            "ordered" if firms.closing[row] else "insolvent",
        )
        for row, loss in zip(rows.tolist(), lost.tolist(), strict=True)
    ]  # fmt: skip
    np.add.at(economy.flows.closures, city, firms.weight[rows])
    hand_on(economy, rows)
    firms.is_open[rows] = False
    firms.closing[rows] = False
    for column in (firms.capacity, firms.running, firms.weight, firms.expected, firms.plan,
                   firms.normal, firms.inventory, firms.investing):  # fmt: skip
        column[rows] = 0.0
    return events


def hand_on(economy: Economy, rows: Ints) -> None:
    """Let open private firms of the city's industry take over equipment of failed firms."""
    share, firms = float(economy.rules.asset_reuse), economy.firms
    if share <= 0.0:
        return
    failed = np.zeros(len(firms.id), np.bool_)
    failed[rows] = True
    for row in rows[~firms.closing[rows]].tolist():
        same = (firms.city == firms.city[row]) & (firms.industry == firms.industry[row])
        heirs = same & firms.is_open & ~failed & (firms.ownership != STATE)
        present = firms.capacity[heirs].sum()
        if present > 0.0:
            firms.capacity[heirs] *= 1.0 + share * firms.capacity[row].sum() / present
