"""Projects from outside (重大项目与外商投资): orders and investors come, year by year.

Overall plan, parts 2 (1) 5 and 2 (10): national projects placed first in the zone, foreign investors.
What they make is sold outside; ``gain`` is what they add to outside orders each year.
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


class OutsideProjects(Instrument):
    """Bring orders from outside to some industries."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("重大项目与外商投资", "Projects from outside")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业因"
        "重大项目和外资，区外订单每年多增长{gain:.2%}。",
        "From {since} to {until}, projects from outside raise outside orders of "
        "{industries} in {cities} by {gain:.2%} a year.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    gain: float = setting(
        "growth of outside orders beyond their path",
        unit="1/year", within=(0.0, 0.05), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Add what the years so far have brought."""
        cells = block(self.cities, self.industries)
        economy.rules.outside_sales[cells] *= (1.0 + self.gain) ** self.years_in_force(
            draws.month
        )
