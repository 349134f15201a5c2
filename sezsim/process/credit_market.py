"""Credit market (信贷市场): firms borrow with their capital, pay interest, and pay out what is over.

    normal debt   = leverage of the opening table * capital at book value (national consumer price)
    credit limit  = collateral share * multiplier of state firms * capital
    cash target   = opening deposits over sales * expected sales

A firm draws loans up to normal debt as its capital grows. With less cash than the target it
borrows more, up to the limit; with more it first repays what lies above normal debt, then pays
dividends. A firm with no cash and no credit is kept afloat by its bank, and its debt counts as bad.

A bank that has written off the debt of closed plant lends less until its profit has made that up:

    lending = max(least, 1 - losses not made up / (own funds * loans))

multiplies the credit limit, the loans drawn as capital grows and the part of investment that loans
pay. It is 1 where nothing was written
off: losses on firms that fail by themselves lie in the margin of interest.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.interest import DEVELOPER_INTEREST, PLATFORM_INTEREST
from sezsim.accounting.payments import OWN
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
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
UNHURT = np.ones(CITIES)
ABROAD = np.ones(CITIES, np.int64)  # the rest of China, for each city
DEBT_SERVICE, BANK_OF_CITY = (INTEREST,), np.full(1, OWN)
MONEY_OF_FIRMS = (OWNER_CAPITAL, LOANS, REPAYMENTS, DIVIDENDS, REMITTED)
KINDS, STATE = len(MONEY_OF_FIRMS), int(Ownership.STATE)
ACCOUNTS = np.array([1, OWN, OWN, OWN, 1])  # the rest of China, or bank or basket of the city
MONEY_OF_BANKS = (DEPOSIT_INTEREST, BANK_PROFIT)
PAYEES = np.stack([CITY_ROWS, ABROAD])


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
    own_funds: float = parameter(
        0.08, "own funds of a bank over its loans", unit="1", within=(0.04, 0.2),
        source="Basel capital ratio of 8%, in force in China since 2004", grade="B",
    )  # fmt: skip
    least_lending: float = parameter(
        0.5, "lending of a bank without own funds over that of others", unit="1",
        within=(0.0, 1.0), source="assumption: the state keeps its banks open",
    )  # fmt: skip
    payout: float = parameter(
        0.5, "share of cash above target that is used in a month", unit="1/month",
        within=(0.05, 1.0), source="assumption",
    )  # fmt: skip


def service_debt(economy: Economy, books: Books, p: Parameters) -> None:
    """Let firms pay the month's interest; follow their margins."""
    firms, structure = economy.firms, economy.structure
    interest = np.empty((1, len(firms.id)), np.int64)
    charge_interest(
        firms.is_open, firms.city, firms.industry, firms.receipts, firms.costs,
        firms.payroll, firms.debt, structure.tax_rate, structure.local_revenue,
        structure.mixed_rate, firms.ownership,
        (economy.scratch.loan_rate + economy.rules.loan_spread) / 12.0, p.smoothing,
        firms.margin, firms.bad_months, interest[0],
    )  # fmt: skip
    books.pay_with_firms(DEBT_SERVICE, BANK_OF_CITY, firms.city, interest)


@compiled
def charge_interest(
    is_open: Flags, city: Ints, industry: Ints, receipts: Floats, costs: Floats,
    payroll: Floats, debt: Money, tax_rate: Floats, local_revenue: Floats,
    mixed_rate: Floats, ownership: Ints, rate: Floats, smoothing: float, margin: Floats,
    bad_months: Ints, interest: Money,
) -> None:  # fmt: skip
    """Charge interest (fen) and follow the margin before interest of each firm."""
    for i in range(len(city)):
        c, s, sold = uint64(city[i]), uint64(industry[i]), receipts[i]
        due = round(debt[i] * rate[uint64(ownership[i])])
        left = sold * (1.0 - tax_rate[c, s] - local_revenue[c]) - costs[i] - payroll[i]
        if industry[i] == 0:
            left -= mixed_rate[c, s] * (sold - costs[i])
        present = left / sold if sold > 0.0 else 0.0
        after = margin[i] + smoothing * (present - margin[i])
        interest[i], margin[i] = due, after
        poor = is_open[i] and after * sold < due / 100.0
        bad_months[i] = bad_months[i] + 1 if poor else 0


def settle_firms(economy: Economy, books: Books, p: Parameters) -> None:
    """Let firms receive capital, borrow, repay and pay out."""
    firms, structure, banks = economy.firms, economy.structure, economy.banks
    if np.count_nonzero(banks.unmade):
        banks.lending[:] = lending(banks.unmade, banks.loans, p)
    else:
        banks.lending.fill(1.0)
    money = settle_all(
        firms.is_open, firms.city, firms.industry, firms.ownership, firms.expected, firms.owner_rate,
        firms.capacity, economy.cells.price, economy.scratch.book_price, structure.cash_ratio,
        structure.leverage, structure.capital_ratio, structure.household_dividend,
        economy.rules.credit_limit, p.collateral, p.state_multiple, banks.lending, p.payout,
        firms.cash, firms.debt, banks.loans, economy.cells.property_income, economy.flows.standing,
    )  # fmt: skip
    books.pay_with_firms(MONEY_OF_FIRMS, ACCOUNTS, firms.city, money)


@compiled
def settle_all(
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, expected: Floats,
    owner_rate: Floats, capacity: Floats, price: Floats, book_price: float,
    cash_ratio: Floats, leverage: Floats, capital_ratio: Floats, household: Floats,
    limit: Floats, collateral: float, state_multiple: float, lending: Floats, payout: float,
    cash: Money, debt: Money, loans: Money, property_income: Floats, standing: Floats,
) -> Money:  # fmt: skip
    """Settle all firms and add up by city; return the money (fen) that moves (5, firms)."""
    money, totals = np.zeros((KINDS, len(cash)), np.int64), np.zeros((CITIES, 3))
    multiple = limit.copy()
    multiple[STATE] *= state_multiple
    settle_cash(
        is_open, city, industry, ownership, expected, owner_rate, capacity, price, book_price,
        cash_ratio, leverage, capital_ratio, household, collateral * multiple, lending, payout,
        cash, debt, money[0], money[1], money[2], money[3], money[4], totals,
    )  # fmt: skip
    add_up(totals, loans, property_income, standing)
    return money


@compiled
def add_up(totals: Floats, loans: Money, property_income: Floats, standing: Floats) -> None:
    """Add new loans (fen), owners' income and capital (yuan) of each city."""
    for c in range(len(totals)):
        loans[c] += int(totals[c, 0])
        property_income[c] = totals[c, 1] / 100.0
        standing[c] += totals[c, 2] / 100.0


def lending(unmade: Money, loans: Money, p: Parameters) -> Floats:
    """Lending of each city's bank (8) over that of a bank that has made up its losses."""
    if not np.count_nonzero(unmade):
        return UNHURT
    lost = unmade / np.maximum(p.own_funds * loans[:CITIES], 1.0)
    return np.asarray(np.maximum(1.0 - lost, p.least_lending))


@compiled
def settle_cash(
    is_open: Flags, city: Ints, industry: Ints, ownership: Ints, expected: Floats,
    owner_rate: Floats, capacity: Floats, price: Floats, book_price: float,
    cash_ratio: Floats, leverage: Floats, capital_ratio: Floats, household: Floats,
    collateral: Floats, lending: Floats, payout: float, cash: Money, debt: Money, standing: Money,
    loans: Money, repaid: Money, home: Money, away: Money, totals: Floats,
) -> None:  # fmt: skip
    """Decide owners' capital, loans, repayments and dividends (fen) of each firm."""
    for i in range(len(cash)):
        if not is_open[i]:
            continue
        c, s, owed = uint64(city[i]), uint64(industry[i]), debt[i]
        sells = expected[i] * price[c, s] * 100.0
        equipment = 0.0
        for v in range(4):
            equipment += capacity[i, v]
        capital = equipment * capital_ratio[c, s] * book_price * 100.0
        target, normal = round(sells * cash_ratio[c, s]), round(capital * leverage[c, s])
        limit = max(round(capital * collateral[uint64(ownership[i])] * lending[c]), normal)
        given = round(sells * owner_rate[i])
        lent = round(max(0, normal - owed) * lending[c])
        have = cash[i] + given + lent
        more = max(min(target - have, max(0, limit - owed - lent)), -have)
        more = max(more, 0) if have < target else 0
        lent += more
        use = int(np.floor(payout * max(have + more - target, 0)))
        back = min(use, max(0, owed + lent - max(normal, 0)))
        passed = round((use - back) * household[c])
        standing[i], loans[i], repaid[i] = given, lent, back
        home[i], away[i] = passed, use - back - passed
        debt[i] = owed + lent - back
        totals[c, 0] += lent - back
        totals[c, 1] += passed
        totals[c, 2] += given


def settle_banks(economy: Economy, books: Books, p: Parameters) -> None:
    """Pay interest on deposits and pass the profit of banks to their owners."""
    banks, firms = economy.banks, economy.firms
    amounts = np.empty((len(MONEY_OF_BANKS), CITIES), np.int64)
    close_banks(
        books.ledger[Sector.HOUSEHOLDS], p.deposit_rate, books.between(INTEREST),
        books.between(PLATFORM_INTEREST), books.between(DEVELOPER_INTEREST), amounts,
        economy.cells.property_income,
    )  # fmt: skip
    if np.count_nonzero(banks.unmade):
        make_up(banks.unmade, amounts[1])
    books.pay_many(MONEY_OF_BANKS, CITY_ROWS[None], PAYEES, amounts)
    add_bad_loans(firms.city, firms.bad_months, firms.debt, p.patience, banks.bad_loans)


@compiled
def close_banks(
    deposits: Money, rate: float, firms: Money, platforms: Money, developers: Money,
    amounts: Money, property_income: Floats,
) -> None:  # fmt: skip
    """Set interest on deposits and profit (fen) of each city's bank from interest received."""
    for c in range(len(property_income)):
        interest = round(deposits[c] / 100.0 * rate / 12.0 * 100.0)
        earned = firms[:, c].sum() + platforms[:, c].sum() + developers[:, c].sum()
        amounts[0, c], amounts[1, c] = interest, earned - interest
        property_income[c] += interest / 100.0


def make_up(unmade: Money, profit: Money) -> None:
    """Keep the profit (fen) of banks that have losses to make up, instead of passing it on."""
    kept = np.minimum(unmade, np.maximum(profit, 0))
    unmade -= kept
    profit -= kept


@compiled
def add_bad_loans(city: Ints, bad_months: Ints, debt: Money, patience: int, bad: Money) -> None:
    """Add up the debt (fen) of firms that have long had no margin for interest."""
    bad[:] = 0
    for i in range(len(city)):
        if bad_months[i] > patience:
            bad[city[i]] += debt[i]
