"""What a plant is and what its owners lose when it closes (economics 4a).

A plant is the equipment of one generation in one firm; it has an idle and a running part. Per
unit of monthly capacity

    loss = use * (PV(margin - interest) + severance + own share of debt)
           - scrap - land - price of the right to rebuild

Idle equipment earns nothing, employs nobody and leaves the firm's debt as it was: its loss is at
most zero. PV is an annuity over the life that is left.
"""

import math

from sezsim.definitions.compiled import compiled
from sezsim.definitions.phase_out import Identification

SIZE, INTENSITY = int(Identification.SIZE), int(Identification.INTENSITY)
YEAR = 12.0


@compiled
def months_of_profit(life: float, discount: float) -> float:
    """Present value of one yuan a month over a life (years) at a yearly rate, in months."""
    if discount <= 0.0:
        return YEAR * life
    return YEAR * (1.0 - math.exp(-discount * life)) / discount


@compiled
def loss_of_closing(
    margin: float, interest: float, severance: float, own_debt: float, use: float,
    worth: float, right: float, profit_months: float,
) -> float:  # fmt: skip
    """Loss (yuan) of an owner who closes one unit of monthly capacity.

    margin and interest are yuan a month per running unit, severance and own_debt yuan per running
    unit, worth is what scrap and land bring, right what the right to rebuild brings (yuan a unit).
    """
    earned = (margin - interest) * profit_months
    return use * (earned + severance + own_debt) - worth - right


@compiled
def is_backward(
    size: float, energy: float, threshold: float, norm: float, identification: int
) -> bool:
    """Tell whether equipment counts as backward: too small, too wasteful, or either.

    size and threshold are yuan of yearly capacity of one plant; energy and norm are energy per
    output over the mean of the industry.
    """
    small, wasteful = size < threshold, energy > norm
    if identification == SIZE:
        return small
    if identification == INTENSITY:
        return wasteful
    return small or wasteful
