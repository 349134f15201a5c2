"""Farming at scale (农业适度规模经营): machines and co-operatives release labour from farms.

Overall plan, part 2 (1) 4. The same land needs fewer hands: of the farmers that a gain of output per
farmer makes superfluous, the part ``release`` is ready to leave, on top of those who leave anyhow;
who stays shares the same income. Farms sell outside what is grown beyond it.
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
from sezsim.state.rules import span

LEAVING = 0.012  # farmers who leave in a year anyhow (C, as in settlement.farmers)


class FarmScale(Instrument):
    """Raise output per farmer."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("农业适度规模经营", "Farming at scale")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}农业劳动生产率每年多提高{gain:.1%}，其中{release:.0%}转为富余劳动力，"
        "{surplus:.0%}转为增产外销。",
        "From {since} to {until}, output per farmer in {cities} grows by {gain:.1%} a year more; "
        "{release:.0%} of it frees farmers to leave, {surplus:.0%} is grown and sold outside.",
    )

    cities: tuple[City, ...]
    gain: float = setting(
        "growth of output per farmer beyond its path",
        unit="1/year", within=(0.0, 0.05), neutral=0.0,
    )  # fmt: skip
    release: float = setting(
        "part of the gain that frees farmers",
        unit="1", within=(0.0, 1.0), neutral=0.5, value=0.5, source="assumption",
    )  # fmt: skip
    surplus: float = setting(
        "part of the gain that is grown and sold outside",
        unit="1", within=(0.0, 1.0), neutral=0.25, value=0.25, source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Free farmers and sell the surplus of this month."""
        rules, rows = economy.rules, span(self.cities)
        years = self.years_in_force(draws.month)
        rules.town_ease[rows] *= 1.0 + self.release * self.gain / LEAVING
        rules.outside_sales[rows, Industry.AGR] *= (1.0 + self.surplus * self.gain) ** years
