"""Grants to persons (对个人的补助): the province pays through the basket of the city of residence."""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Ints, Money
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
    given = books.give_households(received, rows, amounts)
    books.pay(granted, PROVINCE, CITY_ROWS, given)
