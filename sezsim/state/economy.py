"""The economy (经济体): all tables together and the purses that hold money."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.declare import column
from sezsim.definitions.industry import INDUSTRIES
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.banks import Banks
from sezsim.state.cells import Cells
from sezsim.state.firms import Firms, Pools
from sezsim.state.governments import Governments
from sezsim.state.month_flows import MonthFlows
from sezsim.state.row_lists import RowLists
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure
from sezsim.state.workers import Workers


class Sector(IntEnum):
    """A kind of holder of money."""

    HOUSEHOLDS = 0
    BASKETS = 1  # money that households have set aside for this month's purchases
    FIRMS = 2
    DEVELOPERS = 3
    CITY_GOVERNMENTS = 4
    TAX_OFFICES = 5
    PENSION_FUNDS = 6
    # province, centre, transfer fund, reserve fund of mines, award fund of each industry
    UPPER_GOVERNMENTS = 7
    BANKS = 8
    OUTSIDE = 9
    MARKET = 10  # clearing of goods payments, empty at the end of every month


SECTORS = len(Sector)


@dataclass
class Purses:
    """Balances (fen) of holders that have no table of their own."""

    baskets: Money = column("money set aside for purchases, by city", unit="fen")
    developers: Money = column("deposits of the developer account, by city", unit="fen")
    upper: Money = column(
        "province, centre, transfer, reserve and award funds, net of payments since the opening",
        unit="fen",
    )
    outside: Money = column("claims of the outside on the zone, by region", unit="fen")
    market: Money = column("goods payments not yet passed on", unit="fen")


@dataclass
class Scratch:
    """Working columns that live no longer than a month."""

    lists: RowLists = field(default_factory=RowLists)
    minimum_wage: float = 1.0
    loan_rate: float = 0.0  # 1/year
    farmers: Floats = field(default_factory=lambda: np.ones(8))  # persons, last month
    property_weight: Floats = field(default_factory=lambda: np.ones(8))  # adults by schooling
    firm_rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    farm_rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # rows of farms
    foreign_rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    dismissed: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    dismissed_pool: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    outside_nominal: float = 1.0
    book_price: float = 1.0  # national consumer price, at which equipment stands in the books
    outside_pay: float = 0.0  # log of real pay outside over the opening
    outside_rent: float = 0.0  # log of real rent outside over the opening
    population: Floats = field(default_factory=lambda: np.ones(8))
    converted: Floats = field(default_factory=lambda: np.zeros(8))  # persons, last month
    strangers: Floats = field(default_factory=lambda: np.zeros(8))  # persons, once a year
    strangers_counted: int = -1  # the year in which they were counted
    sulphur: Floats = field(default_factory=lambda: np.zeros(8))  # t a month, mean of a year
    failed: Flags = field(default_factory=lambda: np.zeros(8, np.bool_))  # by the veto
    # parts of value added, business and profit tax that cities keep, this month
    city_parts: Floats = field(default_factory=lambda: np.zeros(3))


@dataclass
class Economy:
    """What is the case now."""

    workers: Workers
    firms: Firms
    pools: Pools
    governments: Governments
    banks: Banks
    cells: Cells
    structure: Structure
    purses: Purses
    flows: MonthFlows
    scratch: Scratch
    rules: Rules = field(default_factory=Rules)
    orders: list[ClosingOrder] = field(default_factory=list)  # to close capacity, this month

    def balances(self, sector: Sector) -> Money:
        """Return the balances (fen) of all holders of a kind."""
        return BALANCES[sector](self)

    def places(self, sector: Sector) -> Ints:
        """Return the place of each holder of a kind: city 0-7, 8 the zone, 9 and 10 outside."""
        if sector is Sector.HOUSEHOLDS:
            return self.workers.city
        if sector is Sector.FIRMS:
            return self.firms.city
        if sector is Sector.OUTSIDE:
            return OUTSIDE_PLACES
        if sector in {Sector.UPPER_GOVERNMENTS, Sector.MARKET}:
            return ZONE_PLACES
        return CITY_PLACES


BALANCES: dict[Sector, Callable[[Economy], Money]] = {
    Sector.HOUSEHOLDS: lambda economy: economy.workers.deposits,
    Sector.BASKETS: lambda economy: economy.purses.baskets,
    Sector.FIRMS: lambda economy: economy.firms.cash,
    Sector.DEVELOPERS: lambda economy: economy.purses.developers,
    Sector.CITY_GOVERNMENTS: lambda economy: economy.governments.deposits,
    Sector.TAX_OFFICES: lambda economy: economy.governments.tax_office,
    Sector.PENSION_FUNDS: lambda economy: economy.governments.pension_fund,
    Sector.UPPER_GOVERNMENTS: lambda economy: economy.purses.upper,
    Sector.BANKS: lambda economy: economy.banks.reserves,
    Sector.OUTSIDE: lambda economy: economy.purses.outside,
    Sector.MARKET: lambda economy: economy.purses.market,
}
CITY_PLACES = np.arange(9, dtype=np.int8)
RESERVE_FUND = 3  # row of the reserve fund of mining firms
FIRST_FUND = 4  # row of the award fund of the first industry
ZONE_PLACES = np.full(FIRST_FUND + INDUSTRIES, 8, dtype=np.int8)
OUTSIDE_PLACES = np.arange(8, 11, dtype=np.int8)
PLACES = 11


def real_persons(economy: Economy) -> Floats:
    """Return persons living in each city (8), children included."""
    workers = economy.workers
    rows = slice(0, workers.count)
    living = workers.alive[rows].astype(np.float64)
    children = (workers.child_one[rows] >= 0) * 1.0 + (workers.child_two[rows] >= 0)
    return (
        np.bincount(workers.city[rows], weights=living * (1.0 + children), minlength=8)
        * workers.persons_per_agent
    )
