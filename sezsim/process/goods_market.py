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
from sezsim.definitions.industry import ENERGY
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
ENERGY_GOODS = list(ENERGY)


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
    value = purchases(economy, spending)
    inside = np.einsum("sod,ds->os", shares, value)[:CITIES]
    cells.demand[:] = inside / cells.price + orders_outside.sum(axis=2)
    deliver(economy, p)
    pay_for_goods(economy, books, spending)
    collect_sales(economy, books, orders_outside)
    economy.flows.net_outflow[:] = (
        np.bincount(firms.city, weights=firms.receipts, minlength=CITIES) - value.sum(axis=1)
    )


def purchases(economy: Economy, spending: Spending) -> Floats:
    """Value (8, 19, yuan) of all purchases by city and industry bought."""
    cells, structure, firms = economy.cells, economy.structure, economy.firms
    run = structure.coefficients * cells.output[:, None, :]
    extra = run[:, ENERGY_GOODS] * (cells.energy_index - 1.0)[:, None, :]
    run[:, ENERGY_GOODS] += extra
    cells.inputs[:] = run.sum(axis=2)
    equipment = np.bincount(
        firms.city, weights=firms.investing * cells.investment_price[firms.city], minlength=CITIES
    )
    building = spending.infrastructure + spending.housing + equipment
    economy.flows.investment[:] = building
    return np.asarray(
        cells.inputs * cells.buyer_price
        + spending.households[:, None] * cells.service_weight
        + spending.government[:, None] * structure.government_share
        + building[:, None] * structure.investment_share
    )


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


def pay_for_goods(economy: Economy, books: Books, spending: Spending) -> None:
    """Let every buyer pay into the clearing account of the market."""
    firms, cells = economy.firms, economy.cells
    everyone, market = np.arange(len(firms.id)), np.zeros(len(firms.id), np.int64)
    books.pay(INPUTS, everyone, market, fen(firms.costs))
    equipment = firms.investing * cells.investment_price[firms.city]
    books.pay(EQUIPMENT, everyone, market, fen(equipment))
    here = market[:CITIES]
    books.pay(CONSUMPTION, CITY_ROWS, here, fen(spending.households))
    books.pay(PUBLIC_SERVICES, CITY_ROWS, here, fen(spending.government))
    books.pay(INFRASTRUCTURE, CITY_ROWS, here, fen(spending.infrastructure))
    books.pay(HOMES, CITY_ROWS, here, fen(spending.housing))
    economy.flows.consumption[:] = spending.households


def collect_sales(economy: Economy, books: Books, orders_outside: Floats) -> None:
    """Let the outside pay for its orders, firms be paid for sales, and the outside for the rest."""
    firms, cells = economy.firms, economy.cells
    served = np.divide(
        cells.sales, cells.demand, out=np.zeros_like(cells.sales), where=cells.demand > 0.0
    )
    regions = np.einsum("csr,cs->r", orders_outside, np.minimum(served, 1.0) * cells.price)
    books.pay(EXPORTS, np.arange(3), np.zeros(3, np.int64), fen(regions))
    rows = len(firms.id)
    books.pay(SALES, np.zeros(rows, np.int64), np.arange(rows), fen(firms.receipts))
    left = economy.purses.market.copy()[:1]
    books.pay(IMPORTS, np.zeros(1, np.int64), np.array([WORLD]), left)

