"""Special emission limits (特别排放限值): each plant abates the same part, whatever it costs.

Overall plan, part 2 (4) 2: limits stricter than the national standard. Abating the part ``cut`` costs
c cut^2 / 2 for each unit emitted, c the cost of the last unit; firms pay it to who makes the
equipment, outside the zone.
"""

from typing import ClassVar

import numpy as np
from pydantic import field_validator

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled
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
MAKER, FEN = np.ones(1, np.int64), 100.0  # the rest of China makes the equipment


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
        covered = np.outer(marked(self.cities, CITIES), marked(self.industries, INDUSTRIES))
        cost = np.zeros((CITIES, INDUSTRIES))
        for substance in self.substances:
            economy.rules.resource_use[substance][block(self.cities, self.industries)] *= (
                1.0 - self.cut
            )
            intensity = (structure.so2, structure.cod)[substance]
            cost += covered * intensity * self.cost * self.cut**2 / 2.0
        paid = np.zeros((1, len(firms.city)), np.int64)
        equip(firms.city, firms.industry, firms.is_open, firms.output, cost * FEN, paid[0])
        books.pay_with_firms((EQUIPMENT,), MAKER, firms.city, paid)


@compiled
def equip(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    city: Ints, industry: Ints, is_open: Flags, output: Floats, cost: Floats, paid: Money
) -> None:
    """Write what each open plant pays for equipment (fen)."""
    for i in range(len(city)):
        if is_open[i]:
            paid[i] = np.int64(np.rint(output[i] * cost[city[i], industry[i]]))
