"""Faster approval (减少审批): projects and firms wait fewer months.

Overall plan, part 2 (9) 1. Entry and the pace of projects follow the months of approval with an
elasticity: (9 / months)^elasticity.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

OPENING = 9.0  # months of approval in 2010 (D)


class ApprovalReform(Instrument):
    """Shorten approval."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("减少审批、一站式服务", "Faster approval")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，项目审批缩短到{months:g}个月（期初9个"
        "月），响应弹性为{elasticity:g}。",
        "From {since} to {until}, approval takes {months:g} months (9 at the opening); "
        "entry and projects respond with elasticity {elasticity:g}.",
    )

    months: float = setting(
        "months of approval",
        unit="month", within=(1.0, 24.0), neutral=9.0, value=9.0,
    )  # fmt: skip
    elasticity: float = setting(
        "elasticity of entry and projects to the months",
        unit="1", within=(0.0, 1.0), neutral=0.25, value=0.25,
        source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Approve this month."""
        faster = (OPENING / self.months) ** self.elasticity
        economy.rules.entry_ease *= faster
        economy.rules.investment_pace[...] *= faster
