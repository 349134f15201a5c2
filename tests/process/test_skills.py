"""Training places go round once; the displaced can come first."""

import numpy as np

from sezsim.process.skills import list_idle, share_places, trainees
from sezsim.state.workers import Status


def given(places, displaced, others, first):
    share = share_places(
        np.array([places]), np.array([displaced]), np.array([others]), np.array([first])
    )
    return share[1, 0] * displaced, share[0, 0] * others


def test_all_idle_share_places_alike():
    np.testing.assert_allclose(given(10.0, 20, 30, 0.0), (4.0, 6.0))


def test_the_displaced_come_first_and_others_get_what_is_left():
    np.testing.assert_allclose(given(10.0, 20, 30, 1.0), (10.0, 0.0))
    np.testing.assert_allclose(given(25.0, 20, 30, 1.0), (20.0, 5.0))


def test_no_more_is_given_than_there_are_people():
    np.testing.assert_allclose(given(100.0, 20, 30, 1.0), (20.0, 30.0))
    np.testing.assert_allclose(given(100.0, 20, 30, 0.0), (20.0, 30.0))
    np.testing.assert_allclose(given(100.0, 0, 0, 1.0), (0.0, 0.0))


def test_only_the_living_and_idle_are_offered_places():
    """One who lost a post, two who did not, one dead; the employee and the trainee are not idle."""
    status = np.array([3, 3, 3, 3, 2, 7], np.int8)
    assert status[0] == Status.UNEMPLOYED
    assert status[5] == Status.TRAINING
    alive = np.array([True, True, True, False, True, True])
    lost = np.array([900.0, 0.0, 0.0, 500.0, 500.0, 500.0], np.float32)
    city = np.array([1, 1, 4, 1, 1, 1], np.int8)
    rows = np.empty(6, np.int32)
    listed, (others, displaced) = list_idle(6, alive, city, status, lost, rows)
    assert rows[:listed].tolist() == [0, 1, 2, 5]
    np.testing.assert_array_equal(displaced, [0, 1, 0, 0, 0, 0, 0, 0])
    np.testing.assert_array_equal(others, [0, 1, 0, 0, 1, 0, 0, 0])
    assert trainees(6, status) == 1
    assert trainees(5, status) == 0
