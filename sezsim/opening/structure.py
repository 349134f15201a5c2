"""The structure of the run from the opening table: coefficients, shares, rates and ratios.

What closes an account (propensities, grants, pensions) is set to a neutral value here and inverted
in the other files of this folder, when firms and households exist.
"""

import numpy as np

from sezsim.base_year.figures import by_city, census, census_before, distances
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    FIRM_DEPOSITS,
    FIRM_LOANS,
    HUNDRED_MILLION,
    JANUARY_MONEY,
    MONTHS,
    PLAIN_ENERGY,
    PLAIN_LABOUR,
    PLAIN_SULPHUR,
    STEEL_ENERGY,
    STEEL_LABOUR,
    STEEL_SULPHUR,
    OpeningMonth,
    energy_coefficients,
    normal_utilisation,
    ratio,
    vintage_profile,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import HITECH, INDUSTRIES, Industry
from sezsim.parameters import Parameters
from sezsim.process.commuting import opening_shares
from sezsim.state.structure import Structure

SMALLEST_ARRIVALS = 0.002  # arrivals over residents in any city, 1/year (D)
OUTSIDE_PULL = np.array([0.4, 0.6])  # rest of Liaoning, rest of China (D)
COMMUTERS_NEAR, COMMUTING_REACH, COMMUTING_END = 0.15, 30.0, 90.0  # share, km, km (D)
LAND_SHARE = 0.18  # land premium over home sales (Shenyang 188.5 of about 900; grade C)
ALLOWANCE = 300.0  # minimum allowance, yuan a month (general knowledge, C)
SMALLEST_WEAR = 0.02  # least depreciation, 1/year (assumption D)
SKILLED = np.array(
    [0.02, 0.15, 0.25, 0.12, 0.12, 0.10, 0.20, 0.10, 0.18, 0.15,
     0.22, 0.25, 0.30, 0.30, 0.30, 0.15, 0.40, 0.20, 0.60]
)  # share of college and above among employees, by industry (assumption D)  # fmt: skip
HITECH_SHARE = {
    Industry.ELEC: 1.0, Industry.PHARMA: 1.0, Industry.MACH: 0.35, Industry.TRANSEQ: 0.45,
    Industry.PETCHEM: 0.10, Industry.NONFER: 0.15,
}  # share of value added counted as high-tech (assumption D)  # fmt: skip


def opening_structure(
    table: OpeningTable, month: OpeningMonth, growth: float, p: Parameters
) -> Structure:
    """Build the structure; growth is the real growth that firms expect, 1/month."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    made = table.output * money
    output = month.output
    jobs = table.jobs.copy()
    wage = ratio(table.wages * money, jobs)
    contribution = ratio(table.employer_contributions, table.wages)
    need = ratio(jobs, output)
    labour = wage * (1.0 + contribution) * need
    use = normal_utilisation(output, p.opening.idle)
    capital = table.capital * HUNDRED_MILLION * JANUARY_MONEY * ratio(output, made)
    capital_ratio = ratio(capital, output / use)
    invested = table.investment_by_buyer[:, 0] * money
    pace = invested / capital.sum(axis=1)
    wear = np.maximum(pace - growth, SMALLEST_WEAR / MONTHS)
    inputs = table.coefficients.sum(axis=1)
    energy = energy_coefficients(table.coefficients)
    cost = inputs + labour
    markup = np.where(output > 0.0, 1.0 / np.maximum(cost, 0.05) - 1.0, 0.1)
    loans = table.loans * HUNDRED_MILLION * FIRM_LOANS
    firm_cash = table.deposits * HUNDRED_MILLION * FIRM_DEPOSITS
    blank = np.zeros(CITIES)
    standard = vintage_scale(output)
    final = table.government * money
    return Structure(
        coefficients=table.coefficients, trade_weight=month.weights,
        outside_demand=month.exports, iron_ore=by_city("iron_ore_share", file="estimates.csv"),
        household_share=ratio(month.households, month.households.sum(axis=1)[:, None]),
        government_share=ratio(final, final.sum(axis=1)[:, None]),
        investment_share=ratio(month.building, month.building.sum(axis=1)[:, None]),
        output=output, labour_need=need, labour_cost=labour, wage=np.maximum(wage, 1.0),
        contribution_rate=contribution,
        mixed_rate=ratio(table.mixed_income, table.value_added),
        tax_rate=ratio(table.production_taxes, table.output),
        depreciation=np.repeat(wear[:, None], INDUSTRIES, axis=1),
        capital_ratio=capital_ratio, utilisation=use, markup=markup,
        vintage_labour=standard[0], vintage_energy=standard[1] - 1.0,
        vintage_emission=standard[2], energy_share=energy,
        energy_base=np.ones((CITIES, INDUSTRIES)),
        leverage=np.repeat(np.minimum(loans / capital.sum(axis=1), 0.7)[:, None], INDUSTRIES, 1),
        cash_ratio=np.repeat(
            (firm_cash * 0.6 / month.sales.sum(axis=1))[:, None], INDUSTRIES, axis=1
        ),
        household_dividend=blank, propensity=blank, home_share=blank, pension=blank,
        allowance=np.full(CITIES, ALLOWANCE), minimum_wage=table.minimum_wage,
        local_revenue=blank, transfers=blank, operations=blank, budget_investment=blank,
        infrastructure=blank, infrastructure_grant=blank, housing_investment=blank,
        land_share=np.full(CITIES, LAND_SHARE),
        developer_debt=blank, disposable_income=blank, separation=blank,
        fill_rate=np.full(CITIES, p.labour_market.fill_rate), matching_scale=np.ones(CITIES),
        unemployment=np.full(CITIES, 0.09), house_price=table.house_price,
        wedge=table.wedge, tonnes=ratio(table.tonnes, table.output * HUNDRED_MILLION),
        energy=table.energy / 1e4 / 1e4, water=table.water / 1e4 / 1e4,
        so2=table.so2 / 1e3 / 1e4, cod=table.cod / 1e3 / 1e4, co2=table.co2 / 1e4 / 1e4,
        distance=distances(), commuting=commuting_shares(), skill_share=skill_shares(),
        worker_rate=worker_rates(table),
        population=blank, network=blank, allowance_bill=blank, city_reserve=blank, smoothing_lag=blank,
        smoothed_revenue=blank, city_tax_share=blank, pay_factor=np.ones(CITIES),
        giving_up=blank, hitech_share=hitech_shares(), research_share=blank,
        **opening_moves(p),
        jobs_share=jobs_shares(jobs), smoothed_income=np.ones(CITIES),
    )  # fmt: skip


def vintage_scale(output: Floats) -> tuple[Floats, Floats, Floats]:
    """Labour, energy and emissions by vintage (19, 4), standard equipment at 1."""
    del output
    return (
        vintage_profile(STEEL_LABOUR, PLAIN_LABOUR),
        vintage_profile(STEEL_ENERGY, PLAIN_ENERGY),
        vintage_profile(STEEL_SULPHUR, PLAIN_SULPHUR),
    )


def opening_moves(p: Parameters) -> dict[str, Floats]:
    """Destinations, outflow and arrivals of the opening: net moves as between 2000 and 2010.

    Moves between cities follow population over distance. Natural growth was nil over the decade,
    so the growth of a city is its net gain; what moves inside the zone do not explain is
    arrivals from outside, or a higher chance to leave.
    """
    before, now = census_before(), census("population")
    growth = (now / before) ** 0.1 - 1.0
    pulls = now[None, :] / distances() ** 1.2 * (1.0 - np.eye(CITIES))
    inside = pulls / pulls.sum(axis=1, keepdims=True)
    moved = p.migration.between * now[:, None] * inside
    gained = (moved.sum(axis=0) - moved.sum(axis=1)) / now
    lacking = growth - gained + p.migration.away
    arrivals = np.maximum(lacking, SMALLEST_ARRIVALS)
    leaving = 1.0 + (arrivals - lacking) / p.migration.away
    out = p.migration.away * leaving
    shares = np.zeros((CITIES, CITIES + 2))
    shares[:, :CITIES] = p.migration.between * inside
    shares[:, CITIES:] = out[:, None] * OUTSIDE_PULL
    shares /= shares.sum(axis=1, keepdims=True)
    return {
        "moving_shares": shares,
        "leaving": leaving,
        "arrivals": arrivals[:, None] * OUTSIDE_PULL,
    }


def worker_rates(table: OpeningTable) -> Floats:
    """Own contribution of the insured over pay (8): 11% against 28% of the employer."""
    rate = table.employer_contributions.sum(axis=1) / table.wages.sum(axis=1)
    return np.minimum(rate * 11.0 / 28.0 / 0.5, 0.11)


def jobs_shares(jobs: Floats) -> Floats:
    """Non-farm jobs of each city by industry (8, 19); rows add up to 1."""
    posts = jobs.copy()
    posts[:, Industry.AGR] = 0.0
    return np.asarray(posts / posts.sum(axis=1, keepdims=True))


def hitech_shares() -> Floats:
    """Share of value added of each industry that counts as high-tech (19)."""
    shares = np.zeros(INDUSTRIES)
    for industry, part in HITECH_SHARE.items():
        shares[industry] = part
    shares[list(HITECH)] = 1.0
    return shares


def skill_shares() -> Floats:
    """Skills wanted by industry (19, 3)."""
    high = SKILLED
    middle = 0.25 + 0.2 * high
    return np.stack([1.0 - high - middle, middle, high], axis=1)


def commuting_shares() -> Floats:
    """Share of searchers by residence and workplace (8, 8) at opening travel times."""
    return opening_shares(distances(), COMMUTERS_NEAR, COMMUTING_REACH, COMMUTING_END)
