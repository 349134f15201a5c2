"""Equalising transfers (均衡性转移支付): cities with less revenue per resident receive more.

Overall plan, parts 2 (4) 6 and 2 (8) 1. The transfers of a city are multiplied by

    1 + strength (1 - revenue per resident over the zone's) + ecological, upstream and in the north-west

and never fall below half. Revenue is what cities report: one that adds air to its figures looks rich
and gets less. The province pays the sum, which is not held constant.
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
from sezsim.state.rules import marked

FRAGILE = (City.FUSHUN, City.BENXI, City.FUXIN, City.TIELING)  # sources of rivers, sands
LEAST = 0.5


class EqualisingTransfer(Instrument):
    """Equalise transfers between cities."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("均衡性转移支付", "Equalising transfers")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，转移支付按人均财力差距调整，力度{strength:.0%}"
        "；生态脆弱城市增加{ecological:.0%}。",
        "From {since} to {until}, transfers follow the gap of revenue per resident with "
        "strength {strength:.0%}; ecologically fragile cities get {ecological:.0%} "
        "more.",
    )

    strength: float = setting(
        "rise of transfers by the gap of revenue per resident",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    ecological: float = setting(
        "rise of transfers of fragile cities",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Equalise this month."""
        if self.strength == self.ecological == 0.0:
            return
        governments = economy.governments
        reported = governments.smoothed * (1.0 + np.maximum(governments.over_reporting, 0.0))
        means = reported / np.maximum(economy.scratch.population, 1.0)
        whole = reported.sum() / max(economy.scratch.population.sum(), 1.0)
        gap = 1.0 - means / max(whole, 1.0)
        factor = 1.0 + self.strength * gap + self.ecological * marked(FRAGILE, CITIES)
        economy.rules.transfers *= np.maximum(factor, LEAST)
