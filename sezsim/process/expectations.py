"""Expectations (预期): firms expect to sell what they sold, with the trend of their industry.

    expected' = ((1 - gain) expected + gain sales) (1 + growth of the industry)
    plan      = expected (1 + growth * stock target) + (stock target * expected - stock) / 4

The growth of an industry is the smoothed change of its smoothed sales, anchored in the national
outlook: with own sales alone, investment and sales feed each other and the trend unravels.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
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
    expect_sales(
        firms.is_open, firms.industry, firms.sales, firms.inventory, cells.growth, p.gain,
        p.stock, p.stock_speed, firms.expected, firms.plan, firms.normal,
    )  # fmt: skip


def follow_industries(cells: Cells, outlook: Floats, p: Parameters) -> None:
    """Learn the growth of each industry from its sales and from the national outlook (19)."""
    learn_growth(
        cells.sales, outlook, p.trend_gain, p.anchor, cells.smooth_sales, cells.own_growth,
        cells.growth,
    )  # fmt: skip


@compiled
def learn_growth(
    sales: Floats, outlook: Floats, gain: float, anchor: float, smooth: Floats, own: Floats,
    growth: Floats,
) -> None:  # fmt: skip
    """Smooth the sales of each industry and their growth; anchor it in the outlook."""
    for s in range(len(growth)):
        before = smooth[s]
        smooth[s] += gain * (sales[:, s].sum() - before)
        ratio = smooth[s] / before if before > 0.0 else 1.0
        own[s] += gain * (ratio - 1.0 - own[s])
        growth[s] = anchor * outlook[s] + (1.0 - anchor) * own[s]


@compiled
def expected_sales(expected: Floats, sales: Floats, growth: Floats, gain: float) -> Floats:
    """Expected sales of the coming month, from the last expectation and the last sales."""
    return ((1.0 - gain) * expected + gain * sales) * (1.0 + growth)


@compiled
def planned_output(
    expected: Floats, inventory: Floats, growth: Floats, stock: float, speed: float
) -> Floats:
    """Output that serves expected sales and brings stocks to target."""
    gap = stock * expected - inventory
    return np.maximum(0.0, expected * (1.0 + growth * stock) + speed * gap)


@compiled
def expect_sales(
    is_open: Flags, industry: Ints, sales: Floats, inventory: Floats, growth: Floats,
    gain: float, stock: float, speed: float, expected: Floats, plan: Floats, normal: Floats,
) -> None:  # fmt: skip
    """Set what each firm expects to sell, plans and would make with its stocks right."""
    for row in range(len(industry)):
        i = uint64(row)
        if not is_open[i]:
            expected[i] = plan[i] = normal[i] = 0.0
            continue
        trend = growth[uint64(industry[i])]
        expected[i] = expected_sales(expected[i], sales[i], trend, gain)
        plan[i] = planned_output(expected[i], inventory[i], trend, stock, speed)
        normal[i] = expected[i] * (1.0 + trend * stock)
