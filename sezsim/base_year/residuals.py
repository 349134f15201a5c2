"""Residuals of the opening table: each anchor with its rank, what came out, and its tolerance."""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year import figures
from sezsim.base_year.final_demand import FinalDemand
from sezsim.base_year.income_account import IncomeAccount
from sezsim.base_year.jobs import Jobs
from sezsim.base_year.product import Product
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES, CITY_NAMES, City
from sezsim.definitions.industry import Industry

EXACT = 1e-8
WEDGES = {City.ANSHAN: 0.13, City.BENXI: 0.06}
WEDGE = 0.03
FREE = np.inf


@dataclass(frozen=True)
class Residual:
    """One anchor at one place."""

    anchor: str
    rank: int
    place: str
    target: float
    value: float
    tolerance: float
    unit: str

    @property
    def deviation(self) -> float:
        """Relative deviation from the target."""
        return self.value / self.target - 1.0 if self.target else 0.0

    @property
    def holds(self) -> bool:
        """Tell whether the deviation lies within its tolerance."""
        return bool(abs(self.deviation) <= self.tolerance)


def measure_residuals(
    jobs: Jobs,
    product: Product,
    income: IncomeAccount,
    final: FinalDemand,
    flows: Floats,
    pay: float,
) -> tuple[Residual, ...]:
    """List all anchors, the binding ones with their tolerance."""
    listed = people(jobs, product) + products(product) + identities(product, final, flows)
    return tuple(listed + incomes(product, income, pay) + reported_only(product, final))


def by_city(
    anchor: str, rank: int, target: Floats, value: Floats, tolerance: float, unit: str
) -> list[Residual]:
    """List an anchor for all cities."""
    return [
        Residual(
            anchor, rank, CITY_NAMES[c], float(target[c]), float(value[c]), tolerance, unit
        )
        for c in range(CITIES)
        if np.isfinite(target[c])
    ]


def people(jobs: Jobs, product: Product) -> list[Residual]:
    """Jobs by city and by group against the census."""
    census = jobs.known.sum(axis=1) + jobs.mining + jobs.manufacturing
    found = product.jobs
    listed = by_city("jobs", 1, census, found.sum(axis=1), 0.02, "person")
    groups = {
        "farm jobs": (jobs.known[:, 0], found[:, 0]),
        "mining jobs": (jobs.mining, found[:, Industry.COAL : Industry.LIGHT].sum(axis=1)),
        "manufacturing jobs": (
            jobs.manufacturing, found[:, Industry.LIGHT : Industry.POWER].sum(axis=1)
        ),
    }  # fmt: skip
    for name, (target, value) in groups.items():
        listed += by_city(name, 1, target, value, 0.02, "person")
    return listed


def products(product: Product) -> list[Residual]:
    """Product of each city by sector after the wedge, and the wedge itself."""
    model = product.reported / product.wedge
    listed = []
    for k, name in enumerate(("primary", "secondary", "tertiary")):
        value = model[:, k] * product.wedge[:, k]
        listed += by_city(
            f"{name} product", 3, product.reported[:, k], value, 0.005, "10^8 yuan"
        )
    total = product.reported.sum(axis=1)
    for city in City:
        listed.append(
            Residual(
                "product without wedge", 3, CITY_NAMES[city], float(total[city]),
                float(model[city].sum()), WEDGES.get(city, WEDGE), "10^8 yuan",
            )
        )  # fmt: skip
    return listed


def identities(product: Product, final: FinalDemand, flows: Floats) -> list[Residual]:
    """Rows and columns of the table: output is sold, use is bought, columns end at one."""
    sold = flows[:, :CITIES].sum(axis=2).T.sum(axis=1)
    bought = flows[:, :, :CITIES].sum(axis=1).T.sum(axis=1)
    columns = product.coefficients.sum(axis=1) * product.output + product.value_added
    made = product.output.sum(axis=1)
    return (
        by_city("output sold", 0, made, sold, EXACT, "10^8 yuan")
        + by_city("use bought", 0, final.use.sum(axis=1), bought, EXACT, "10^8 yuan")
        + by_city("inputs and value added", 0, made, columns.sum(axis=1), EXACT, "10^8 yuan")
    )


def incomes(product: Product, income: IncomeAccount, pay: float) -> list[Residual]:
    """Mean pay against the yearbook, and income against product."""
    posts = product.jobs.copy()
    posts[:, Industry.AGR] = 0.0
    mean = income.wages.sum(axis=1) * 1e8 / posts.sum(axis=1)
    units = figures.by_city("average_wage_on_post")
    parts = (
        income.wages + income.contributions + income.taxes + income.mixed + income.surplus
    ).sum(axis=1)
    added = product.value_added.sum(axis=1)
    return by_city("mean pay", 5, pay * units, mean, 0.12, "yuan") + by_city(
        "income", 0, added, parts, EXACT, "10^8 yuan"
    )


def reported_only(product: Product, final: FinalDemand) -> list[Residual]:
    """Anchors that give way: above-scale output and retail sales."""
    industry = product.output[:, Industry.COAL : Industry.CONSTR].sum(axis=1)
    above = figures.by_city("industrial_gross_output_above_scale")
    retail = figures.by_city("retail_sales_consumer_goods")
    spent = final.households.sum(axis=1)
    return by_city("above-scale output", 6, above, industry, FREE, "10^8 yuan") + by_city(
        "retail sales", 6, retail, spent, FREE, "10^8 yuan"
    )
