"""The account of closures (退出资金账): awards, severance and debt of closed plant, to the fen.

Awards and refunds come from the fund of the industry as long as it lasts, or from the province; what
is left in the fund goes back when the last order ends. The debt of closed plant is split by rule
among firm, bank, city and province; what banks lose they have to make up.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.phase_out.debt import DebtShares, split_debt
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.economy import FIRST_FUND, Economy, Sector

AWARD = Flow("award for closing", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
GRANT = Flow("grant to the award fund", Sector.UPPER_GOVERNMENTS, Sector.UPPER_GOVERNMENTS)
LEFT = Flow("rest of the award fund", Sector.UPPER_GOVERNMENTS, Sector.UPPER_GOVERNMENTS)
SEVERANCE = Flow("severance refunded to firms", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
RELIEF = Flow("debt of closed plant paid off", Sector.UPPER_GOVERNMENTS, Sector.BANKS)
PROVINCE, CENTRE = 0, 1
FEN = 100.0


def fund_award(economy: Economy, books: Books, order: ClosingOrder) -> float:
    """Grant the fund in the first month; return the money (yuan) there is for awards."""
    row = FIRST_FUND + order.industry
    if not order.has_fund:
        return np.inf
    if order.is_first:
        books.pay_yuan(GRANT, np.array([CENTRE]), np.array([row]), np.array([order.fund]))
    return float(economy.purses.upper[row]) / FEN


def pay_awards(books: Books, order: ClosingOrder, rows: Ints, paid: Floats) -> Floats:
    """Pay awards in whole fen, rounded down; return them in yuan."""
    award = np.floor(paid * FEN).astype(np.int64)
    payer = FIRST_FUND + order.industry if order.has_fund else PROVINCE
    books.pay(AWARD, np.full(len(rows), payer), rows, award)
    return award / FEN


def refund_severance(
    economy: Economy, books: Books, order: ClosingOrder, rows: Ints, years: Floats
) -> None:
    """Refund the public share of severance: a month's pay for each year of service.

    It comes from the fund, evenly cut when the fund does not hold enough, or from the province.
    """
    pay = economy.cells.wage[economy.firms.city[rows], order.industry]
    due = np.floor(order.severance * years * pay * FEN).astype(np.int64)
    row = FIRST_FUND + order.industry if order.has_fund else PROVINCE
    if order.has_fund and due.sum() > economy.purses.upper[row]:
        part = max(int(economy.purses.upper[row]), 0) / int(due.sum())
        due = np.floor(due * part).astype(np.int64)
    books.pay(SEVERANCE, np.full(len(rows), row), rows, due)


def split_stranded(
    economy: Economy, books: Books, order: ClosingOrder, rows: Ints, part: Floats
) -> None:
    """Split the debt of the part that closed: written off, taken over by the city, or paid above."""
    firms, banks = economy.firms, economy.banks
    city, paid = split_debts(
        rows, part, order.debt, firms.city, firms.debt, banks.written_off, banks.unmade,
        banks.loans, economy.governments.debt,
    )  # fmt: skip
    books.pay(RELIEF, np.full(len(rows), PROVINCE), city, paid)


@compiled
def split_debts(
    rows: Ints, part: Floats, shares: DebtShares, city: Ints, debt: Money, written_off: Floats,
    unmade: Money, loans: Money, city_debt: Money,
) -> tuple[Ints, Money]:  # fmt: skip
    """Take the debt of what closed off firms and banks; return the city and what the province pays."""
    banks, paid = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    lost = np.zeros(CITIES, np.int64)
    for k in range(len(rows)):
        i = rows[k]
        c = city[i]
        split = split_debt(int(np.floor(debt[i] * part[k])), shares)
        debt[i] -= split.bank + split.city + split.province
        lost[c] += split.bank
        city_debt[c] += split.city
        loans[c] -= split.bank + split.province
        banks[k], paid[k] = c, split.province
    for c in range(CITIES):
        written_off[c] += lost[c] / FEN
        unmade[c] += lost[c]
    return banks, paid


def close_funds(economy: Economy, books: Books) -> None:
    """Return what is left of the fund of every industry whose last order ends this month."""
    ending = {order.industry for order in economy.orders if order.has_fund}
    ending -= {order.industry for order in economy.orders if order.months_left > 1}
    for industry in sorted(ending):
        row = FIRST_FUND + industry
        left = economy.purses.upper[row : row + 1].copy()
        books.pay(LEFT, np.array([row]), np.array([CENTRE]), left)
