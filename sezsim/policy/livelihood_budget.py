"""Budget for livelihood (财政投向民生): more public services, higher benefits.

Overall plan, parts 2 (6) 4 and 2 (7): money leaves competitive fields and goes to services. Services
wanted are multiplied by ``services`` and met as far as the budget goes, which then leaves less for
infrastructure; benefits of the unemployed are multiplied by ``benefit``.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span


class LivelihoodBudget(Instrument):
    """Spend more on services."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("财政投向民生", "Budget for livelihood")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}增加民生投入：[，公共服务支出目标乘以{services:g}][，"
        "失业金标准乘以{benefit:g}（全区）]。",
        "From {since} to {until}, {cities} spend more on livelihood:[; they want "
        "{services:g} times the public services][; unemployment benefit is {benefit:g} "
        "times the present one in the whole zone].",
    )

    cities: tuple[City, ...]
    services: float = setting(
        "public services wanted over their path",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    benefit: float = setting(
        "unemployment benefit over the present one",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Plan this month's services."""
        economy.rules.services[span(self.cities)] *= self.services
        economy.rules.benefit[...] *= self.benefit
