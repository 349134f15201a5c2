"""Household income (居民收入): one pass a month pays every adult and sets aside the next spending.

    income   = pay - own contributions - income tax + benefit + pension + farm income + property
    spending = propensity * income + wealth share * deposits, at most what is there
    homes    = home share * income

All payments run through the basket of the city of residence, so that the ledger sees totals by
city and kind, and rows see their own amounts (`state/pay_slips.py`); both must agree to the fen.
"""

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.payments import OWN as OWN_OFFICE
from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.claims import (
    ALLOWANCE,
    BENEFIT,
    CLAIMS,
    DISPOSABLE,
    HOMES,
    KINDS,
    MIXED,
    OWN,
    REMITTED,
    SKILLS,
    SPENT,
    TAX,
    fill_claims,
)
from sezsim.state.economy import Economy, Sector
from sezsim.state.pay_slips import Slips, pay_rows

PAY = Flow("wages", Sector.FIRMS, Sector.BASKETS)
COMMUTERS = Flow("pay of commuters", Sector.BASKETS, Sector.BASKETS)
EMPLOYER_CONTRIBUTIONS = Flow("employer contributions", Sector.FIRMS, Sector.PENSION_FUNDS)
OWN_CONTRIBUTIONS = Flow("own contributions", Sector.BASKETS, Sector.PENSION_FUNDS)
INCOME_TAX = Flow("personal income tax", Sector.BASKETS, Sector.TAX_OFFICES)
BENEFITS = Flow("pensions and benefits", Sector.PENSION_FUNDS, Sector.BASKETS)
ALLOWANCES = Flow("minimum allowance", Sector.CITY_GOVERNMENTS, Sector.BASKETS)
MIXED_INCOME = Flow("farm income", Sector.FIRMS, Sector.BASKETS)
REMITTANCES = Flow("remittances", Sector.BASKETS, Sector.OUTSIDE)
HOME_PURCHASES = Flow("home purchases", Sector.BASKETS, Sector.DEVELOPERS)
HOUSEHOLDS = Flow("saving of households", Sector.BASKETS, Sector.HOUSEHOLDS)

SLIPS = attrgetter(*Slips._fields)
CITY_ROWS = np.arange(CITIES)
WORK, HOME = np.repeat(CITY_ROWS, CITIES), np.tile(CITY_ROWS, CITIES)
FEN = 100.0
MONEY_OF_HOUSEHOLDS = (
    OWN_CONTRIBUTIONS, INCOME_TAX, BENEFITS, ALLOWANCES, REMITTANCES, HOME_PURCHASES
)  # fmt: skip
PAID = OWN, TAX, BENEFIT, ALLOWANCE, REMITTED, HOMES
WAGE_BILL = PAY, EMPLOYER_CONTRIBUTIONS
OF_THE_CITY = np.array([OWN_OFFICE, OWN_OFFICE])
ABROAD = np.ones(CITIES, np.int64)  # the rest of China, for each city
PAYERS = CITY_ROWS[None]
PAYEES = np.stack([CITY_ROWS, CITY_ROWS, CITY_ROWS, CITY_ROWS, ABROAD, CITY_ROWS])


class Parameters(Declared):
    """What the household account needs to know."""

    wealth: float = parameter(
        0.0025, "spending out of deposits", unit="1/month", within=(0.0, 0.02),
        source="parameters.csv c_a: 0.03 a year (memory)", grade="C",
    )  # fmt: skip
    migrant_saving: float = parameter(
        0.06, "extra saving of migrants", unit="1", within=(0.0, 0.2),
        source="parameters.csv d_sav: China migrants survey", grade="A",
    )  # fmt: skip
    remittance: float = parameter(
        0.05, "share of income that migrants from outside send home", unit="1",
        within=(0.0, 0.3), source="assumption",
    )  # fmt: skip
    tax_threshold: float = parameter(
        1.2, "tax-free pay over the city's mean pay", unit="1", within=(0.2, 3.0),
        source="threshold of 2,000 yuan in 2010 and 3,500 from 2011 beside the mean pay",
        grade="B",
    )  # fmt: skip
    tax_rate: float = parameter(
        0.10, "income tax on pay above the threshold", unit="1", within=(0.0, 0.45),
        source="lower brackets of the schedule of 2006", grade="B",
    )  # fmt: skip
    benefit: float = parameter(
        0.35, "unemployment benefit over last pay", unit="1", within=(0.0, 1.0),
        source="parameters.csv b_UI", grade="B",
    )  # fmt: skip
    internal: float = parameter(
        0.6, "internal retirement allowance over last pay", unit="1", within=(0.2, 1.0),
        source="parameters.csv b_IR", grade="B",
    )  # fmt: skip
    rural_pension: float = parameter(
        0.08, "pension with rural registration over the urban one", unit="1",
        within=(0.0, 1.0), source="new rural pension of 55 yuan from 2009 against about 1,300",
        grade="C",
    )  # fmt: skip
    smoothing: float = parameter(
        0.08, "weight of the last month in smoothed income", unit="1/month",
        within=(0.01, 1.0), source="assumption: a year's memory",
    )  # fmt: skip
    needy: float = parameter(
        0.25, "share of urban idle persons without benefit who draw the allowance", unit="1",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip


@dataclass(frozen=True)
class HouseholdMonth:
    """Totals (fen) of one month: by city of residence and kind, by pool, and between cities."""

    kinds: Money  # (8, KINDS)
    pools: Money  # (pools,)
    commuters: Money  # (8 work, 8 home)
    factors: Floats  # (8, 2) sum of pay factors and number of employee rows

    @property
    def saved(self) -> Money:
        """What the rows of each city put to their deposits (fen, 8)."""
        return uses_of_month(self.kinds)[0]


def pay_households(economy: Economy, books: Books, p: Parameters) -> HouseholdMonth:
    """Pay all households, tax them, set aside their spending and book it all."""
    month = compute_month(economy, p)
    book_month(economy, books, month)
    cells, flows = economy.cells, economy.flows
    remember(
        month.kinds, month.factors, p.smoothing, economy.structure.pay_factor,
        cells.spending_plan, cells.income, cells.income_step, cells.pay_scale,
        flows.disposable_income, flows.mixed_income,
    )  # fmt: skip
    return month


def compute_month(economy: Economy, p: Parameters) -> HouseholdMonth:
    """Pay and charge every row and return the totals; nothing is booked yet."""
    workers = economy.workers
    number = chunks(workers.count)
    totals = (
        np.zeros((number, CITIES, KINDS), np.int64), np.zeros((number, len(economy.pools.city)), np.int64),
        np.zeros((number, CITIES, CITIES), np.int64), np.zeros((number, CITIES, 2)),
    )  # fmt: skip
    given = SLIPS(workers), totals, *sources(economy, p)
    each_chunk(workers.count, lambda chunk, first, last: pay_rows(chunk, first, last, *given))
    return HouseholdMonth(*(whole(parts) for parts in totals))


def trial_month(economy: Economy, p: Parameters) -> HouseholdMonth:
    """Compute the totals of a month that is not lived; deposits stay as they are."""
    workers = economy.workers
    deposits = workers.deposits.copy()
    month = compute_month(economy, p)
    workers.deposits[...] = deposits
    return month


def whole(parts: Money) -> Money:
    """Add up what the chunks brought."""
    return parts[0] if len(parts) == 1 else parts.sum(axis=0)


def sources(economy: Economy, p: Parameters) -> tuple[Any, ...]:
    """Return that from which the terms of a month follow, in the order of terms_of_month."""
    cells, structure, pools = economy.cells, economy.structure, economy.pools
    scale = float(economy.workers.persons_per_agent) * FEN
    rates = (
        p.wealth, p.migrant_saving, p.remittance, p.tax_threshold, p.tax_rate,
        p.benefit * float(economy.rules.benefit), p.internal, p.rural_pension, p.needy,
    )  # fmt: skip
    return (
        scale, rates, economy.scratch.minimum_wage, pools.city, pools.industry, cells.wage,
        cells.pay_scale, structure.labour_need, structure.output, structure.minimum_wage,
        structure.worker_rate, structure.propensity, structure.home_share,
        *claims(economy, p, scale),
    )  # fmt: skip


def claims(economy: Economy, p: Parameters, scale: float) -> tuple[Money, Money]:
    """What claims bring (fen a row) by claim and city, and property income by city and schooling."""
    firms, cells, structure = economy.firms, economy.cells, economy.structure
    due = np.zeros((CLAIMS, CITIES), np.int64)
    owned = np.zeros((CITIES, SKILLS), np.int64)
    fill_claims(
        scale, firms.city, firms.industry, firms.receipts, firms.costs, structure.mixed_rate,
        economy.scratch.farmers, cells.property_income, economy.scratch.property_weight,
        cells.wage_level, structure.pension, p.rural_pension, structure.allowance,
        p.needy, due, owned,
    )  # fmt: skip
    return due, owned


def book_month(economy: Economy, books: Books, month: HouseholdMonth) -> None:
    """Book the month of the households."""
    pay_wages(economy, books, month.pools)
    firms, farms = economy.firms, economy.scratch.farm_rows
    saved, paid = uses_of_month(month.kinds)
    where, farm_income = share_farm_income(month.kinds, farms, firms.city, firms.receipts)
    books.pay(COMMUTERS, WORK, HOME, month.commuters.ravel())
    books.pay_many(MONEY_OF_HOUSEHOLDS, PAYERS, PAYEES, paid)
    books.pay(MIXED_INCOME, farms, where, farm_income)
    books.enter_households(HOUSEHOLDS, saved)


@compiled
def uses_of_month(kinds: Money) -> tuple[Money, Money]:
    """What the rows of each city put to their deposits (8), and what each kind comes to (6, 8), fen."""
    saved, paid = np.empty(len(kinds), np.int64), np.empty((len(PAID), len(kinds)), np.int64)
    for c in range(len(kinds)):
        saved[c] = kinds[c, DISPOSABLE] - kinds[c, REMITTED] - kinds[c, SPENT] - kinds[c, HOMES]
        for k in range(len(PAID)):
            paid[k, c] = kinds[c, PAID[k]]
    return saved, paid


@compiled
def share_farm_income(
    kinds: Money, farms: Ints, city: Ints, receipts: Floats
) -> tuple[Ints, Money]:
    """Share what farmers of each city earn over its farms by receipts; their cities and parts (fen)."""
    where = city[farms]
    return where, split(kinds[:, MIXED], where, receipts[farms])


def pay_wages(economy: Economy, books: Books, pools: Money) -> None:
    """Let the firms of a city share its wage bill by staff and pay, and pay contributions.

    The bill is what the contracts of the city's pools add up to; it is shared by the persons on
    the staff at the pay of their industry, so that rounding persons to rows burdens no firm.
    """
    firms, flows = economy.firms, economy.flows
    amounts = np.empty((2, len(firms.city)), np.int64)
    share_wage_bill(
        pools, economy.pools.city, firms.city, firms.industry, firms.staff, economy.cells.wage,
        economy.structure.contribution_rate, amounts[0], amounts[1], firms.payroll,
        flows.wages, flows.contributions,
    )  # fmt: skip
    books.pay_with_firms(WAGE_BILL, OF_THE_CITY, firms.city, amounts)


@compiled
def share_wage_bill(
    pools: Money, pool_city: Ints, city: Ints, industry: Ints, staff: Floats, wage: Floats,
    rate: Floats, amounts: Money, contributions: Money, payroll: Floats, wages: Floats,
    paid_in: Floats,
) -> None:  # fmt: skip
    """Share each city's wage bill over its firms and set their contributions (fen)."""
    bill, weights = np.zeros(len(wages), np.int64), np.empty(len(city))
    for k in range(len(pools)):
        bill[pool_city[k]] += pools[k]
    for i in range(len(city)):
        weights[i] = staff[i] * wage[city[i], industry[i]]
    amounts[:] = 0
    split_totals(bill, city, weights, amounts)
    wages[:], paid_in[:] = 0.0, 0.0
    for i in range(len(city)):
        c = city[i]
        contributions[i] = int(np.rint(amounts[i] * rate[c, industry[i]]))
        payroll[i] = (amounts[i] + contributions[i]) / FEN
        wages[c] += amounts[i] / FEN
        paid_in[c] += contributions[i] / FEN


@compiled
def split(totals: Money, group: Ints, weights: Floats) -> Money:
    """Split the total (fen) of each group over its members by weight, exactly."""
    parts = np.zeros(len(group), np.int64)
    split_totals(totals, group, weights, parts)
    return parts


@compiled
def split_totals(totals: Money, group: Ints, weights: Floats, parts: Money) -> None:
    """Give each member its share rounded down and the first heaviest member the rest."""
    whole = np.zeros(len(totals))
    left = totals.copy()
    heaviest = np.full(len(totals), -1)
    for i in range(len(group)):
        g = group[i]
        whole[g] += weights[i]
        if heaviest[g] < 0 or weights[i] > weights[heaviest[g]]:
            heaviest[g] = i
    for i in range(len(group)):
        g = group[i]
        if whole[g] > 0.0:
            parts[i] = int(np.floor(totals[g] * (weights[i] / whole[g])))
            left[g] -= parts[i]
    for g in range(len(totals)):
        if heaviest[g] >= 0:
            parts[heaviest[g]] += left[g]


@compiled
def remember(
    kinds: Money, factors: Floats, smoothing: float, pay_factor: Floats, spending: Floats,
    income: Floats, income_step: Floats, pay_scale: Floats, disposable: Floats, mixed: Floats,
) -> None:  # fmt: skip
    """Keep what later processes and indicators read (yuan, by city)."""
    for c in range(len(income)):
        spending[c] = kinds[c, SPENT] / FEN
        disposable[c] = kinds[c, DISPOSABLE] / FEN
        mixed[c] = kinds[c, MIXED] / FEN
        before = income[c]
        income[c] += smoothing * (disposable[c] - before)
        income_step[c] = np.log(income[c] / before)
        present = factors[c, 0] / max(factors[c, 1], 1.0)
        pay_scale[c] = pay_factor[c] / present if present > 0.0 else 1.0
