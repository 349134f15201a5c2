"""Goods: what is sold exists; with fixed demand output is the Leontief solution."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.base_year.figures import input_coefficients
from sezsim.process.expectations import Parameters as Expectations
from sezsim.process.expectations import expected_sales, planned_output
from sezsim.process.goods_market import deliver_orders
from sezsim.process.production import by_vintage, run_equipment
from sezsim.state.economy import Sector
from sezsim.zone import Zone

CITIES, INDUSTRIES, VINTAGES = 8, 19, 4
PLENTY = 1e12
LABOUR, ENERGY = np.ones((INDUSTRIES, VINTAGES)), np.zeros((INDUSTRIES, VINTAGES))
GRID = np.ones((CITIES, INDUSTRIES))
NEED = 1e-6  # persons per output


class OneFirmAnIndustry:
    """A city with one firm an industry, run by the functions of the model."""

    def __init__(self, capacity=PLENTY):
        rows = INDUSTRIES
        self.city = np.zeros(rows, np.int8)
        self.industry = np.arange(rows, dtype=np.int8)
        self.is_open = np.ones(rows, np.bool_)
        self.capacity = np.tile([0.0, 0.0, 0.0, capacity], (rows, 1))
        self.sealed, self.running = np.zeros((rows, VINTAGES)), np.zeros((rows, VINTAGES))
        self.output, self.sales, self.inventory, self.receipts = (
            np.zeros(rows) for _ in range(4)
        )
        self.share, self.expected = np.ones(rows), np.full(rows, 10.0)

    def plan(self, p):
        growth = np.zeros(INDUSTRIES)
        self.expected = expected_sales(self.expected, self.sales, growth, p.gain)
        return planned_output(self.expected, self.inventory, growth, p.stock, p.stock_speed)

    def produce(self, plan, staff=PLENTY):
        rows = INDUSTRIES
        wanted, unit_cost, costs = np.zeros(rows), np.zeros(rows), np.zeros(rows)
        need, *of_vintages = by_vintage(
            0.6 * GRID, 0.1 * GRID, GRID, np.ones(INDUSTRIES), GRID, 1.0, NEED * GRID,
            0.2 * GRID, GRID, LABOUR, ENERGY, GRID,
        )  # fmt: skip
        run_equipment(
            self.city, self.industry, np.ones(rows, np.int8), self.is_open, plan, plan,
            np.full(rows, staff), np.ones(rows), self.capacity, self.sealed, GRID, 0.6 * GRID,
            0.1 * GRID, need, *of_vintages, LABOUR, 0.3, 0.3, 1.0, 0.0, 1.0,
            self.running, np.zeros((rows, VINTAGES), np.int16), self.output, wanted, unit_cost, costs,
            np.zeros((CITIES, INDUSTRIES, 5)),
        )  # fmt: skip

    def sell(self, demand):
        orders, sold = np.zeros((CITIES, INDUSTRIES)), np.zeros((CITIES, INDUSTRIES))
        orders[0] = demand
        deliver_orders(
            self.city, self.industry, self.is_open, orders, self.capacity, self.sealed,
            self.output, 0.05, GRID, self.share, self.inventory, self.sales, self.receipts,
            sold,
        )  # fmt: skip
        return sold[0]


def test_output_settles_at_the_leontief_solution():
    """Limit L4: fixed demand and prices, no limit of capacity or staff: y = (I - A)^-1 f."""
    inputs = input_coefficients()
    final = np.linspace(1.0, 5.0, INDUSTRIES)
    expected = np.linalg.solve(np.eye(INDUSTRIES) - inputs, final)
    firms, p = OneFirmAnIndustry(), Expectations()
    for _ in range(600):
        firms.produce(firms.plan(p))
        firms.sell(inputs @ firms.output + final)
    np.testing.assert_allclose(firms.output, expected, rtol=1e-6)
    np.testing.assert_allclose(firms.sales, expected, rtol=1e-6)


def test_stocks_settle_at_their_target():
    firms, p = OneFirmAnIndustry(), Expectations()
    for _ in range(400):
        firms.produce(firms.plan(p))
        firms.sell(np.full(INDUSTRIES, 7.0))
    np.testing.assert_allclose(firms.inventory, p.stock * 7.0, rtol=1e-6)


def test_where_capacity_is_short_sales_are_what_is_made():
    firms, p = OneFirmAnIndustry(capacity=3.0), Expectations()
    for _ in range(200):
        firms.produce(firms.plan(p))
        firms.sell(np.full(INDUSTRIES, 7.0))
    np.testing.assert_allclose(firms.sales, 3.0, rtol=1e-6)
    np.testing.assert_allclose(firms.inventory, 0.0, atol=1e-6)


def market(demand, output, stock, share, is_open=None):
    """One city and industry with several firms; returns sales, stocks and shares afterwards."""
    rows = len(output)
    is_open = np.ones(rows, np.bool_) if is_open is None else np.array(is_open)
    orders, sold = np.zeros((CITIES, INDUSTRIES)), np.zeros((CITIES, INDUSTRIES))
    orders[2, 8] = demand
    columns = {"share": np.array(share, float), "inventory": np.array(stock, float)}
    sales, receipts = np.zeros(rows), np.zeros(rows)
    capacity = np.tile([0.0, 0.0, 50.0, 50.0], (rows, 1))
    deliver_orders(
        np.full(rows, 2, np.int8), np.full(rows, 8, np.int8), is_open, orders, capacity,
        np.zeros((rows, VINTAGES)), np.array(output, float), 0.0, 1.5 * GRID,
        columns["share"], columns["inventory"], sales, receipts, sold,
    )  # fmt: skip
    return sales, columns["inventory"], receipts, sold[2, 8], columns["share"]


amounts = st.lists(st.floats(0.0, 1e9), min_size=4, max_size=4)


@settings(max_examples=100, deadline=None)
@given(st.floats(0.0, 1e10), amounts, amounts, amounts)
def test_nothing_is_sold_that_does_not_exist(demand, output, stock, share):
    sales, left, receipts, sold, _ = market(demand, output, stock, np.array(share) + 1e-3)
    goods = np.array(output) + np.array(stock)
    slack = 1e-9 * (goods.sum() + demand)
    assert (sales >= 0.0).all()
    assert (sales <= goods + slack).all()
    np.testing.assert_allclose(left, goods - sales, atol=slack)
    assert sold == pytest.approx(sales.sum())
    assert sold <= demand + slack, "nobody is sold what he did not order"
    np.testing.assert_allclose(receipts, 1.5 * sales)


@settings(max_examples=60, deadline=None)
@given(st.floats(1.0, 1e9), amounts)
def test_orders_are_filled_as_long_as_anybody_has_goods(demand, output):
    """What a firm cannot deliver its neighbours do."""
    _, _, _, sold, _ = market(demand, output, [0.0] * 4, [0.97, 0.01, 0.01, 0.01])
    assert sold == pytest.approx(min(demand, sum(output)), rel=1e-9, abs=1e-6)


def test_customers_go_to_their_own_firm_first():
    sales, *_ = market(100.0, [100.0, 100.0], [0.0, 0.0], [0.3, 0.7])
    np.testing.assert_allclose(sales, [30.0, 70.0])


def test_customers_of_a_closed_firm_go_to_the_others():
    sales, _, _, _, share = market(100.0, [0.0, 200.0], [50.0, 0.0], [0.5, 0.5], [False, True])
    np.testing.assert_allclose(sales, [0.0, 100.0])
    np.testing.assert_allclose(share, [0.0, 1.0])


@pytest.fixture(scope="module")
def zone():
    lived = Zone.open("history", persons_per_agent=5000, until="2010-06")
    lived.run()
    return lived


def paid(zone, name):
    return next(flow for each, flow in zone.books.flows.items() if each.name == name)


def test_all_that_buyers_pay_reaches_sellers_or_the_outside(zone):
    flows = zone.books.flows.items()
    into = sum(int(between.sum()) for flow, between in flows if flow.payee is Sector.MARKET)
    out = sum(int(between.sum()) for flow, between in flows if flow.payer is Sector.MARKET)
    assert into == out > 0


def test_the_cities_sell_to_the_outside_what_they_sell_less_what_they_buy(zone):
    """Sales of all firms less purchases of all buyers: outside purchases less those from there."""
    flows = zone.books.flows.items()
    bought = sum(
        int(between.sum())
        for flow, between in flows
        if flow.payee is Sector.MARKET and flow.payer is not Sector.OUTSIDE
    )
    abroad = paid(zone, "outside purchases").sum() - paid(zone, "purchases from outside").sum()
    assert paid(zone, "sales").sum() - bought == abroad


def test_net_outflow_is_what_the_books_say(zone):
    """Within a thousandth of sales: costs are set before the month's prices reach the buyers."""
    abroad = paid(zone, "outside purchases").sum() - paid(zone, "purchases from outside").sum()
    gap = zone.economy.flows.net_outflow.sum() * 100.0 - abroad
    assert abs(gap) < 1e-3 * paid(zone, "sales").sum()


def test_households_buy_what_they_have_set_aside(zone):
    spent = paid(zone, "consumption").sum(axis=1)[:CITIES] / 100.0
    np.testing.assert_allclose(spent, zone.economy.flows.consumption, rtol=1e-9)
