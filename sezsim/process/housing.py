"""Housing (住房): one developer account a city builds, buys land and sells to households.

Rent and price are corrected to income; the stock follows building:

    ln rent' = ln rent + speed (income per resident and price of housing space - rent)
    target   = opening * (income / opening income)^0.7 * (residents / stock)

Homes sold pay for land and construction; what is missing or over is capital of owners outside.
"""

import math

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.interest import DEVELOPER_INTEREST
from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

LAND_PREMIUM = Flow("land premium", Sector.DEVELOPERS, Sector.CITY_GOVERNMENTS)
DEVELOPER_LOANS = Flow("loans to developers", Sector.BANKS, Sector.DEVELOPERS)
DEVELOPER_CAPITAL = Flow("capital of developers", Sector.OUTSIDE, Sector.DEVELOPERS)
CITY_ROWS = np.arange(CITIES)
ABROAD = np.ones(CITIES, np.int64)  # the rest of China, for each city
MONEY_OF_DEVELOPERS = (LAND_PREMIUM, DEVELOPER_INTEREST, DEVELOPER_LOANS, DEVELOPER_CAPITAL)
PAYERS = np.stack([CITY_ROWS, CITY_ROWS, CITY_ROWS, ABROAD])


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
    """Return housing investment (8, yuan): homes follow real income, at the price of building."""
    cells, structure = economy.cells, economy.structure
    real = cells.income / structure.smoothed_income / cells.consumer_price
    return np.asarray(structure.housing_investment * real * cells.investment_price)


def finance_developers(economy: Economy, books: Books, built: Floats) -> None:
    """Let developers pay land and interest and borrow; owners outside carry the difference."""
    cells, structure = economy.cells, economy.structure
    amounts = np.empty((len(MONEY_OF_DEVELOPERS), CITIES), np.int64)
    fund_developers(
        built, structure.land_share, structure.developer_debt, structure.smoothed_income,
        cells.income, economy.scratch.loan_rate / 12.0, economy.purses.developers,
        cells.developer_debt, economy.governments.land_premium, economy.banks.loans,
        economy.flows.standing, amounts,
    )  # fmt: skip
    books.pay_many(MONEY_OF_DEVELOPERS, PAYERS, CITY_ROWS[None], amounts)


@compiled
def fund_developers(
    built: Floats, land_share: Floats, debt_before: Floats, income_before: Floats,
    income: Floats, rate: float, deposits: Money, debt: Floats, premium: Floats,
    loans: Money, standing: Floats, amounts: Money,
) -> None:  # fmt: skip
    """Set land premium, interest, loans that follow income, and owners' capital (fen)."""
    for c in range(len(built)):
        premium[c] = land_share[c] * built[c]
        land, interest = round(premium[c] * 100.0), round(debt[c] * rate * 100.0)
        wanted = debt_before[c] * income[c] / income_before[c]
        lent = round((wanted - debt[c]) * 100.0)
        missing = land + interest - lent - deposits[c]
        amounts[0, c], amounts[1, c] = land, interest
        amounts[2, c], amounts[3, c] = lent, missing
        debt[c] += lent / 100.0
        loans[c] += lent
        standing[c] += missing / 100.0


def reprice(economy: Economy, p: Parameters) -> None:
    """Correct rents and house prices towards what incomes and crowding support."""
    cells, structure = economy.cells, economy.structure
    reprice_homes(
        cells.income, cells.income_step, economy.scratch.population, structure.smoothed_income,
        structure.population, structure.house_price, p.income, p.crowding, p.speed,
        p.building / 12.0, economy.rules.housing_supply, cells.rent, cells.house_price,
        cells.housing_stock,
    )  # fmt: skip


@compiled
def reprice_homes(
    income: Floats, step: Floats, residents: Floats, income_before: Floats,
    residents_before: Floats, price_before: Floats, elasticity: float, crowding: float,
    speed: float, building: float, supply: Floats, rent: Floats, price: Floats,
    stock: Floats,
) -> None:  # fmt: skip
    """Move rent and price of each city towards their targets; let the stock follow people."""
    for c in range(len(rent)):
        people = residents[c] / residents_before[c]
        earned = income[c] / income_before[c] / people
        target = math.log(earned**elasticity * (people / stock[c]) ** crowding)
        gap = target - math.log(rent[c]) - step[c]
        rent[c] *= math.exp(speed * gap + step[c])
        gap = target + math.log(price_before[c] / price[c]) - step[c]
        price[c] *= math.exp(speed * gap + step[c])
        growth = people / stock[c] - 1.0
        stock[c] *= 1.0 + building * min(max(growth * 10.0, -1.0), 2.0) + supply[c]
