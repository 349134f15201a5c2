"""Equalising transfers (均衡性转移支付): cities with less revenue per resident receive more.

Overall plan, parts 2 (4) 6 and 2 (8) 1. The transfers of a city are multiplied by

    1 + strength (1 - revenue per resident over the zone's) + ecological, upstream and in the north-west

and never fall below half. Revenue is what cities report: one that adds air to its figures looks rich
and gets less. The province pays the sum, which is not held constant.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.sums import total
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
        "{since}至{until}，均衡性转移支付：[，按人均财力差距调整，力度{strength:.0%}][，"
        "生态脆弱城市增加{ecological:.0%}]。",
        "From {since} to {until}, transfers are equalised:[; they follow the gap of "
        "revenue per resident with strength {strength:.0%}][; ecologically fragile cities "
        "get {ecological:.0%} more].",
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
        equalise(
            governments.smoothed, governments.air, economy.scratch.population, self.strength,
            self.ecological, marked(FRAGILE, CITIES), economy.rules.transfers,
        )  # fmt: skip


@compiled
def equalise(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    revenue: Floats, air: Floats, people: Floats, strength: float, ecological: float,
    fragile: Flags, transfers: Floats,
) -> None:  # fmt: skip
    """Multiply the transfers of each city by the gap of its means, and more where it is fragile."""
    reported = revenue + air
    whole = total(reported) / max(total(people), 1.0)
    for c in range(len(transfers)):
        gap = 1.0 - reported[c] / max(people[c], 1.0) / max(whole, 1.0)
        factor = 1.0 + strength * gap + ecological * fragile[c]
        transfers[c] *= max(factor, LEAST)
