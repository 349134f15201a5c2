"""Awards, bids and decisions to close, against what can be worked out by hand (L7, L14)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.phase_out.awards import bids, early_factor, formula_awards, shaded_bid
from sezsim.phase_out.decision import ask_owners

PLANTS, HIGHEST, SHARE = 40_000, 300.0, 0.4
PLENTY = 1e12


def plants():
    """Plants of one unit whose losses are uniform between 0 and the highest."""
    return np.random.default_rng(7).uniform(0.0, HIGHEST, PLANTS)


def ask(loss, award, room, *, money=PLENTY, effort=0.0, compulsory=False, ranked=None):
    """Ask owners of one unit each; return what closed, what was paid and the money left."""
    count = len(loss)
    closed, compelled, paid, resisted = (np.zeros(count) for _ in range(4))
    ranked = np.arange(count) if ranked is None else ranked
    left = ask_owners(
        ranked, np.ones(count), np.zeros(count, np.int64), np.array([room]), loss,
        np.broadcast_to(award, count).astype(float), np.full(count, effort), int(compulsory),
        money, closed, compelled, paid, resisted,
    )  # fmt: skip
    return closed, paid, left


def auctioned(loss, shading):
    """Buy a share of all plants by sealed bids; return what closed and what was paid."""
    ranked, quota = np.argsort(loss), SHARE * PLANTS
    award = bids(ranked, np.ones(PLANTS), loss, quota, shading)
    closed, paid, _ = ask(loss, award, quota, ranked=ranked)
    return closed, paid


def test_a_uniform_award_costs_the_square_of_the_share():
    """Limit L7: v ~ U(0, V), award V q closes q of K plants and costs K V q^2."""
    closed, paid, _ = ask(plants(), HIGHEST * SHARE, PLANTS)
    error = np.sqrt(SHARE * (1.0 - SHARE) / PLANTS)
    assert abs(closed.mean() - SHARE) < 3.0 * error
    assert abs(paid.mean() - HIGHEST * SHARE**2) < 3.0 * HIGHEST * SHARE * error


def test_truthful_bids_cost_half_and_full_shading_as_much_as_the_uniform_award():
    """Limit L7: paying each plant its loss costs K V q^2 / 2; bidders who shade get the rest."""
    loss = plants()
    whole = HIGHEST * SHARE**2
    costs = [auctioned(loss, shading)[1].mean() for shading in (0.0, 0.5, 1.0)]
    # The loss that fills the quota has standard error V sqrt(q (1 - q) / K).
    error = HIGHEST * np.sqrt(SHARE * (1.0 - SHARE) / PLANTS)
    assert abs(costs[0] - whole / 2.0) < 3.0 * error * SHARE
    assert abs(costs[2] - whole) < 3.0 * error * SHARE
    assert costs[1] == pytest.approx((costs[0] + costs[2]) / 2.0)


def test_an_auction_fills_its_quota_with_the_lowest_losses():
    loss = plants()
    closed, _ = auctioned(loss, 0.5)
    assert closed.sum() == pytest.approx(SHARE * PLANTS)
    assert loss[closed > 0.0].max() <= loss[closed == 0.0].min()


amounts = st.floats(0.0, 1e6)


@settings(deadline=None)  # a loop may be compiled at its first call
@given(amounts, amounts, st.floats(0.0, 1.0))
def test_bids_lie_between_the_loss_and_the_last_bid(loss, clearing, shading):
    bid = shaded_bid(loss, clearing, shading)
    assert bid >= loss
    assert bid <= max(loss, clearing) * (1.0 + 1e-12)


@settings(deadline=None)
@given(
    st.lists(st.tuples(amounts, amounts), min_size=1, max_size=30),
    st.floats(0.0, 1e6),
    st.booleans(),
)
def test_a_fund_never_pays_more_than_it_holds(owners, money, compulsory):
    loss, award = (np.array(column) for column in zip(*owners, strict=True))
    _, paid, left = ask(
        loss, award, len(loss), money=money, effort=0.5, compulsory=compulsory
    )  # fmt: skip
    assert paid.sum() <= money * (1.0 + 1e-12)
    assert left == pytest.approx(money - paid.sum(), abs=1e-6 * (1.0 + money))


def test_a_fund_that_is_too_small_is_spent_to_the_last_yuan():
    closed, paid, left = ask(np.zeros(100), 7.0, 100, money=500.0)
    assert left == 0.0
    assert paid.sum() == pytest.approx(500.0)
    assert closed.sum() == 100.0, "idle plant loses nothing, paid or not"


def test_who_is_not_covered_closes_only_as_far_as_the_city_enforces():
    loss = np.array([5.0, 50.0, 500.0])
    closed, paid, _ = ask(loss, 10.0, 3.0, effort=0.4, compulsory=True)
    np.testing.assert_allclose(closed, [1.0, 0.4, 0.4])
    np.testing.assert_allclose(paid, [10.0, 4.0, 4.0])


def test_without_compulsion_the_next_owner_is_asked():
    loss = np.array([50.0, 500.0, 5.0])
    closed, _, _ = ask(loss, 10.0, 1.0)
    np.testing.assert_allclose(closed, [0.0, 0.0, 1.0])


def test_the_formula_of_2016_shares_out_the_instalment():
    """Half by task, three tenths by workers, a fifth by difficulty; a fifth of all by ladder."""
    capacity, workers = np.array([30.0, 10.0]), np.array([100.0, 300.0])
    difficulty, ahead = np.array([0.0, 1.0]), np.array([1.0, 0.0])
    award = formula_awards(1000.0, capacity, workers, difficulty, 1.0, ahead)
    first = 800.0 * (0.5 * 0.75 + 0.3 * 0.25) + 200.0
    np.testing.assert_allclose(award, [first, 1000.0 - first])


def test_who_closes_late_gets_less_by_the_formula():
    one = np.ones(1)
    early, late = (
        formula_awards(1000.0, one, one, one, early_factor(year), one)[0] for year in (0, 4)
    )
    assert early - late == pytest.approx(1000.0 * 0.8 * 0.5 * (1.1 - 0.7))
    assert early_factor(9) == 0.7
