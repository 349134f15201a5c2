"""Income account of the opening: pay, contributions, taxes, mixed income and surplus.

Non-farm pay has a mean of .95 of the yearbook's unit wage (units employ a third), relatives by
industry from national pay per worker, and never more than a share of value added. What households
get from property closes disposable income, so that they spend seven tenths of it.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year import figures
from sezsim.base_year.jobs import Jobs
from sezsim.base_year.product import Product
from sezsim.definitions.columns import Floats
from sezsim.definitions.industry import Industry

MOST_PAY = 0.72  # of value added, in any city and industry (D)
CONTRIBUTIONS = 0.18  # employer contributions over pay, with about half insured (D)
OWN_CONTRIBUTIONS, INCOME_TAX = 0.06, 0.011  # over pay (D)
FARM_INCOME = 0.92  # mixed income over farm value added (national table, B)
SELF_EMPLOYED = 0.06  # mixed income of the self-employed over product (D)
MOST_SELF_EMPLOYED = 0.45  # of what pay leaves of consumer services (D)
TRANSFERS = 0.057  # pensions and transfers over product (economics 8: 5-6%; D)
CONSUMPTION = 0.335  # household consumption over product (retail sales are 33%; B)
SPENT = 0.70  # of disposable income (parameters.csv c_y; A)
LOW, HIGH = 0.6, 1.8  # pay relatives over the mean of the city (economics 9.9)
PRODUCTIVE_CAPITAL = 0.57  # capital of firms over the national ratio to value added (D)
# Pay of an industry over the mean (national labour compensation per worker, clipped; B).
RELATIVES = np.array(
    [1.0, 1.2, 1.5, 1.05, 0.75, 0.70, 1.10, 0.80, 1.15, 1.0,
     1.0, 1.15, 1.0, 1.0, 1.3, 0.85, 1.25, 0.8, 1.2]
)  # fmt: skip


@dataclass(frozen=True)
class IncomeAccount:
    """Who gets the product (10^8 yuan a year; arrays (8, 19) unless said otherwise)."""

    wages: Floats
    contributions: Floats
    mixed: Floats
    taxes: Floats
    surplus: Floats
    depreciation: Floats
    capital: Floats
    consumption: Floats  # (8,)
    disposable: Floats  # (8,)
    property_income: Floats  # (8,)
    transfers: Floats  # (8,)


def income_account(jobs: Jobs, product: Product, pay_over_units: float) -> IncomeAccount:
    """Split value added into pay, contributions, mixed income, taxes and surplus."""
    added = product.value_added
    wages = pay(product, pay_over_units)
    contributions = wages * CONTRIBUTIONS
    taxes = added * figures.by_industry("net_taxes_on_production_share_of_va")
    taxes[:, Industry.AGR] = 0.0
    mixed = np.zeros_like(added)
    mixed[:, Industry.AGR] = added[:, Industry.AGR] * FARM_INCOME
    total = added.sum(axis=1)
    room = (added - wages - contributions - taxes)[:, Industry.CSRV]
    mixed[:, Industry.CSRV] = np.minimum(SELF_EMPLOYED * total, MOST_SELF_EMPLOYED * room)
    wear = added * figures.by_industry("depreciation_share_of_va")
    ratio = figures.by_industry("capital_va_ratio", file="industry_intensity.csv")
    transfers, consumption = TRANSFERS * total, CONSUMPTION * total
    labour = wages.sum(axis=1) * (1.0 - OWN_CONTRIBUTIONS - INCOME_TAX)
    disposable = consumption / SPENT
    mixed_all = mixed.sum(axis=1)
    del jobs
    return IncomeAccount(
        wages, contributions, mixed, taxes,
        added - wages - contributions - taxes - mixed, wear,
        added * ratio * PRODUCTIVE_CAPITAL, consumption, disposable,
        np.maximum(disposable - labour - mixed_all - transfers, 0.0), transfers,
    )  # fmt: skip


def pay(product: Product, over_units: float) -> Floats:
    """Pay of employees: the mean follows the yearbook, industries their relatives."""
    posts = product.jobs.copy()
    posts[:, Industry.AGR] = 0.0
    units = figures.by_city("average_wage_on_post")
    wages = posts * np.clip(RELATIVES, LOW, HIGH)
    bill = over_units * units * posts.sum(axis=1) / 1e8
    room = MOST_PAY * product.value_added
    for _ in range(40):
        wages *= (bill / wages.sum(axis=1))[:, None]
        wages = np.minimum(wages, room)
    return wages
