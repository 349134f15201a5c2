"""Public finance (公共财政): city budgets balance; what they build beyond is land and loans.

General budget:  revenue + transfers = services + allowances + infrastructure
Infrastructure:  budget part + land premium + standing grant + loans of the platform - interest

Services follow revenue, and the pay of the public service times residents; infrastructure follows
what the budget leaves over. If nothing is left over, services are cut to what there is. Loans are
limited by a ceiling on debt over revenue and land premium. Pension deficits are met by the province.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

TRANSFERS = Flow("transfers from above", Sector.UPPER_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
GRANTS = Flow("grants for infrastructure", Sector.OUTSIDE, Sector.CITY_GOVERNMENTS)
PENSION_DEFICIT = Flow("pension deficit", Sector.UPPER_GOVERNMENTS, Sector.PENSION_FUNDS)
PLATFORM_LOANS = Flow("loans to platforms", Sector.BANKS, Sector.CITY_GOVERNMENTS)
PLATFORM_INTEREST = Flow("interest of platforms", Sector.CITY_GOVERNMENTS, Sector.BANKS)
CITY_ROWS = np.arange(CITIES)
PROVINCE = 0
FOREIGN = 1


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
    governments.smoothed += p.smoothing * (
        governments.revenue + governments.transfers - governments.smoothed
    )
    level = cells.wage_level.mean(axis=1)
    population = economy.scratch.population / structure.population
    need, means = level * population, revenue_index(economy)
    wanted = structure.operations * need ** (1.0 - p.affluence) * means**p.affluence
    allowances = structure.allowance_bill * level
    spare = governments.deposits / 100.0 - structure.city_reserve * revenue_index(economy)
    at_hand = governments.smoothed * structure.smoothing_lag + spare * p.reserve_speed
    within = np.maximum(at_hand - allowances, 0.0)
    governments.operations[:] = np.minimum(wanted, within)
    cut = wanted > within
    governments.months_in_cuts[:] = np.where(cut, governments.months_in_cuts + 1.0, 0.0)
    left = np.maximum(within - governments.operations, 0.0)
    governments.expenditure[:] = governments.operations + allowances + left
    governments.investment[:] = infrastructure(economy, left, p)
    governments.service_level[:] = governments.operations / (level * population)
    governments.service_level /= structure.operations


def revenue_index(economy: Economy) -> Floats:
    """Smoothed revenue and transfers over the opening (8)."""
    return np.asarray(economy.governments.smoothed / economy.structure.smoothed_revenue)


def infrastructure(economy: Economy, left: Floats, p: Parameters) -> Floats:
    """Infrastructure spending (8, yuan): what the budget leaves, land, grants and loans."""
    governments, structure = economy.governments, economy.structure
    index = revenue_index(economy)
    wanted = structure.infrastructure * index
    own = left + governments.land_premium + structure.infrastructure_grant * index
    debt = governments.debt / 100.0
    interest = debt * economy.scratch.loan_rate / 12.0
    yearly = 12.0 * (governments.smoothed + governments.land_premium)
    room = np.maximum(p.ceiling * yearly - debt, 0.0)
    loans = np.clip(wanted + interest - own, 0.0, room)
    governments.borrowing[:] = loans
    governments.grants[:] = structure.infrastructure_grant * index
    return np.maximum(own + loans - interest, 0.0)


def finance_cities(economy: Economy, books: Books) -> None:
    """Pay transfers, grants, loans and interest of the cities; meet pension deficits."""
    governments, structure = economy.governments, economy.structure
    nominal = economy.scratch.outside_nominal
    governments.transfers[:] = structure.transfers * nominal
    ones = np.full(CITIES, PROVINCE)
    books.pay(TRANSFERS, ones, CITY_ROWS, fen(governments.transfers))
    books.pay(GRANTS, np.full(CITIES, FOREIGN), CITY_ROWS, fen(governments.grants))
    loans = fen(governments.borrowing)
    books.pay(PLATFORM_LOANS, CITY_ROWS, CITY_ROWS, loans)
    interest = fen(governments.debt / 100.0 * economy.scratch.loan_rate / 12.0)
    books.pay(PLATFORM_INTEREST, CITY_ROWS, CITY_ROWS, interest)
    governments.debt += loans
    economy.banks.loans[:CITIES] += loans
    short = -governments.pension_fund.copy()
    books.pay(PENSION_DEFICIT, ones, CITY_ROWS, short)
    economy.flows.standing += governments.grants
