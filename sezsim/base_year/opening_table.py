"""The opening table (期初平衡表): eight cities and nineteen industries in 2010, in balance.

Anchors are ranked; where they disagree the lower one gives way, and the residual says by how much:
people and jobs of the census, tonnes and named plants, product of each city by three sectors,
national cost shares, pay of the yearbook, above-scale output, estimated mix. Money is 10^8 yuan a
year, the mean of 2010; persons are persons.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year import figures
from sezsim.base_year.closures import Parameters as Closures
from sezsim.base_year.final_demand import FinalDemand, final_demand
from sezsim.base_year.income_account import IncomeAccount, income_account
from sezsim.base_year.jobs import Jobs, census_jobs
from sezsim.base_year.product import Product, product_of_cities
from sezsim.base_year.residuals import Residual, measure_residuals
from sezsim.base_year.trade_flows import trade_flows
from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import DataError


@dataclass(frozen=True)
class OpeningTable:
    """The balanced table; arrays are (8 cities, 19 industries) unless said otherwise."""

    jobs: Floats  # persons
    adults: Floats  # (8,) persons of 16 and more
    unemployed: Floats  # (8,) persons
    output: Floats
    value_added: Floats
    coefficients: Floats  # (8, 19 bought, 19)
    wages: Floats  # gross pay of employees
    employer_contributions: Floats
    mixed_income: Floats  # farm households and self-employed
    production_taxes: Floats
    surplus: Floats  # gross operating surplus
    depreciation: Floats
    households: Floats
    government: Floats
    investment: Floats
    investment_by_buyer: Floats  # (8, 3) firms, housing, infrastructure
    stock_change: Floats
    flows: Floats  # (19, 11 origins, 11 destinations)
    use: Floats
    net_outflow: Floats
    capital: Floats
    deposits: Floats  # (8,)
    loans: Floats  # (8,)
    reported_product: Floats  # (8, 3)
    wedge: Floats  # (8, 3) reported over model
    disposable_income: Floats  # (8,)
    property_income: Floats  # (8,)
    transfers_to_households: Floats  # (8,)
    revenue: Floats  # (8,) general budget
    expenditure: Floats  # (8,) general budget
    minimum_wage: Floats  # (8,) yuan a month
    house_price: Floats  # (8,) yuan/m2
    unit_wage: Floats  # (8,) yuan a year
    tonnes: Floats
    energy: Floats  # (19,) tce per 10^4 yuan of output
    water: Floats  # (19,) m3 per 10^4 yuan
    so2: Floats  # (19,) kg per 10^4 yuan
    cod: Floats  # (19,) kg per 10^4 yuan
    co2: Floats  # (19,) t per 10^4 yuan
    national_rate: Floats  # (19,) national value added over output
    national_product_per_worker: Floats  # (19,) yuan a year
    residuals: tuple[Residual, ...]

    @property
    def product(self) -> Floats:
        """Model product of each city (8)."""
        return np.asarray(self.value_added.sum(axis=1))


def build_opening_table(closures: Closures | None = None) -> OpeningTable:
    """Build the table from calibration/data."""
    assumed = Closures() if closures is None else closures
    jobs = census_jobs()
    product = product_of_cities(jobs, assumed.wedge)
    income = income_account(jobs, product, assumed.pay)
    final = final_demand(product, income)
    flows = trade_flows(product, final, assumed.local_supply)
    return assemble(jobs, product, income, final, flows, assumed.pay)


def assemble(
    jobs: Jobs,
    product: Product,
    income: IncomeAccount,
    final: FinalDemand,
    flows: Floats,
    pay: float,
) -> OpeningTable:
    """Put the parts together and measure what gave way."""
    intensity = {
        name: figures.by_industry(f"{name}_per_output", file="industry_intensity.csv")
        for name in ("energy_total", "water", "so2", "cod", "co2", "employment")
    }
    per_worker = (
        figures.by_industry("va_rate") * 1e6 / np.maximum(intensity["employment"], 1e-9)
    )
    return OpeningTable(
        jobs=product.jobs, adults=jobs.adults, unemployed=jobs.unemployed,
        output=product.output, value_added=product.value_added,
        coefficients=product.coefficients, wages=income.wages,
        employer_contributions=income.contributions, mixed_income=income.mixed,
        production_taxes=income.taxes, surplus=income.surplus,
        depreciation=income.depreciation, households=final.households,
        government=final.government, investment=final.investment,
        investment_by_buyer=final.by_buyer, stock_change=np.zeros_like(final.households),
        flows=flows, use=final.use, net_outflow=product.output - final.use,
        capital=income.capital, deposits=figures.by_city("bank_deposits_yearend"),
        loans=figures.by_city("bank_loans_yearend"),
        reported_product=product.reported, wedge=product.wedge,
        disposable_income=income.disposable, property_income=income.property_income,
        transfers_to_households=income.transfers, revenue=final.revenue,
        expenditure=final.expenditure,
        minimum_wage=figures.by_city("minimum_wage_monthly", file="estimates.csv"),
        house_price=figures.by_city("house_price"),
        unit_wage=figures.by_city("average_wage_on_post"), tonnes=product.tonnes,
        energy=intensity["energy_total"], water=intensity["water"], so2=intensity["so2"],
        cod=intensity["cod"], co2=intensity["co2"],
        national_rate=figures.by_industry("va_rate"),
        national_product_per_worker=per_worker,
        residuals=measure_residuals(jobs, product, income, final, flows, pay),
    )  # fmt: skip


def check_tolerances(table: OpeningTable) -> None:
    """Refuse a table whose anchors lie outside their tolerance; raise DataError."""
    broken = [each for each in table.residuals if not each.holds]
    if broken:
        lines = "; ".join(
            f"{each.anchor} of {each.place}: {each.value:.4g} {each.unit} against "
            f"{each.target:.4g}, {each.deviation:+.1%} where {each.tolerance:.1%} is admitted"
            for each in broken
        )
        raise DataError(f"The opening table misses its anchors: {lines}.")
