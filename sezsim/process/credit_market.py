"""Credit market (信贷市场): firms borrow with their capital, pay interest, and pay out what is over.

    normal debt   = leverage of the opening table * capital
    credit limit  = collateral share * multiplier of state firms * capital
    cash target   = opening deposits over sales * expected sales

A firm draws loans up to normal debt as its capital grows. With less cash than the target it
borrows more, up to the limit; with more it first repays what lies above normal debt, then pays
dividends. A firm with no cash and no credit is kept afloat by its bank, and its debt counts as bad.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Flags, Floats, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership

INTEREST = Flow("interest of firms", Sector.FIRMS, Sector.BANKS)
LOANS = Flow("loans to firms", Sector.BANKS, Sector.FIRMS)
REPAYMENTS = Flow("repayments of firms", Sector.FIRMS, Sector.BANKS)
DIVIDENDS = Flow("dividends to households", Sector.FIRMS, Sector.BASKETS)
REMITTED = Flow("profits remitted", Sector.FIRMS, Sector.OUTSIDE)
OWNER_CAPITAL = Flow("capital of owners", Sector.OUTSIDE, Sector.FIRMS)
DEPOSIT_INTEREST = Flow("interest on deposits", Sector.BANKS, Sector.BASKETS)
BANK_PROFIT = Flow("profit of banks", Sector.BANKS, Sector.OUTSIDE)
CITY_ROWS = np.arange(CITIES)
FOREIGN = 1


class Parameters(Declared):
    """What credit needs to know."""

    collateral: float = parameter(
        0.5, "share of capital that banks lend on", unit="1", within=(0.1, 1.0),
        source="parameters.csv phi_col: memory",
    )  # fmt: skip
    state_multiple: float = parameter(
        1.6, "credit limit of state firms over that of others", unit="1", within=(1.0, 3.0),
        source="parameters.csv so_mult; sign Song, Storesletten and Zilibotti", grade="B",
    )  # fmt: skip
    deposit_rate: float = parameter(
        0.012, "interest on household deposits", unit="1/year", within=(0.0, 0.06),
        source="between demand (0.36%) and one-year deposits (2.25%) in 2010", grade="C",
    )  # fmt: skip
    smoothing: float = parameter(
        0.08, "weight of the last month in the smoothed margin", unit="1/month",
        within=(0.0, 1.0), source="assumption: a year's memory",
    )  # fmt: skip
    patience: int = parameter(
        9, "months without margin for interest after which debt counts as bad", unit="month",
        within=(1, 60), source="loans overdue for two to three quarters", grade="C",
    )  # fmt: skip
    payout: float = parameter(
        0.5, "share of cash above target that is used in a month", unit="1/month",
        within=(0.05, 1.0), source="assumption",
    )  # fmt: skip


def service_debt(economy: Economy, books: Books, p: Parameters) -> None:
    """Let firms pay the month's interest; follow their margins."""
    firms = economy.firms
    rows = np.arange(len(firms.id))
    interest = fen(firms.debt / 100.0 * economy.scratch.loan_rate / 12.0)
    books.pay(INTEREST, rows, firms.city, interest)
    c, s = firms.city, firms.industry
    structure = economy.structure
    rate = structure.tax_rate[c, s] + structure.local_revenue[c]
    left = firms.receipts * (1.0 - rate) - firms.costs - firms.payroll
    left -= np.where(s == 0, structure.mixed_rate[c, s] * (firms.receipts - firms.costs), 0.0)
    sells = firms.receipts > 0.0
    margin = np.divide(left, firms.receipts, out=np.zeros(len(rows)), where=sells)
    firms.margin += p.smoothing * (margin - firms.margin)
    poor = firms.is_open & (firms.margin * firms.receipts < interest / 100.0)
    firms.bad_months[:] = np.where(poor, firms.bad_months + 1, 0)


def settle_firms(economy: Economy, books: Books, p: Parameters) -> None:
    """Let firms receive capital, borrow, repay and pay out."""
    firms, structure, cells = economy.firms, economy.structure, economy.cells
    rows = np.arange(len(firms.id))
    c, s = firms.city, firms.industry
    expected = firms.expected * cells.price[c, s]
    standing = np.where(firms.is_open, expected * firms.owner_rate, 0.0)
    books.pay(OWNER_CAPITAL, np.full(len(rows), FOREIGN), rows, fen(standing))
    capital = capital_value(economy)
    multiple = np.where(firms.ownership == Ownership.STATE, p.state_multiple, 1.0)
    multiple *= economy.rules.credit_limit[firms.ownership]
    loans, repaid, paid = (np.zeros(len(rows), np.int64) for _ in range(3))
    settle_cash(
        firms.is_open, fen(expected * structure.cash_ratio[c, s]),
        fen(capital * structure.leverage[c, s]), fen(capital * p.collateral * multiple),
        p.payout, firms.cash, firms.debt, loans, repaid, paid,
    )  # fmt: skip
    books.pay(LOANS, c, rows, loans)
    books.pay(REPAYMENTS, rows, c, repaid)
    firms.debt += loans - repaid
    change = np.zeros(CITIES, np.int64)
    np.add.at(change, c, loans - repaid)
    economy.banks.loans[:CITIES] += change
    home = np.rint(paid * structure.household_dividend[c]).astype(np.int64)
    books.pay(DIVIDENDS, rows, c, home)
    books.pay(REMITTED, rows, np.full(len(rows), FOREIGN), paid - home)
    cells.property_income[:] = np.bincount(c, home / 100.0, CITIES)
    economy.flows.standing += np.bincount(c, standing, CITIES)


def capital_value(economy: Economy) -> Floats:
    """Value of each firm's equipment (yuan) at present prices of investment goods."""
    firms, structure = economy.firms, economy.structure
    ratio = structure.capital_ratio[firms.city, firms.industry]
    price = economy.cells.investment_price[firms.city]
    return np.asarray(firms.capacity.sum(axis=1) * ratio * price)


@compiled
def settle_cash(
    is_open: Flags, target: Money, normal: Money, limit: Money, payout: float,
    cash: Money, debt: Money, loans: Money, repaid: Money, paid: Money,
) -> None:  # fmt: skip
    """Decide loans, repayments and dividends (fen) of each firm."""
    for i in range(len(cash)):
        if not is_open[i]:
            continue
        room = max(limit[i], normal[i]) - debt[i]
        have = cash[i]
        lent = max(0, normal[i] - debt[i])
        have += lent
        if have < target[i]:
            more = min(target[i] - have, max(0, room - lent))
            more = max(more, -have)
            if more > 0:
                lent += more
                have += more
        loans[i] = lent
        over = have - target[i]
        if over > 0:
            use = int(np.floor(payout * over))
            back = min(use, max(0, debt[i] + lent - max(normal[i], 0)))
            repaid[i] = back
            paid[i] = use - back


def settle_banks(economy: Economy, books: Books, p: Parameters) -> None:
    """Pay interest on deposits and pass the profit of banks to their owners."""
    workers, banks = economy.workers, economy.banks
    deposits = np.zeros(CITIES)
    count = workers.count
    deposits[:] = np.bincount(
        workers.city[:count], workers.deposits[:count].astype(np.float64), CITIES
    )
    interest = fen(deposits / 100.0 * p.deposit_rate / 12.0)
    books.pay(DEPOSIT_INTEREST, CITY_ROWS, CITY_ROWS, interest)
    economy.cells.property_income += interest / 100.0
    earned = books.between(INTEREST).sum(axis=0)[:CITIES].copy()
    for flow in books.flows:
        if flow.name in {"interest of platforms", "interest of developers"}:
            earned += books.flows[flow].sum(axis=0)[:CITIES]
    profit = earned - interest
    books.pay(BANK_PROFIT, CITY_ROWS, np.full(CITIES, FOREIGN), profit)
    firms = economy.firms
    bad = np.zeros(9, np.int64)
    np.add.at(bad, firms.city, np.where(firms.bad_months > p.patience, firms.debt, 0))
    banks.bad_loans[:] = bad


