"""Industrial transfer compensation (产业转移利益补偿): the gaining city shares its new tax.

Overall plan, part 2 (1) 5: a mechanism to coordinate and compensate interests when firms and
projects move within the zone. A city that has gained firms hands over ``share`` of the tax that
these bring it to the city that they left.
"""

from itertools import product
from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class TransferCompensation(Instrument):
    """Share the tax of firms that moved between cities."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("产业转移税收分享", "Tax sharing for moved firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，企业从{losing}迁入{gaining}后，迁入地把所得地方税收的{share:.0%}"
        "划给迁出地。",
        "From {since} to {until}, for firms that move from {losing} to {gaining}, the gaining "
        "city hands {share:.0%} of the city tax they bring to the city they left.",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    share: float = setting(
        "part of the city-retained tax of moved firms that is handed over",
        unit="1",
        within=(0.0, 1.0),
        neutral=0.0,
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the shares; public finance pays them after taxes."""
        shares = economy.rules.tax_share
        for origin, host in product(self.losing, self.gaining):
            if origin != host:
                shares[origin, host] = max(shares[origin, host], self.share)
