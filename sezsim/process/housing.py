"""Housing (住房): one developer account a city builds, buys land and sells to households.

Rent and price are corrected to income; the stock follows building:

    ln rent' = ln rent + speed (income per resident and price of housing space - rent)
    target   = opening * (income / opening income)^0.7 * (residents / stock)

Homes sold pay for land and construction; what is missing or over is capital of owners outside.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

LAND_PREMIUM = Flow("land premium", Sector.DEVELOPERS, Sector.CITY_GOVERNMENTS)
DEVELOPER_INTEREST = Flow("interest of developers", Sector.DEVELOPERS, Sector.BANKS)
DEVELOPER_LOANS = Flow("loans to developers", Sector.BANKS, Sector.DEVELOPERS)
DEVELOPER_CAPITAL = Flow("capital of developers", Sector.OUTSIDE, Sector.DEVELOPERS)
CITY_ROWS = np.arange(CITIES)
FOREIGN = 1


class Parameters(Declared):
    """What housing needs to know."""

    speed: float = parameter(
        0.035, "share of the gap of rents and prices closed in a month", unit="1/month",
        within=(0.0, 0.5), source="economics 8: 10% of the gap a quarter",
    )  # fmt: skip
    income: float = parameter(
        1.0, "elasticity of rent and price to nominal income per resident", unit="1",
        within=(0.3, 1.5), source="long run .7 on real income (Chow and Niu), 1 on nominal",
        grade="C",
    )  # fmt: skip
    crowding: float = parameter(
        1.0, "elasticity of rent to residents per home", unit="1", within=(0.0, 3.0),
        source="parameters.csv e_hd: price elasticity of demand about -1", grade="B",
    )  # fmt: skip
    building: float = parameter(
        0.02, "yearly growth of the stock at opening investment per resident", unit="1/year",
        within=(0.0, 0.1), source="assumption",
    )  # fmt: skip


def plan_building(economy: Economy) -> Floats:
    """Return housing investment (8, yuan): it follows household income."""
    cells, structure = economy.cells, economy.structure
    return np.asarray(structure.housing_investment * cells.income / structure.smoothed_income)


def finance_developers(economy: Economy, books: Books, built: Floats) -> None:
    """Let developers pay land and interest, and owners outside carry the difference."""
    governments, structure = economy.governments, economy.structure
    premium = structure.land_share * built
    books.pay(LAND_PREMIUM, CITY_ROWS, CITY_ROWS, fen(premium))
    governments.land_premium[:] = premium
    lend_to_developers(economy, books)
    missing = -economy.purses.developers.copy()
    books.pay(DEVELOPER_CAPITAL, np.full(CITIES, FOREIGN), CITY_ROWS, missing)
    economy.flows.standing += missing / 100.0


def lend_to_developers(economy: Economy, books: Books) -> None:
    """Let the debt of developers and home buyers grow with income; charge its interest."""
    cells, structure = economy.cells, economy.structure
    rate = economy.scratch.loan_rate / 12.0
    interest = fen(cells.developer_debt * rate)
    books.pay(DEVELOPER_INTEREST, CITY_ROWS, CITY_ROWS, interest)
    wanted = structure.developer_debt * cells.income / structure.smoothed_income
    loans = fen(wanted - cells.developer_debt)
    books.pay(DEVELOPER_LOANS, CITY_ROWS, CITY_ROWS, loans)
    cells.developer_debt += loans / 100.0
    economy.banks.loans[:CITIES] += loans


def reprice(economy: Economy, p: Parameters) -> None:
    """Correct rents and house prices towards what incomes and crowding support."""
    cells, structure = economy.cells, economy.structure
    residents = economy.scratch.population / structure.population
    income = cells.income / structure.smoothed_income / residents
    target = income**p.income * (residents / cells.housing_stock) ** p.crowding
    gap = np.log(target) - np.log(cells.rent) - cells.income_step
    cells.rent[:] = np.exp(np.log(cells.rent) + p.speed * gap + cells.income_step)
    price_gap = np.log(target * structure.house_price) - np.log(cells.house_price)
    price_gap -= cells.income_step
    cells.house_price[:] = np.exp(
        np.log(cells.house_price) + p.speed * price_gap + cells.income_step
    )
    growth = residents / cells.housing_stock - 1.0
    cells.housing_stock *= 1.0 + p.building / 12.0 * np.clip(growth * 10.0, -1.0, 2.0)
