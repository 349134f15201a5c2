"""Negotiated transfers (协商补偿与协调基金): cities agree on a sum, a provincial fund helps.

Where the origin would block and both cities together gain, they settle on the Nash transfer: the
origin's net loss and its part of the surplus. All cities may pay a part of their revenue into a
fund; it adds what a surplus lacks, up to the province's own gain by the move and to its means.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import between


class NashBargaining(Instrument):
    """Let cities negotiate over moves of firms."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("产业转移协商补偿", "Negotiated transfers")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{negotiated:.0%}被阻拦的城市间迁移（从{losing}到{gaining}）"
        "可由两市协商补偿，迁出地分得共同收益的{power:.0%}[；"
        "各市将收入的{fund:.2%}缴入省级协调基金]。",
        "From {since} to {until}, two cities negotiate over {negotiated:.0%} of the moves "
        "that would be blocked (from {losing} to {gaining}); the origin gets {power:.0%} "
        "of the joint surplus[; cities pay {fund:.2%} of revenue into a provincial fund].",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    negotiated: float = setting(
        "part of the requests over which cities may negotiate",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    power: float = setting(
        "part of the surplus that goes to the origin",
        unit="1", within=(0.0, 1.0), neutral=0.5, value=0.5,
        source="parameters.csv eta_o",
    )  # fmt: skip
    fund: float = setting(
        "revenue that each city pays into the fund",
        unit="1", within=(0.0, 0.02), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Open negotiations, and ask for the dues to the fund."""
        rules = economy.rules
        where = between(self.losing, self.gaining) & (self.negotiated > rules.bargaining)
        rules.bargaining[where] = self.negotiated
        rules.bargaining_power[where] = self.power
        payers = sorted({*self.losing, *self.gaining})
        rules.fund_rate[payers] = np.maximum(rules.fund_rate[payers], self.fund)
