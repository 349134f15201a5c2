"""What was promised for moved firms is paid while it lasts; credits inflate by what is counted twice."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.definitions.geography import CITIES, City
from sezsim.observation.aggregates import POSITION
from sezsim.policy import read_instrument
from sezsim.process.compensation import owed, pooled
from sezsim.scenario import Scenario
from sezsim.zone import Zone

EVERYBODY = {"since": "2010-04", "until": "2011-06", "losing": "all", "gaining": "all"}
FREE = {"relocation.pace": 0.5, "relocation.cost": 0.0, "relocation.free": 1.0}
FUND = 2


def opened(*policies, until="2011-06", **changes):
    base = Scenario.read("baseline")
    parameters = base.parameters.changed(FREE | changes)
    scenario = replace(base, name="test", parameters=parameters, policies=policies)
    return Zone.open(scenario, persons_per_agent=5000, until=until)


def lived(*policies, until="2011-06", **changes):
    zone = opened(*policies, until=until, **changes)
    return zone, zone.run()


def stepped(zone):
    """Live a month and return the payments of it by name (fen, by place)."""
    zone.step()
    return {flow.name: between for flow, between in zone.books.flows.items()}


def dues(month, until, share=0.5, in_force=1.0):
    """What one firm that moved from Anshan to Yingkou owes: the city keeps 35.5 of its tax of 90.

    Of sales of 1000, 5% are tax on product of which 15% stay, 2% local revenue which stays, and
    20 profit tax of which 40% stay: 7.5 + 20 + 8 = 35.5.
    """
    payer, payee, due = owed(
        float(month), np.ones(1, bool), np.full(1, City.ANSHAN), np.full(1, City.YINGKOU),
        np.full(1, 10), np.array([1000.0]), np.array([90.0]), np.array([share]),
        np.array([float(until)]), np.full((8, 19), 0.05), np.full(8, 0.02),
        np.array([0.15, 0.7, 0.4]), np.full((8, 8), in_force), np.zeros((8, 8)),
    )  # fmt: skip
    if not len(due):
        return 0.0
    assert (payer[0], payee[0]) == (City.YINGKOU, City.ANSHAN)
    return due[0]


def test_the_share_of_the_city_tax_is_owed_until_its_years_are_over():
    found = [dues(month, until=12) for month in (1, 12, 13, 40)]
    assert found == pytest.approx([17.75, 17.75, 0.0, 0.0])


def test_nothing_is_owed_without_a_promise_or_when_the_rule_is_gone():
    assert dues(1, until=12, share=0.0) == 0.0
    assert dues(1, until=12, in_force=0.0) == 0.0


def test_sharing_ends_after_its_years():
    """Nobody moves from the sixth month on; half a year later nothing is paid any more."""
    half_a_year = read_instrument(
        "transfer_compensation", EVERYBODY | {"share": 0.5, "years": 0.5}
    )
    zone = opened(half_a_year, until="2011-02")
    paid = []
    while not zone.is_over:
        if zone.month.number == 6:
            zone.parameters = zone.parameters.changed({"relocation.pace": 0.0})
        paid.append(stepped(zone).get("tax sharing", np.zeros(1)).sum())
    last = int(zone.economy.firms.shared_until.max())
    assert last == 11
    assert paid[last] > 0
    assert paid[last + 1 :] == [0, 0]


def test_a_half_share_is_half_of_what_the_tax_office_keeps_for_the_city():
    """The whole tax of moved firms that cities keep is twice what they hand over."""
    half = read_instrument("transfer_compensation", EVERYBODY | {"share": 0.5, "years": 30})
    zone = opened(half, until="2010-09")
    while zone.month < zone.last:
        zone.step()
    firms = zone.economy.firms
    moved = (firms.tax_shared > 0.0) & (firms.origin_city != firms.tax_city)
    shared = stepped(zone)["tax sharing"].sum() / 100.0
    structure, host = zone.economy.structure, firms.tax_city[moved]
    sold = firms.receipts[moved]
    local = sold * structure.local_revenue[host]
    on_product = sold * structure.tax_rate[host, firms.industry[moved]]
    p = zone.parameters.taxes
    kept = p.value_added_city * on_product + local
    kept += p.profit_city * (firms.taxes[moved] - on_product - local)
    assert shared == pytest.approx(0.5 * kept.sum(), rel=1e-6)


@pytest.fixture(scope="module")
def credited():
    """Free moves with half the product credited, split and counted twice; who had moved before."""
    found = {}
    for double in (0, 1):
        settings = EVERYBODY | {"share": 0.5, "double": double}
        zone = opened(read_instrument("gdp_credit", settings))
        while zone.month < zone.last:
            zone.step()
        firms = zone.economy.firms
        moved = firms.is_open & (firms.origin_city != firms.tax_city) & (firms.credited > 0.0)
        zone.step()
        found[double] = zone, moved
    return found


def test_product_counted_twice_inflates_the_sum_by_exactly_the_credit(credited):
    """Identity of inflation: reported less reported with a split credit is phi Y of the moved."""
    (split, _), (double, moved) = credited[0], credited[1]
    firms = double.economy.firms
    product = (firms.receipts - firms.costs)[moved & firms.is_open].sum()
    assert product > 0.0
    assert double.economy.governments.credited.sum() == pytest.approx(0.5 * product)
    assert split.economy.governments.credited.sum() == pytest.approx(0.0, abs=1.0)
    reported, real = POSITION["reported_va"], POSITION["real_va"]
    more = double.recorder.block[-1] - split.recorder.block[-1]
    assert more[:, reported].sum() == pytest.approx(0.5 * product)
    np.testing.assert_array_equal(more[:, real], 0.0)


def test_only_cities_left_by_firms_count_a_credit(credited):
    zone, moved = credited[1]
    firms, governments = zone.economy.firms, zone.economy.governments
    counted = np.flatnonzero(governments.credited > 0.0)
    assert set(counted) == set(firms.origin_city[moved & firms.is_open])


def test_what_the_fund_pays_out_cities_have_paid_in():
    """L14: balance = dues - payments, to the fen, and never negative."""
    talks = read_instrument("nash_bargaining", EVERYBODY | {"negotiated": 1.0, "fund": 0.001})
    changes = {"relocation.free": 0.0, "relocation.works": 0.1, "relocation.province": 1.0}
    zone = opened(talks, until="2011-01", **changes)
    balance = helped = 0
    while not zone.is_over:
        flows = stepped(zone)
        for name, sign in (
            ("dues to the transfer fund", 1),
            ("payments of the transfer fund", -1),
        ):
            paid = flows.get(name, np.zeros(1, np.int64)).sum()
            balance += sign * int(paid)
            helped += int(paid) if sign < 0 else 0
        assert zone.economy.purses.upper[FUND] == balance >= 0
    assert helped > 0
    assert "fund" in {event.reason for event in zone.events}


def test_sums_negotiated_are_paid_by_the_host_to_the_origin():
    talks = read_instrument("nash_bargaining", EVERYBODY | {"negotiated": 1.0})
    _, record = lived(talks, until="2010-12", **{"relocation.free": 0.0})
    settled = [event for event in record.events if event.reason == "bargain"]
    paid = [flow for flow in record.flows if flow.kind == "compensation"]
    assert settled
    promised = {(event.partner, event.city) for event in settled}
    assert {(flow.origin, flow.destination) for flow in paid} <= promised
    assert sum(flow.value for flow in paid) > 0.0


def test_a_joint_area_shares_out_as_revenue_was_at_the_opening():
    """300 and 100 pooled, opened at 3 to 2: 240 and 160; others keep theirs."""
    revenue, opening = np.array([300.0, 100.0, 50.0]), np.array([30.0, 20.0, 10.0])
    area = np.array([1.0, 1.0, 0.0])
    change = pooled(revenue, opening, area, np.ones(3))
    np.testing.assert_allclose(change, [-60.0, 60.0, 0.0])
    half = pooled(revenue, opening, area, np.full(3, 0.5))
    np.testing.assert_allclose(half, [-30.0, 30.0, 0.0])


def test_a_joint_tax_area_moves_revenue_only_among_its_cities():
    area = read_instrument(
        "joint_tax_area",
        {"since": "2010-04", "until": "2010-12", "cities": ["shenyang", "fushun"], "pooled": 1},
    )
    zone, _ = lived(area, until="2010-08", **{"relocation.free": 0.0})
    between = next(
        paid for flow, paid in zone.books.flows.items() if flow.name == "joint tax area"
    )
    inside = between[:CITIES, :CITIES].copy()
    assert inside.sum() > 0
    inside[np.ix_([City.SHENYANG, City.FUSHUN], [City.SHENYANG, City.FUSHUN])] = 0
    assert not inside.any()
    structure, revenue = zone.economy.structure, zone.economy.governments.revenue
    opening = structure.smoothed_revenue * structure.smoothing_lag - structure.transfers
    ratio = revenue[[City.SHENYANG, City.FUSHUN]] / opening[[City.SHENYANG, City.FUSHUN]]
    assert ratio[0] == pytest.approx(ratio[1])
