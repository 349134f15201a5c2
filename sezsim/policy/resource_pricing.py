"""Prices of resources (资源价格改革): energy, water and carbon cost more, and less is used.

Overall plan, parts 2 (4) 1 and 2 (4) 2: prices that hold scarcity, low-carbon pilots. The rise is
charged on sales by what an industry uses and goes to the city; use falls with an elasticity. Users
pay the city rather than the supplier, a simplification.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import Substance, span

TEN_THOUSAND = 1e4
LEAST_BILL = 0.001  # energy over sales


class ResourcePricing(Instrument):
    """Raise prices of resources."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("资源价格改革", "Prices of resources")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}调整资源价格：[，能源价格（"
        "期初每吨标煤{energy_price:g}元）提高{energy:.0%}][，水价（"
        "期初每立方米{water_price:g}元）提高{water:.0%}][，碳价为每吨{carbon:g}元][，"
        "用量弹性为{elasticity:g}]。",
        "From {since} to {until}, resources are priced anew in {cities}:[; energy (from "
        "{energy_price:g} yuan/tce) costs {energy:.0%} more][; water (from {water_price:g} "
        "yuan/m3) costs {water:.0%} more][; carbon costs {carbon:g} yuan/t][; use falls "
        "with elasticity {elasticity:g}].",
    )

    cities: tuple[City, ...]
    energy: float = setting(
        "rise of the price of energy",
        unit="1", within=(0.0, 2.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    water: float = setting(
        "rise of the price of water",
        unit="1", within=(0.0, 5.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    carbon: float = setting(
        "price of carbon dioxide",
        unit="yuan/t", within=(0.0, 500.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    water_price: float = setting(
        "price of water for industry in 2010",
        unit="yuan/m3", within=(0.1, 20.0), neutral=3.0, value=3.0,
        source="assumption: tariffs of 2010 for industry",
    )  # fmt: skip
    energy_price: float = setting(
        "price of energy for industry in 2010",
        unit="yuan/tce", within=(100.0, 5000.0), neutral=800.0, value=800.0,
        source="assumption: coal at some 560 yuan/t",
    )  # fmt: skip
    elasticity: float = setting(
        "fall of use by one per cent of price, in per cent",
        unit="1", within=(0.0, 1.5), neutral=0.3, value=0.3,
        source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Charge the higher prices this month."""
        if self.energy == self.water == self.carbon == 0.0:
            return
        rules, structure, rows = economy.rules, economy.structure, span(self.cities)
        carbon = self.carbon * structure.co2 * TEN_THOUSAND
        bill = self.energy_price * structure.energy * TEN_THOUSAND
        rules.charge[rows] += self.energy * bill + carbon
        rules.charge[rows] += self.water * self.water_price * structure.water * TEN_THOUSAND
        dearer = 1.0 + self.energy + carbon / np.maximum(bill, LEAST_BILL)
        rules.resource_use[Substance.ENERGY, rows] *= dearer**-self.elasticity
        rules.resource_use[Substance.WATER, rows] *= (1.0 + self.water) ** -self.elasticity
