"""Guarantees for small firms (中小企业信用担保): a fund takes over a part of what they cannot pay.

Overall plan, part 2 (2) 3. The fund of the province covers the part ``coverage`` of the debt of
private firms against a fee. Banks lend covered firms more and cheaper. When a private firm has long
had no margin for interest, the fund pays the covered part of its debt to the bank; that debt is
cancelled and the loss stays with the fund.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership

FEES = Flow("guarantee fees", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
CALLED = Flow("guarantees called", Sector.UPPER_GOVERNMENTS, Sector.BANKS)
KINDS = (FEES,)
CALL = 10  # month without margin for interest at which the bank calls (C: three quarters)
CHEAPER = 0.02  # fall of interest at full coverage (D)
LARGER = 0.5  # rise of the credit limit at full coverage (D)
PRIVATE = int(Ownership.PRIVATE)
PROVINCE, CITY_ROWS = np.zeros(CITIES, np.int64), np.arange(CITIES)


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
        fees, called = guarantee(
            firms.is_open, firms.ownership, firms.city, firms.debt, firms.bad_months,
            self.coverage, self.fee / 12.0,
        )  # fmt: skip
        books.pay_with_firms(KINDS, PROVINCE, firms.city, fees)
        if np.count_nonzero(called):
            books.pay(CALLED, PROVINCE, CITY_ROWS, called)
            economy.banks.loans[:CITIES] -= called


@compiled
def guarantee(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    is_open: Flags, ownership: Ints, city: Ints, debt: Money, bad_months: Ints,
    coverage: float, fee: float,
) -> tuple[Money, Money]:  # fmt: skip
    """Return the fee (1, firms) of each covered firm and the debt called by city (8), in fen.

    The debt that is called is cancelled.
    """
    fees, called = np.zeros((1, len(city)), np.int64), np.zeros(CITIES, np.int64)
    for row in range(len(city)):
        i = uint64(row)
        if is_open[i] and ownership[i] == PRIVATE:
            covered = max(debt[i], 0) * coverage
            fees[0, i] = np.int64(np.rint(covered * fee))
            if bad_months[i] == CALL:
                paid = np.int64(np.rint(covered))
                debt[i] -= paid
                called[city[i]] += paid
    return fees, called
