"""Rights to land (农村土地权利): farmers can lease out or sell what they leave behind.

Overall plan, part 2 (6) 3: titles and leases of farmland, one market of building land, and no land
given up for registration in town. Who can lease out land moves to town more readily: the odds rise by
``response`` for each unit of the chance to lease out above that of 2010.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span

OPENING = 0.15  # chance to lease out land in 2010 (D)


class RuralLand(Instrument):
    """Secure and widen rights to land."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("农村土地权利", "Rights to land")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}农村土地改革：[，农地流转概率为{lease:.0%}（期初15%），"
        "进城意愿随之提高（响应{response:g}）][，集体建设用地每年增加住房{supply:.2%}][，"
        "落户后保留{protection:.0%}的土地权益]。",
        "From {since} to {until}, rural land is reformed in {cities}:[; farmland is leased "
        "out with a chance of {lease:.0%} (15% at the opening; response of moves to town "
        "{response:g})][; village land adds {supply:.2%} to homes a year][; "
        "{protection:.0%} of the value of land is kept on registration in town].",
    )

    cities: tuple[City, ...]
    lease: float = setting(
        "chance to lease out land on leaving",
        unit="1", within=(0.15, 1.0), neutral=0.15, value=0.15,
    )  # fmt: skip
    response: float = setting(
        "rise of the odds of moving to town for a unit of the chance",
        unit="1", within=(0.0, 5.0), neutral=1.5, value=1.5,
        source="assumption",
    )  # fmt: skip
    supply: float = setting(
        "homes on village land a year over the stock",
        unit="1/year", within=(0.0, 0.02), neutral=0.0, value=0.0,
    )  # fmt: skip
    protection: float = setting(
        "part of the value of land kept on registration in town",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Apply the rights this month."""
        rules, rows = economy.rules, span(self.cities)
        rules.town_ease[rows] *= 1.0 + self.response * (self.lease - OPENING)
        rules.housing_supply[rows] += self.supply / MONTHS_A_YEAR
        protection = rules.land_protection
        protection[...] = np.maximum(protection, self.protection)
