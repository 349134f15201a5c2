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
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

CHARGES = Flow("charges on sales", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
RELIEF = Flow("relief on sales", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
CHARGES_ABOVE = Flow("charges on sales, province", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
RELIEF_ABOVE = Flow("relief on sales, province", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
GRANTS = Flow("grants on equipment", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
FLOWS = (CHARGES, RELIEF, CHARGES_ABOVE, RELIEF_ABOVE, GRANTS)
ACCOUNTS = np.array([OWN, OWN, 0, 0, OWN])  # each firm's city, the province
FEN = 100.0


def settle_charges(economy: Economy, books: Books) -> None:
    """Collect charges, give relief and pay grants on this month's equipment."""
    rules, firms, revenue = economy.rules, economy.firms, economy.governments.revenue
    given = (rules.charge, rules.charge_above, rules.investment_grant)
    if not any(map(np.count_nonzero, given)):
        return
    due, received, spent = work_out(
        firms.city, firms.industry, firms.receipts, firms.investing,
        economy.cells.investment_price, *given,
    )  # fmt: skip
    books.pay_with_firms(FLOWS, ACCOUNTS, firms.city, due)
    revenue += received
    revenue -= spent


@compiled
def work_out(
    city: Ints, industry: Ints, receipts: Floats, investing: Floats, price: Floats,
    charge: Floats, above: Floats, grant: Floats,
) -> tuple[Money, Floats, Floats]:  # fmt: skip
    """Return what each firm pays and gets (kinds, firms; fen), charges and grants of each city (yuan).

    Rates on sales are by city and industry; below zero they are relief. Grants are on investment.
    """
    due = np.zeros((5, len(city)), np.int64)
    received, spent = np.zeros(CITIES), np.zeros(CITIES)
    for row in range(len(city)):
        i = uint64(row)
        c, s = city[i], industry[i]
        own = int(np.rint(receipts[i] * charge[c, s] * FEN))
        due[0, i], due[1, i] = max(own, 0), max(-own, 0)
        received[c] += own / FEN
        other = int(np.rint(receipts[i] * above[c, s] * FEN))
        due[2, i], due[3, i] = max(other, 0), max(-other, 0)
        due[4, i] = int(np.rint(investing[i] * price[c] * grant[c, s] * FEN))
        spent[c] += due[4, i] / FEN
    return due, received, spent
