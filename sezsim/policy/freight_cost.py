"""Cost of freight (物流与通关成本): goods travel more cheaply within the zone or abroad.

Overall plan, parts 2 (1) 3 and 2 (10) 2: logistics bases and corridors, customs that clear where the
firm stands. A cost of freight over the present one acts on trade as travel time does; abroad it acts
on the part of outside orders that the world places.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span

WORLD = 2  # the third region outside


class FreightCost(Instrument):
    """Change the cost of freight of some cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("物流与通关成本", "Cost of freight")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}货运成本下降：[，区内为原来的{within_zone:g}倍][，"
        "出口为原来的{abroad:g}倍][，需求弹性{elasticity:g}]。",
        "From {since} to {until}, freight of {cities} costs less:[; {within_zone:g} times "
        "as much as before within the zone][; {abroad:g} times as much as before to the "
        "world][; orders answer with elasticity {elasticity:g}].",
    )

    cities: tuple[City, ...]
    within_zone: float = setting(
        "cost of freight to and from other cities over the present one",
        unit="1", within=(0.3, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    abroad: float = setting(
        "cost of selling to the world over the present one",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    elasticity: float = setting(
        "elasticity of orders of the world to the cost",
        unit="1", within=(0.0, 8.0), neutral=2.0, value=2.0,
        source="parameters.csv sigma_s: memory",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the cost of freight of this month."""
        rules, rows = economy.rules, span(self.cities)
        touched = np.zeros((CITIES, CITIES), np.bool_)
        touched[rows] = touched[:, rows] = True
        np.fill_diagonal(touched, val=False)
        rules.freight[touched] *= self.within_zone
        if self.abroad == 1.0:
            return
        sold = economy.structure.outside_demand[rows]
        world = sold[:, :, WORLD] / np.maximum(sold.sum(axis=2), 1.0)
        rules.outside_sales[rows] *= 1.0 + world * (self.abroad**-self.elasticity - 1.0)
