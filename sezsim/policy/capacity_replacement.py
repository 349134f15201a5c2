"""Replacement of capacity (产能置换): who builds must retire capacity, and may buy the right.

A unit of new capacity needs ``ratio`` units of retired capacity: one of equal, more of reduced
replacement. Worn-out and closed plant gives its owner rights; others sell old plant to those who
build. ``trade`` says how far rights travel: within a firm, a city, or the zone.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import choice, setting
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import TradeScope
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class CapacityReplacement(Instrument):
    """Let an industry build only against retired capacity."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("产能置换", "Replacement of capacity")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{industry}行业每新建1单位产能须退出{ratio:g}单位，指标交易范围："
        "{trade}。",
        "From {since} to {until}, a unit built in {industry} needs {ratio:g} units "
        "retired; rights are traded within the {trade}.",
    )

    industry: Industry
    ratio: float = setting(
        "capacity to retire for a unit built (0: no rule)",
        unit="1", within=(0.0, 3.0), neutral=0.0,
        source="policy_parameters.csv replacement: 1 to 1.5",
    )  # fmt: skip
    trade: TradeScope = choice("how far rights travel", value=TradeScope.ZONE)

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the ratio and the scope for this month."""
        rules, industry = economy.rules, self.industry
        if self.ratio <= rules.replacement_ratio[industry]:
            return
        rules.replacement_ratio[industry] = self.ratio
        rules.rights_scope[industry] = float(self.trade)
