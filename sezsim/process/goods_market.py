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
    firms, cells = economy.firms, economy.cells
    value, due, bills = purchases(economy, spending)
    order_goods(shares, value, cells.price, orders_outside, cells.demand)
    deliver(economy, p)
    books.pay_with_firms(BOUGHT_BY_FIRMS, CLEARING, firms.city, due)
    books.pay_many(PURCHASES, CITY_ROWS[None], BUYER[None], bills)
    collect_sales(economy, books, spending, orders_outside)


def purchases(economy: Economy, spending: Spending) -> tuple[Floats, Money, Money]:
    """What is bought, by whom.

    Returns:
        Value of all purchases by city and industry (8, 19), yuan; inputs and equipment of firms
        (2, firms), fen; bills of households, services, infrastructure and housing (4, 8), fen.
    """
    cells, structure, firms = economy.cells, economy.structure, economy.firms
    value, due = np.empty_like(cells.inputs), np.empty((2, len(firms.id)), np.int64)
    bills = np.empty((len(PURCHASES), CITIES), np.int64)
    buy(
        structure.coefficients, cells.output, cells.energy_index, IS_ENERGY, firms.city,
        firms.investing, cells.investment_price, cells.buyer_price, spending.households,
        spending.government, spending.infrastructure, spending.housing, cells.service_weight,
        structure.government_share, structure.investment_share, firms.costs,
        cells.inputs, due, bills, economy.flows.consumption, economy.flows.investment, value,
    )  # fmt: skip
    return value, due, bills


@compiled
def buy(
    coefficients: Floats, output: Floats, energy_index: Floats, energy: Flags, city: Ints,
    investing: Floats, investment_price: Floats, buyer_price: Floats, households: Floats,
    government: Floats, infrastructure: Floats, housing: Floats, household_share: Floats,
    government_share: Floats, investment_share: Floats, costs: Floats, inputs: Floats,
    due: Money, bills: Money, consumption: Floats, investment: Floats, value: Floats,
) -> None:  # fmt: skip
    """Add up the inputs that firms use (quantities) and what all buyers pay (yuan)."""
    cities, industries = inputs.shape
    investment[:] = 0.0
    for i in range(len(city)):
        equipment = investing[i] * investment_price[city[i]]
        investment[city[i]] += equipment
        due[0, i], due[1, i] = round(costs[i] * 100.0), round(equipment * 100.0)
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


def deliver(economy: Economy, p: Parameters) -> None:
    """Let firms deliver what is ordered, from stock and output."""
    firms, cells = economy.firms, economy.cells
    move = 1.0 - p.inertia ** (1.0 / 3.0)
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
    kept, able, first = np.zeros_like(demand), np.zeros_like(demand), np.zeros_like(demand)
    spare, own = np.zeros_like(demand), np.zeros(len(city))
    for i in range(len(city)):
        kept[uint64(city[i]), uint64(industry[i])] += share[i] if is_open[i] else 0.0
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
        total = able[c, s]
        for v in range(4):
            present = capacity[i, v] * (1.0 - sealed[i, v])
            own[i] += present
            total += present
        able[c, s] = total
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
def part_of_spare(demand: Floats, first: Floats, spare: Floats) -> Floats:
    """Part of what the firms of a cell have left over that customers of others still want."""
    part = np.zeros_like(demand)
    for c in range(demand.shape[0]):
        for s in range(demand.shape[1]):
            missing = demand[c, s] - first[c, s]
            if missing > 0.0 and spare[c, s] > 0.0:
                part[c, s] = min(1.0, missing / spare[c, s])
    return part


def collect_sales(
    economy: Economy, books: Books, spending: Spending, orders_outside: Floats
) -> None:
    """Let the outside pay for its orders, firms be paid for sales, and the outside for the rest."""
    firms, cells, flows = economy.firms, economy.cells, economy.flows
    sold = np.empty((1, len(firms.id)), np.int64)
    abroad = np.zeros((2, len(REGION_ROWS)), np.int64)
    deliver_outside(cells.sales, cells.demand, cells.price, orders_outside, abroad[0])
    add_sales(
        firms.city, firms.receipts, firms.costs, spending.households, spending.government,
        flows.investment, sold[0], flows.net_outflow,
    )  # fmt: skip
    books.pay_with_firms(SOLD_BY_FIRMS, CLEARING[:1], firms.city, sold)
    abroad[1, WORLD] = economy.purses.market[0] + abroad[0].sum()
    books.pay_many(WITH_OUTSIDE, PAYERS_OUTSIDE, PAYEES_OUTSIDE, abroad)


@compiled
def add_sales(
    city: Ints, receipts: Floats, costs: Floats, households: Floats, government: Floats,
    investment: Floats, sold: Money, net_outflow: Floats,
) -> None:  # fmt: skip
    """Round the sales of firms to fen; value added less what a city buys is its net outflow."""
    net_outflow[:] = 0.0
    for i in range(len(city)):
        net_outflow[city[i]] += receipts[i] - costs[i]
        sold[i] = round(receipts[i] * 100.0)
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
