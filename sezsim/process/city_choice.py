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

import math

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.definitions.sums import total, totals
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
    governments.enforcement[:] = 1.0
    if not np.count_nonzero(rules.closing_quota):
        return
    watched = p.audit * p.fine * (float(rules.audit) - 1.0)  # audits beyond those of p
    choose_effort(
        rules.closing_quota, rules.closing_award, watched, structure.tax_rate,
        structure.city_tax_share + rules.city_tax[VALUE_ADDED], structure.labour_cost,
        economy.cells.wage, structure.wage, jobs / revenue, structure.output,
        economy.scratch.failed, p.audit * p.fine, p.jobs, p.curvature, governments.enforcement,
    )  # fmt: skip


def judge_emissions(economy: Economy) -> None:
    """Let the cities fail whose sulphur dioxide of a year is above what the veto admits."""
    structure, scratch = economy.structure, economy.scratch
    scratch.failed[:] = False
    if not math.isfinite(economy.rules.veto):
        return
    judge(
        structure.output, structure.so2, scratch.sulphur, float(economy.rules.veto),
        scratch.failed, economy.governments.score,
    )  # fmt: skip


@compiled
def judge(
    output: Floats, sulphur_per: Floats, sulphur: Floats, veto: float, failed: Flags,
    score: Floats,
) -> None:  # fmt: skip
    """Mark the cities whose emissions are above the veto times those of the opening."""
    opening = totals(output * sulphur_per)
    for c in range(CITIES):
        failed[c] = sulphur[c] > veto * opening[c]
        if failed[c]:
            score[c] = 0.0


@compiled
def score_cities(
    city: Ints, receipts: Floats, costs: Floats, payroll: Floats, revenue: Floats,
    air: Floats, credited: Floats, weight: float, product: float, jobs: float, score: Floats,
) -> None:  # fmt: skip
    """Score each city by its revenue, and by product and pay of its firms in the month before.

    The sums of a city stay at hand as long as the next firm lies there too.
    """
    added, paid = np.zeros(CITIES), np.zeros(CITIES)
    here, made, earned = uint64(0), 0.0, 0.0
    for row in range(len(city)):
        i = uint64(row)
        there = uint64(city[i])
        if there != here:
            added[here], paid[here] = made, earned
            here, made, earned = there, added[there], paid[there]
        made += receipts[i] - costs[i]
        earned += payroll[i]
    added[here], paid[here] = made, earned
    for c in range(CITIES):
        score[c] = weight * (revenue[c] + air[c])
        score[c] += product * (added[c] + credited[c])
        score[c] += jobs * paid[c]


@compiled
def choose_effort(
    quota: Floats, award: Floats, watched: float, tax_rate: Floats, kept: Floats,
    labour_cost: Floats, wage: Floats, opening_wage: Floats, jobs: float, output: Floats,
    failed: Flags, fine: float, weight_of_jobs: float, curvature: float, effort: Floats,
) -> None:  # fmt: skip
    """Write the effort of each city, the mean over industries under order; who failed obeys."""
    for c in range(CITIES):
        weight, chosen = np.zeros(INDUSTRIES), np.zeros(INDUSTRIES)
        for s in range(INDUSTRIES):
            if quota[c, s] > 0.0:
                pay = labour_cost[c, s] * wage[c, s] / opening_wage[c, s] * jobs
                weight[s] = output[c, s]
                chosen[s] = weight[s] * enforcement(
                    award[c, s] / 1e4 + watched, tax_rate[c, s] * kept[c], pay, fine,
                    weight_of_jobs, curvature,
                )  # fmt: skip
        whole = total(weight)
        if whole > 0.0 and not failed[c]:
            effort[c] = total(chosen) / whole


@compiled
def enforcement(
    award: float, tax: float, pay: float, fine: float, jobs: float, curvature: float
) -> float:
    """Effort (0-1) of a city that weighs fine and award against tax and jobs, per sales."""
    net = fine + award - tax - jobs * pay
    return min(max(net / curvature, 0.0), 1.0)


def over_reporting(wedge: Floats, pressure: float, inflation: float) -> Floats:
    """Reported over true product beyond the opening wedge, given pressure (1 at the opening)."""
    extra = pressure - 1.0
    return np.full(len(wedge), inflation * extra) if extra > 0.0 else (wedge - 1.0) * extra
