"""Grants to persons (对个人的补助): the province pays through the basket of the city of residence."""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Money
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Sector

GRANTED = Flow("grants for workers", Sector.UPPER_GOVERNMENTS, Sector.BASKETS)
RECEIVED = Flow("grants received by workers", Sector.BASKETS, Sector.HOUSEHOLDS)
PROVINCE = np.zeros(CITIES, np.int64)
CITY_ROWS = np.arange(CITIES)


def grant(books: Books, net: Money, totals: Money) -> None:
    """Pay each row its amount (fen, by row of workers); totals are their sums by city (8)."""
    books.pay(GRANTED, PROVINCE, CITY_ROWS, totals)
    books.settle_households(RECEIVED, net)
