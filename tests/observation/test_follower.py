"""The persons followed are the same persons year by year, whoever takes their rows."""

import numpy as np
import pytest

from sezsim.observation.people import Follower
from sezsim.zone import Zone

YEARS = 2


@pytest.fixture
def zone():
    return Zone.open("baseline", persons_per_agent=5000, until="2010-01")


def live(follower, year, months=12):
    for month in range(1, months + 1):
        follower.follow(year, month, last=False)


def line_of(people, person):
    return int(np.flatnonzero(people.ids == person)[0])


def test_about_a_twentieth_is_followed(zone):
    follower = Follower(zone.economy)
    live(follower, 2010)
    share = len(follower.record().ids) / zone.economy.workers.count
    assert 0.035 < share < 0.065


def test_income_of_the_year_is_the_mean_of_its_months_at_opening_prices(zone):
    workers, cells = zone.economy.workers, zone.economy.cells
    follower = Follower(zone.economy)
    for month in range(1, 13):
        workers.income[:] = 100.0 * month
        cells.consumer_price[:] = 2.0
        follower.follow(2010, month, last=False)
    assert follower.record().income[:, 0] == pytest.approx(np.full(follower.number, 325.0))


def test_a_row_that_passes_to_another_person_begins_another_line(zone):
    workers, follower = zone.economy.workers, Follower(zone.economy)
    live(follower, 2010)
    row = int(follower.sample.rows[3])
    first = int(workers.id[row])
    heir = next(
        person for person in np.arange(1, 10_000, dtype=np.uint64)
        if person not in workers.id and followed_alone(zone, row, person)
    )  # fmt: skip
    live(follower, 2011)
    people = follower.record()
    assert np.isnan(people.income[line_of(people, first), 1])
    assert np.isnan(people.income[line_of(people, heir), 0])
    assert people.city[line_of(people, heir), 1] == workers.city[row]


def followed_alone(zone, row, person):
    """Give a row to a person; tell whether the sample holds the person."""
    zone.economy.workers.id[row] = person
    follower = Follower(zone.economy)
    follower.follow(2011, 1, last=False)
    return row in follower.sample.rows


def test_who_stays_keeps_one_line_and_the_traits_of_the_first_year(zone):
    workers, follower = zone.economy.workers, Follower(zone.economy)
    live(follower, 2010)
    ages = follower.record().age.copy()
    workers.age[:] += 12
    live(follower, 2011)
    people = follower.record()
    assert people.income.shape == (len(ages), YEARS)
    np.testing.assert_array_equal(people.age, ages)


def test_only_the_laid_off_among_those_followed_are_marked(zone):
    follower = Follower(zone.economy)
    follower.enlist(zone.economy.workers)
    followed = int(follower.sample.rows[5])
    unseen = next(i for i in range(1000) if i not in follower.sample.rows)
    zone.economy.scratch.dismissed = np.array([followed, unseen])
    live(follower, 2010)
    people = follower.record()
    marked = people.ids[people.displaced == 1]
    np.testing.assert_array_equal(marked, zone.economy.workers.id[[followed]])
