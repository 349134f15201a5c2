"""Industrial catalogue (产业发展指导目录): the encouraged get grants, the restricted may not expand.

Overall plan, part 2 (1) 5: classes of industries; encouraged ones come first in approval, land and
funds, restricted ones may carry out only a part of what they plan.
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
from sezsim.state.rules import block


class IndustrialCatalogue(Instrument):
    """Favour some industries and restrain others."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("产业发展指导目录", "Industrial catalogue")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}对{encouraged}的设备"
        "投资补助{grant:.0%}，{restricted}的扩能计划只批准{limit:.0%}"
        "。",
        "From {since} to {until}, in {cities} the encouraged class ({encouraged}) gets "
        "{grant:.0%} of equipment paid, and the restricted class ({restricted}) may "
        "carry out {limit:.0%} of its expansion.",
    )

    cities: tuple[City, ...]
    encouraged: tuple[Industry, ...]
    restricted: tuple[Industry, ...]
    grant: float = setting(
        "part of the cost of equipment that the city pays to the encouraged",
        unit="1", within=(0.0, 0.5), neutral=0.0, value=0.0,
    )  # fmt: skip
    limit: float = setting(
        "part of planned expansion that the restricted may carry out",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Apply the catalogue this month."""
        rules = economy.rules
        first, last = block(self.cities, self.encouraged), block(self.cities, self.restricted)
        grant = rules.investment_grant
        grant[first] = 1.0 - (1.0 - grant[first]) * (1.0 - self.grant)
        rules.expansion[last] *= self.limit
