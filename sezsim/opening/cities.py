"""Budgets of the cities at the opening (期初地方预算): transfers and grants that balance them."""

from dataclasses import replace

import numpy as np

from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    FIRM_LOANS,
    HUNDRED_MILLION,
    JANUARY_MONEY,
    MONTHS,
    PLATFORM_LOANS,
)
from sezsim.opening.pace import Pace, lagged
from sezsim.parameters import Parameters
from sezsim.state.economy import Economy


def close_cities(economy: Economy, table: OpeningTable, p: Parameters, pace: Pace) -> None:
    """Invert transfers and grants so that the budgets of the cities balance."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    governments, old = economy.governments, economy.structure
    operations = table.government.sum(axis=1) * money
    revenue = table.revenue * money
    least = 1.02 * (operations + old.allowance_bill)
    spending = np.maximum(table.expenditure * money, least)
    reserve = governments.deposits / 100.0
    income_needed = spending + pace.stocks * reserve
    means = lagged(income_needed, p.public_finance.smoothing, pace.nominal)
    means /= 1.0 + pace.nominal
    infrastructure = table.investment_by_buyer[:, 2] * money
    housing = table.investment_by_buyer[:, 1] * money
    debt = governments.debt / 100.0
    interest = debt * economy.scratch.loan_rate / MONTHS
    land = old.land_share * housing / (1.0 + pace.nominal)
    left = spending - operations - old.allowance_bill
    economy.structure = replace(
        old,
        transfers=income_needed - revenue,
        operations=operations,
        budget_investment=left,
        infrastructure=infrastructure,
        infrastructure_grant=infrastructure + interest - left - land - pace.stocks * debt,
        housing_investment=housing,
        developer_debt=table.loans * HUNDRED_MILLION * (1.0 - FIRM_LOANS - PLATFORM_LOANS),
        smoothed_revenue=means,
        smoothing_lag=spending / means,
        city_reserve=reserve,
    )
    economy.cells.developer_debt[:] = economy.structure.developer_debt
    governments.revenue[:] = revenue / (1.0 + pace.nominal)
    governments.transfers[:] = (income_needed - revenue) / (1.0 + pace.nominal)
    governments.smoothed[:] = means / (1.0 + pace.nominal)
    governments.land_premium[:] = land
    governments.operations[:] = operations
