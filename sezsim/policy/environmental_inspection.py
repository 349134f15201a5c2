"""Joint inspection (环境联合执法与监测): who is inspected more often complies more.

Overall plan, part 2 (4) 7: joint control of air, shared monitoring. Emissions per output fall by
``effect`` for each unit by which the chance of inspection rises above that of 2010; orders to close
are audited more often too.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import Substance, span

OPENING = 0.3  # chance of inspection in 2010 (D)


class EnvironmentalInspection(Instrument):
    """Inspect plants more often."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("环境联合执法与监测", "Joint inspection")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的检查概率为{inspection:.0%}"
        "（期初30%），每提高一个单位排放强度降低{effect:.0%}。",
        "From {since} to {until}, plants of {cities} are inspected with a chance of "
        "{inspection:.0%} (30% at the opening); emissions fall by {effect:.0%} for a "
        "full unit.",
    )

    cities: tuple[City, ...]
    inspection: float = setting(
        "chance of a plant to be inspected",
        unit="1/year", within=(0.3, 1.0), neutral=0.3, value=0.3,
    )  # fmt: skip
    effect: float = setting(
        "fall of emissions per output for a unit of inspection",
        unit="1", within=(0.0, 1.0), neutral=0.2, value=0.2,
        source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Inspect this month."""
        more = self.inspection - OPENING
        air_and_water = economy.rules.resource_use[[Substance.SO2, Substance.COD]]
        air_and_water[:, span(self.cities)] *= 1.0 - self.effect * more
        economy.rules.resource_use[[Substance.SO2, Substance.COD]] = air_and_water
        economy.rules.audit[...] *= 1.0 + more
