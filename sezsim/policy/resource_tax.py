"""Taxes on resources and property (资源税与房产税): a rate on sales of mines and on the value of plant.

Overall plan, parts 2 (4) 1 and 2 (8) 1: an ad valorem tax on minerals of which the city keeps a part,
and a property tax on trial. The tax is part of cost; who can set a price passes it on.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block

LEAST_USE = 0.2  # of capacity, where a cell has no output


class ResourceTax(Instrument):
    """Tax resources and property."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("资源税与房产税", "Taxes on resources and property")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}对{industries}行业征税：[，资源税为销售额的{rate:.1%}]"
        "[，房产税每年为资产价值的{property_rate:.1%}][，其中{city_share:.0%}归市]。",
        "From {since} to {until}, {industries} in {cities} are taxed:[; {rate:.1%} of "
        "sales as resource tax][; {property_rate:.1%} of the value of plant a year as "
        "property tax][; of which {city_share:.0%} goes to the city].",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    rate: float = setting(
        "tax over sales",
        unit="1", within=(0.0, 0.2), neutral=0.0, value=0.0,
    )  # fmt: skip
    property_rate: float = setting(
        "tax over the value of plant",
        unit="1/year", within=(0.0, 0.02), neutral=0.0, value=0.0,
    )  # fmt: skip
    city_share: float = setting(
        "part that the city keeps",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Levy the taxes this month."""
        cells = block(self.cities, self.industries)
        due = np.full((len(self.cities), len(self.industries)), self.rate)
        if self.property_rate > 0.0:
            structure = economy.structure
            use = np.maximum(structure.utilisation[cells], LEAST_USE)
            due = (
                due + self.property_rate / MONTHS_A_YEAR * structure.capital_ratio[cells] / use
            )
        economy.rules.charge[cells] += due * self.city_share
        economy.rules.charge_above[cells] += due * (1.0 - self.city_share)
