"""Goods market (商品市场): buyers pay, sellers deliver from stock and output, the outside fills gaps.

A city buys inputs for its firms, goods for its households, services for its government and
investment goods. Orders reach the cells of city and industry by the shares of trade, and the
firms of a cell by their customer shares; what a firm cannot deliver is taken up by its neighbours,
then by the outside at the national price. Customer shares move slowly towards what firms can offer.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import ENERGY, INDUSTRIES
from sezsim.state.economy import Economy, Sector

INPUTS = Flow("intermediate goods", Sector.FIRMS, Sector.MARKET)
CONSUMPTION = Flow("consumption", Sector.BASKETS, Sector.MARKET)
EXPORTS = Flow("outside purchases", Sector.OUTSIDE, Sector.MARKET)
SALES = Flow("sales", Sector.MARKET, Sector.FIRMS)
IMPORTS = Flow("purchases from outside", Sector.MARKET, Sector.OUTSIDE)
PUBLIC_SERVICES = Flow("public services", Sector.CITY_GOVERNMENTS, Sector.MARKET)
INFRASTRUCTURE = Flow("infrastructure", Sector.CITY_GOVERNMENTS, Sector.MARKET)
HOMES = Flow("housing construction", Sector.DEVELOPERS, Sector.MARKET)
EQUIPMENT = Flow("equipment", Sector.FIRMS, Sector.MARKET)

CITY_ROWS = np.arange(CITIES)
WORLD = 2
REGION_ROWS = np.arange(WORLD + 1)
PURCHASES = (CONSUMPTION, PUBLIC_SERVICES, INFRASTRUCTURE, HOMES)
IS_ENERGY = np.isin(np.arange(INDUSTRIES), [int(industry) for industry in ENERGY])
BUYER = np.zeros(CITIES, np.int64)  # the clearing account, for each city that buys


class Parameters(Declared):
    """How customers move between firms."""

    inertia: float = parameter(
        0.8, "share of customers that stay with their firm over a quarter", unit="1/quarter",
        within=(0.0, 1.0), source="parameters.csv nu_link: memory",
    )  # fmt: skip


@dataclass(frozen=True)
class Spending:
    """What the buyers of the eight cities pay this month (yuan); investment is of firms (rows)."""

    households: Floats  # (8,)
    government: Floats  # (8,)
    infrastructure: Floats  # (8,)
    housing: Floats  # (8,)


def trade_goods(
    economy: Economy, books: Books, spending: Spending, shares: Floats, orders_outside: Floats,
    p: Parameters,
) -> None:  # fmt: skip
    """Buy, deliver and pay for all goods of the month."""
    firms, cells = economy.firms, economy.cells
    value, equipment = purchases(economy, spending)
    order_goods(shares, value, cells.price, orders_outside, cells.demand)
    deliver(economy, p)
    pay_for_goods(economy, books, spending, equipment)
    collect_sales(economy, books, orders_outside)
    paid = spending.households + spending.government + economy.flows.investment
    earned = np.bincount(firms.city, firms.receipts - firms.costs, CITIES)
    economy.flows.net_outflow[:] = earned - paid


def purchases(economy: Economy, spending: Spending) -> tuple[Floats, Floats]:
    """Value of all purchases by city and industry bought (8, 19); equipment by firm (yuan)."""
    cells, structure, firms = economy.cells, economy.structure, economy.firms
    value, equipment = np.empty_like(cells.inputs), np.empty(len(firms.id))
    buy(
        structure.coefficients, cells.output, cells.energy_index, IS_ENERGY, firms.city,
        firms.investing, cells.investment_price, cells.buyer_price, spending.households,
        spending.government, spending.infrastructure + spending.housing, cells.service_weight,
        structure.government_share, structure.investment_share, cells.inputs,
        equipment, economy.flows.investment, value,
    )  # fmt: skip
    return value, equipment


@compiled
def buy(
    coefficients: Floats, output: Floats, energy_index: Floats, energy: Flags, city: Ints,
    investing: Floats, investment_price: Floats, buyer_price: Floats, households: Floats,
    government: Floats, building: Floats, household_share: Floats, government_share: Floats,
    investment_share: Floats, inputs: Floats, equipment: Floats, investment: Floats,
    value: Floats,
) -> None:  # fmt: skip
    """Add up the inputs that firms use (quantities) and what all buyers pay (yuan)."""
    cities, industries = inputs.shape
    investment[:] = 0.0
    for i in range(len(city)):
        equipment[i] = investing[i] * investment_price[city[i]]
        investment[city[i]] += equipment[i]
    investment += building
    for c in range(cities):
        for bought in range(industries):
            used = 0.0
            for s in range(industries):
                need = coefficients[c, bought, s] * output[c, s]
                used += need * energy_index[c, s] if energy[bought] else need
            inputs[c, bought] = used
            value[c, bought] = (
                used * buyer_price[c, bought]
                + households[c] * household_share[c, bought]
                + government[c] * government_share[c, bought]
                + investment[c] * investment_share[c, bought]
            )


@compiled
def order_goods(
    shares: Floats, value: Floats, price: Floats, outside: Floats, demand: Floats
) -> None:
    """Spread purchases over their origins; orders (quantities) of each city and industry."""
    cities, industries = demand.shape
    for s in range(industries):
        for o in range(cities):
            inside = 0.0
            for d in range(cities):
                inside += shares[s, o, d] * value[d, s]
            demand[o, s] = inside / price[o, s] + outside[o, s].sum()


def deliver(economy: Economy, p: Parameters) -> None:
    """Let firms deliver what is ordered, from stock and output."""
    firms, cells = economy.firms, economy.cells
    move = 1.0 - p.inertia ** (1.0 / 3.0)
    cells.sales[:] = 0.0
    deliver_orders(
        firms.city, firms.industry, firms.is_open, cells.demand, firms.capacity, firms.sealed,
        firms.output, move, cells.price, firms.share, firms.inventory, firms.sales,
        firms.receipts, cells.sales,
    )  # fmt: skip


@compiled
def deliver_orders(
    city: Ints, industry: Ints, is_open: Flags, demand: Floats, capacity: Floats,
    sealed: Floats, output: Floats, move: float, price: Floats, share: Floats,
    inventory: Floats, sales: Floats, receipts: Floats, sold: Floats,
) -> None:  # fmt: skip
    """Serve own customers first, then those of neighbours; let shares follow capacity."""
    rows = len(city)
    kept = np.zeros_like(demand)
    able = np.zeros_like(demand)
    for i in range(rows):
        kept[city[i], industry[i]] += share[i] if is_open[i] else 0.0
    spare = np.zeros_like(demand)
    for i in range(rows):
        c, s = city[i], industry[i]
        sales[i] = 0.0
        if not is_open[i]:
            share[i] = 0.0
            continue
        share[i] = share[i] / kept[c, s] if kept[c, s] > 0.0 else 0.0
        inventory[i] += output[i]
        sales[i] = max(0.0, min(share[i] * demand[c, s], inventory[i]))
        sold[c, s] += sales[i]
        spare[c, s] += max(0.0, inventory[i] - sales[i])
        for v in range(4):
            able[c, s] += capacity[i, v] * (1.0 - sealed[i, v])
    for i in range(rows):
        if not is_open[i]:
            receipts[i] = 0.0
            continue
        c, s = city[i], industry[i]
        missing = demand[c, s] - sold[c, s]
        if missing > 0.0 and spare[c, s] > 0.0:
            sales[i] += max(0.0, inventory[i] - sales[i]) * min(1.0, missing / spare[c, s])
        inventory[i] -= sales[i]
        receipts[i] = sales[i] * price[c, s]
        own = 0.0
        for v in range(4):
            own += capacity[i, v] * (1.0 - sealed[i, v])
        if able[c, s] > 0.0:
            share[i] += move * (own / able[c, s] - share[i])
    sold[:] = 0.0
    for i in range(rows):
        sold[city[i], industry[i]] += sales[i]


def pay_for_goods(
    economy: Economy, books: Books, spending: Spending, equipment: Floats
) -> None:
    """Let every buyer pay into the clearing account of the market."""
    everyone = economy.scratch.firm_rows
    market = np.zeros(len(everyone), np.int64)
    books.pay_yuan(INPUTS, everyone, market, economy.firms.costs)
    books.pay_yuan(EQUIPMENT, everyone, market, equipment)
    spent = (
        spending.households,
        spending.government,
        spending.infrastructure,
        spending.housing,
    )
    books.pay_many(PURCHASES, CITY_ROWS[None], BUYER[None], fen(np.array(spent)))
    economy.flows.consumption[:] = spending.households


def collect_sales(economy: Economy, books: Books, orders_outside: Floats) -> None:
    """Let the outside pay for its orders, firms be paid for sales, and the outside for the rest."""
    firms, cells = economy.firms, economy.cells
    regions = np.zeros(len(REGION_ROWS))
    deliver_outside(cells.sales, cells.demand, cells.price, orders_outside, regions)
    books.pay_yuan(EXPORTS, REGION_ROWS, BUYER[: len(regions)], regions)
    rows = economy.scratch.firm_rows
    books.pay_yuan(SALES, np.zeros(len(rows), np.int64), rows, firms.receipts)
    books.pay(IMPORTS, BUYER[:1], REGION_ROWS[WORLD:], economy.purses.market[:1].copy())


@compiled
def deliver_outside(
    sales: Floats, demand: Floats, price: Floats, orders: Floats, regions: Floats
) -> None:
    """Value (yuan) of what each region outside is delivered."""
    for c in range(sales.shape[0]):
        for s in range(sales.shape[1]):
            if demand[c, s] > 0.0:
                served = min(sales[c, s] / demand[c, s], 1.0) * price[c, s]
                for r in range(len(regions)):
                    regions[r] += orders[c, s, r] * served
