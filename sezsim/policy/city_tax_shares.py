"""Tax shares of cities (省以下财政体制): the province leaves cities more of shared taxes.

Overall plan, part 2 (8) 1. The parts of value added tax, business tax and enterprise income tax that
pass from the province to the city; the centre's part stays.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

ALL_THERE_IS = np.array([0.10, 0.30, 0.20])  # what the province of 2010 has to give


class CityTaxShares(Instrument):
    """Leave cities more of shared taxes."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("省以下财政体制", "Tax shares of cities")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，省级税收让渡给市：[，增值税{value_added:.2%}][，"
        "营业税{business:.2%}][，企业所得税{profit:.2%}]。",
        "From {since} to {until}, the province leaves to cities a further part of taxes:[; "
        "{value_added:.2%} of value added tax][; {business:.2%} of business tax][; "
        "{profit:.2%} of enterprise income tax].",
    )

    value_added: float = setting(
        "part of value added tax that passes to the city",
        unit="1", within=(0.0, 0.1), neutral=0.0, value=0.0,
    )  # fmt: skip
    business: float = setting(
        "part of business tax that passes to the city",
        unit="1", within=(0.0, 0.3), neutral=0.0, value=0.0,
    )  # fmt: skip
    profit: float = setting(
        "part of enterprise income tax that passes to the city",
        unit="1", within=(0.0, 0.2), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Share taxes this way this month."""
        given = np.array([self.value_added, self.business, self.profit])
        economy.rules.city_tax[:] = np.minimum(economy.rules.city_tax + given, ALL_THERE_IS)
