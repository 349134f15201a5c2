"""Stranded debt (债务处置): the debt of a closed plant is split by rule, to the fen."""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Money


class DebtShares(NamedTuple):
    """Who bears the debt of closed plant; the firm keeps what is left."""

    bank: float = 0.0
    city: float = 0.0
    province: float = 0.0

    @property
    def firm(self) -> float:
        """The part that the firm goes on owing."""
        return 1.0 - self.bank - self.city - self.province


class DebtSplit(NamedTuple):
    """Debt (fen) by bearer."""

    firm: Money
    bank: Money
    city: Money
    province: Money


def split_debt(debt: Money, shares: DebtShares) -> DebtSplit:
    """Split debts (fen) among bearers; the firm takes what rounding leaves."""
    bank, city, province = (
        np.floor(debt * share).astype(np.int64)
        for share in (shares.bank, shares.city, shares.province)
    )
    return DebtSplit(debt - bank - city - province, bank, city, province)
