"""Lump sum for moved firms (一次性迁移补偿): the gaining city pays once, when the firm moves.

A sum needs no tax to come and can exceed it; it restores consent where no share of the tax does.
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


class LumpSum(Instrument):
    """Pay the origin a sum when a firm moves."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("一次性迁移补偿", "Lump sum for moved firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，企业在城市间迁移时（从{losing}迁入{gaining}），"
        "迁入地一次性向迁出地支付相当于该企业{years_of_tax:g}年地方税收的补偿。",
        "From {since} to {until}, when a firm moves between cities (from {losing} to "
        "{gaining}), the gaining city pays the city it left {years_of_tax:g} years of the "
        "firm's city tax at once.",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    years_of_tax: float = setting(
        "sum paid at once, in years of the city tax of the firm",
        unit="year", within=(0.0, 30.0), neutral=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the larger of the sums promised."""
        sums = economy.rules.lump_years
        sums[:] = np.maximum(sums, self.years_of_tax * between(self.losing, self.gaining))
