"""Caps hold, one price equals every marginal cost, permits and money add up (L6, L14)."""

import numpy as np
import pytest

from sezsim.definitions.errors import ScenarioError
from sezsim.parameters import Parameters
from sezsim.policy import read_instrument
from sezsim.process.permits import AUCTIONED, BOUGHT, SOLD, abated, clearing_price, slopes
from sezsim.scenario import Scenario
from sezsim.state.rules import Substance
from sezsim.zone import Zone

BEFORE = np.array([100.0, 300.0, 50.0])
SLOPE = np.array([2000.0, 5000.0, 8000.0])
MOST = 0.9


def test_the_price_is_the_closed_form_where_nobody_is_at_the_limit():
    cap = 400.0
    price = clearing_price(BEFORE, SLOPE, cap, MOST)
    assert price == pytest.approx((BEFORE.sum() - cap) / (BEFORE / SLOPE).sum(), rel=1e-6)


def test_every_source_abates_until_its_marginal_cost_is_the_price():
    price = clearing_price(BEFORE, SLOPE, 400.0, MOST)
    marginal_cost = SLOPE * abated(price, SLOPE, MOST)
    assert marginal_cost == pytest.approx(np.full(3, price), rel=1e-6)
    assert (BEFORE * (1.0 - abated(price, SLOPE, MOST))).sum() == pytest.approx(400.0)


def test_trade_costs_the_harmonic_over_the_arithmetic_mean_of_a_uniform_standard():
    price = clearing_price(BEFORE, SLOPE, 400.0, MOST)
    share = abated(price, SLOPE, MOST)
    traded = (SLOPE * share**2 / 2.0 * BEFORE).sum()
    uniform = (SLOPE * (1.0 - 400.0 / BEFORE.sum()) ** 2 / 2.0 * BEFORE).sum()
    harmonic = BEFORE.sum() / (BEFORE / SLOPE).sum()
    arithmetic = (BEFORE * SLOPE).sum() / BEFORE.sum()
    assert traded / uniform == pytest.approx(harmonic / arithmetic, rel=1e-6)


def test_others_abate_more_where_one_source_can_do_no_more():
    cap = 100.0
    price = clearing_price(BEFORE, SLOPE, cap, MOST)
    share = abated(price, SLOPE, MOST)
    assert share[0] == MOST
    assert (BEFORE * (1.0 - share)).sum() == pytest.approx(cap)


def test_a_cap_above_emissions_costs_nothing():
    assert clearing_price(BEFORE, SLOPE, 451.0, MOST) == 0.0


@pytest.fixture(scope="module")
def capped():
    """A zone under traded caps on sulphur and oxygen demand, in its last month."""
    settings = {
        "since": "2010-04", "until": "2011-12", "cities": "all", "substances": ["so2", "cod"],
        "limit": 0.8, "full": "2010-10", "traded": 1, "auction": 0.2,
    }  # fmt: skip
    policy = read_instrument("emissions_trading", settings)
    zone = Zone.open(
        Scenario(name="test", policies=(policy,)), persons_per_agent=5000, until="2011-01"
    )
    zone.run()
    return zone


def test_the_cap_is_never_exceeded_and_permits_are_used_or_left(capped):
    flows, cap = capped.economy.flows, capped.economy.rules.cap
    for substance, emitted in ((Substance.SO2, flows.so2), (Substance.COD, flows.cod)):
        issued, used = flows.permits_issued[substance], flows.permits_used[substance]
        assert issued == pytest.approx(cap[substance])
        assert used == pytest.approx(emitted)
        assert used.sum() <= issued.sum() * (1.0 + 1e-9)


def test_one_price_holds_in_the_whole_zone(capped):
    price = capped.economy.flows.permit_price[Substance.SO2]
    assert price.min() == price.max() > 0.0


def test_every_industry_of_every_city_abates_until_its_marginal_cost_is_the_price(capped):
    flows, p = capped.economy.flows, capped.parameters.permits
    for substance, emitted in ((Substance.SO2, flows.so2), (Substance.COD, flows.cod)):
        price, slope = flows.permit_price[substance], slopes(p)[substance]
        share = np.minimum(price[:, None] / slope, p.most)
        left = (flows.emitted[substance] * (1.0 - share)).sum(axis=1)
        assert emitted == pytest.approx(left, rel=1e-9)
        assert share.max() < p.most, "nobody is at the technical limit"
        assert share * slope == pytest.approx(np.tile(price[:, None], (1, len(slope))))


def test_what_is_issued_is_used_or_held(capped):
    flows = capped.economy.flows
    held = flows.permits_issued - flows.permits_used
    assert held.sum(axis=1).min() > -1e-6
    assert (flows.permits_used >= 0.0).all()


def test_what_buyers_pay_beyond_sellers_is_the_auction(capped):
    bought, sold, auctioned = (capped.books.between(f).sum() for f in (BOUGHT, SOLD, AUCTIONED))
    assert bought == sold + auctioned
    flows = capped.economy.flows
    worth = sum(0.2 * (flows.permits_issued[s] * flows.permit_price[s]).sum() for s in (0, 1))
    assert auctioned / 100.0 == pytest.approx(worth, rel=1e-3)


def over_the_years(traded, limit=0.8, until="2020-12", parameters=None):
    """Live a zone under caps on all that is capped and hand back each month with its flows."""
    settings = {
        "since": "2011-01", "until": "2020-12", "cities": "all", "full": "2015-12",
        "substances": ["so2", "cod", "water", "energy"], "limit": limit, "traded": traded,
        "auction": 0.2,
    }  # fmt: skip
    policy = read_instrument("emissions_trading", settings)
    scenario = Scenario(
        name="test", policies=(policy,), parameters=Parameters().changed(parameters or {})
    )
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    while not zone.is_over:
        zone.step()
        yield zone


@pytest.mark.parametrize("traded", [0, 1])
def test_over_ten_years_no_market_is_above_its_cap_and_marginal_costs_are_its_price(traded):
    scarce = 0
    for zone in over_the_years(traded):
        flows, p = zone.economy.flows, zone.parameters.permits
        amounts = (flows.so2, flows.cod, flows.water, flows.energy)
        for substance, emitted in enumerate(amounts):
            cap, price = zone.economy.rules.cap[substance], flows.permit_price[substance]
            if not np.isfinite(cap).all():
                continue
            used, issued = (emitted.sum(), cap.sum()) if traded else (emitted, cap)
            assert (used <= issued * (1.0 + 1e-6)).all()
            share = np.minimum(price[:, None] / slopes(p)[substance], p.most)
            before = flows.emitted[substance]
            assert (before * (1.0 - share)).sum(axis=1) == pytest.approx(emitted, rel=1e-9)
            binds = price > 0.0
            scarce += int(binds.sum())
            if not traded:
                assert emitted[binds] == pytest.approx(cap[binds], rel=1e-6)
            elif binds.any():
                assert len(set(price)) == 1
                assert emitted.sum() == pytest.approx(cap.sum(), rel=1e-6)
    assert scarce > 1000, "the caps bind for years"
    assert zone.books.checks > 0


def test_over_ten_years_what_is_given_free_and_bought_is_what_is_used_or_sold():
    """Firms hold what is given, buy what they lack and sell the rest; who auctions gets the gap."""
    for zone in over_the_years(traded=1, until="2014-12"):
        flows = zone.economy.flows
        for substance in range(2):
            price = flows.permit_price[substance]
            if price[0] > 0.0:
                issued = flows.permits_issued[substance].sum()
                free, used = issued * 0.8, flows.permits_used[substance].sum()
                assert used - free == pytest.approx(0.2 * issued, rel=1e-5)
        paid, got, auction = (zone.books.between(f).sum() for f in (BOUGHT, SOLD, AUCTIONED))
        assert paid == got + auction
        worth = 0.2 * (flows.permits_issued * flows.permit_price).sum()
        assert auction / 100.0 == pytest.approx(worth, rel=1e-3, abs=100.0)


def test_a_cap_that_nobody_can_keep_is_refused_and_never_exceeded_in_silence():
    with pytest.raises(ScenarioError, match=r"so2 stays \d+% above its cap"):
        for _ in over_the_years(traded=1, limit=0.3, parameters={"permits.most": 0.2}):
            pass


def test_permits_traded_among_some_cities_bind_them_and_leave_the_others_free():
    settings = {
        "since": "2010-04", "until": "2010-12", "cities": ["anshan", "fushun"], "limit": 0.7,
        "substances": ["so2"], "full": "2010-04", "traded": 1, "auction": 0.0,
    }  # fmt: skip
    policy = read_instrument("emissions_trading", settings)
    zone = Zone.open(
        Scenario(name="test", policies=(policy,)), persons_per_agent=5000, until="2010-06"
    )
    zone.run()
    flows, cap = zone.economy.flows, zone.economy.rules.cap[Substance.SO2]
    price, inside = flows.permit_price[Substance.SO2], np.isfinite(cap)
    assert inside.sum() == 2
    assert flows.so2[inside].sum() == pytest.approx(cap[inside].sum())
    assert price[inside].min() == price[inside].max() > 0.0
    assert (price[~inside] == 0.0).all()
    assert flows.so2[~inside] == pytest.approx(
        flows.emitted[Substance.SO2].sum(axis=1)[~inside]
    )
    assert (zone.books.between(BOUGHT).sum(axis=1)[:8][~inside] == 0).all()
    bought, sold, rest = (zone.books.between(flow).sum() for flow in (BOUGHT, SOLD, AUCTIONED))
    assert bought == sold + rest
    assert 0 <= rest < len(zone.economy.firms.id) < sold  # fen that rounding leaves
