"""Expectations (预期): firms expect to sell what they sold, with the trend of their industry.

    expected' = ((1 - gain) expected + gain sales) (1 + growth of the industry)
    plan      = expected (1 + growth * stock target) + (stock target * expected - stock) / 4

The growth of an industry is the smoothed change of its smoothed sales, anchored in the national
outlook: with own sales alone, investment and sales feed each other and the trend unravels.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.state.cells import Cells
from sezsim.state.firms import Firms


class Parameters(Declared):
    """How firms form expectations."""

    gain: float = parameter(
        0.25, "weight of last month's sales in expected sales", unit="1/month",
        within=(0.05, 1.0), source="parameters.csv lambda_exp: memory of model practice",
    )  # fmt: skip
    stock: float = parameter(
        0.5, "stock target in months of sales", unit="month", within=(0.0, 2.0),
        source="parameters.csv inv_star: memory",
    )  # fmt: skip
    stock_speed: float = parameter(
        0.1, "share of a stock gap closed in a month", unit="1/month", within=(0.0, 1.0),
        source="economics 2.1: a quarter of the gap", grade="D",
    )  # fmt: skip
    anchor: float = parameter(
        0.6, "weight of the national outlook in expected growth", unit="1", within=(0.0, 1.0),
        source="chosen for stability: the accelerator is stable above about one third",
    )  # fmt: skip
    trend_gain: float = parameter(
        0.08, "weight of the last month in smoothed sales and growth", unit="1/month",
        within=(0.0, 0.5), source="assumption: a year's memory",
    )  # fmt: skip


def expect(firms: Firms, cells: Cells, p: Parameters) -> None:
    """Form expected sales and plan the month's output."""
    growth = cells.growth[firms.industry]
    firms.expected[:] = expected_sales(firms.expected, firms.sales, growth, p.gain)
    firms.plan[:] = planned_output(
        firms.expected, firms.inventory, growth, p.stock, p.stock_speed
    )
    firms.normal[:] = firms.expected * (1.0 + growth * p.stock)
    firms.normal[~firms.is_open] = 0.0
    firms.expected[~firms.is_open] = 0.0
    firms.plan[~firms.is_open] = 0.0


def follow_industries(cells: Cells, outlook: Floats, p: Parameters) -> None:
    """Learn the growth of each industry from its sales and from the national outlook (19)."""
    before = cells.smooth_sales.copy()
    cells.smooth_sales += p.trend_gain * (cells.sales.sum(axis=0) - before)
    ratio = np.divide(cells.smooth_sales, before, out=np.ones_like(before), where=before > 0.0)
    cells.own_growth += p.trend_gain * (ratio - 1.0 - cells.own_growth)
    cells.growth[:] = p.anchor * outlook + (1.0 - p.anchor) * cells.own_growth


def expected_sales(expected: Floats, sales: Floats, growth: Floats, gain: float) -> Floats:
    """Expected sales of the coming month, from the last expectation and the last sales."""
    return ((1.0 - gain) * expected + gain * sales) * (1.0 + growth)


def planned_output(
    expected: Floats, inventory: Floats, growth: Floats, stock: float, speed: float
) -> Floats:
    """Output that serves expected sales and brings stocks to target."""
    gap = stock * expected - inventory
    return np.maximum(0.0, expected * (1.0 + growth * stock) + speed * gap)
