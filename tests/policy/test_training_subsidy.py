"""Places add up, the displaced come first where the policy says so, and courses are paid."""

import numpy as np

from sezsim.definitions.geography import City


def test_training_places_add_up(enacted):
    places = {"cities": ["fuxin"], "places": 100}
    rules = enacted("2012-01", ("training_subsidy", places), ("training_subsidy", places))
    assert rules.training_places[City.FUXIN] == 200
    assert rules.training_places.sum() == 200


def test_the_displaced_come_first_only_where_the_policy_says_so(enacted):
    first = {"cities": ["fuxin"], "places": 100, "displaced_first": 1}
    rules = enacted(
        "2012-01",
        ("training_subsidy", first),
        ("training_subsidy", {"cities": "all", "places": 50}),
    )
    assert rules.displaced_first[City.FUXIN] == 1.0
    assert rules.displaced_first.sum() == 1.0


def test_what_the_province_pays_those_in_courses_receive_to_the_fen(payments):
    paid = payments(
        ("training_subsidy", {"cities": "all", "places": 20_000, "stipend": 500}),
        until="2010-08",
    )
    granted, received = paid["grants for workers"], paid["grants received by workers"]
    assert granted.sum() > 0
    np.testing.assert_array_equal(granted[8, :8], np.diag(received)[:8])
