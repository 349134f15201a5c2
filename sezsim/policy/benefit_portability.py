"""Portable benefits (社会保险转移接续): pensions and health insurance move with the person.

Overall plan, part 2 (6) and 2 (7): one social insurance in the zone. ``pension_left`` is the part of the
loss on leaving a pension pool that remains; ``health`` is the share of the cost of care away from home
that is settled where it is given. The loss grows with the years paid: older long payers gain most.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class BenefitPortability(Instrument):
    """Let benefits move with the person."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("社会保险转移接续", "Portable benefits")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，全区社会保险可转移接续：[，"
        "养老权益转移损失为现行的{pension_left:.0%}][，异地就医费用直接结算{health:.0%}]。",
        "From {since} to {until}, benefits travel in the whole zone:[; leaving a pension "
        "pool costs {pension_left:.0%} of what it does now][; {health:.0%} of the cost of "
        "care away from home is settled on the spot].",
    )

    pension_left: float = setting(
        "pension points lost on leaving a pool over the present ones",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    health: float = setting(
        "share of the cost of care away from home that is settled where it is given",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Make benefits portable this month."""
        rules = economy.rules
        rules.pension_loss[...] *= self.pension_left
        rules.health_settlement[...] = np.maximum(rules.health_settlement, self.health)
