"""Gains of productivity by technology and knowledge (技术进步与知识外溢): labour is saved, year by year.

Overall plan, parts 2 (1) 1, 2 (1) 4 and 2 (3): industrial software, networked design, alliances,
shared equipment, public research, machines on farms, mergers. Each row of the plan states what it
adds to the growth of output per worker; the gain lasts as long as the policy.
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


class ProductivityGain(Instrument):
    """Raise output per worker by a rate a year."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("技术进步与知识外溢", "Gains of productivity")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业劳动生产率每年多提高{gain:.2%}。",
        "From {since} to {until}, output per worker in {industries} in {cities} grows "
        "by {gain:.2%} a year more.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    gain: float = setting(
        "growth of output per worker beyond its path",
        unit="1/year", within=(-0.02, 0.03), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Raise productivity to what the years so far have brought."""
        cells = block(self.cities, self.industries)
        economy.rules.productivity[cells] *= (1.0 + self.gain) ** self.years_in_force(
            draws.month
        )
