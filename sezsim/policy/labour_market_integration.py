"""One labour market (统一人力资源市场): posts are found sooner, and people of other cities are welcome.

Overall plan, parts 2 (5) 1 to 2 (5) 3: one market of labour and talent, employment offices where mines
end, qualifications that count everywhere. ``matching`` multiplies the efficiency with which searchers
and posts meet, ``ease`` the odds of moving to the cities.
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


class LabourMarketIntegration(Instrument):
    """Join the labour markets of some cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("统一人力资源市场", "One labour market")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}劳动力市场一体化：[，职业匹配效率乘以{matching:g}][，"
        "迁入意愿乘以{ease:g}]。",
        "From {since} to {until}, {cities} become one labour market:[; matching is "
        "{matching:g} times as efficient][; the odds of moving there are {ease:g} times "
        "the present ones].",
    )

    cities: tuple[City, ...]
    matching: float = setting(
        "efficiency of matching over the present one",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    ease: float = setting(
        "odds of moving to the cities over the present ones",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Join the markets this month."""
        rows = span(self.cities)
        economy.rules.matching[rows] *= self.matching
        economy.rules.settlement_ease[rows] *= self.ease
