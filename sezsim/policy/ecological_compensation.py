"""Compensation for water sources (水源涵养区生态补偿): users of reservoirs pay the cities upstream.

Overall plan, part 2 (4) 6: the reservoirs Dahuofang, Hunjiang and Tanghe. The cities that drink the
water of a reservoir pay a price per cubic metre, by residents, to the city that keeps its sources
clean. Volumes and users stand in calibration/data/plan/places.csv.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.base_year.places import in_group
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector

WATER = Flow("compensation for water sources", Sector.CITY_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
MILLION = 1e6  # volumes are million cubic metres a year


class EcologicalCompensation(Instrument):
    """Let users of reservoirs pay the cities upstream."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("水源涵养区生态补偿", "Compensation for water sources")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，用水城市按每立方米{price:g}元向大伙房、浑江、汤河水库上游城市补偿。",
        "From {since} to {until}, cities that use the water of the reservoirs pay {price:g} yuan "
        "per cubic metre to the cities upstream.",
    )

    price: float = setting("payment for water", unit="yuan/m3", within=(0.0, 2.0), neutral=0.0)

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay for this month's water."""
        if self.price <= 0.0:
            return
        population, revenue = economy.structure.population, economy.governments.revenue
        for reservoir in in_group("reservoirs"):
            upstream, users = reservoir.cities[0], np.array(reservoir.cities[1:])
            due = self.price * reservoir.value * MILLION / MONTHS_A_YEAR
            paid = fen(due * population[users] / population[users].sum())
            books.pay(WATER, users, np.full(len(users), upstream), paid)
            revenue -= np.bincount(users, paid / 100.0, CITIES)
            revenue[upstream] += paid.sum() / 100.0
