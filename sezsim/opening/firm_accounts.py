"""Accounts of firms at the opening (期初企业账目): taxes, debts, deposits and owners."""

from dataclasses import dataclass, replace

import numpy as np

from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    HUNDRED_MILLION,
    JANUARY_MONEY,
    MONTHS,
    ratio,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.opening.energy import energy_use
from sezsim.opening.governments import set_loans
from sezsim.opening.pace import Pace
from sezsim.parameters import Parameters
from sezsim.process import income
from sezsim.process.taxes import BUSINESS
from sezsim.state import claims
from sezsim.state.economy import Economy

LEAST_DIVIDEND = 0.004  # dividends over sales that every firm can pay at the opening (D)


@dataclass(frozen=True)
class FirmMonth:
    """The opening month of each firm (yuan)."""

    sales: Floats
    costs: Floats
    pay: Floats
    capital: Floats
    debt: Floats
    margin: Floats  # sales less inputs, pay, farm income and taxes on production
    production_tax: Floats
    profit_tax: Floats
    local: Floats


def firm_month(economy: Economy, local: Floats, p: Parameters, pace: Pace) -> FirmMonth:
    """Account for the opening month of each firm, given other local revenue over sales (8)."""
    firms, s = economy.firms, economy.structure
    c, i = firms.city, firms.industry
    capital = firms.capacity.sum(axis=1) * s.capital_ratio[c, i]
    sales = firms.expected * (1.0 + pace.real)
    debt = capital * s.leverage[c, i]
    pay = gross_pay(economy, p) * (1.0 + s.contribution_rate[c, i])
    energy = energy_use(economy) / s.energy_base[c, i] - firms.output
    costs = firms.output * s.coefficients.sum(axis=1)[c, i] + s.energy_share[c, i] * energy
    mixed = np.where(i == 0, s.mixed_rate[c, i] * (sales - costs), 0.0)
    production, other = sales * s.tax_rate[c, i], sales * local[c]
    margin = sales - costs - pay - production - other - mixed
    burden = capital * s.depreciation[c, i] + debt * economy.scratch.loan_rate / MONTHS
    profit_tax = np.maximum(margin - burden, 0.0) * p.taxes.profit_rate
    return FirmMonth(sales, costs, pay, capital, debt, margin, production, profit_tax, other)


def gross_pay(economy: Economy, p: Parameters) -> Floats:
    """Opening pay of each firm's staff: its share of what the city's contracts add up to."""
    firms, pools = economy.firms, economy.pools
    bill = np.bincount(pools.city, income.trial_month(economy, p.income).pools, CITIES) / 100.0
    weight = firms.staff * economy.structure.wage[firms.city, firms.industry]
    return np.asarray(weight * (bill / np.bincount(firms.city, weight, CITIES))[firms.city])


def close_revenue(
    economy: Economy, table: OpeningTable, p: Parameters, pace: Pace
) -> FirmMonth:
    """Invert other local revenue so that the revenue of 2010 comes out; return the firms' month."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    firms = economy.firms
    business = BUSINESS[firms.industry]
    personal = income.trial_month(economy, p.income).kinds[:, claims.TAX] / 100.0
    local = np.zeros(CITIES)
    for _ in range(12):
        month = firm_month(economy, local, p, pace)
        added, trade = (
            np.bincount(firms.city, np.where(chosen, month.production_tax, 0.0), CITIES)
            for chosen in (~business, business)
        )
        profit = np.bincount(firms.city, month.profit_tax, CITIES)
        kept = added * p.taxes.value_added_city + trade * p.taxes.business_city
        kept += profit * p.taxes.profit_city + personal * p.taxes.personal_city
        sales = np.bincount(firms.city, month.sales, CITIES)
        local = np.maximum(table.revenue * money - kept, 0.0) / sales
    economy.structure = replace(
        economy.structure,
        local_revenue=local,
        city_tax_share=kept / (added + trade + profit + personal),
    )
    return firm_month(economy, local, p, pace)


def close_firms(economy: Economy, table: OpeningTable, p: Parameters, pace: Pace) -> None:
    """Give firms debts and deposits, and owners who pay what the opening month lacks."""
    month = close_revenue(economy, table, p, pace)
    firms, s = economy.firms, economy.structure
    c, i = firms.city, firms.industry
    interest = month.debt * economy.scratch.loan_rate / MONTHS
    cash = s.cash_ratio[c, i] * month.sales
    flow = month.margin - month.profit_tax - interest - firms.investing
    flow += pace.nominal * (month.debt - cash)
    least = LEAST_DIVIDEND * month.sales
    firms.owner_rate[:] = np.maximum(0.0, least - flow) / np.maximum(month.sales, 1.0)
    payout = p.credit_market.payout
    over = np.maximum(flow, least) * (1.0 + pace.nominal) / (payout + pace.nominal)
    firms.margin[:] = month.margin / np.maximum(month.sales, 1.0)
    firms.opening_margin[:] = month.margin / np.maximum(month.sales, 1.0)
    firms.receipts[:] = month.sales
    firms.costs[:] = month.costs
    firms.payroll[:] = month.pay
    held_back = over * (1.0 - payout)
    firms.cash[:] = np.rint((cash + held_back) / (1.0 + pace.nominal) * 100.0)
    firms.debt[:] = np.rint(month.debt / (1.0 + pace.nominal) * 100.0)
    poor = month.margin < interest
    firms.bad_months[:] = np.where(poor, p.credit_market.patience + 1, 0)
    paid = np.bincount(c, payout * over, CITIES)
    rows = slice(0, economy.workers.count)
    held = np.bincount(
        economy.workers.city[rows], economy.workers.deposits[rows] / 100.0, CITIES
    )
    wanted = economy.cells.property_income * (1.0 + pace.nominal)
    wanted -= held * p.credit_market.deposit_rate / MONTHS
    economy.structure = replace(s, household_dividend=np.clip(ratio(wanted, paid), 0.0, 1.0))
    set_loans(economy)
