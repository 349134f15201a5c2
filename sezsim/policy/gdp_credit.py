"""GDP credit for moved firms (统计分享): the city left counts a part of the product of the firm.

Split, the host counts that much less, and the sum of all cities stays product. Counted twice, the
host loses nothing, and the sum of reported product exceeds product by exactly the credit.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import between


class GdpCredit(Instrument):
    """Let the origin count a part of the product of moved firms."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("产业转移统计分享", "GDP credit for moved firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，企业在城市间迁移后（从{losing}迁入{gaining}），"
        "迁出地可计入其增加值的{share:.0%}[，迁入地仍全额计入{double!s:.0}]。",
        "From {since} to {until}, the city left counts {share:.0%} of the product of firms "
        "that move between cities (from {losing} to {gaining})[, and the host counts all "
        "of it too{double!s:.0}].",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    share: float = setting(
        "part of the product of moved firms that the city left counts",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    double: int = setting(
        "1 if the host counts that part too", unit="0 or 1", within=(0, 1), neutral=0, value=0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the larger credit; of two equal ones the split one holds."""
        rules = economy.rules
        split = 0.0 if self.double else 1.0
        more = self.share > rules.product_credit
        same = (self.share == rules.product_credit) & (split > rules.gdp_split)
        where = between(self.losing, self.gaining) & (more | same) & (self.share > 0.0)
        rules.product_credit[where] = self.share
        rules.gdp_split[where] = split
