"""Final demand of the opening: households, governments and investment, by what they buy."""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year import figures
from sezsim.base_year.income_account import IncomeAccount
from sezsim.base_year.product import Product
from sezsim.definitions.columns import Floats
from sezsim.definitions.industry import Industry

URBAN_WEIGHT = 0.75  # urban part of household spending (D)
BUYERS = np.array([0.45, 0.25, 0.30])  # firms, housing, infrastructure (economics 8, D)
PUBLIC_BY_HOUSEHOLDS = 0.28  # public services that households pay for (fees; D)
LEAST_RATIO = 1.15  # spending of a city over its revenue where it is not known (D)


@dataclass(frozen=True)
class FinalDemand:
    """Final purchases (10^8 yuan a year), (8, 19) unless said otherwise."""

    households: Floats
    government: Floats
    investment: Floats
    by_buyer: Floats  # (8, 3)
    use: Floats  # all purchases, inputs included
    revenue: Floats  # (8,)
    expenditure: Floats  # (8,)


def final_demand(product: Product, income: IncomeAccount) -> FinalDemand:
    """Give each city its final purchases; construction and public services come out as made."""
    inputs = np.einsum("cis,cs->ci", product.coefficients, product.output)
    investment = product.capital_formation[:, None] * product.capital_share
    made = product.output
    investment[:, Industry.CONSTR] = made[:, Industry.CONSTR] - inputs[:, Industry.CONSTR]
    investment[:, Industry.PUBSRV] = 0.0
    households = household_spending(income.consumption)
    public = made[:, Industry.PUBSRV] - inputs[:, Industry.PUBSRV]
    households[:, Industry.PUBSRV] = PUBLIC_BY_HOUSEHOLDS * public
    rest = np.ones(made.shape[1], dtype=bool)
    rest[Industry.PUBSRV] = False
    left = income.consumption - households[:, Industry.PUBSRV]
    households[:, rest] *= (left / households[:, rest].sum(axis=1))[:, None]
    government = np.zeros_like(made)
    government[:, Industry.PUBSRV] = (1.0 - PUBLIC_BY_HOUSEHOLDS) * public
    revenue = known_or_estimate("fiscal_revenue_general_budget")
    return FinalDemand(
        households, government, investment, np.outer(investment.sum(axis=1), BUYERS),
        inputs + households + government + investment, revenue, spending(revenue),
    )  # fmt: skip


def household_spending(total: Floats) -> Floats:
    """Spread household consumption by the national shares of what is bought."""
    urban = figures.by_industry("fd_urban_household_consumption_commodity_share")
    rural = figures.by_industry("fd_rural_household_consumption_commodity_share")
    share = np.maximum(URBAN_WEIGHT * urban + (1.0 - URBAN_WEIGHT) * rural, 0.0)
    share[Industry.CONSTR] = 0.0
    return np.outer(total, share / share.sum())


def known_or_estimate(indicator: str) -> Floats:
    """Take a figure from the yearbook where it stands there, else the estimate."""
    known = figures.by_city(indicator)
    return np.where(np.isnan(known), figures.by_city(indicator, file="estimates.csv"), known)


def spending(revenue: Floats) -> Floats:
    """General budget spending: as published, as the published sum less revenue, or a ratio."""
    known = figures.by_city("fiscal_expenditure_general_budget")
    both = figures.by_city("fiscal_revenue_plus_expenditure")
    ratio = figures.by_city("fiscal_expenditure_to_revenue")
    found = np.where(np.isnan(known), both - revenue, known)
    found = np.where(np.isnan(found), revenue * ratio, found)
    return np.maximum(np.where(np.isnan(found), revenue * LEAST_RATIO, found), revenue)
