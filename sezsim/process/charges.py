"""Charges and grants (收费与补助): what firms pay on sales and what cities pay for equipment.

    charge = (rate of the city + rate of the province) * sales;  a rate below zero is relief
    grant  = rate * investment at current prices, paid by the city

Prices hold the same charges as cost (process/prices.py), and investment follows the same grants
(process/investment.py); here the money moves.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.payments import OWN
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

CHARGES = Flow("charges on sales", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
RELIEF = Flow("relief on sales", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
CHARGES_ABOVE = Flow("charges on sales, province", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
RELIEF_ABOVE = Flow("relief on sales, province", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
GRANTS = Flow("grants on equipment", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
OF_THE_CITY, OF_THE_PROVINCE = (CHARGES, RELIEF), (CHARGES_ABOVE, RELIEF_ABOVE)
OWN_CITY, PROVINCE = np.full(2, OWN), np.zeros(2, np.int64)
FEN = 100.0


def settle_charges(economy: Economy, books: Books) -> None:
    """Collect charges, give relief and pay grants on this month's equipment."""
    rules, firms, revenue = economy.rules, economy.firms, economy.governments.revenue
    city, industry = firms.city, firms.industry
    if np.count_nonzero(rules.charge):
        charged, received = charge_sales(city, industry, firms.receipts, rules.charge)
        books.pay_with_firms(OF_THE_CITY, OWN_CITY, city, charged)
        revenue += received
    if np.count_nonzero(rules.charge_above):
        charged, _ = charge_sales(city, industry, firms.receipts, rules.charge_above)
        books.pay_with_firms(OF_THE_PROVINCE, PROVINCE, city, charged)
    if np.count_nonzero(rules.investment_grant):
        granted, spent = grant_equipment(
            city, industry, firms.investing, economy.cells.investment_price,
            rules.investment_grant,
        )  # fmt: skip
        books.pay_with_firms((GRANTS,), OWN_CITY, city, granted)
        revenue -= spent


@compiled
def charge_sales(
    city: Ints, industry: Ints, receipts: Floats, rate: Floats
) -> tuple[Money, Floats]:
    """Return what each firm pays and gets back (fen), and the net of it by city (yuan).

    Rates on sales are by city and industry; below zero they are relief.
    """
    charged, received = np.zeros((2, len(city)), np.int64), np.zeros(CITIES)
    for i in range(len(city)):
        due = int(np.rint(receipts[i] * rate[city[i], industry[i]] * FEN))
        charged[0, i], charged[1, i] = max(due, 0), max(-due, 0)
        received[city[i]] += due / FEN
    return charged, received


@compiled
def grant_equipment(
    city: Ints, industry: Ints, investing: Floats, price: Floats, rate: Floats
) -> tuple[Money, Floats]:
    """Return the grant of each firm (fen) on its investment, and their sums by city (yuan)."""
    granted, spent = np.zeros((1, len(city)), np.int64), np.zeros(CITIES)
    for i in range(len(city)):
        cost = investing[i] * price[city[i]]
        granted[0, i] = np.int64(np.rint(cost * rate[city[i], industry[i]] * FEN))
        spent[city[i]] += granted[0, i] / FEN
    return granted, spent
