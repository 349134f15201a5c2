"""Building needs retired capacity; the market for rights clears, is paid and retires plant."""

import numpy as np
import pytest

from sezsim.accounting.books import Books
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import TradeScope
from sezsim.process.capacity_rights import (
    QUARTER,
    RIGHTS,
    Parameters,
    needs,
    trade_rights,
)
from sezsim.state.rights_market import hand_out
from sezsim.zone import Zone

STEEL = Industry.STEEL
MONTH = 12


@pytest.fixture
def economy():
    """The opening, with projects of steel firms that would add a tenth to capacity."""
    economy = Zone.open("baseline", persons_per_agent=5000).economy
    firms, structure = economy.firms, economy.structure
    rows = np.flatnonzero(firms.industry == STEEL)
    city = firms.city[rows]
    ratio = structure.capital_ratio[city, STEEL]
    wear = structure.depreciation[city, STEEL]
    firms.investing[rows] = (0.1 / QUARTER + wear) * firms.capacity[rows].sum(axis=1) * ratio
    return economy


def builders(economy):
    firms = economy.firms
    due = ((firms.id + np.uint64(MONTH)) % np.uint64(QUARTER)) == 0
    return np.flatnonzero((firms.industry == STEEL) & due)


def wear(economy, rows):
    """Capacity that wears out in a quarter and is renewed without rights."""
    firms = economy.firms
    rate = economy.structure.depreciation[firms.city[rows], STEEL]
    return QUARTER * rate * firms.capacity[rows].sum(axis=1)


def trade(economy, ratio, scope=TradeScope.ZONE):
    """Clear the market once; return what was built beyond wear, what was retired and events."""
    firms, rows = economy.firms, builders(economy)
    economy.rules.replacement_ratio[STEEL] = ratio
    economy.rules.rights_scope[STEEL] = float(scope)
    before, worn = firms.capacity.sum(), wear(economy, rows)
    books = Books(economy)
    events = trade_rights(economy, books, MONTH, Parameters())
    books.close()
    planned = needs(economy, rows, STEEL, 0.0)[0]
    built = np.maximum(planned - worn, 0.0).sum()
    return built, before - firms.capacity.sum(), events, books


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("scope", list(TradeScope))
def test_what_is_built_is_retired_times_the_ratio(economy, ratio, scope):
    """Limit L8, L19: net capacity changes by -(r - 1) x."""
    built, retired, events, _ = trade(economy, ratio, scope)
    assert built > 0.0
    assert retired == pytest.approx(ratio * built, rel=1e-6)
    assert {event.kind for event in events} == {"rights_traded"}


def test_a_higher_ratio_raises_the_price_and_lowers_building():
    found = []
    for ratio in (1.0, 1.5, 3.0):
        opened = Zone.open("baseline", persons_per_agent=5000).economy
        firms = opened.firms
        firms.investing[firms.industry == STEEL] *= 8.0
        built, _, events, _ = trade(opened, ratio)
        found.append((built, max(event.gain_origin for event in events)))
    built, price = zip(*found, strict=True)
    assert list(built) == sorted(built, reverse=True)
    assert built[2] < built[0]
    assert list(price) == sorted(price)


def test_trade_in_the_zone_has_one_price_and_trade_in_firms_builds_less(economy):
    zone_built, _, events, _ = trade(economy, 1.25)
    assert len(events) == 1
    assert len(set(economy.cells.right_price[:, STEEL].tolist())) == 1
    other = Zone.open("baseline", persons_per_agent=5000).economy
    other.firms.investing[:] = 0.0
    rows = np.flatnonzero(other.firms.industry == STEEL)
    other.firms.investing[rows] = economy.firms.investing[rows]
    firm_built, *_ = trade(other, 1.25, TradeScope.FIRM)
    assert firm_built <= zone_built * (1.0 + 1e-9)


def test_buyers_pay_sellers_one_price_and_no_money_is_lost(economy):
    firms = economy.firms
    firms.running[firms.industry == STEEL] = firms.capacity[firms.industry == STEEL]
    cash = int(firms.cash.sum())
    _, _, events, books = trade(economy, 1.5)
    paid = books.flows[RIGHTS].sum() / 100.0 if RIGHTS in books.flows else 0.0
    assert int(firms.cash.sum()) == cash
    assert paid == pytest.approx(sum(event.award for event in events), rel=1e-6, abs=1.0)


def test_rights_from_closed_plant_are_used_first_and_once(economy):
    firms, rows = economy.firms, builders(economy)
    firms.rights[rows] = 2.0 * firms.capacity[rows].sum(axis=1)
    held = firms.rights.sum()
    built, retired, events, _ = trade(economy, 1.25)
    assert retired == 0.0
    assert events == []
    assert held - firms.rights.sum() >= 1.25 * built * (1.0 - 1e-9)


def test_without_the_rule_nothing_is_traded(economy):
    before = economy.firms.investing.copy()
    books = Books(economy)
    assert trade_rights(economy, books, MONTH, Parameters()) == []
    np.testing.assert_array_equal(economy.firms.investing, before)
    assert not books.flows


def test_who_comes_first_gets_first():
    given = hand_out(np.array([3.0, 1.0, 2.0]), np.array([5.0, 5.0, 5.0]), 7.0)
    np.testing.assert_allclose(given, [0.0, 5.0, 2.0])
