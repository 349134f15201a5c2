"""Investment keeps capital in step with output; new equipment is chosen by its worth."""

import numpy as np
import pytest

from sezsim.process.investment import (
    FEW,
    Parameters,
    add_equipment,
    decide_projects,
    frontier_share,
    invest,
    present_value,
    whose_turn,
)
from sezsim.randomness import Draws
from sezsim.zone import Zone

GRID = np.ones((8, 19))
CITY, INDUSTRY = np.zeros(1, np.int8), np.full(1, 8, np.int8)


def worn(capacity, investing, depreciation, *, ratio=2.0, best=0.7, ageing=(0.0, 0.0, 0.0)):
    """Let a month of wear and building pass over one steel firm."""
    add_equipment(
        np.ones(1, np.bool_), CITY, INDUSTRY, np.array([investing]), best * GRID,
        depreciation * GRID, ratio * GRID, np.array([ageing]),
        np.zeros_like(capacity), capacity,
    )  # fmt: skip
    return capacity


@pytest.mark.parametrize(("saving", "people", "progress"), [(0.3, 0.0, 0.0), (0.4, 0.01, 0.06)])
def test_with_fixed_saving_capital_settles_over_output(saving, people, progress):
    """Limit L5: K/Y = saving / ((1 + n)(1 + g) - 1 + depreciation), whatever the beginning."""
    depreciation, ratio, product = 0.06, 2.0, 100.0
    capacity = np.array([[10.0, 10.0, 10.0, 10.0]])
    for _ in range(400):
        worn(capacity, saving * product, depreciation, ratio=ratio)
        product *= (1.0 + people) * (1.0 + progress)
    capital = capacity.sum() * ratio
    expected = saving / ((1.0 + people) * (1.0 + progress) - 1.0 + depreciation)
    assert capital / product == pytest.approx(expected, rel=1e-3)


def test_without_investment_capacity_decays_geometrically():
    capacity = np.array([[40.0, 30.0, 20.0, 10.0]])
    for _ in range(24):
        worn(capacity, 0.0, 0.01, ageing=(0.02, 0.03, 0.04))
    assert capacity.sum() == pytest.approx(100.0 * 0.99**24)


def test_equipment_ages_by_one_step_at_a_time_and_nothing_is_lost():
    capacity = worn(np.array([[0.0, 0.0, 0.0, 100.0]]), 0.0, 0.0, ageing=(0.1, 0.2, 0.3))
    np.testing.assert_allclose(capacity, [[0.0, 0.0, 30.0, 70.0]])


def test_new_equipment_is_frontier_or_standard():
    capacity = worn(np.zeros((1, 4)), 60.0, 0.0, ratio=3.0, best=0.25)
    np.testing.assert_allclose(capacity, [[0.0, 0.0, 15.0, 5.0]])


def test_present_value_by_hand():
    """100 yuan a year for five years at 12%: 100 (1 - e^-0.6) / 0.12 = 375.99 yuan."""
    assert present_value(100.0, 5.0, 0.12) == pytest.approx(375.990, abs=1e-3)


def test_a_saving_that_never_ends_is_worth_its_capitalised_value():
    assert present_value(100.0, 1e6, 0.05) == pytest.approx(2000.0)


def test_frontier_share_by_hand():
    """A worth of one scale above the opening multiplies the odds of 7:3 by e: 6.343 to 1."""
    assert frontier_share(np.array([0.0]), 0.7, 0.03)[0] == pytest.approx(0.7)
    share = frontier_share(np.array([0.03]), 0.7, 0.03)[0]
    assert share / (1.0 - share) == pytest.approx(7.0 / 3.0 * np.e)


def decided(
    expected, *, capacity=100.0, growth=0.0, weight=1.0, project=1.0, ease=1.0, **other
):
    """Return the gross investment over capital that one firm decides on."""
    p, draws = Parameters(), Draws(2010, 1)
    rules = {"expansion": GRID, "fastest": p.fastest / 12.0, "depreciation": 0.005} | other
    investing, ids = np.full(1, -1.0), np.array([3], np.uint64)
    decide_projects(
        draws.key("investment/project"), np.zeros(1, np.int64), ids, np.array([weight]), CITY,
        INDUSTRY, np.array([[0.0, 0.0, 0.0, capacity]]), np.zeros((1, 4)),
        np.array([expected]), np.array([ease]), 0.8 * GRID, rules["depreciation"] * GRID,
        2.0 * GRID, np.full(19, growth), rules["expansion"], p.speed / 12.0, rules["fastest"],
        project, investing,
    )  # fmt: skip
    return investing[0] / (2.0 * capacity)


def test_at_opening_utilisation_a_firm_replaces_what_wears():
    assert decided(80.0) == pytest.approx(0.005)


def test_a_firm_closes_a_quarter_of_its_gap_in_a_year():
    """Twice the capacity is wanted: a gap of 100%, so 25% a year."""
    assert decided(160.0, fastest=1.0) - 0.005 == pytest.approx(0.25 / 12.0)


def test_expected_growth_is_built_ahead():
    assert decided(80.0, growth=0.01) == pytest.approx((0.005 + 0.01) * 1.01)


@pytest.mark.parametrize("expected", [400.0, 8e3, 8e8])
def test_no_firm_grows_by_more_than_a_quarter_in_a_year(expected):
    """However large the gap: twelve months of building end below 1.25 times the beginning."""
    rate = decided(expected)
    assert rate - 0.005 == pytest.approx(0.25 / 12.0)
    capacity = np.array([[0.0, 0.0, 0.0, 100.0]])
    for _ in range(12):
        worn(capacity, rate * 2.0 * 100.0, 0.005)
    assert capacity.sum() <= 125.0


def test_idle_capacity_is_not_replaced_beyond_its_wear():
    assert decided(0.0) == 0.0


def test_a_firm_without_margin_does_a_part_of_its_replacement():
    assert decided(80.0, ease=0.3) == pytest.approx(0.3 * 0.005)


def test_a_ban_on_expansion_leaves_replacement():
    assert decided(8e8, expansion=0.0 * GRID) == pytest.approx(0.005)


def test_lumps_add_up_to_steady_investment():
    """A project of 1/chance in a share `chance` of all quarters is the same on average."""
    draws, many = Draws(2010, 1), 30_000
    ids = np.arange(3 * many, dtype=np.uint64)
    rows = whose_turn(ids, np.ones(3 * many, np.bool_), 0)
    ids = ids[rows]
    investing = np.zeros(many)
    decide_projects(
        draws.key("investment/project"), np.arange(many), ids, np.full(many, 2.0 * FEW),
        np.zeros(many, np.int8), np.full(many, 8, np.int8),
        np.tile([0.0, 0.0, 0.0, 1.0], (many, 1)), np.zeros((many, 4)), np.full(many, 0.8),
        np.ones(many), 0.8 * GRID, 0.005 * GRID, GRID, np.zeros(19), GRID, 0.02, 0.02, 0.4,
        investing,
    )  # fmt: skip
    active = (investing > 0.0).mean()
    assert active == pytest.approx(0.4, abs=3 * np.sqrt(0.24 / many))
    assert investing.mean() == pytest.approx(0.005 * active / 0.4)


def test_firms_of_the_zone_grow_by_a_quarter_a_year_at_most():
    """Over the year 2010 of the history, beside lumps of small firms and firms that moved."""
    zone = Zone.open("history", persons_per_agent=5000, until="2010-12")
    firms = zone.economy.firms
    before = firms.capacity.sum(axis=1)
    few = (firms.weight <= FEW) & (before > 0.0)
    zone.run()
    growth = firms.capacity.sum(axis=1)[few] / before[few]
    assert growth.max() <= 1.25 * 1.02, "the ceiling holds for what is decided each quarter"


def test_where_a_bank_lost_the_part_of_projects_that_loans_pay_shrinks():
    """Without own funds a bank lends half: projects lose half of what debt pays of them."""
    whole, cut = (Zone.open("baseline", persons_per_agent=5000) for _ in range(2))
    cut.economy.banks.lending[0] = 0.5
    for zone in (whole, cut):
        zone.draws.enter(zone.month)
        for month in range(3):
            invest(zone.economy, Parameters(), zone.draws, month)
    firms, before, after = (
        whole.economy.firms, whole.economy.firms.investing, cut.economy.firms.investing
    )  # fmt: skip
    mine = (firms.city == 0) & (before > 0.0)
    borrowed = whole.economy.structure.leverage[0, firms.industry[mine]]
    np.testing.assert_allclose(after[mine] / before[mine], 1.0 - 0.5 * borrowed)
    np.testing.assert_array_equal(after[firms.city > 0], before[firms.city > 0])
