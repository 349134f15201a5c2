"""Public finance (公共财政): city budgets balance; what they build beyond is land and loans.

General budget:  revenue + transfers = services + allowances + infrastructure
Infrastructure:  budget part + land premium + standing grant + loans of the platform - interest

Services follow revenue, and the pay of the public service times residents; infrastructure follows
what the budget leaves over. If nothing is left over, services are cut to what there is. Loans are
limited by a ceiling on debt over revenue and land premium. Pension deficits are met by the province.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.interest import PLATFORM_INTEREST
from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

TRANSFERS = Flow("transfers from above", Sector.UPPER_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
GRANTS = Flow("grants for infrastructure", Sector.OUTSIDE, Sector.CITY_GOVERNMENTS)
PENSION_DEFICIT = Flow("pension deficit", Sector.UPPER_GOVERNMENTS, Sector.PENSION_FUNDS)
PLATFORM_LOANS = Flow("loans to platforms", Sector.BANKS, Sector.CITY_GOVERNMENTS)
CITY_ROWS = np.arange(CITIES)
PROVINCE = np.zeros(CITIES, np.int64)  # the payer, for each city
ABROAD = np.ones(CITIES, np.int64)  # the rest of China, for each city
MONEY_OF_CITIES = (TRANSFERS, GRANTS, PLATFORM_LOANS, PLATFORM_INTEREST, PENSION_DEFICIT)
PAYERS = np.stack([PROVINCE, ABROAD, CITY_ROWS, CITY_ROWS, PROVINCE])


class Parameters(Declared):
    """What city budgets need to know."""

    smoothing: float = parameter(
        0.08, "weight of the last month in smoothed revenue", unit="1/month",
        within=(0.0, 1.0), source="budgets are yearly and spent in twelfths", grade="B",
    )  # fmt: skip
    reserve_speed: float = parameter(
        0.04, "share of deposits above the reserve that is spent in a month", unit="1/month",
        within=(0.0, 0.5), source="assumption: two years",
    )  # fmt: skip
    affluence: float = parameter(
        0.6, "elasticity of services to revenue; the rest follows pay and residents", unit="1",
        within=(0.0, 1.0), source="assumption: cities spend what they have",
    )  # fmt: skip
    ceiling: float = parameter(
        3.0, "largest debt over yearly revenue and land premium", unit="year",
        within=(0.5, 20.0), source="assumption",
    )  # fmt: skip


def plan_budgets(economy: Economy, p: Parameters) -> None:
    """Set this month's spending on services and infrastructure."""
    governments, structure, cells = economy.governments, economy.structure, economy.cells
    budget_cities(
        governments.revenue, governments.transfers, cells.wage_level,
        economy.scratch.population, governments.deposits, structure.population,
        structure.operations, economy.rules.services, structure.allowance_bill,
        structure.city_reserve, structure.smoothing_lag, structure.smoothed_revenue,
        p.smoothing, p.reserve_speed, p.affluence, governments.land_premium, governments.debt,
        structure.infrastructure, structure.infrastructure_grant,
        economy.scratch.loan_rate / 12.0, p.ceiling, governments.smoothed,
        governments.operations, governments.expenditure, governments.months_in_cuts,
        governments.service_level, governments.borrowing, governments.grants,
        governments.investment,
    )  # fmt: skip


@compiled
def budget_cities(
    revenue: Floats, transfers: Floats, wage_level: Floats, residents: Floats,
    deposits: Money, residents_before: Floats, operations_before: Floats, services: Floats,
    allowance: Floats, reserve: Floats, lag: Floats, revenue_before: Floats,
    smoothing: float, speed: float, affluence: float, land_premium: Floats, debt: Money,
    wanted: Floats, grant: Floats, rate: float, ceiling: float, smoothed: Floats,
    operations: Floats, expenditure: Floats, months_in_cuts: Floats, service_level: Floats,
    borrowing: Floats, grants: Floats, investment: Floats,
) -> None:  # fmt: skip
    """Set each city's services, and its infrastructure by what they leave."""
    left = np.empty(CITIES)
    budget_services(
        revenue, transfers, wage_level, residents, deposits, residents_before,
        operations_before * services, allowance, reserve, lag, revenue_before, smoothing,
        speed, affluence, smoothed, operations, expenditure, months_in_cuts, service_level,
        left,
    )  # fmt: skip
    budget_infrastructure(
        left, land_premium, debt, smoothed, revenue_before, wanted, grant, rate, ceiling,
        borrowing, grants, investment,
    )  # fmt: skip


@compiled
def budget_services(
    revenue: Floats, transfers: Floats, wage_level: Floats, residents: Floats,
    deposits: Money, residents_before: Floats, operations_before: Floats, allowance: Floats,
    reserve: Floats, lag: Floats, revenue_before: Floats, smoothing: float, speed: float,
    affluence: float, smoothed: Floats, operations: Floats, expenditure: Floats,
    months_in_cuts: Floats, service_level: Floats, left: Floats,
) -> None:  # fmt: skip
    """Set each city's services within its means, and what is left of the budget."""
    for c in range(len(operations)):
        smoothed[c] += smoothing * (revenue[c] + transfers[c] - smoothed[c])
        level = wage_level[c].mean()
        need = level * residents[c] / residents_before[c]
        index = smoothed[c] / revenue_before[c]
        wanted = operations_before[c] * need ** (1.0 - affluence) * index**affluence
        allowances = allowance[c] * level
        spare = deposits[c] / 100.0 - reserve[c] * index
        within = max(smoothed[c] * lag[c] + spare * speed - allowances, 0.0)
        operations[c] = min(wanted, within)
        months_in_cuts[c] = months_in_cuts[c] + 1.0 if wanted > within else 0.0
        left[c] = max(within - operations[c], 0.0)
        expenditure[c] = operations[c] + allowances + left[c]
        service_level[c] = operations[c] / need / operations_before[c]


@compiled
def budget_infrastructure(
    left: Floats, land_premium: Floats, debt: Money, smoothed: Floats,
    revenue_before: Floats, wanted: Floats, grant: Floats, rate: float, ceiling: float,
    borrowing: Floats, grants: Floats, investment: Floats,
) -> None:  # fmt: skip
    """Set each city's infrastructure: what the budget leaves, land, grants and loans."""
    for c in range(len(investment)):
        index = smoothed[c] / revenue_before[c]
        grants[c] = grant[c] * index
        own = left[c] + land_premium[c] + grants[c]
        owed = debt[c] / 100.0
        yearly = 12.0 * (smoothed[c] + land_premium[c])
        room = max(ceiling * yearly - owed, 0.0)
        lacking = wanted[c] * index + owed * rate - own
        borrowing[c] = min(max(lacking, 0.0), room)
        investment[c] = max(own + borrowing[c] - owed * rate, 0.0)


def finance_cities(economy: Economy, books: Books) -> None:
    """Pay transfers, grants, loans and interest of the cities; meet pension deficits."""
    governments, structure = economy.governments, economy.structure
    amounts = np.empty((len(MONEY_OF_CITIES), CITIES), np.int64)
    fund_cities(
        structure.transfers, economy.scratch.outside_nominal, economy.rules.transfers,
        governments.grants, governments.borrowing, economy.scratch.loan_rate,
        governments.pension_fund, governments.transfers, governments.debt,
        economy.banks.loans, economy.flows.standing, economy.flows.pension_deficit, amounts,
    )  # fmt: skip
    books.pay_many(MONEY_OF_CITIES, PAYERS, CITY_ROWS[None], amounts)


@compiled
def fund_cities(
    opening: Floats, nominal: float, rule: Floats, grants: Floats, borrowing: Floats,
    rate: float, pension_fund: Money, transfers: Floats, debt: Money, loans: Money,
    standing: Floats, deficit: Floats, amounts: Money,
) -> None:  # fmt: skip
    """Set transfers, grants, loans, interest and pension deficits (fen) of each city."""
    for c in range(len(transfers)):
        transfers[c] = opening[c] * nominal * rule[c]
        amounts[0, c] = round(transfers[c] * 100.0)
        amounts[1, c] = round(grants[c] * 100.0)
        lent = round(borrowing[c] * 100.0)
        amounts[2, c] = lent
        amounts[3, c] = round(debt[c] / 100.0 * rate / 12.0 * 100.0)
        amounts[4, c] = -pension_fund[c]
        deficit[c] = -pension_fund[c] / 100.0
        debt[c] += lent
        loans[c] += lent
        standing[c] += grants[c]
