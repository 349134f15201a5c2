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
from sezsim.definitions.columns import Flags
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES, Industry
from sezsim.observation.run_record import Event
from sezsim.randomness import Draws, uniforms
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership

RECOVERED = Flow("recovery from closed firms", Sector.FIRMS, Sector.BANKS)
LEFT_OVER = Flow("estate of closed firms", Sector.FIRMS, Sector.OUTSIDE)
ARREARS = Flow("debts of closed firms taken over", Sector.BANKS, Sector.FIRMS)
FOREIGN = 1


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
        24, "months without margin for interest after which a firm may fail", unit="month",
        within=(6, 60), source="parameters.csv n_scrap: 4 to 12 quarters",
    )  # fmt: skip
    insolvent: float = parameter(
        0.9, "debt over the value of equipment from which a firm may fail", unit="1",
        within=(0.3, 2.0), source="assumption",
    )  # fmt: skip
    rescue: float = parameter(
        0.8, "chance of an insolvent state firm to be rescued for a quarter", unit="1",
        within=(0.0, 1.0), source="parameters.csv p_resc; sign IMF working paper 17/266",
    )  # fmt: skip
    fail: float = parameter(
        0.1, "chance of an insolvent firm to be closed in a month if not rescued",
        unit="1/month", within=(0.0, 1.0), source="assumption",
    )  # fmt: skip


def come_and_go(
    economy: Economy, books: Books, month: str, p: Parameters, draws: Draws
) -> list[Event]:
    """Let small firms turn over and failed ones close; return the closures of rows."""
    turn_over(economy, p)
    failing = failed(economy, p, draws) | economy.firms.closing
    if not failing.any():
        return []
    return shut(economy, books, np.flatnonzero(failing & economy.firms.is_open), month)


def turn_over(economy: Economy, p: Parameters) -> None:
    """Count the small firms that close and open this month."""
    firms, structure = economy.firms, economy.structure
    state = firms.ownership == Ownership.STATE
    rate = np.where(state, p.exit_state, p.exit_private) / 12.0
    rate = np.where(firms.is_open & (firms.name < 0) & (firms.industry > 0), rate, 0.0)
    sales = economy.cells.sales / np.where(structure.output > 0.0, structure.output, 1.0)
    pull = np.maximum(sales, 1e-3) ** p.entry * economy.rules.entry_ease
    closed = rate * firms.weight
    opened = rate * firms.opening_weight * pull[firms.city, firms.industry]
    firms.weight += opened - closed
    economy.flows.closures += np.bincount(firms.city, closed, CITIES)
    economy.flows.openings += np.bincount(firms.city, opened, CITIES)


def failed(economy: Economy, p: Parameters, draws: Draws) -> Flags:
    """Tell which rows fail this month."""
    firms, structure = economy.firms, economy.structure
    poor = firms.is_open & (firms.bad_months > p.losing) & (firms.industry > Industry.AGR)
    poor &= firms.industry != Industry.PUBSRV
    if not poor.any():
        return poor
    ratio = structure.capital_ratio[firms.city, firms.industry]
    worth = firms.capacity.sum(axis=1) * ratio * economy.cells.investment_price[firms.city]
    insolvent = poor & (firms.debt / 100.0 > p.insolvent * worth)
    state = firms.ownership == Ownership.STATE
    rescue = np.where(state, p.rescue * float(economy.rules.soft_budget), 0.0)
    drawn = uniforms(draws.key("entry_and_exit/fail"), firms.id)
    firms.subsidised[:] = insolvent & (drawn >= p.fail * (1.0 - rescue))
    return insolvent & (drawn < p.fail * (1.0 - rescue))


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
    firms.is_open[rows] = False
    firms.closing[rows] = False
    for column in (firms.capacity, firms.running, firms.weight, firms.expected, firms.plan,
                   firms.normal, firms.inventory, firms.investing):  # fmt: skip
        column[rows] = 0.0
    return events


