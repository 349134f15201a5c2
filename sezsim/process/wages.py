"""Wages (工资): pay follows prices, productivity and the slack of the city's labour market.

    ln W* = ln W0 + ln(national consumer price) + trend productivity + beta (ln u - ln u0)
    ln W' = ln W + (expected inflation + productivity growth) + speed (ln W* - ln W)

A rule in levels: a rule in growth rates that adds expected growth to productivity counts
productivity twice and lets unemployment wander. The price is the national one: with the zone's
own, wages and prices chased each other through the boom of ore and oil in 2011. The level belongs
to the city; the pay of an industry over the city's mean stays as the opening table has it.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.state.cells import Cells
from sezsim.state.structure import Structure


class Parameters(Declared):
    """How pay moves."""

    speed: float = parameter(
        0.083, "share of the gap to target pay closed in a month", unit="1/month",
        within=(0.0, 1.0), source="economics 8: a quarter of the gap a quarter",
    )  # fmt: skip
    curve: float = parameter(
        -0.1, "elasticity of pay to unemployment", unit="1", within=(-0.5, 0.0),
        source="parameters.csv beta_wc: Blanchflower and Oswald 1994", grade="A",
    )  # fmt: skip
    share: float = parameter(
        0.715, "part of trend productivity that pay follows", unit="1", within=(0.3, 1.0),
        source="facts.csv F31: the labour share fell slowly; parameters.csv psi_w",
    )  # fmt: skip
    inflation_gain: float = parameter(
        0.08, "weight of the last month in expected inflation", unit="1/month",
        within=(0.0, 1.0), source="assumption: a year's memory",
    )  # fmt: skip


@dataclass(frozen=True)
class LivingCost:
    """The national consumer price over the opening and its growth this month."""

    level: float
    growth: float  # 1/month


def set_pay(
    cells: Cells, structure: Structure, living: LivingCost, trend: Floats,
    trend_growth: Floats, p: Parameters,
) -> None:  # fmt: skip
    """Set the pay of every cell for the month.

    Args:
        cells: prices, unemployment and pay by cell.
        structure: opening pay and unemployment.
        living: the national consumer price.
        trend: labour productivity of each city's trades over the opening (8).
        trend_growth: its growth this month (8), 1/month.
        p: parameters.
    """
    set_pay_of_cities(
        cells.unemployment, structure.unemployment, structure.wage, living.level,
        living.growth, trend, trend_growth, p.curve, p.share, p.speed, cells.wage_level,
        cells.wage,
    )  # fmt: skip


@compiled
def set_pay_of_cities(
    unemployment: Floats, unemployment_before: Floats, wage_before: Floats, price: float,
    inflation: float, trend: Floats, trend_growth: Floats, curve: float, share: float,
    speed: float, level: Floats, wage: Floats,
) -> None:  # fmt: skip
    """Move the level of pay of each city and skill towards its target; set pay by industry."""
    for c in range(len(trend)):
        slack = math.log(max(unemployment[c], 1e-3) / unemployment_before[c])
        target = target_pay(price, trend[c] ** share, slack, curve)
        for g in range(level.shape[1]):
            expected = math.log(level[c, g]) + inflation + share * trend_growth[c]
            level[c, g] = math.exp(expected + speed * (target - expected))
        wage[c] = wage_before[c] * level[c].mean()


@compiled
def target_pay(price: float, trend: Any, slack: Any, curve: float) -> Any:
    """Log of target pay over opening pay: prices, productivity, wage curve."""
    return np.log(price) + np.log(trend) + curve * slack


def follow_prices(cells: Cells, structure: Structure, p: Parameters) -> None:
    """Measure consumer and investment prices of each city and learn inflation."""
    measure_prices(
        structure.investment_share, cells.service_weight, cells.buyer_price, p.inflation_gain,
        cells.investment_price, cells.consumer_price, cells.inflation,
    )  # fmt: skip


@compiled
def measure_prices(
    investment_share: Floats, service_weight: Floats, buyer_price: Floats, gain: float,
    investment_price: Floats, consumer_price: Floats, inflation: Floats,
) -> None:  # fmt: skip
    """Price the bundles of investors and consumers of each city."""
    for c in range(len(inflation)):
        before = consumer_price[c]
        investment_price[c] = (investment_share[c] * buyer_price[c]).sum()
        consumer_price[c] = (service_weight[c] * buyer_price[c]).sum()
        step = np.log(consumer_price[c] / before)
        inflation[c] += gain * (step - inflation[c])
