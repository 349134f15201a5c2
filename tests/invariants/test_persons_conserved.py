"""Nobody vanishes: births, deaths and moves explain every change of population, city by city."""

from copy import deepcopy

import numpy as np
import pytest

from sezsim.parameters import Parameters
from sezsim.process.demography import live_and_die
from sezsim.process.migration import migrate
from sezsim.process.settlement import settle
from sezsim.state.economy import real_persons
from sezsim.zone import Zone

CITIES, SCALE = 8, 1000


@pytest.fixture(scope="module")
def year():
    """Population before, gains and losses, and population after, for each month of a year."""
    zone, months = Zone.open("baseline", persons_per_agent=SCALE, until="2010-12"), []
    before = real_persons(zone.economy)
    while not zone.is_over:
        zone.step()
        flows, after = zone.economy.flows, real_persons(zone.economy)
        moved = flows.moves[:, :CITIES].sum(axis=0) - flows.moves[:CITIES].sum(axis=1)
        months.append((before, flows.births - flows.deaths + moved, after))
        before = after
    return months


def test_births_deaths_and_moves_explain_the_population(year):
    for before, change, after in year:
        np.testing.assert_array_equal(before + change, after)


def test_no_month_is_special(year):
    """Nothing fires for everyone in one month: gross change of the first is that of the others."""
    size = [np.abs(change).sum() for _, change, _ in year]
    assert size[0] < 2.5 * np.median(size)


@pytest.fixture
def lived():
    zone = Zone.open("baseline", persons_per_agent=5000)
    for _ in range(3):
        zone.step()
    zone.draws.enter(zone.month)
    return zone


def columns(economy):
    tables = (economy.workers, economy.pools, economy.flows, economy.purses)
    return {
        (type(table).__name__, name): value.copy()
        for table in tables
        for name, value in vars(table).items()
        if isinstance(value, np.ndarray)
    }


def test_at_pace_zero_nothing_at_all_changes(lived):
    stop = dict.fromkeys(("demography.pace", "migration.pace", "settlement.pace"), 0.0)
    p, economy, books = Parameters().changed(stop), lived.economy, lived.books
    before, ledger = columns(economy), books.ledger.copy()
    live_and_die(economy, books, p.demography, lived.draws)
    migrate(economy, books, p.migration, lived.draws, 0.3)
    settle(economy, p.settlement, lived.draws)
    after = columns(economy)
    for name, values in before.items():
        np.testing.assert_array_equal(values, after[name], err_msg=str(name))
    np.testing.assert_array_equal(ledger, books.ledger)


def test_deposits_of_households_move_only_through_the_books(lived):
    economy, books, p = lived.economy, lived.books, lived.parameters
    for _ in range(12):
        live_and_die(economy, books, p.demography, lived.draws)
        migrate(economy, books, p.migration, lived.draws, 0.0)
        lived.draws.enter(lived.draws.month.next())
    workers = economy.workers
    found = np.zeros(11, np.int64)
    np.add.at(found, workers.city[: workers.count], workers.deposits[: workers.count])
    np.testing.assert_array_equal(found, books.ledger[0])


def test_the_same_chance_gives_the_same_lives(lived):
    again = deepcopy(lived)
    for zone in (lived, again):
        live_and_die(zone.economy, zone.books, zone.parameters.demography, zone.draws)
        migrate(zone.economy, zone.books, zone.parameters.migration, zone.draws, 0.0)
        settle(zone.economy, zone.parameters.settlement, zone.draws)
    first, second = columns(lived.economy), columns(again.economy)
    for name, values in first.items():
        np.testing.assert_array_equal(values, second[name], err_msg=str(name))


def test_one_more_arrival_leaves_the_lots_of_all_others(lived):
    """A person's life depends on the own id only: other newcomers change nobody's lots."""
    other = deepcopy(lived)
    other.economy.structure.arrivals[0, 0] += 0.02
    known = set(lived.economy.workers.id[: lived.economy.workers.count].tolist())
    for zone in (lived, other):
        migrate(zone.economy, zone.books, zone.parameters.migration, zone.draws, 0.0)
        live_and_die(zone.economy, zone.books, zone.parameters.demography, zone.draws)
    lives = []
    for zone in (lived, other):
        workers = zone.economy.workers
        rows = [i for i in range(workers.count) if int(workers.id[i]) in known]
        lives.append({
            int(workers.id[i]): (bool(workers.alive[i]), int(workers.city[i]),
                                 int(workers.status[i]), int(workers.age[i]))
            for i in rows
        })  # fmt: skip
    shared = lives[0].keys() & lives[1].keys()
    assert len(shared) > 4000
    assert all(lives[0][person] == lives[1][person] for person in shared)
    assert lived.economy.workers.count < other.economy.workers.count


def test_about_one_adult_in_a_hundred_moves_between_cities_in_a_year():
    """Gross moves of 1 to 1.5% of adults a year (economics 8), within 3 s.e. of two years."""
    zone, moved = Zone.open("baseline", persons_per_agent=500, until="2011-12"), 0.0
    while not zone.is_over:
        zone.step()
        moved += zone.economy.flows.moves[:CITIES, :CITIES].sum()
    adults = zone.economy.workers.alive.sum() * 500.0
    assert 0.010 < moved / 2.0 / adults < 0.0155
