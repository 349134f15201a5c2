"""Venture fund (创业投资引导资金): the province puts equity into young firms, others follow.

Overall plan, part 2 (3) 3. The fund pays a part of product a year into private firms of some
industries, by their sales; owners outside add ``leverage`` times as much. Entry becomes easier and
firms carry out more of what they plan.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.declare import setting
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership
from sezsim.state.rules import marked

EQUITY = Flow("equity of the venture fund", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
PARTNERS = Flow("equity beside the venture fund", Sector.OUTSIDE, Sector.FIRMS)
ABROAD = 1  # partners come from the rest of China


class VentureFund(Instrument):
    """Put equity into firms of some industries."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("创业投资引导资金", "Venture fund")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，省引导资金每年按生产总值的{fund:.3%}投向{industries}，"
        "社会资本跟投{leverage:g}倍[，新设企业乘以{ease:g}]。",
        "From {since} to {until}, a fund puts {fund:.3%} of product a year into "
        "{industries}; others add {leverage:g} times as much[; entry is {ease:g} times as "
        "easy].",
    )

    industries: tuple[Industry, ...]
    fund: float = setting(
        "equity over product a year", unit="1", within=(0.0, 0.01), neutral=0.0, value=0.0
    )
    leverage: float = setting(
        "equity of others over that of the fund",
        unit="1", within=(0.0, 10.0), neutral=3.0, value=3.0,
    )  # fmt: skip
    ease: float = setting(
        "entry to the industries over the present one, and plans carried out",
        unit="1", within=(1.0, 3.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Invest this month."""
        rules, columns = economy.rules, list(self.industries)
        rules.entry_ease[:, columns] *= self.ease
        rules.expansion[:, columns] *= self.ease
        if self.fund <= 0.0:
            return
        firms = economy.firms
        chosen = firms.is_open & (firms.ownership == Ownership.PRIVATE)
        rows = np.flatnonzero(chosen & marked(self.industries, INDUSTRIES)[firms.industry])
        sales = firms.receipts[rows]
        product = (firms.receipts - firms.costs).sum()
        parts = product * self.fund * sales / max(sales.sum(), 1.0)
        books.pay_yuan(EQUITY, np.zeros_like(rows), rows, parts)
        books.pay_yuan(PARTNERS, np.full_like(rows, ABROAD), rows, parts * self.leverage)
