"""Open entry (放宽市场准入): fewer barriers, less tax and cheaper credit in some industries.

Overall plan, parts 2 (1) 2, 2 (1) 3 and 2 (2) 3: emerging industries, producer services, private
capital in closed fields. ``ease`` multiplies entry; ``relief`` lowers taxes on sales at the cost of
the province, and with them prices; ``spread`` lowers the interest of private firms.
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
from sezsim.state.firms import Ownership
from sezsim.state.rules import block


class EntryReform(Instrument):
    """Ease entry to some industries."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("放宽市场准入", "Open entry")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业放宽准入：[，新设企业乘以{ease:g}][，"
        "税负降低销售额的{relief:.2%}][，民营企业贷款利率降低{spread:.2%}]。",
        "From {since} to {until}, entry to {industries} in {cities} is opened:[; {ease:g} "
        "times as many firms open][; tax falls by {relief:.2%} of sales][; private firms "
        "pay {spread:.2%} less interest].",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    ease: float = setting(
        "entry over the present one",
        unit="1", within=(0.1, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    relief: float = setting(
        "part of sales that the province remits",
        unit="1", within=(0.0, 0.05), neutral=0.0, value=0.0,
    )  # fmt: skip
    spread: float = setting(
        "fall of the interest of private firms",
        unit="1/year", within=(0.0, 0.03), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Open entry for this month."""
        cells = block(self.cities, self.industries)
        rules = economy.rules
        rules.entry_ease[cells] *= self.ease
        rules.charge_above[cells] -= self.relief
        rules.loan_spread[Ownership.PRIVATE] -= self.spread
