"""Stranded debt (债务处置): the debt of a closed plant is split by rule, to the fen."""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.compiled import compiled


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

    firm: int
    bank: int
    city: int
    province: int


@compiled
def split_debt(debt: int, shares: DebtShares) -> DebtSplit:
    """Split a debt (fen) among bearers; the firm takes what rounding leaves."""
    bank = int(np.floor(debt * shares.bank))
    city = int(np.floor(debt * shares.city))
    province = int(np.floor(debt * shares.province))
    return DebtSplit(debt - bank - city - province, bank, city, province)
