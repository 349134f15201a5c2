"""Closing orders in the opening economy: equipment, people, awards, funds and debt."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.accounting.books import Books
from sezsim.accounting.closing_account import AWARD, GRANT, LEFT, SEVERANCE
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Basis, Form, Listing
from sezsim.phase_out.debt import DebtShares
from sezsim.phase_out.order import ClosingOrder
from sezsim.process.closure import Parameters, close_capacity
from sezsim.state.economy import FIRST_FUND
from sezsim.state.firms import Ownership, Vintage
from sezsim.zone import Zone

STEEL, ANSHAN, BACKWARD = Industry.STEEL, City.ANSHAN, Vintage.BACKWARD
FUND = FIRST_FUND + STEEL
ORDER = ClosingOrder(
    industry=STEEL, cities=np.array([ANSHAN]), month=12, share=0.5, year=0, months_left=12,
    is_first=True,
)  # fmt: skip
IDLE_FIRST = replace(ORDER, listing=Listing.AUCTION, compulsory=True)


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def carry(economy, order, *, enforcement=1.0):
    """Carry out one order; return the events and the books."""
    economy.orders = [order]
    economy.governments.enforcement[:] = enforcement
    books = Books(economy)
    return close_capacity(economy, books, "2011-01", Parameters()), books


def steelworks(economy):
    firms = economy.firms
    here = (firms.city == ANSHAN) & (firms.industry == STEEL)
    return np.flatnonzero(here & (firms.capacity[:, BACKWARD] > 0.0))


def run_at(economy, share):
    """Let the backward steel of Anshan run at a share of its capacity."""
    firms, rows = economy.firms, steelworks(economy)
    firms.running[rows, BACKWARD] = share * firms.capacity[rows, BACKWARD]
    return rows


@pytest.mark.parametrize("quota", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("running", [0.0, 0.4, 0.7])
def test_owners_who_choose_hand_in_idle_plant_first(economy, quota, running):
    """Limit L9: operating capacity removed is max(0, Q - idle)."""
    firms, rows = economy.firms, run_at(economy, running)
    stock, ran = firms.capacity[rows, BACKWARD].sum(), firms.running[rows, BACKWARD].sum()
    carry(economy, replace(IDLE_FIRST, share=quota))
    closed = stock - firms.capacity[rows, BACKWARD].sum()
    stopped = ran - firms.running[rows, BACKWARD].sum()
    assert closed == pytest.approx(quota * stock)
    expected = max(0.0, quota * stock - (stock - ran))
    assert stopped == pytest.approx(expected, abs=1e-6 * stock)


def test_named_plants_close_as_they_stand(economy):
    """A list of the worst plants touches output even if the quota is below the idle stock."""
    firms, rows = economy.firms, run_at(economy, 0.6)
    stock = firms.capacity[rows, BACKWARD].sum()
    carry(economy, replace(ORDER, share=0.3))
    assert 0.6 * stock - firms.running[rows, BACKWARD].sum() == pytest.approx(0.18 * stock)


def test_better_equipment_and_other_places_are_left_alone(economy):
    firms, rows = economy.firms, steelworks(economy)
    before = firms.capacity.copy()
    carry(economy, replace(ORDER, share=1.0))
    np.testing.assert_array_equal(firms.capacity[:, 1:], before[:, 1:])
    others = np.setdiff1d(np.arange(len(firms.id)), rows)
    np.testing.assert_array_equal(firms.capacity[others], before[others])
    assert not firms.capacity[rows, BACKWARD].any()


def test_a_stricter_norm_reaches_the_next_generation(economy):
    firms, rows = economy.firms, steelworks(economy)
    old = firms.capacity[rows, Vintage.OLD].sum()
    carry(economy, replace(ORDER, share=1.0, norm=1.05))
    assert old > 0.0
    assert firms.capacity[rows, Vintage.OLD].sum() == 0.0
    assert firms.capacity[rows, Vintage.STANDARD].sum() > 0.0


def test_a_city_that_enforces_by_half_closes_half_of_what_resists(economy):
    firms, rows = economy.firms, run_at(economy, 1.0)
    before = firms.capacity[rows, BACKWARD].sum()
    events, _ = carry(economy, replace(ORDER, share=0.8), enforcement=0.5)
    assert firms.capacity[rows, BACKWARD].sum() == pytest.approx(0.6 * before)
    assert {event.kind for event in events} == {"capacity_closed", "closing_resisted"}


def test_running_plant_resists_without_award_and_closes_freely_for_a_large_one(economy):
    firms, rows = economy.firms, run_at(economy, 1.0)
    before = firms.capacity[rows].copy()
    free = replace(ORDER, compulsory=False)
    events, _ = carry(economy, free)
    np.testing.assert_array_equal(firms.capacity[rows], before)
    assert {event.kind for event in events} == {"closing_resisted"}
    firms.resisting[:] = 0
    events, _ = carry(economy, replace(free, rate=1.0))
    assert {event.kind for event in events} == {"capacity_closed"}
    assert all(event.gain_origin > 0.0 for event in events), "the award is above the loss"


def test_who_resists_is_left_alone_until_the_next_list(economy):
    rows = run_at(economy, 1.0)
    carry(economy, replace(ORDER, share=1.0), enforcement=0.5)
    left = economy.firms.capacity[rows, BACKWARD].copy()
    carry(economy, replace(ORDER, share=1.0, month=18), enforcement=0.5)
    np.testing.assert_array_equal(economy.firms.capacity[rows, BACKWARD], left)
    carry(economy, replace(ORDER, share=1.0, month=24), enforcement=0.5)
    np.testing.assert_allclose(economy.firms.capacity[rows, BACKWARD], 0.5 * left)


def test_the_award_is_paid_for_yearly_capacity_and_comes_from_the_province(economy):
    """280 yuan per 10,000 yuan of yearly capacity, to the fen below."""
    firms, rows = economy.firms, steelworks(economy)
    capacity, cash = firms.capacity[rows, BACKWARD].copy(), firms.cash.copy()
    province = int(economy.purses.upper[0])
    _, books = carry(economy, replace(ORDER, share=1.0, rate=0.028))
    got = firms.cash - cash
    np.testing.assert_allclose(got[rows] / 100.0, capacity * 12.0 * 0.028, atol=0.011)
    assert province - int(economy.purses.upper[0]) == got.sum() == books.flows[AWARD].sum()
    books.close()


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("basis", list(Basis))
def test_awards_and_what_is_left_add_up_to_the_fund(economy, form, basis):
    """Limit L14, to the fen, by every rule of award."""
    run_at(economy, 0.5)
    listing = Listing.AUCTION if form is Form.BID else Listing.MERIT
    order = replace(
        ORDER, share=0.9, form=form, basis=basis, listing=listing, fund=3e7, months_left=1, norm=1.05,
        rate=41000.0 if basis is Basis.WORKERS else 0.028,
    )  # fmt: skip
    events, books = carry(economy, order)
    paid, left = books.flows[AWARD].sum(), books.flows[LEFT].sum()
    assert books.flows[GRANT].sum() == 3e9 == paid + left
    assert economy.purses.upper[FUND] == 0
    assert paid > 0
    assert sum(event.award for event in events) * 100.0 == pytest.approx(float(paid))
    books.close()


def test_a_fund_is_kept_until_the_last_month_and_never_overdrawn(economy):
    run_at(economy, 0.5)
    order = replace(ORDER, fund=1e6, rate=0.028, share=0.9)
    _, books = carry(economy, order)
    assert LEFT not in books.flows
    assert 0 <= economy.purses.upper[FUND] < 100 * len(steelworks(economy))
    assert books.flows[AWARD].sum() + economy.purses.upper[FUND] == 1e8


def test_the_event_says_capacity_running_part_people_and_award(economy):
    rows = run_at(economy, 0.25)
    capacity = economy.firms.capacity[rows, BACKWARD].sum()
    events, _ = carry(economy, replace(ORDER, share=1.0, rate=0.01))
    tonnes = capacity * 12.0 * economy.structure.tonnes[ANSHAN, STEEL]
    assert sum(event.value for event in events) == pytest.approx(tonnes)
    assert {(event.sector, event.city, event.unit) for event in events} == {
        ("steel", "anshan", "t/year")
    }
    assert all(event.running == pytest.approx(0.25) for event in events)
    assert all(event.workers > 0.0 for event in events)
    assert sum(event.award for event in events) == pytest.approx(capacity * 0.12, rel=1e-6)


def test_people_of_closed_plant_lose_their_posts_unless_the_state_firm_has_vacancies(economy):
    firms, rows = economy.firms, run_at(economy, 1.0)
    state = rows[firms.ownership[rows] == Ownership.STATE]
    firms.vacancies[:] = 0.0
    firms.vacancies[state[0]] = 1e9
    staff = firms.staff.copy()
    events, _ = carry(economy, replace(ORDER, share=1.0))
    gone = staff - firms.staff
    assert gone[state[0]] == 0.0
    assert (gone[rows] > 0.0).sum() == len(rows) - 1
    assert sum(event.workers for event in events) == pytest.approx(gone.sum())
    assert economy.flows.displaced.sum() == pytest.approx(gone.sum())


def test_sealed_plant_stays_on_paper_and_does_not_run(economy):
    firms, rows = economy.firms, run_at(economy, 0.5)
    paper = firms.capacity[rows].copy()
    carry(economy, replace(ORDER, share=1.0, dismantle=False))
    np.testing.assert_array_equal(firms.capacity[rows], paper)
    np.testing.assert_allclose(firms.sealed[rows, BACKWARD], 1.0)
    assert not firms.running[rows, BACKWARD].any()


def test_stranded_debt_is_borne_as_the_rule_says(economy):
    firms, rows = economy.firms, steelworks(economy)
    debt, loans = firms.debt[rows].copy(), int(economy.banks.loans[ANSHAN])
    city = int(economy.governments.debt[ANSHAN])
    part = firms.capacity[rows, BACKWARD] / firms.capacity[rows].sum(axis=1)
    owed = np.floor(debt * part).astype(np.int64)
    _, books = carry(economy, replace(ORDER, share=1.0, debt=DebtShares(0.5, 0.2, 0.3)))
    np.testing.assert_allclose(debt - firms.debt[rows], owed, atol=2)
    moved = int(economy.governments.debt[ANSHAN]) - city
    assert moved == pytest.approx(0.2 * owed.sum(), abs=len(rows))
    assert loans - int(economy.banks.loans[ANSHAN]) == pytest.approx(
        0.8 * owed.sum(), abs=2 * len(rows)
    )
    assert economy.banks.written_off[ANSHAN] == pytest.approx(0.005 * owed.sum(), rel=1e-6)
    books.close()


def test_what_banks_lose_on_closed_plant_they_have_to_make_up(economy):
    """Neither the part of the firm nor what the city and the province take over is a loss of banks."""
    carry(economy, replace(ORDER, share=1.0, debt=DebtShares(0.0, 0.5, 0.5)))
    assert not economy.banks.unmade.any()
    carry(economy, replace(ORDER, share=1.0, norm=1.0, debt=DebtShares(0.6, 0.2, 0.2)))
    lost = economy.banks.written_off[ANSHAN] * 100.0
    assert economy.banks.unmade[ANSHAN] == pytest.approx(lost, rel=1e-9)
    assert lost > 0


def test_running_plant_that_closes_is_missing_from_the_national_market(economy):
    """Idle plant is not missed by anybody."""
    run_at(economy, 0.0)
    carry(economy, replace(ORDER, share=0.5))
    assert economy.cells.withdrawn[STEEL] == 0.0
    rows = run_at(economy, 1.0)
    before = economy.firms.running[rows, BACKWARD].copy()
    carry(economy, replace(ORDER, share=1.0))
    gone = before - economy.firms.running[rows, BACKWARD]
    tonnes = 12.0 * gone.sum() * economy.structure.tonnes[ANSHAN, STEEL]
    assert economy.cells.withdrawn[STEEL] == pytest.approx(tonnes / Parameters().steel)


def test_public_money_refunds_its_share_of_severance(economy):
    """Half of a month's pay for each of ten years of service, by the province."""
    run_at(economy, 1.0)
    economy.firms.vacancies[:] = 0.0
    events, books = carry(economy, replace(ORDER, share=1.0, severance=0.5))
    people = sum(event.workers for event in events)
    due = 0.5 * 10.0 * people * economy.cells.wage[ANSHAN, STEEL]
    assert books.flows[SEVERANCE].sum() / 100.0 == pytest.approx(due, rel=1e-6)
    books.close()


def test_a_fund_that_lacks_money_for_severance_is_not_overdrawn(economy):
    run_at(economy, 1.0)
    order = replace(ORDER, share=1.0, severance=1.0, fund=1e6)
    _, books = carry(economy, order)
    assert 0 < books.flows[SEVERANCE].sum() <= 1e8
    assert economy.purses.upper[FUND] >= 0


def test_a_plant_left_with_next_to_nothing_closes_altogether(economy):
    firms, rows = economy.firms, steelworks(economy)
    firms.capacity[rows[0], 1:] = 0.01 * firms.capacity[rows[0], BACKWARD]
    carry(economy, replace(ORDER, share=1.0))
    assert firms.closing[rows[0]]
    rest = firms.capacity[rows[1:]].sum(axis=1)
    assert not firms.closing[rows[1:]][rest > 0.0].all()


def test_without_an_order_nothing_happens(economy):
    before = economy.firms.capacity.copy()
    books = Books(economy)
    assert close_capacity(economy, books, "2011-01", Parameters()) == []
    assert not books.flows
    np.testing.assert_array_equal(economy.firms.capacity, before)


def paid_per_running_unit(economy, basis, running):
    """Close nine tenths by equal shares; return award over running capacity removed (yuan)."""
    rows = run_at(economy, running)
    economy.firms.used[rows] = economy.firms.running[rows]
    before = economy.firms.running[rows, BACKWARD].sum()
    order = replace(ORDER, share=0.9, listing=Listing.EQUAL, basis=basis, rate=0.028)
    _, books = carry(economy, order)
    removed = before - economy.firms.running[rows, BACKWARD].sum()
    return books.flows[AWARD].sum() / 100.0 / removed


@pytest.mark.parametrize("running", [1.0, 0.7, 0.4])
def test_an_award_for_capacity_costs_more_per_running_tonne_the_more_stands_idle(
    economy, running
):
    """Idle plant goes first: Q / (Q - idle) times the rate for capacity, the rate for output."""
    twin = Zone.open("baseline", persons_per_agent=5000).economy
    rate, idle = 12.0 * 0.028, 1.0 - running
    for_output = paid_per_running_unit(economy, Basis.OUTPUT, running)
    for_capacity = paid_per_running_unit(twin, Basis.CAPACITY, running)
    assert for_output == pytest.approx(rate, rel=1e-6)
    assert for_capacity == pytest.approx(rate * 0.9 / (0.9 - idle), rel=1e-6)
