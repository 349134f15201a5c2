"""Common floor of land prices (工业用地最低价): cities may bid less for firms of other cities.

Where several cities bid, the rent of a move goes to the firm and too little is left to compensate
the city it leaves. A floor common to all cities limits discounts and grants.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class LandPriceFloor(Instrument):
    """Limit what cities bid for firms."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("工业用地最低价", "Common floor of land prices")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，各市为吸引企业所能给出的优惠限为原来的{bidding:.0%}。",
        "From {since} to {until}, what cities may bid for firms is {bidding:.0%} of before.",
    )

    bidding: float = setting(
        "what a city may bid over what it could bid before",
        unit="1", within=(0.0, 1.0), neutral=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the lower limit."""
        limit = economy.rules.bid_limit
        limit[...] = np.minimum(limit, self.bidding)
