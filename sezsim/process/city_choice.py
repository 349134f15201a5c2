"""City choice (地方政府选择): how hard a city carries out closing orders, and how it is scored.

Enforcement weighs the fine for missing the quota and the award against tax and jobs lost:

    e* = clip(K (audit * fine + award - tax - weight of jobs * wages) / curvature, 0, 1)

all per unit of capacity K under order. The yearly score adds tax, product and jobs with their
weights. Enforcement is 1 where nothing is ordered. The land discount follows the gain of a firm
that moves in, in the same weights.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy


class Parameters(Declared):
    """What cities weigh."""

    audit: float = parameter(
        0.7, "chance that a missed quota is found", unit="1/year", within=(0.0, 1.0),
        source="parameters.csv aud; scenario S2",
    )  # fmt: skip
    fine: float = parameter(
        0.25, "loss of a city for a unit of quota missed, over its yearly sales", unit="1",
        within=(0.0, 3.0), source="assumption",
    )  # fmt: skip
    product: float = parameter(
        0.05, "weight of value added against tax", unit="yuan/yuan", within=(0.0, 0.2),
        source="parameters.csv lambda_g; sign from studies of promotion", grade="B",
    )  # fmt: skip
    jobs: float = parameter(
        0.3, "weight of wages against tax", unit="yuan/yuan", within=(0.0, 1.0),
        source="parameters.csv lambda_e; sign from studies of protection", grade="B",
    )  # fmt: skip
    curvature: float = parameter(
        0.2, "curvature of the cost of enforcement, over sales", unit="1",
        within=(0.01, 2.0), source="parameters.csv psi_e: calibrate",
    )  # fmt: skip


def choose(economy: Economy, p: Parameters) -> None:
    """Let each city choose its enforcement of the orders in force and take its score."""
    governments, structure = economy.governments, economy.structure
    governments.score[:] = (
        governments.revenue
        + p.product * (economy.flows.value_added.sum(axis=1) + governments.credited)
        + p.jobs * economy.flows.wages
    )
    orders = economy.rules.closing_quota > 0.0
    governments.enforcement[:] = 1.0
    if not orders.any():
        return
    tax = structure.tax_rate * structure.city_tax_share[:, None]
    pay = structure.labour_cost * economy.cells.wage / structure.wage
    award = economy.rules.closing_award / 1e4
    effort = enforcement(award, tax, pay, p)
    weight = np.where(orders, structure.output, 0.0)
    total = weight.sum(axis=1)
    chosen = np.divide(
        (weight * effort).sum(axis=1), total, out=np.ones(CITIES), where=total > 0.0
    )
    governments.enforcement[:] = chosen


def enforcement(award: Floats, tax: Floats, pay: Floats, p: Parameters) -> Floats:
    """Effort (0-1) of a city that weighs fine and award against tax and jobs, per sales."""
    net = p.audit * p.fine + award - tax - p.jobs * pay
    return np.clip(net / p.curvature, 0.0, 1.0)
