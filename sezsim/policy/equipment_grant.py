"""Grants on equipment (技术改造补助): cities pay a part of the cost of new equipment.

Overall plan, part 2 (1) 1 (两化融合激励引导机制): information technology upgrades traditional industry.
Grants raise investment and the share of frontier equipment in it; several add up as parts of what is
left to pay.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block


class EquipmentGrant(Instrument):
    """Pay a part of the cost of new equipment."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("技术改造补助", "Grants on equipment")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}对{industries}行业的技术改造投资（"
        "占投资的{upgrade:.0%}）补助{share:.0%}。",
        "From {since} to {until}, cities pay {share:.0%} of the cost of upgrades (which "
        "are {upgrade:.0%} of investment) in {industries}, in {cities}.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    share: float = setting(
        "part of the cost of upgrades that the city pays",
        unit="1", within=(0.0, 0.5), neutral=0.0, value=0.0,
    )  # fmt: skip
    upgrade: float = setting(
        "part of investment that is upgrade",
        unit="1", within=(0.0, 1.0), neutral=0.3, value=0.3, source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Promise the grant of this month."""
        cells = block(self.cities, self.industries)
        grant = economy.rules.investment_grant
        grant[cells] = 1.0 - (1.0 - grant[cells]) * (1.0 - self.share * self.upgrade)
