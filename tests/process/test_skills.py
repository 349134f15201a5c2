"""Training places go round once; the displaced can come first."""

import numpy as np

from sezsim.process.skills import list_idle, run_courses, share_places, trainees
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
    """One who lost a post, two who did not, one dead, an employee, a trainee, one trained already."""
    status = np.array([3, 3, 3, 3, 2, 7, 3], np.int8)
    trained = np.array([0, 0, 0, 0, 0, 1, 1], np.int8)
    assert status[0] == Status.UNEMPLOYED
    assert status[5] == Status.TRAINING
    alive = np.array([True, True, True, False, True, True, True])
    lost = np.array([900.0, 0.0, 0.0, 500.0, 500.0, 500.0, 900.0], np.float32)
    city = np.array([1, 1, 4, 1, 1, 1, 1], np.int8)
    rows = np.empty(7, np.int32)
    listed, (others, displaced) = list_idle(7, alive, city, status, trained, lost, rows)
    assert rows[:listed].tolist() == [0, 1, 2, 5]
    np.testing.assert_array_equal(displaced, [0, 1, 0, 0, 0, 0, 0, 0])
    np.testing.assert_array_equal(others, [0, 1, 0, 0, 1, 0, 0, 0])
    assert trainees(7, status) == 1
    assert trainees(5, status) == 0


def test_who_finds_no_post_after_a_course_is_not_sent_to_another():
    """With places for everybody an idle person spends four months of a year in one course."""
    alive, city, person = np.ones(1, bool), np.zeros(1, np.int8), np.array([7], np.uint64)
    status, trained = np.array([3], np.int8), np.zeros(1, np.int8)
    duration, factor = np.zeros(1, np.int16), np.ones(1, np.float32)
    lost, rows, in_course = np.array([900.0], np.float32), np.empty(1, np.int32), 0
    for _ in range(12):
        listed, _ = list_idle(1, alive, city, status, trained, lost, rows)
        run_courses(
            np.uint64(1), rows[:listed], person, city, status, duration, trained, factor, lost,
            np.ones((2, 8)), 4, 1.05,
        )  # fmt: skip
        in_course += int(status[0] == Status.TRAINING)
    assert in_course == 4
    np.testing.assert_allclose(factor, 1.05)
