"""Taxes are split among city, province and centre without rest; what one city shares another gets."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.definitions.geography import CITIES
from sezsim.policy import read_instrument
from sezsim.process.taxes import Parameters, assess, tiers
from sezsim.scenario import Scenario
from sezsim.zone import Zone

GRID = np.ones((8, 19))
MACHINES, SHOPS, FARMS = 10, 17, 0
TAXES = ("value added tax", "business tax", "enterprise income tax", "other local revenue",
         "personal income tax")  # fmt: skip


@settings(deadline=None)  # a loop may be compiled at its first call
@given(st.integers(0, 10**15), st.floats(0.0, 0.6), st.floats(0.0, 0.4))
def test_city_province_and_centre_receive_the_whole(total, city, province):
    parts = tiers(np.full(8, total), city, province)
    np.testing.assert_allclose(parts.sum(axis=1), total, rtol=1e-12)
    assert (parts >= 0.0).all()


def test_value_added_tax_before_2016_left_the_city_fifteen_parts_of_a_hundred():
    p = Parameters()
    parts = tiers(np.array([100.0]), p.value_added_city, p.value_added_province)
    np.testing.assert_allclose(parts, [[15.0, 10.0, 75.0]])


def test_business_tax_stays_in_the_province():
    p = Parameters()
    assert tiers(np.array([1.0]), p.business_city, p.business_province)[0, 2] == pytest.approx(
        0.0
    )


def assessed(industry, *, receipts=1000.0, costs=600.0, payroll=200.0, capacity=0.0, debt=0,
             office=0, profit_rate=0.16):  # fmt: skip
    """Tax one firm; return production tax, business tax, profit tax and local revenue (yuan)."""
    due = [np.zeros(1, np.int64) for _ in range(4)]
    taxes, totals = np.zeros(1), np.zeros((8, 4))
    business = np.zeros(19, np.bool_)
    business[15:] = True
    assess(
        np.zeros(1, np.int8), np.full(1, industry, np.int8), np.full(1, office, np.int8),
        business, np.array([receipts]), np.array([costs]), np.array([payroll]),
        np.array([[0.0, 0.0, 0.0, capacity]]), np.array([debt], np.int64), 0.05 * GRID,
        np.full(8, 0.01), 0.5 * GRID, 2.0 * GRID, 0.01 * GRID, np.ones(8), 0.005, profit_rate,
        *due, taxes, totals,
    )  # fmt: skip
    assert taxes[0] * 100.0 == pytest.approx(sum(amount[0] for amount in due))
    assert totals[office].sum() == sum(amount[0] for amount in due)
    return [amount[0] / 100.0 for amount in due]


def test_makers_of_goods_pay_value_added_tax_and_services_business_tax():
    assert assessed(MACHINES)[:2] == [50.0, 0.0]
    assert assessed(SHOPS)[:2] == [0.0, 50.0]


def test_profit_is_taxed_after_inputs_pay_wear_interest_and_other_taxes():
    """1000 - 600 - 200 - 2 wear - 5 interest - 60 taxes = 133 yuan, 16% of it."""
    profit = assessed(MACHINES, capacity=100.0, debt=100_000)[2]
    assert profit == pytest.approx(0.16 * (1000 - 600 - 200 - 2 - 5 - 60))


def test_losses_pay_no_income_tax():
    assert assessed(MACHINES, payroll=500.0)[2] == 0.0


def test_mixed_income_of_farmers_is_no_profit():
    """Half of the 400 yuan that a farm adds is the farmers' own."""
    assert assessed(FARMS, payroll=50.0)[2] == pytest.approx(
        0.16 * (1000 - 600 - 50 - 60 - 200)
    )


def test_tax_goes_to_the_city_that_owns_it():
    assert assessed(MACHINES, office=5)[0] == 50.0


@pytest.fixture(scope="module")
def shared():
    """Live a world with many moves and half the tax shared; keep flows and revenue by month."""
    base = Scenario.read("baseline")
    restless = base.parameters.changed(
        {"relocation.pace": 0.5, "relocation.cost": 0.0, "relocation.free": 1.0}
    )
    sharing = read_instrument(
        "transfer_compensation",
        {
            "since": "2010-07",
            "until": "2011-06",
            "losing": "all",
            "gaining": "all",
            "share": 0.5,
        },
    )
    scenario = replace(base, name="sharing", parameters=restless, policies=(sharing,))
    zone = Zone.open(scenario, persons_per_agent=5000, until="2011-09")
    months = []
    while not zone.is_over:
        zone.step()
        flows = {flow.name: paid.copy() for flow, paid in zone.books.flows.items()}
        months.append(
            (str(zone.recorder.month), flows, zone.economy.governments.revenue.copy())
        )
    return months, zone.record()


def between_cities(flows):
    return flows.get("tax sharing", np.zeros((11, 11), np.int64))


def test_tax_sharing_paid_is_tax_sharing_received(shared):
    """Limit L14: every fen goes from one city to another; none to a city itself or outside."""
    total = 0
    for _, flows, _ in shared[0]:
        paid = between_cities(flows)
        assert not np.diag(paid).any()
        assert not paid[CITIES:].any()
        assert not paid[:, CITIES:].any()
        total += paid.sum()
    assert total > 0


def test_yearly_records_of_tax_sharing_add_up_to_the_months(shared):
    months, record = shared
    paid = sum(between_cities(flows).sum() for _, flows, _ in months)
    recorded = sum(flow.value for flow in record.flows if flow.kind == "tax_sharing")
    assert recorded * 100.0 == pytest.approx(float(paid))


def test_tax_is_shared_only_while_the_rule_is_in_force(shared):
    active = [between_cities(flows).any() for _, flows, _ in shared[0]]
    assert not any(active[:6])
    assert not any(active[18:])
    assert all(active[8:18])


def test_all_taxes_of_a_month_are_shared_out_in_the_month(shared):
    for _, flows, _ in shared[0]:
        collected = sum(flows[name].sum(axis=0) for name in TAXES)
        passed = flows["city share of taxes"].sum(axis=1) + flows["upper shares of taxes"].sum(
            axis=1
        )
        np.testing.assert_array_equal(collected, passed)


def test_revenue_of_a_city_is_its_share_of_taxes_and_what_it_gains_by_sharing(shared):
    for _, flows, revenue in shared[0]:
        share = flows["city share of taxes"].sum(axis=0)[:CITIES]
        moved = between_cities(flows)[:CITIES, :CITIES]
        expected = share + moved.sum(axis=0) - moved.sum(axis=1)
        np.testing.assert_allclose(revenue * 100.0, expected, atol=10.0)
