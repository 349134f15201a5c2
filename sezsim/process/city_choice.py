"""City choice (地方政府选择): how hard a city carries out closing orders, and how it is scored.

Enforcement weighs the fine for missing the quota and the award against tax and jobs lost:

    e* = clip(K (audit * fine + award - tax - weight of jobs * wages) / curvature, 0, 1)

all per unit of capacity K under order. The yearly score adds revenue as reported, product and jobs
with their weights; where revenue weighs more, jobs and product weigh less against it. Pressure to
report growth is the weight of product that audits leave; less pressure than at the opening shrinks
the wedge that the opening table holds, more of it adds air. Reported product feeds back on nothing,
reported revenue only on what is handed up and on transfers (reported_revenue.py). Under a veto, a
city that emits too much scores nothing and then obeys: it carries out every order and collects the
whole levy. Enforcement is 1 where nothing is ordered. The land discount follows the gain of a firm
that moves in, in the same weights.
"""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy

VALUE_ADDED = 0  # among the shared taxes


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
    inflation: float = parameter(
        0.1, "product reported in excess if the weight of product doubles", unit="1",
        within=(0.0, 0.3), source="facts: Liaoning's fiscal data of 2011-2014 held about 20% air",
    )  # fmt: skip
    curvature: float = parameter(
        0.2, "curvature of the cost of enforcement, over sales", unit="1",
        within=(0.01, 2.0), source="parameters.csv psi_e: calibrate",
    )  # fmt: skip


def choose(economy: Economy, p: Parameters) -> None:
    """Let each city choose its enforcement of the orders in force and take its score."""
    governments, structure, rules = economy.governments, economy.structure, economy.rules
    firms, product, jobs = economy.firms, float(rules.score_product), float(rules.score_jobs)
    revenue = float(rules.score_revenue)
    score_cities(
        firms.city, firms.receipts, firms.costs, firms.payroll, governments.revenue,
        governments.air, governments.credited, revenue, p.product * product, p.jobs * jobs,
        governments.score,
    )  # fmt: skip
    pressure = product * (1.0 - float(rules.honesty))
    governments.over_reporting[:] = 0.0
    if pressure != 1.0:
        wedge = structure.wedge.mean(axis=1)
        governments.over_reporting[:] = over_reporting(wedge, pressure, p.inflation)
    judge_emissions(economy)
    orders = rules.closing_quota > 0.0
    governments.enforcement[:] = 1.0
    if not np.count_nonzero(orders):
        return
    kept = structure.city_tax_share + rules.city_tax[VALUE_ADDED]
    tax = structure.tax_rate * kept[:, None]
    pay = structure.labour_cost * economy.cells.wage / structure.wage
    watched = p.audit * p.fine * (float(rules.audit) - 1.0)  # audits beyond those of p
    effort = enforcement(rules.closing_award / 1e4 + watched, tax, pay * (jobs / revenue), p)
    weight = np.where(orders, structure.output, 0.0)
    total = weight.sum(axis=1)
    chosen = np.divide(
        (weight * effort).sum(axis=1), total, out=np.ones(CITIES), where=total > 0.0
    )
    governments.enforcement[:] = np.where(economy.scratch.failed, 1.0, chosen)


def judge_emissions(economy: Economy) -> None:
    """Let the cities fail whose sulphur dioxide of a year is above what the veto admits."""
    structure, scratch = economy.structure, economy.scratch
    scratch.failed[:] = False
    if not np.isfinite(economy.rules.veto):
        return
    opening = (structure.output * structure.so2).sum(axis=1)
    scratch.failed[:] = scratch.sulphur > economy.rules.veto * opening
    economy.governments.score[scratch.failed] = 0.0


@compiled
def score_cities(
    city: Ints, receipts: Floats, costs: Floats, payroll: Floats, revenue: Floats,
    air: Floats, credited: Floats, weight: float, product: float, jobs: float, score: Floats,
) -> None:  # fmt: skip
    """Score each city by its revenue, and by product and pay of its firms in the month before."""
    added, paid = np.zeros(CITIES), np.zeros(CITIES)
    for i in range(len(city)):
        added[city[i]] += receipts[i] - costs[i]
        paid[city[i]] += payroll[i]
    for c in range(CITIES):
        score[c] = weight * (revenue[c] + air[c])
        score[c] += product * (added[c] + credited[c])
        score[c] += jobs * paid[c]


def enforcement(award: Floats, tax: Floats, pay: Floats, p: Parameters) -> Floats:
    """Effort (0-1) of a city that weighs fine and award against tax and jobs, per sales."""
    net = p.audit * p.fine + award - tax - p.jobs * pay
    return np.clip(net / p.curvature, 0.0, 1.0)


def over_reporting(wedge: Floats, pressure: float, inflation: float) -> Floats:
    """Reported over true product beyond the opening wedge, given pressure (1 at the opening)."""
    extra = pressure - 1.0
    return np.full(len(wedge), inflation * extra) if extra > 0.0 else (wedge - 1.0) * extra
