"""Takeover of failed firms (民营资本参与重组): private firms take over equipment of those that fail.

Overall plan, part 2 (2) 3: private capital joins in reorganising state firms. Without a buyer the
equipment of a failed firm is scrapped; with bidders open, a part passes to private firms of the same
industry and city.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class AssetTakeover(Instrument):
    """Let private firms take over failed ones."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("民营资本参与重组", "Takeover of failed firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，破产企业{reuse:.0%}的设备由本市同行业民营企业接收。",
        "From {since} to {until}, private firms of the industry and city take over "
        "{reuse:.0%} of the equipment of failed firms.",
    )

    reuse: float = setting(
        "part of the equipment of failed firms that is taken over",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Open the bidding this month."""
        rule = economy.rules.asset_reuse
        rule[...] = np.maximum(rule, self.reuse)
