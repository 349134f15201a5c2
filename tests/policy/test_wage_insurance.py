"""A part of lost pay is made up for those who work again, and nothing of a gain."""

import numpy as np

from sezsim.policy.wage_insurance import gap_made_up


def test_wage_insurance_makes_up_a_part_of_a_loss_and_nothing_of_a_gain():
    assert gap_made_up(3000.0, 2000.0, 0.5) == 500.0
    assert gap_made_up(2000.0, 3000.0, 0.5) == 0.0


def test_what_the_province_grants_households_receive_to_the_fen(payments):
    paid = payments(("wage_insurance", {"cities": "all", "share": 0.5}), until="2014-12")
    granted, received = paid["grants for workers"], paid["grants received by workers"]
    assert granted.sum() > 0
    np.testing.assert_array_equal(granted[8, :8], np.diag(received)[:8])
