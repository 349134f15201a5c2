"""Pace of the opening (期初增长): the rates at which its flows and stocks already grow."""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year.structure import (
    MONTHS,
)
from sezsim.definitions.columns import Floats
from sezsim.parameters import Parameters


@dataclass(frozen=True)
class Pace:
    """Monthly rates at which the opening grows."""

    real: float
    prices: float
    stocks: float

    @classmethod
    def of(cls, p: Parameters) -> "Pace":
        """Take the rates from the parameters of the outside."""
        outside = p.national
        return cls(
            (1.0 + outside.growth) ** (1.0 / MONTHS) - 1.0,
            (1.0 + outside.inflation) ** (1.0 / MONTHS) - 1.0,
            (1.0 + outside.stock_growth) ** (1.0 / MONTHS) - 1.0,
        )

    @property
    def nominal(self) -> float:
        """Growth of money flows, 1/month."""
        return (1.0 + self.real) * (1.0 + self.prices) - 1.0


def lagged(value: Floats, gain: float, growth: float) -> Floats:
    """Return the smoothed value that follows `value` when both grow at a rate."""
    return np.asarray(gain * value / (1.0 - (1.0 - gain) / (1.0 + growth)))
