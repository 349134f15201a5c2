"""Newcomers take free rows first; a table that is full grows with all that belongs to it."""

import numpy as np
import pytest

from sezsim.state.neighbours import nearest, nearest_with_room
from sezsim.state.newcomers import make_room
from sezsim.state.pay_factor import PREMIUM, logs_of_pay, newcomer_factor
from sezsim.zone import Zone


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def test_free_rows_are_used_before_new_ones(economy):
    workers, count = economy.workers, economy.workers.count
    workers.free.extend([5, 9])
    assert make_room(economy, 3).tolist() == [9, 5, count]
    assert workers.free == []
    assert workers.count == count + 1


def test_a_full_table_grows(economy):
    workers, room = economy.workers, len(economy.workers.id)
    places = make_room(economy, room)
    assert len(workers.id) > room
    assert places[-1] == workers.count - 1
    columns = [value for value in vars(workers).values() if isinstance(value, np.ndarray)]
    assert {len(column) for column in columns} == {len(workers.id)}


def test_nobody_comes_into_no_room(economy):
    assert not len(make_room(economy, 0))


def test_the_world_goes_on_when_the_table_has_grown():
    """Ten times the arrivals fill the spare rows within a year; the books still close."""
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-12")
    room = len(zone.economy.workers.id)
    zone.economy.structure.arrivals[:] *= 30.0
    zone.run()
    assert len(zone.economy.workers.id) > room


ALIVE = np.array([True, False, True, True, True])
CITY = np.array([0, 0, 1, 0, 1], np.int8)


def test_the_nearest_living_row_of_the_city_inherits():
    assert nearest(1, 5, ALIVE, CITY) == 0
    assert nearest(2, 5, ALIVE, CITY) == 4
    assert nearest(0, 5, ALIVE, CITY) == 3


def test_orphans_go_to_somebody_with_room():
    second = np.array([12, -1, -1, -1, 24], np.int16)
    assert nearest_with_room(1, 5, ALIVE, CITY, second) == 3
    assert nearest_with_room(3, 5, ALIVE, CITY, second) == 3, "nobody else has room"


@pytest.mark.parametrize("skill", [0, 1, 2])
def test_newcomers_are_paid_like_people_of_the_opening(skill):
    logs = logs_of_pay(np.array([skill]), np.array([30.0]), np.array([0.5]), np.array([True]))
    mean = newcomer_factor(PREMIUM[skill], 30.0, 0.5, 0.05)
    base = newcomer_factor(0.0, 20.0, 0.0, 0.0)
    assert mean / base == pytest.approx(np.exp(logs[0]))
