"""Firms borrow on their equipment, keep cash for their sales and pay out what is over."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.definitions.geography import CITIES
from sezsim.process.credit_market import (
    Parameters,
    charge_interest,
    lending,
    make_up,
    settle_cash,
)
from sezsim.scenario import Scenario
from sezsim.zone import Zone

GRID = np.ones((8, 19))
PRIVATE, STATE = 1, 0
YUAN = 100


def settled(cash, debt, *, sells=1000.0, capacity=100.0, ownership=PRIVATE, owner_rate=0.0,
            collateral=0.5, payout=0.5, home=0.6, lending=1.0):  # fmt: skip
    """Settle one firm (yuan): cash target 1000, normal debt 400, limit 500 at 1000 of capital."""
    out = {
        name: np.zeros(1, np.int64) for name in ("standing", "loans", "repaid", "home", "away")
    }
    totals = np.zeros((8, 3))
    limits = np.array([1.6 * collateral, collateral, collateral])
    settle_cash(
        np.ones(1, np.bool_), np.zeros(1, np.int8), np.full(1, 10, np.int8),
        np.full(1, ownership, np.int8), np.array([sells]), np.array([owner_rate]),
        np.array([[0.0, 0.0, 0.0, capacity]]), GRID, 1.0, GRID, 0.4 * GRID, 10.0 * GRID,
        np.full(8, home), limits, np.full(8, lending), payout, np.array([cash * YUAN]),
        np.array([debt * YUAN]),
        out["standing"], out["loans"], out["repaid"], out["home"], out["away"], totals,
    )  # fmt: skip
    return {name: float(amount[0]) / YUAN for name, amount in out.items()}


def test_a_firm_in_balance_neither_borrows_nor_pays_out():
    assert not any(settled(1000, 400).values())


def test_debt_grows_with_the_capital_that_backs_it():
    assert settled(1000, 400, capacity=150.0)["loans"] == pytest.approx(200.0)


def test_a_firm_short_of_cash_borrows_up_to_its_limit_and_no_more():
    """The bank lends on half of the equipment: 100 above normal debt, however much is missing."""
    assert settled(950, 400)["loans"] == pytest.approx(50.0)
    assert settled(200, 400)["loans"] == pytest.approx(100.0)


def test_state_firms_are_lent_more():
    """A multiple of 1.6 on the limit of 500: 400 above normal debt."""
    assert settled(200, 400, ownership=STATE)["loans"] == pytest.approx(400.0)


def test_a_bank_that_lost_lends_less_for_growth_and_for_cash():
    """Half the lending: half of the 200 that more capital would draw; no limit above normal debt."""
    assert settled(1000, 400, capacity=150.0, lending=0.5)["loans"] == pytest.approx(100.0)
    assert settled(200, 400, lending=0.5)["loans"] == 0.0


def test_debt_of_closed_plant_tightens_lending_until_profit_has_made_it_up():
    p, loans = Parameters(), np.full(CITIES + 1, 1_000_000)
    unmade = np.zeros(CITIES, np.int64)
    assert (lending(unmade, loans, p) == 1.0).all()
    unmade[0], unmade[1] = 20_000, 10_000_000
    found = lending(unmade, loans, p)
    assert found[0] == pytest.approx(1.0 - 0.02 / p.own_funds)
    assert found[1] == p.least_lending
    assert (found[2:] == 1.0).all()
    profit = np.full(CITIES, 15_000)
    make_up(unmade, profit)
    assert unmade[0] == 5_000
    assert profit[0] == 0
    assert (profit[2:] == 15_000).all()


def test_a_firm_without_cash_is_kept_afloat():
    """Beyond the limit the bank lends what is missing to zero."""
    assert settled(-700, 500)["loans"] == pytest.approx(700.0)


def test_cash_above_target_first_repays_what_lies_above_normal_debt():
    found = settled(1300, 450)
    assert found["repaid"] == pytest.approx(50.0)
    assert found["home"] == pytest.approx(0.6 * 100.0)
    assert found["away"] == pytest.approx(0.4 * 100.0)


def test_owners_put_in_what_they_always_did():
    assert settled(1000, 400, owner_rate=0.03, payout=0.0)["standing"] == pytest.approx(30.0)


amounts = st.integers(-(10**6), 10**6)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(amounts, st.integers(0, 10**6), st.floats(0.0, 1e4), st.floats(0.0, 1e4))
def test_after_settling_nobody_is_overdrawn_or_owes_less_than_nothing(
    cash, debt, sells, capacity
):
    found = settled(cash, debt, sells=sells, capacity=capacity)
    assert all(amount >= 0.0 for amount in found.values())
    left = cash + found["loans"] - found["repaid"] - found["home"] - found["away"]
    assert left >= -0.011
    assert debt + found["loans"] - found["repaid"] >= -0.011


@settings(deadline=None)  # a loop may be compiled at its first call
@given(amounts, st.integers(0, 10**6))
def test_nobody_borrows_to_pay_dividends(cash, debt):
    found = settled(cash, debt)
    if found["home"] + found["away"] > 0.0:
        assert cash + max(0.0, 400.0 - debt) > 1000.0, "cash beyond the target with normal debt"


def charged(receipts, costs, payroll, debt, months=1):
    """Charge interest at 6% a year to one maker of machines for some months."""
    margin, bad, interest = np.zeros(1), np.zeros(1, np.int32), np.zeros(1, np.int64)
    for _ in range(months):
        charge_interest(
            np.ones(1, np.bool_), np.zeros(1, np.int8), np.full(1, 10, np.int8),
            np.array([receipts]), np.array([costs]), np.array([payroll]),
            np.array([debt * YUAN], np.int64), 0.05 * GRID, np.full(8, 0.01), 0.0 * GRID,
            np.ones(1, np.int8), np.full(3, 0.06 / 12.0), 0.08, margin, bad, interest,
        )  # fmt: skip
    return float(interest[0]) / YUAN, float(margin[0]), int(bad[0])


def test_interest_is_the_rate_on_debt():
    assert charged(1000.0, 600.0, 200.0, 10_000)[0] == pytest.approx(50.0)


def test_the_margin_is_learnt_over_a_year():
    """1000 - 60 taxes - 600 - 200 = 140: a margin of 14%, learnt with 8% a month."""
    _, margin, _ = charged(1000.0, 600.0, 200.0, 0, months=12)
    assert margin == pytest.approx(0.14 * (1.0 - 0.92**12))


def test_months_without_margin_for_interest_are_counted():
    assert charged(1000.0, 600.0, 400.0, 10_000, months=10)[2] == 10
    assert charged(1000.0, 600.0, 200.0, 1_000, months=10)[2] == 0


@pytest.fixture(scope="module")
def hard_times():
    """Live three years in which firms without margin fail soon and none is rescued."""
    base = Scenario.read("phase_out_with_award")
    hard = base.parameters.changed(
        {
            "entry_and_exit.losing": 6, "entry_and_exit.insolvent": 0.3,
            "entry_and_exit.rescue": 0.0, "entry_and_exit.fail": 0.5,
            "credit_market.patience": 1,
        }
    )  # fmt: skip
    scenario = replace(base, name="hard_times", parameters=hard)
    zone = Zone.open(scenario, persons_per_agent=5000, until="2012-12")
    banks, kept = zone.economy.banks, []
    while not zone.is_over:
        loans = int(banks.loans.sum())
        banks.written_off[:] = 0.0
        zone.step()
        lost = banks.written_off.sum() * YUAN
        paid = {flow.name: int(between.sum()) for flow, between in zone.books.flows.items()}
        kept.append((int(banks.loans.sum()) - loans, lost, paid))
    return zone, kept


def test_loans_change_by_what_is_lent_repaid_and_written_off(hard_times):
    """Each month, over all banks of the zone."""
    for change, lost, paid in hard_times[1]:
        lent = sum(paid[f"loans to {who}"] for who in ("firms", "platforms", "developers"))
        back = paid["repayments of firms"] + paid.get("recovery from closed firms", 0)
        assert change == pytest.approx(lent - back - lost, abs=CITIES * YUAN)


def test_no_open_firm_is_overdrawn_after_the_month(hard_times):
    firms = hard_times[0].economy.firms
    assert (firms.cash[firms.is_open] >= 0).all()


def test_closed_firms_hold_and_owe_nothing(hard_times):
    firms = hard_times[0].economy.firms
    assert (~firms.is_open).any()
    assert not firms.cash[~firms.is_open].any()
    assert not firms.debt[~firms.is_open].any()


def test_bad_loans_are_debts_of_firms_that_do_not_earn_their_interest(hard_times):
    economy = hard_times[0].economy
    firms = economy.firms
    poor = firms.bad_months > hard_times[0].parameters.credit_market.patience
    assert poor.any()
    owed = np.bincount(firms.city[poor], firms.debt[poor], CITIES)
    np.testing.assert_allclose(economy.banks.bad_loans[:CITIES], owed)
    assert (economy.banks.bad_loans <= economy.banks.loans).all()


def test_a_loss_of_a_bank_stands_in_the_events(hard_times):
    """What is written off is reported with the firm's city and industry, to the yuan."""
    reported = [event for event in hard_times[0].events if event.kind == "firm_closed"]
    assert reported
    lost = sum(lost for _, lost, _ in hard_times[1]) / YUAN
    assert sum(event.value for event in reported) == pytest.approx(lost, rel=1e-9)
