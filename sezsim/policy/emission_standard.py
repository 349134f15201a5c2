"""Special emission limits (特别排放限值): each plant abates the same part, whatever it costs.

Overall plan, part 2 (4) 2: limits stricter than the national standard. Abating the part ``cut`` costs
c cut^2 / 2 for each unit emitted, c the cost of the last unit; firms pay it to who makes the
equipment, outside the zone.
"""

from typing import ClassVar

import numpy as np
from pydantic import field_validator

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.declare import setting
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import Substance, block, marked

EQUIPMENT = Flow("equipment under emission limits", Sector.FIRMS, Sector.OUTSIDE)


class EmissionStandard(Instrument):
    """Let plants of some industries abate a part."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("特别排放限值", "Special emission limits")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业{substances}"
        "排放强度降低{cut:.0%}，最后一吨治理成本为{cost:g}元。",
        "From {since} to {until}, {industries} in {cities} cut {substances} per output "
        "by {cut:.0%}; the last tonne would cost {cost:g} yuan.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    substances: tuple[Substance, ...]
    cut: float = setting(
        "part of emission per output that is abated",
        unit="1", within=(0.0, 0.9), neutral=0.0, value=0.0,
    )  # fmt: skip
    cost: float = setting(
        "cost of abating the last tonne",
        unit="yuan/t", within=(0.0, 20000.0), neutral=4670.0, value=4670.0,
        source="derived from e_levy: 1.26 yuan/kg more cut 27%",
    )  # fmt: skip

    @field_validator("substances")
    @classmethod
    def only_what_plants_emit(cls, value: tuple[Substance, ...]) -> tuple[Substance, ...]:
        """Refuse what no plant emits."""
        if set(value) - {Substance.SO2, Substance.COD}:
            raise ScenarioError("emission_standard.substances: admitted are so2 and cod.")
        return value

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Hold plants to the limit and let them pay for it."""
        if self.cut <= 0.0:
            return
        firms, structure = economy.firms, economy.structure
        covered = marked(self.cities, CITIES)[firms.city]
        covered &= marked(self.industries, INDUSTRIES)[firms.industry]
        rows = np.flatnonzero(covered & firms.is_open)
        for substance in self.substances:
            economy.rules.resource_use[substance][block(self.cities, self.industries)] *= (
                1.0 - self.cut
            )
            intensity = (structure.so2, structure.cod)[substance][firms.industry[rows]]
            paid = firms.output[rows] * intensity * self.cost * self.cut**2 / 2.0
            books.pay_yuan(EQUIPMENT, rows, np.ones_like(rows), paid)
