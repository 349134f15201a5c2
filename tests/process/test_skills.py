"""Training places go round once; the displaced can come first."""

import numpy as np

from sezsim.process.skills import share_places


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
