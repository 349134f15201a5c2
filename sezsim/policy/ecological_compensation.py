"""Compensation for water sources (水源涵养区生态补偿): users of reservoirs pay the cities upstream.

Overall plan, part 2 (4) 6: the reservoirs Dahuofang, Hunjiang and Tanghe. The cities that drink the
water of a reservoir pay a price per cubic metre, by residents, to the city that keeps its sources
clean. Volumes and users stand in calibration/data/plan/places.csv.
"""

from functools import cache
from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.base_year.places import in_group
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import marked

WATER = Flow("compensation for water sources", Sector.CITY_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
MILLION = 1e6  # volumes are million cubic metres a year
FEN = 100.0


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
        users, payers, upstream, volumes = pipes()
        due = self.price * volumes * MILLION / MONTHS_A_YEAR
        paid = bills(economy.structure.population, users, due)
        books.pay(WATER, payers, upstream.repeat(CITIES), paid.ravel())
        settle_revenue(paid, upstream, economy.governments.revenue)


@cache
def pipes() -> tuple[Flags, Ints, Ints, Floats]:
    """Return who uses each reservoir (cities in columns), all cities, who lies upstream, volumes."""
    reservoirs = in_group("reservoirs")
    users = [marked(each.cities[1:], CITIES) for each in reservoirs]
    upstream = [each.cities[0] for each in reservoirs]
    volumes = [each.value for each in reservoirs]
    payers = np.tile(np.arange(CITIES), len(reservoirs))
    return np.array(users), payers, np.array(upstream, np.int64), np.array(volumes)


@compiled
def bills(population: Floats, users: Flags, due: Floats) -> Money:
    """Share what is due for each reservoir (yuan) among its users, by residents, in fen."""
    paid = np.zeros(users.shape, np.int64)
    for k in range(len(due)):
        together = 0.0
        for c in range(CITIES):
            together += population[c] if users[k, c] else 0.0
        for c in range(CITIES):
            if users[k, c]:
                paid[k, c] = np.int64(np.rint(due[k] * population[c] / together * FEN))
    return paid


@compiled
def settle_revenue(paid: Money, upstream: Ints, revenue: Floats) -> None:
    """Take what users pay from their revenue and add it upstream."""
    for k in range(len(upstream)):
        for c in range(CITIES):
            revenue[c] -= paid[k, c] / FEN
        revenue[upstream[k]] += paid[k].sum() / FEN
