"""The accounts (账户): balances of all holders but households and firms, side by side in one row.

A payment then reaches any of them by its sector and row, and a kernel is handed one column instead
of one for each sector. The tables of the economy keep their columns as parts of that row.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from sezsim.definitions.columns import Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.state.economy import Economy, Sector

FIRMS = int(Sector.FIRMS)
COLUMNS = {
    Sector.BASKETS: ("purses", "baskets"),
    Sector.DEVELOPERS: ("purses", "developers"),
    Sector.CITY_GOVERNMENTS: ("governments", "deposits"),
    Sector.TAX_OFFICES: ("governments", "tax_office"),
    Sector.PENSION_FUNDS: ("governments", "pension_fund"),
    Sector.UPPER_GOVERNMENTS: ("purses", "upper"),
    Sector.BANKS: ("banks", "reserves"),
    Sector.OUTSIDE: ("purses", "outside"),
    Sector.MARKET: ("purses", "market"),
}  # of the tables of the economy


@dataclass
class Accounts:
    """Balances (fen) side by side, their places, and the first row of each sector."""

    balance: Money
    place: Ints
    first: Ints  # (12,); the next one is where a sector ends

    @classmethod
    def laid_out(cls, economy: Economy) -> Self:
        """Lay the balances of an economy side by side; its tables keep them as parts."""
        sectors = [sector for sector in Sector if sector in COLUMNS]
        columns = {sector: economy.balances(sector) for sector in sectors}
        sizes = [len(columns[sector]) if sector in columns else 0 for sector in Sector]
        first = np.concatenate([[0], np.cumsum(sizes)])
        balance = np.concatenate([columns[sector] for sector in sectors])
        for sector in sectors:
            table, name = COLUMNS[sector]
            part = balance[first[sector] : first[sector + 1]]
            setattr(getattr(economy, table), name, part)
        place = [economy.places(sector)[: sizes[sector]] for sector in sectors]
        return cls(balance, np.concatenate(place), first)

    @property
    def columns(self) -> tuple[Money, Ints, Ints]:
        """Return the three columns, as kernels take them."""
        return self.balance, self.place, self.first


@compiled
def holders(
    sector: int, balance: Money, place: Ints, first: Ints, cash: Money, city: Ints
) -> tuple[Money, Ints]:
    """Balances and places of a sector; those of firms are cash and city of their table."""
    if sector == FIRMS:
        return cash, city
    return balance[first[sector] : first[sector + 1]], place[first[sector] : first[sector + 1]]
