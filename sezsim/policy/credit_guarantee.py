"""Guarantees for small firms (中小企业信用担保): a fund takes over a part of what they cannot pay.

Overall plan, part 2 (2) 3. The fund of the province covers the part ``coverage`` of the debt of
private firms against a fee. Banks lend covered firms more and cheaper. When a private firm has long
had no margin for interest, the fund pays the covered part of its debt to the bank; that debt is
cancelled and the loss stays with the fund.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership

FEES = Flow("guarantee fees", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
CALLED = Flow("guarantees called", Sector.UPPER_GOVERNMENTS, Sector.BANKS)
CALL = 10  # month without margin for interest at which the bank calls (C: three quarters)
CHEAPER = 0.02  # fall of interest at full coverage (D)
LARGER = 0.5  # rise of the credit limit at full coverage (D)
PRIVATE = Ownership.PRIVATE


class CreditGuarantee(Instrument):
    """Guarantee the debt of private firms."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("中小企业信用担保", "Guarantees for small firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，省担保基金担保民营企业债务的{coverage:.0%}，年担保费率{fee:.1%}。",
        "From {since} to {until}, a fund of the province guarantees {coverage:.0%} of the debt "
        "of private firms for a fee of {fee:.1%} a year.",
    )

    coverage: float = setting(
        "part of the debt that is covered beyond the present part",
        unit="1", within=(0.0, 0.9), neutral=0.0, value=0.0, source="parameters.csv gua",
    )  # fmt: skip
    fee: float = setting(
        "fee over the debt that is covered",
        unit="1/year", within=(0.0, 0.1), neutral=0.02, value=0.02,
        source="parameters.csv gua",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Collect fees, answer calls and ease credit."""
        if self.coverage <= 0.0:
            return
        firms, rules = economy.firms, economy.rules
        rules.loan_spread[PRIVATE] -= CHEAPER * self.coverage
        rules.credit_limit[PRIVATE] *= 1.0 + LARGER * self.coverage
        covered = np.flatnonzero(firms.is_open & (firms.ownership == PRIVATE))
        debt = np.maximum(firms.debt[covered], 0) / 100.0 * self.coverage
        books.pay(FEES, covered, np.zeros_like(covered), fen(debt * self.fee / 12.0))
        called = firms.bad_months[covered] == CALL
        rows, paid = covered[called], fen(debt[called])
        cities = firms.city[rows].astype(np.int64)
        books.pay(CALLED, np.zeros_like(rows), cities, paid)
        firms.debt[rows] -= paid
        np.subtract.at(economy.banks.loans, cities, paid)
