"""Grants to persons (对个人的补助): the province pays through the basket of the city of residence."""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Sector

GRANTED = Flow("grants for workers", Sector.UPPER_GOVERNMENTS, Sector.BASKETS)
RECEIVED = Flow("grants received by workers", Sector.BASKETS, Sector.HOUSEHOLDS)
PROVINCE = np.zeros(CITIES, np.int64)
CITY_ROWS = np.arange(CITIES)


def grant(
    books: Books, rows: Ints, amounts: Money, granted: Flow = GRANTED, received: Flow = RECEIVED
) -> None:
    """Pay some rows of workers an amount each (fen)."""
    totals = by_city(rows, amounts, books.economy.workers.city)
    books.pay(granted, PROVINCE, CITY_ROWS, totals)
    books.give_households(received, rows, amounts)


@compiled
def by_city(rows: Ints, amounts: Money, city: Ints) -> Money:
    """Add up the amounts of some rows by city (8)."""
    totals = np.zeros(CITIES, np.int64)
    for k in range(len(amounts)):
        totals[city[uint64(rows[k])]] += amounts[k]
    return totals
