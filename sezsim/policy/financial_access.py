"""Access to finance (融资渠道): cheaper and larger loans, lower tax for small firms.

Overall plan, parts 2 (2) 3 and 2 (8): bonds and listing, city banks that branch across cities, tax
help for private firms. ``spread`` lowers the interest of private firms, ``limit`` and ``state``
multiply what private and state firms may borrow, ``relief`` is paid by the province.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.industry import MANUFACTURING
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership


class FinancialAccess(Instrument):
    """Widen the access of firms to finance."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("拓宽融资渠道", "Access to finance")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，融资条件改善：[，民营企业贷款利率降低{spread:.2%}][，"
        "民营企业信贷额度乘以{limit:g}][，国有企业信贷额度乘以{state:g}][，"
        "民营企业税负降低销售额的{relief:.2%}]。",
        "From {since} to {until}, finance is easier to get:[; private firms pay "
        "{spread:.2%} less interest][; private firms may borrow {limit:g} times as much][; "
        "state firms may borrow {state:g} times as much][; private firms pay {relief:.2%} "
        "of sales less tax].",
    )

    spread: float = setting(
        "fall of the interest of private firms",
        unit="1/year", within=(0.0, 0.03), neutral=0.0, value=0.0,
    )  # fmt: skip
    limit: float = setting(
        "credit limit of private firms over the present one",
        unit="1", within=(0.2, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    state: float = setting(
        "credit limit of state firms over the present one",
        unit="1", within=(0.2, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    relief: float = setting(
        "part of sales that the province remits to manufacturing",
        unit="1", within=(0.0, 0.05), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Open finance this month."""
        rules = economy.rules
        rules.loan_spread[Ownership.PRIVATE] -= self.spread
        rules.credit_limit[Ownership.PRIVATE] *= self.limit
        rules.credit_limit[Ownership.STATE] *= self.state
        rules.charge_above[:, [int(i) for i in MANUFACTURING]] -= self.relief
