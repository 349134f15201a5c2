"""Cities consent, refuse, negotiate or block; consent by sharing turns at theta_min (L10, L11)."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from sezsim.accounting.transfer_account import annuity, largest_share, least_share
from sezsim.definitions.geography import City
from sezsim.process.relocation import ask_to_move
from sezsim.process.transfer_bargain import bargain
from sezsim.scenario import Scenario
from sezsim.state.requests import AGREED, REQUEST, Reason
from sezsim.state.rules import Rules
from sezsim.zone import Zone

DISCOUNT, PRESENT = 0.08, annuity(5.0, 0.08)
ORIGIN, HOST = City.ANSHAN, City.YINGKOU
GRID = np.arange(0.0, 1.0001, 0.01)


def request(**changes):
    """A request with an origin's loss of 700 and a host's gain of 800, tax 100 a year."""
    made = np.zeros(1, REQUEST)
    values = {
        "origin": ORIGIN, "host": HOST, "gain": 200.0, "tax_origin": 100.0, "tax_host": 100.0,
        "tax_firm": 30e6, "product": 600.0, "loss": 700.0, "blocking": 105.0,
        "host_gain": 800.0, "product_weight": 0.05, "present": PRESENT, "lot": 0.5,
    }  # fmt: skip
    for name, value in (values | changes).items():
        made[name] = value
    return made


def decided(made, *, fund=0.0, province=0.2, **rules):
    """Decide requests under some rules between the two cities."""
    written = Rules()
    for name, value in rules.items():
        getattr(written, name)[ORIGIN, HOST] = value
    upper = np.array([0, 0, round(fund * 100)], np.int64)
    economy = SimpleNamespace(rules=written, purses=SimpleNamespace(upper=upper))
    bargain(economy, made, DISCOUNT, province)
    return made


def reason(made, **rules):
    return Reason(int(decided(made, **rules)["reason"][0]))


def test_without_compensation_a_loss_above_the_cost_of_blocking_is_blocked():
    """Efficient if both cities together gain: 800 + 105 - 700."""
    assert reason(request()) is Reason.BLOCKED_EFFICIENT
    assert reason(request(host_gain=500.0)) is Reason.BLOCKED_OTHER
    assert reason(request(loss=100.0, blocking=105.0)) is Reason.NO_LOSS


def test_a_move_that_nobody_opposes_takes_place_if_the_host_gains():
    assert reason(request(unopposed=True)) is Reason.UNOPPOSED
    assert reason(request(unopposed=True, host_gain=-1.0)) is Reason.HOST_LOSES


@pytest.mark.parametrize("years", [3.0, 8.0, 10.0, 20.0])
def test_consent_turns_at_the_least_share_on_the_grid(years):
    """L10 on the step's own code, grid step 0.01."""
    present = annuity(years, DISCOUNT)
    least = least_share(700.0, 105.0, 0.0, 0.0, present, 100.0)
    largest = largest_share(800.0, 0.0, 0.0, present, 100.0)
    for share in GRID:
        ended = reason(request(), tax_share=share, sharing_years=years)
        if share > largest:
            assert ended is Reason.HOST_LOSES, share
        elif share >= least:
            assert ended is Reason.TAX_SHARING, share
        else:
            assert ended is Reason.BLOCKED_EFFICIENT, share


def test_where_no_share_works_a_lump_sum_or_a_credit_restores_consent():
    """For three years even the whole tax, 258, does not cover 595; six years' tax at once does."""
    three = {"sharing_years": 3.0}
    for share in GRID:
        assert reason(request(), tax_share=share, **three) is Reason.BLOCKED_EFFICIENT
    assert reason(request(), lump_years=6.0) is Reason.SUM_AT_ONCE
    assert reason(request(), lump_years=5.9) is Reason.BLOCKED_EFFICIENT
    assert reason(request(), lump_years=8.1) is Reason.HOST_LOSES
    whole = {"tax_share": 1.0, "sharing_years": 8.0}
    assert reason(request(loss=790.0, host_gain=900.0), **whole) is Reason.BLOCKED_EFFICIENT
    credited = request(loss=790.0, host_gain=900.0)
    assert decided(credited, **whole, product_credit=1.0)["reason"][0] <= AGREED


def test_a_split_credit_costs_the_host_and_a_double_one_nothing():
    """Corollary 3: the credit is worth 0.05 * 600 * A(5) = 120 to the origin."""
    for split, cost in ((0.0, 0.0), (1.0, 0.05 * 600.0 * PRESENT)):
        made = decided(request(), product_credit=1.0, gdp_split=split)
        assert made["compensation"][0] == pytest.approx(0.05 * 600.0 * PRESENT)
        assert made["cost"][0] == pytest.approx(cost)


def test_negotiation_pays_the_net_loss_and_a_part_of_the_surplus():
    """L11: (700 - 105) + 0.3 (800 + 105 - 700) = 656.5."""
    made = decided(request(), bargaining=1.0, bargaining_power=0.3)
    assert Reason(int(made["reason"][0])) is Reason.BARGAIN
    assert made["paid"][0] == pytest.approx(595.0 + 0.3 * 205.0, abs=1e-6)
    assert made["fund"][0] == 0.0


def test_negotiation_reaches_only_the_part_of_requests_that_it_may():
    assert reason(request(lot=0.7), bargaining=0.6) is Reason.BLOCKED_EFFICIENT
    assert reason(request(lot=0.5), bargaining=0.6) is Reason.BARGAIN


def test_the_fund_adds_what_lacks_and_stops_at_its_gain_and_its_means():
    """A host that gains 580 lacks 15; the province gains 0.2 * 200 = 40."""
    talks = {"bargaining": 1.0, "bargaining_power": 0.5}
    made = decided(request(host_gain=580.0), fund=1000.0, **talks)
    assert Reason(int(made["reason"][0])) is Reason.FUND
    assert made["fund"][0] == pytest.approx(15.0)
    assert made["paid"][0] == pytest.approx(580.0)
    poor = reason(request(host_gain=580.0), fund=14.0, **talks)
    dear = reason(request(host_gain=540.0), fund=1000.0, **talks)
    assert poor is dear is Reason.BLOCKED_OTHER


def test_the_fund_is_spent_once():
    """With 25 in the fund, of two moves that lack 15 each only the first is helped."""
    two = np.concatenate([request(host_gain=580.0), request(host_gain=580.0)])
    decided(two, fund=25.0, bargaining=1.0, bargaining_power=0.5)
    assert list(two["reason"]) == [Reason.FUND, Reason.BLOCKED_OTHER]


def test_within_a_joint_tax_area_nobody_blocks():
    written = Rules()
    written.joint_area[[ORIGIN, HOST]] = 1.0
    economy = SimpleNamespace(
        rules=written, purses=SimpleNamespace(upper=np.zeros(3, np.int64))
    )
    inside, outside = request(), request(host=City.FUXIN)
    for made in (inside, outside):
        bargain(economy, made, DISCOUNT, 0.2)
    assert inside["reason"][0] == Reason.JOINT_AREA
    assert outside["reason"][0] == Reason.BLOCKED_EFFICIENT


def test_only_planned_moves_and_large_payers_may_be_shared():
    """The rule of 2015 leaves small and voluntary moves outside."""
    rule = {"tax_share": 0.9, "sharing_years": 10.0}
    planned = {**rule, "sharing_ordered": 1.0}
    assert reason(request(ordered=True), **planned) is Reason.TAX_SHARING
    assert reason(request(), **planned) is Reason.BLOCKED_EFFICIENT
    assert reason(request(), **rule, sharing_floor=20e6) is Reason.TAX_SHARING
    small = request(tax_firm=19e6)
    assert reason(small, **rule, sharing_floor=20e6) is Reason.BLOCKED_EFFICIENT


def test_small_payers_are_shared_for_longer():
    extended = {
        "tax_share": 0.5, "sharing_years": 3.0, "sharing_extension": 2.0,
        "sharing_threshold": 20e6,
    }  # fmt: skip
    assert decided(request(tax_firm=19e6), **extended)["years"][0] == 5.0
    assert decided(request(tax_firm=21e6), **extended)["years"][0] == 3.0


def test_an_enclave_park_is_feasible_earlier_than_the_rule():
    """Corollary 7: a long split covers what three years do not."""
    park = {"enclave_share": 0.9, "enclave_years": 10.0}
    short = {"tax_share": 0.9, "sharing_years": 3.0}
    assert reason(request(), **short) is Reason.BLOCKED_EFFICIENT
    assert reason(request(), **short, **park) is Reason.ENCLAVE


@pytest.fixture(scope="module")
def living():
    """Requests of a living zone in which many firms ask and every move is noticed."""
    base = Scenario.read("baseline")
    restless = base.parameters.changed({"relocation.pace": 0.5, "relocation.free": 0.0})
    zone = Zone.open(replace(base, parameters=restless), persons_per_agent=5000)
    for _ in range(3):
        zone.step()
    zone.draws.enter(zone.month)
    requests = ask_to_move(zone.economy, restless.relocation, zone.draws)
    return zone.economy, requests[requests["loss"] > requests["blocking"]]


def test_every_request_of_the_zone_turns_at_its_own_least_share(living):
    """L10 over all pairs of cities that firms really ask for: share times ten years' tax."""
    economy, requests = living
    present, step = annuity(10.0, DISCOUNT), 0.05
    grid = np.arange(0.0, 1.0001, step)
    rules = economy.rules
    agreed = np.zeros((len(grid), len(requests)), bool)
    for k, share in enumerate(grid):
        rules.make_neutral()
        rules.tax_share[:], rules.sharing_years[:] = share, 10.0
        made = requests.copy()
        bargain(economy, made, DISCOUNT, 0.2)
        agreed[k] = made["reason"] <= AGREED
    rules.make_neutral()
    least = (requests["loss"] - requests["blocking"]) / (present * requests["tax_host"])
    largest = requests["host_gain"] / (present * requests["tax_host"])
    assert len(requests) > 10
    for j in range(len(requests)):
        works = (grid >= least[j]) & (grid <= largest[j])
        np.testing.assert_array_equal(agreed[:, j], works)


def test_no_share_of_three_years_works_for_most_requests_and_bargains_for_all_with_surplus(
    living,
):
    """The first finding of economics: tax sharing alone seldom buys a transfer."""
    economy, requests = living
    rules = economy.rules
    rules.make_neutral()
    rules.tax_share[:], rules.sharing_years[:] = 1.0, 3.0
    shared = requests.copy()
    bargain(economy, shared, DISCOUNT, 0.2)
    rules.make_neutral()
    rules.bargaining[:] = 1.0
    settled = requests.copy()
    bargain(economy, settled, DISCOUNT, 0.2)
    rules.make_neutral()
    assert (shared["reason"] <= AGREED).mean() < 0.5
    np.testing.assert_array_equal(
        settled["reason"] == Reason.BARGAIN, settled["surplus"] >= 0.0
    )
