"""Caps and permits (总量控制与排污权交易): a limit on what cities emit or use, traded or not.

Overall plan, parts 2 (4) 1, 2 (4) 2, 2 (4) 5 and 2 (4) 7: caps on main pollutants, water, coal and by
river reach; discharge permits and their market. The cap falls in a straight line from 1.3 times the
opening emission at ``since`` to ``limit`` times it at ``full``; where several policies cap the same, the
lowest holds. Who abates, at what price and who pays is process/permits.py. A limit of 100 is none.
"""

from typing import ClassVar

import numpy as np
from pydantic import Field

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import LAST_MONTH, Month
from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import Substance, span
from sezsim.state.structure import Structure

NO_LIMIT = 100.0
START = 1.3  # where the line begins over the opening: output grew by a third by 2011 (D)


class EmissionsTrading(Instrument):
    """Cap what cities emit or use."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("总量控制与排污权交易", "Caps and permits")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{substances}总量到{full}控制在期初的{limit:g}倍以内[，"
        "许可在全区交易{traded!s:.0}][，{auction:.0%}的许可以拍卖发放]。",
        "From {since} to {until}, {cities} keep {substances} within {limit:g} times the "
        "opening by {full}[; permits are traded in the whole zone{traded!s:.0}][; "
        "{auction:.0%} of permits are auctioned].",
    )

    cities: tuple[City, ...]
    substances: tuple[Substance, ...]
    full: Month = Field(LAST_MONTH, description="month at which the cap is reached in full")
    limit: float = setting(
        "cap over the emission or use of the opening, 100 for none; below 0.2 a tenth of what "
        "doubled by 2020, which nobody can abate, would be too much",
        unit="1", within=(0.2, 100.0), neutral=100.0, value=100.0,
    )  # fmt: skip
    traded: float = setting(
        "1 if permits are traded in the whole zone",
        unit="0 or 1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    auction: float = setting(
        "part of the permits that is auctioned",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the cap of this month."""
        if self.limit >= NO_LIMIT:
            return
        rules, rows = economy.rules, span(self.cities)
        months = max(self.full.number - self.since.number + 1, 1)
        part = (draws.month.number - self.since.number + 1) / months
        for substance in self.substances:
            opening = opening_use(economy.structure, substance)[rows]
            now = opening * (START + min(max(part, 0.0), 1.0) * (self.limit - START))
            rules.cap[substance, rows] = np.minimum(rules.cap[substance, rows], now)
            rules.cap_traded[substance] = max(rules.cap_traded[substance], self.traded)
            rules.cap_auction[substance] = max(rules.cap_auction[substance], self.auction)


def opening_use(structure: Structure, substance: Substance) -> Floats:
    """Return what each city (8) emitted or used a month at the opening."""
    intensity = (structure.so2, structure.cod, structure.water, structure.energy)[substance]
    return np.asarray(structure.output @ intensity)
