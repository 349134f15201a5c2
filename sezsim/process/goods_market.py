"""Goods market (商品市场): buyers pay, sellers deliver from stock and output, the outside fills gaps.

A city buys inputs for its firms, goods for its households, services for its government and
investment goods. Orders reach the cells of city and industry by the shares of trade, and the
firms of a cell by their customer shares; what a firm cannot deliver is taken up by its neighbours,
then by the outside at the national price. Customer shares move slowly towards what firms can offer.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
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
BOUGHT_BY_FIRMS, SOLD_BY_FIRMS = (INPUTS, EQUIPMENT), (SALES,)
PURCHASES = (CONSUMPTION, PUBLIC_SERVICES, INFRASTRUCTURE, HOMES)
IS_ENERGY = np.isin(np.arange(INDUSTRIES), [int(industry) for industry in ENERGY])
CLEARING = np.zeros(2, np.int64)  # the clearing account, for each kind of payments of firms
WITH_OUTSIDE = (EXPORTS, IMPORTS)
PAYERS_OUTSIDE = np.stack([REGION_ROWS, np.zeros(len(REGION_ROWS), np.int64)])
PAYEES_OUTSIDE = PAYERS_OUTSIDE[::-1].copy()
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
    due, bills = order(economy, spending, shares, orders_outside)
    sold, abroad = deliver(economy, spending, orders_outside, p)
    city = economy.firms.city
    books.pay_with_firms(BOUGHT_BY_FIRMS, CLEARING, city, due)
    books.pay_many(PURCHASES, CITY_ROWS[None], BUYER[None], bills)
    books.pay_with_firms(SOLD_BY_FIRMS, CLEARING[:1], city, sold)
    abroad[1, WORLD] = economy.purses.market[0] + abroad[0].sum()
    books.pay_many(WITH_OUTSIDE, PAYERS_OUTSIDE, PAYEES_OUTSIDE, abroad)


def order(
    economy: Economy, spending: Spending, shares: Floats, orders_outside: Floats
) -> tuple[Money, Money]:
    """Buy for firms and cities and spread the orders over their origins.

    Returns:
        Inputs and equipment of firms (2, firms), fen; bills of households, services,
        infrastructure and housing (4, 8), fen.
    """
    cells, structure, firms = economy.cells, economy.structure, economy.firms
    due = np.empty((2, len(firms.id)), np.int64)
    bills = np.empty((len(PURCHASES), CITIES), np.int64)
    buy_and_order(
        structure.coefficients, cells.output, cells.energy_index, IS_ENERGY, firms.city,
        firms.investing, cells.investment_price, cells.buyer_price, spending.households,
        spending.government, spending.infrastructure, spending.housing, cells.service_weight,
        structure.government_share, structure.investment_share, firms.costs,
        cells.inputs, due, bills, economy.flows.consumption, economy.flows.investment, shares,
        cells.price, orders_outside, cells.demand,
    )  # fmt: skip
    return due, bills


@compiled
def buy_and_order(
    coefficients: Floats, output: Floats, energy_index: Floats, energy: Flags, city: Ints,
    investing: Floats, investment_price: Floats, buyer_price: Floats, households: Floats,
    government: Floats, infrastructure: Floats, housing: Floats, household_share: Floats,
    government_share: Floats, investment_share: Floats, costs: Floats, inputs: Floats,
    due: Money, bills: Money, consumption: Floats, investment: Floats, shares: Floats,
    price: Floats, outside: Floats, demand: Floats,
) -> None:  # fmt: skip
    """Add up what is bought in each city and industry (yuan) and order it."""
    value = np.empty_like(inputs)
    equip(city, investing, investment_price, costs, due, investment)
    buy(
        coefficients, output, energy_index, energy, buyer_price, households, government,
        infrastructure, housing, household_share, government_share, investment_share, inputs,
        bills, consumption, investment, value,
    )  # fmt: skip
    order_goods(shares, value, price, outside, demand)


@compiled
def equip(
    city: Ints, investing: Floats, price: Floats, costs: Floats, due: Money, investment: Floats
) -> None:
    """Round what firms pay for inputs and equipment to fen; add up their investment by city.

    Neighbours of one city are added up without a look at the sum of the city in between.
    """
    investment[:] = 0.0
    home, total = uint64(city[0]), 0.0
    for i in range(len(city)):
        c = uint64(city[i])
        if c != home:
            investment[home] = total
            home, total = c, investment[c]
        equipment = investing[i] * price[c]
        total += equipment
        due[0, i], due[1, i] = round(costs[i] * 100.0), round(equipment * 100.0)
    investment[home] = total


@compiled
def buy(
    coefficients: Floats, output: Floats, energy_index: Floats, energy: Flags,
    buyer_price: Floats, households: Floats, government: Floats, infrastructure: Floats,
    housing: Floats, household_share: Floats, government_share: Floats,
    investment_share: Floats, inputs: Floats, bills: Money, consumption: Floats,
    investment: Floats, value: Floats,
) -> None:  # fmt: skip
    """Add up the inputs that firms use (quantities) and what all buyers pay (yuan)."""
    cities, industries = inputs.shape
    for c in range(cities):
        investment[c] += infrastructure[c] + housing[c]
        consumption[c] = households[c]
        bills[0, c], bills[1, c] = round(households[c] * 100.0), round(government[c] * 100.0)
        bills[2, c], bills[3, c] = round(infrastructure[c] * 100.0), round(housing[c] * 100.0)
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


def deliver(
    economy: Economy, spending: Spending, orders_outside: Floats, p: Parameters
) -> tuple[Money, Money]:
    """Let firms deliver what is ordered, from stock and output.

    Returns:
        Sales of firms (1, firms), fen; what each region outside is delivered, and room for what
        it delivers (2, 3), fen.
    """
    firms, cells, flows = economy.firms, economy.cells, economy.flows
    sold = np.empty((1, len(firms.id)), np.int64)
    abroad = np.zeros((2, len(REGION_ROWS)), np.int64)
    move = 1.0 - p.inertia ** (1.0 / 3.0)
    deliver_and_value(
        firms.city, firms.industry, firms.is_open, cells.demand, firms.capacity, firms.sealed,
        firms.output, move, cells.price, firms.share, firms.inventory, firms.sales,
        firms.receipts, cells.sales, orders_outside, firms.costs, spending.households,
        spending.government, flows.investment, sold[0], abroad[0], flows.net_outflow,
    )  # fmt: skip
    return sold, abroad


@compiled
def deliver_and_value(
    city: Ints, industry: Ints, is_open: Flags, demand: Floats, capacity: Floats,
    sealed: Floats, output: Floats, move: float, price: Floats, share: Floats,
    inventory: Floats, sales: Floats, receipts: Floats, sold: Floats, orders_outside: Floats,
    costs: Floats, households: Floats, government: Floats, investment: Floats, earned: Money,
    abroad: Money, net_outflow: Floats,
) -> None:  # fmt: skip
    """Deliver all orders; value (fen) what firms have sold and what the outside was delivered."""
    deliver_orders(
        city, industry, is_open, demand, capacity, sealed, output, move, price, share, inventory,
        sales, receipts, sold,
    )  # fmt: skip
    deliver_outside(sold, demand, price, orders_outside, abroad)
    add_sales(city, receipts, costs, households, government, investment, earned, net_outflow)


@compiled
def deliver_orders(
    city: Ints, industry: Ints, is_open: Flags, demand: Floats, capacity: Floats,
    sealed: Floats, output: Floats, move: float, price: Floats, share: Floats,
    inventory: Floats, sales: Floats, receipts: Floats, sold: Floats,
) -> None:  # fmt: skip
    """Serve own customers first, then those of neighbours; let shares follow capacity."""
    kept = shares_kept(city, industry, is_open, share, demand)
    able, first, spare = np.zeros_like(demand), np.zeros_like(demand), np.zeros_like(demand)
    own = np.zeros(len(city))
    for i in range(len(city)):
        if not is_open[i]:
            sales[i] = share[i] = receipts[i] = 0.0
            continue
        c, s = uint64(city[i]), uint64(industry[i])
        part = share[i] / kept[c, s] if kept[c, s] > 0.0 else 0.0
        stock = inventory[i] + output[i]
        sold_first = max(0.0, min(part * demand[c, s], stock))
        share[i], inventory[i], sales[i] = part, stock, sold_first
        first[c, s] += sold_first
        spare[c, s] += max(0.0, stock - sold_first)
        total, mine = able[c, s], 0.0
        for v in range(4):
            present = capacity[i, v] * (1.0 - sealed[i, v])
            mine += present
            total += present
        able[c, s], own[i] = total, mine
    helped = part_of_spare(demand, first, spare)
    sold[:] = 0.0
    for i in range(len(city)):
        if not is_open[i]:
            continue
        c, s = uint64(city[i]), uint64(industry[i])
        delivered = sales[i] + max(0.0, inventory[i] - sales[i]) * helped[c, s]
        inventory[i] -= delivered
        sales[i], receipts[i] = delivered, delivered * price[c, s]
        sold[c, s] += delivered
        if able[c, s] > 0.0:
            share[i] += move * (own[i] / able[c, s] - share[i])


@compiled
def shares_kept(
    city: Ints, industry: Ints, is_open: Flags, share: Floats, demand: Floats
) -> Floats:
    """Add up the customer shares of open firms by city and industry."""
    kept = np.zeros_like(demand)
    home, trade, total = uint64(city[0]), uint64(industry[0]), 0.0
    for i in range(len(city)):
        c, s = uint64(city[i]), uint64(industry[i])
        if (c != home) | (s != trade):
            kept[home, trade] = total
            home, trade, total = c, s, kept[c, s]
        total += share[i] if is_open[i] else 0.0
    kept[home, trade] = total
    return kept


@compiled
def part_of_spare(demand: Floats, first: Floats, spare: Floats) -> Floats:
    """Part of what the firms of a cell have left over that customers of others still want."""
    part = np.zeros_like(demand)
    for c in range(demand.shape[0]):
        for s in range(demand.shape[1]):
            missing = demand[c, s] - first[c, s]
            if missing > 0.0 and spare[c, s] > 0.0:
                part[c, s] = min(1.0, missing / spare[c, s])
    return part


@compiled
def add_sales(
    city: Ints, receipts: Floats, costs: Floats, households: Floats, government: Floats,
    investment: Floats, sold: Money, net_outflow: Floats,
) -> None:  # fmt: skip
    """Round the sales of firms to fen; value added less what a city buys is its net outflow."""
    net_outflow[:] = 0.0
    home, total = uint64(city[0]), 0.0
    for i in range(len(city)):
        c = uint64(city[i])
        if c != home:
            net_outflow[home] = total
            home, total = c, net_outflow[c]
        total += receipts[i] - costs[i]
        sold[i] = round(receipts[i] * 100.0)
    net_outflow[home] = total
    net_outflow -= households + government + investment


@compiled
def deliver_outside(
    sales: Floats, demand: Floats, price: Floats, orders: Floats, paid: Money
) -> None:
    """Value (fen) of what each region outside is delivered."""
    regions = np.zeros(len(paid))
    for c in range(sales.shape[0]):
        for s in range(sales.shape[1]):
            if demand[c, s] > 0.0:
                served = min(sales[c, s] / demand[c, s], 1.0) * price[c, s]
                for r in range(len(regions)):
                    regions[r] += orders[c, s, r] * served
    for r in range(len(regions)):
        paid[r] = round(regions[r] * 100.0)
