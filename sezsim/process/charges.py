"""Charges and grants (收费与补助): what firms pay on sales and what cities pay for equipment.

    charge = (rate of the city + rate of the province) * sales;  a rate below zero is relief
    grant  = rate * investment at current prices, paid by the city

Prices hold the same charges as cost (process/prices.py), and investment follows the same grants
(process/investment.py); here the money moves.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

CHARGES = Flow("charges on sales", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
RELIEF = Flow("relief on sales", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
CHARGES_ABOVE = Flow("charges on sales, province", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
RELIEF_ABOVE = Flow("relief on sales, province", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
GRANTS = Flow("grants on equipment", Sector.CITY_GOVERNMENTS, Sector.FIRMS)


def settle_charges(economy: Economy, books: Books) -> None:
    """Collect charges, give relief and pay grants on this month's equipment."""
    rules, firms, revenue = economy.rules, economy.firms, economy.governments.revenue
    rows, city = economy.scratch.firm_rows, firms.city
    if rules.charge.any():
        due = due_by_firm(economy, rules.charge)
        books.pay(CHARGES, rows, city, np.maximum(due, 0))
        books.pay(RELIEF, city, rows, np.maximum(-due, 0))
        revenue += np.bincount(city, due / 100.0, CITIES)
    if rules.charge_above.any():
        due, province = due_by_firm(economy, rules.charge_above), np.zeros_like(rows)
        books.pay(CHARGES_ABOVE, rows, province, np.maximum(due, 0))
        books.pay(RELIEF_ABOVE, province, rows, np.maximum(-due, 0))
    if rules.investment_grant.any():
        price = economy.cells.investment_price[city]
        granted = fen(firms.investing * price * rules.investment_grant[city, firms.industry])
        books.pay(GRANTS, city, rows, granted)
        revenue -= np.bincount(city, granted / 100.0, CITIES)


def due_by_firm(economy: Economy, rate: Floats) -> np.ndarray:
    """Return what each firm owes (fen), given a rate on sales by city and industry."""
    firms = economy.firms
    return fen(firms.receipts * rate[firms.city, firms.industry])
