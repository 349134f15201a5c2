"""Who trades rights to build (产能指标买卖双方): old plant and rights for sale, and who meets whom."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Listing, TradeScope
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.backward_plant import Outlook, lots_under
from sezsim.state.economy import Economy

EVERYWHERE = np.arange(CITIES)


class Sellers:
    """Old plant and rights for sale: firm, vintage (-1 for a right), amount and ask."""

    def __init__(self, row: Ints, vintage: Ints, amount: Floats, loss: Floats) -> None:
        """Take the columns."""
        self.row, self.vintage, self.amount, self.loss = row, vintage, amount, loss

    @classmethod
    def of(
        cls, economy: Economy, s: int, month: int, outlook: Outlook, norm: float
    ) -> "Sellers":
        """List the old plant of an industry and the rights that firms hold."""
        order = ClosingOrder(
            industry=Industry(s), cities=EVERYWHERE, month=month, share=1.0, year=0,
            months_left=1, norm=norm, listing=Listing.AUCTION,
        )  # fmt: skip
        economy.cells.right_price[:, s] = 0.0
        lots = lots_under(economy, order, outlook)
        held = np.flatnonzero((economy.firms.rights > 0.0) & (economy.firms.industry == s))
        none = np.full(len(held), -1)
        return cls(
            np.concatenate([held, lots.row]), np.concatenate([none, lots.vintage]),
            np.concatenate([economy.firms.rights[held], lots.amount]),
            np.concatenate([np.zeros(len(held)), lots.loss]),
        )  # fmt: skip

    def retire(self, economy: Economy, chosen: Ints, sold: Floats) -> None:
        """Dismantle the plant that was sold; idle parts are asked first, being cheaper."""
        firms = economy.firms
        for k, amount in zip(chosen.tolist(), sold.tolist(), strict=True):
            row, vintage = int(self.row[k]), int(self.vintage[k])
            if vintage < 0:
                firms.rights[row] = max(firms.rights[row] - amount, 0.0)
            elif amount > 0.0:
                able = firms.capacity[row, vintage] * (1.0 - firms.sealed[row, vintage])
                left = max(able - amount, 0.0)
                whole = max(firms.capacity[row, vintage] - amount, 0.0)
                firms.capacity[row, vintage] = whole
                firms.sealed[row, vintage] = 1.0 - left / whole if whole > left else 0.0
                firms.running[row, vintage] = min(firms.running[row, vintage], left)


def markets(
    economy: Economy, builders: Ints, sellers: Ints, scope: TradeScope
) -> list[tuple[Ints, Ints, int]]:
    """Return the builders and sellers that meet, and their city or -1 for the zone."""
    city = economy.firms.city
    if scope is TradeScope.ZONE:
        return [(np.arange(len(builders)), np.arange(len(sellers)), -1)]
    if scope is TradeScope.CITY:
        return [
            (np.flatnonzero(city[builders] == c), np.flatnonzero(city[sellers] == c), c)
            for c in range(CITIES)
        ]
    return [
        (np.array([k]), np.flatnonzero(sellers == row), int(city[row]))
        for k, row in enumerate(builders.tolist())
    ]


def hand_out(rank: Floats, amount: Floats, total: float, *, descending: bool = False) -> Floats:
    """Give a total to the first in rank, each at most its amount."""
    order = np.argsort(-rank if descending else rank, kind="stable")
    before = np.cumsum(amount[order]) - amount[order]
    given = np.zeros(len(amount))
    given[order] = np.clip(total - before, 0.0, amount[order])
    return given
