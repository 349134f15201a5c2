"""Pollution levy (排污费): the rate per unit of pollution over the rate of 2010.

Overall plan, part 2 (4): prices for pollution that cover its harm. The rate of 2010 was 0.63 yuan
per kg of sulphur dioxide; the floor rose to 1.26 in June 2015, which is ``levy`` 2.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

COLLECTED = 0.6  # share of the levy collected in 2010 (D)


class PollutionLevy(Instrument):
    """Change the pollution levy."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("提高排污费", "Higher pollution levy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，排污费标准为2010年的{levy:g}倍，征收率为{collection:.0%}。",
        "From {since} to {until}, the pollution levy is {levy:g} times that of 2010, of which "
        "{collection:.0%} is collected.",
    )

    levy: float = setting(
        "levy rate over that of 2010", unit="1", within=(0.0, 20.0), neutral=1.0
    )
    collection: float = setting(
        "share of the levy that is collected",
        unit="1", within=(0.0, 1.0), neutral=0.6, value=0.6,
        source="assumption: 0.6 in 2010",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Set the levy of this month."""
        economy.rules.levy[...] *= self.levy * (self.collection / COLLECTED)
