"""Taxes (税收): collected by the tax office of the city and shared out by tier of government.

Shares of Liaoning in 2010 (centre / province / city): value added tax 75/10/15, business tax
0/30/70, enterprise income tax 60/20/20, personal income tax 60/15/25. Goods pay value added tax,
construction and services pay business tax; rates are the net taxes on production of the opening
table over sales. Profit is taxed while it is positive.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.payments import OWN
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import CONSTR_TO_PUBSRV, INDUSTRIES
from sezsim.state.economy import Economy, Sector

VALUE_ADDED_TAX = Flow("value added tax", Sector.FIRMS, Sector.TAX_OFFICES)
BUSINESS_TAX = Flow("business tax", Sector.FIRMS, Sector.TAX_OFFICES)
PROFIT_TAX = Flow("enterprise income tax", Sector.FIRMS, Sector.TAX_OFFICES)
LOCAL_REVENUE = Flow("other local revenue", Sector.FIRMS, Sector.TAX_OFFICES)
TO_CITY = Flow("city share of taxes", Sector.TAX_OFFICES, Sector.CITY_GOVERNMENTS)
TO_UPPER = Flow("upper shares of taxes", Sector.TAX_OFFICES, Sector.UPPER_GOVERNMENTS)
DUES = (VALUE_ADDED_TAX, BUSINESS_TAX, PROFIT_TAX, LOCAL_REVENUE)
TIERS = (TO_CITY, TO_UPPER, TO_UPPER)
TAX_OFFICES = np.full(len(DUES), OWN)
CITY_ROWS = np.arange(CITIES)
# Rows of city, province and centre.
PLACES_OF_TIERS = np.stack([CITY_ROWS, np.zeros(CITIES, np.int64), np.ones(CITIES, np.int64)])
FEN = 100.0
BUSINESS = np.zeros(INDUSTRIES, dtype=bool)
BUSINESS[CONSTR_TO_PUBSRV] = True


class Parameters(Declared):
    """Rates and shares of taxes."""

    profit_rate: float = parameter(
        0.16, "effective enterprise income tax on profit", unit="1", within=(0.0, 0.33),
        source="25% by law; reliefs and small firms assumed to leave two thirds",
    )  # fmt: skip
    value_added_city: float = parameter(
        0.15, "share of value added tax kept by the city", unit="1", within=(0.0, 0.5),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    value_added_province: float = parameter(
        0.10, "share of value added tax kept by the province", unit="1", within=(0.0, 0.5),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    business_city: float = parameter(
        0.70, "share of business tax kept by the city", unit="1", within=(0.0, 1.0),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    business_province: float = parameter(
        0.30, "share of business tax kept by the province", unit="1", within=(0.0, 1.0),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    profit_city: float = parameter(
        0.20, "share of enterprise income tax kept by the city", unit="1", within=(0.0, 1.0),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    profit_province: float = parameter(
        0.20, "share of enterprise income tax kept by the province", unit="1",
        within=(0.0, 1.0), source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    personal_city: float = parameter(
        0.25, "share of personal income tax kept by the city", unit="1", within=(0.0, 1.0),
        source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip
    personal_province: float = parameter(
        0.15, "share of personal income tax kept by the province", unit="1",
        within=(0.0, 1.0), source="Liaoning tax shares before 2016", grade="B",
    )  # fmt: skip


def collect_taxes(economy: Economy, books: Books, personal: Money, p: Parameters) -> None:
    """Tax firms, then share out all taxes of the month.

    Args:
        economy: firms, cells and governments.
        books: the ledger.
        personal: personal income tax already in the tax offices (8, fen).
        p: rates and shares.
    """
    firms, structure, cells = economy.firms, economy.structure, economy.cells
    dues = np.zeros((len(DUES), len(firms.id)), np.int64)
    totals = np.zeros((CITIES, len(DUES)))
    assess(
        firms.city, firms.industry, firms.tax_city, BUSINESS, firms.receipts, firms.costs,
        firms.payroll, firms.capacity, firms.debt, structure.tax_rate,
        structure.local_revenue, structure.mixed_rate, structure.capital_ratio,
        structure.depreciation, cells.investment_price, economy.scratch.loan_rate / 12.0,
        p.profit_rate, dues[0], dues[1], dues[2], dues[3], firms.taxes, totals,
    )  # fmt: skip
    books.pay_with_firms(DUES, TAX_OFFICES, firms.tax_city, dues)
    governments = economy.governments
    parts = share_out(
        totals, personal, (p.value_added_city, p.business_city, p.profit_city, 1.0),
        (p.value_added_province, p.business_province, p.profit_province, 0.0),
        economy.rules.city_tax, p.personal_city, p.personal_province, governments.tax_office,
        governments.revenue, economy.scratch.city_parts,
    )  # fmt: skip
    books.pay_many(TIERS, CITY_ROWS[None], PLACES_OF_TIERS, parts)


@compiled
def share_out(
    totals: Floats, personal: Money, of_city: tuple[float, ...], of_province: tuple[float, ...],
    shift: Floats, personal_city: float, personal_province: float, office: Money, revenue: Floats,
    city_parts: Floats,
) -> Money:  # fmt: skip
    """Empty the tax offices: the city's and the province's part, the rest to the centre (3, 8)."""
    city, province = np.array(of_city), np.array(of_province)
    for kind in range(len(shift)):
        city[kind] += shift[kind]
        province[kind] -= shift[kind]
        city_parts[kind] = city[kind]
    kept = all_tiers(totals, personal, city, province, personal_city, personal_province)
    parts = np.empty((3, len(revenue)), np.int64)
    empty_offices(kept, office, parts, revenue)
    return parts


@compiled
def all_tiers(
    totals: Floats, personal: Money, city: Floats, province: Floats, personal_city: float,
    personal_province: float,
) -> Floats:  # fmt: skip
    """Split the taxes of firms, by kind (8, 4), and of persons (8) into three tiers (8, 3)."""
    kept = np.zeros((len(totals), 3))
    for kind in range(totals.shape[1]):
        kept += tiers(totals[:, kind], city[kind], province[kind])
    return kept + tiers(personal, personal_city, personal_province)


@compiled
def tiers(total: Floats | Money, city: float, province: float) -> Floats:
    """Split taxes (8, fen) into the parts of city, province and centre (8, 3)."""
    parts = np.empty((len(total), 3))
    for c in range(len(total)):
        parts[c, 0], parts[c, 1] = total[c] * city, total[c] * province
        parts[c, 2] = total[c] * (1.0 - city - province)
    return parts


@compiled
def assess(
    city: Ints, industry: Ints, office: Ints, business: Flags, receipts: Floats,
    costs: Floats, payroll: Floats, capacity: Floats, debt: Money, tax_rate: Floats,
    local_revenue: Floats, mixed_rate: Floats, capital_ratio: Floats, depreciation: Floats,
    investment_price: Floats, interest: float, profit_rate: float,
    production: Money, trade: Money, profit: Money, local: Money, taxes: Floats,
    totals: Floats,
) -> None:  # fmt: skip
    """Assess the taxes (fen) of each firm and add them up by tax office and kind."""
    for i in range(len(city)):
        c, s, o = uint64(city[i]), uint64(industry[i]), uint64(office[i])
        sold, rate, local_rate = receipts[i], tax_rate[c, s], local_revenue[c]
        due, rest = round(sold * rate * FEN), round(sold * local_rate * FEN)
        equipment = 0.0
        for v in range(4):
            equipment += capacity[i, v]
        wear = equipment * capital_ratio[c, s] * depreciation[c, s] * investment_price[c]
        left = sold - costs[i] - payroll[i] - wear - debt[i] / FEN * interest
        left -= sold * (rate + local_rate)
        if industry[i] == 0:
            left -= mixed_rate[c, s] * (sold - costs[i])
        gain = round(max(left, 0.0) * profit_rate * FEN)
        if business[s]:
            trade[i] = due
            totals[o, 1] += due
        else:
            production[i] = due
            totals[o, 0] += due
        profit[i], local[i] = gain, rest
        totals[o, 2] += gain
        totals[o, 3] += rest
        taxes[i] = (due + gain + rest) / FEN


@compiled
def empty_offices(kept: Floats, office: Money, parts: Money, revenue: Floats) -> None:
    """Round the parts of city and province to fen; what is left is the centre's."""
    for c in range(len(revenue)):
        city, province = round(kept[c, 0]), round(kept[c, 1])
        parts[0, c], parts[1, c] = city, province
        parts[2, c] = office[c] - city - province
        revenue[c] = city / FEN
