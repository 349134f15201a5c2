"""Plan of industrial land (节约集约用地): less new land, better used, old sites used again.

Overall plan, part 2 (4) 4: a yearly plan of land, norms of investment per hectare, idle land. Less
land lets manufacturing carry out less of its expansion, the norm asks for better equipment, and sites
that are used again give some of it back.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import MANUFACTURING
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block


class LandPlan(Instrument):
    """Plan the land of manufacturing."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("节约集约用地", "Plan of industrial land")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}制造业用地管理：[，扩张用地为计划的{expansion:.0%}][，"
        "盘活存量增加{reuse:.0%}][，{norm:.0%}的普通设备须换为先进设备]。",
        "From {since} to {until}, {cities} plan the land of manufacturing:[; it gets land "
        "for {expansion:.0%} of its expansion][; idle sites add {reuse:.0%}][; {norm:.0%} "
        "of standard equipment must be frontier].",
    )

    cities: tuple[City, ...]
    expansion: float = setting(
        "part of planned expansion for which there is land",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    reuse: float = setting(
        "expansion on idle sites over the planned one",
        unit="1", within=(0.0, 0.5), neutral=0.0, value=0.0,
    )  # fmt: skip
    norm: float = setting(
        "part of standard equipment that must be frontier",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Give this month's land."""
        rules, cells = economy.rules, block(self.cities, MANUFACTURING)
        rules.expansion[cells] *= self.expansion * (1.0 + self.reuse)
        rules.equipment_norm[cells] = 1.0 - (1.0 - rules.equipment_norm[cells]) * (
            1.0 - self.norm
        )
