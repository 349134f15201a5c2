"""Research subsidy (研发补贴): the public pays a part of what firms spend on research.

Overall plan, part 2 (3): research reaches 2.7% of GDP by 2015. A share of the research cost of
all researching firms of the zone is paid; how much more they then do is the firms' matter.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class RdSubsidy(Instrument):
    """Pay a share of research cost."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("研发补贴", "Research subsidy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，财政承担企业研发支出的{share:.0%}。",
        "From {since} to {until}, the public pays {share:.0%} of the research cost of firms.",
    )

    share: float = setting(
        "share of research cost paid", unit="1", within=(0.0, 0.5), neutral=0.0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay the share this month."""
        subsidy = economy.rules.research_subsidy
        subsidy[...] = 1.0 - (1.0 - subsidy) * (1.0 - self.share)
