"""Circular economy (循环经济): waste of one plant is input of another.

Overall plan, part 2 (4) 3: parks, pilot cities and six chains. Energy and water per output fall by
the part of inputs that comes back; prices of inputs stay.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import Substance, block


class CircularEconomy(Instrument):
    """Save energy and water by secondary inputs."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("循环经济", "Circular economy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业单位产出能耗和水耗降低{saving:.1%}。",
        "From {since} to {until}, energy and water per output of {industries} in "
        "{cities} fall by {saving:.1%}.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    saving: float = setting(
        "part of energy and water that secondary inputs save",
        unit="1", within=(0.0, 0.3), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Save this month."""
        cells = block(self.cities, self.industries)
        for substance in (Substance.WATER, Substance.ENERGY):
            economy.rules.resource_use[substance][cells] *= 1.0 - self.saving
