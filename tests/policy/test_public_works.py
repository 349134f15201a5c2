"""Those longest without a post are paid for the repair of mines, by the province."""

import numpy as np

from sezsim.definitions.geography import City
from sezsim.policy import read_instrument
from sezsim.state.workers import Status
from sezsim.zone import Zone

WORKS = {
    "since": "2010-04", "until": "2020-12", "cities": ["fushun"], "places": 10_000, "pay": 800,
}  # fmt: skip


def test_what_the_province_grants_households_receive_to_the_fen(payments):
    paid = payments(
        ("public_works", {"cities": "all", "places": 100_000, "pay": 800}), until="2014-12"
    )
    granted, received = paid["grants for workers"], paid["grants received by workers"]
    assert granted.sum() > 0
    np.testing.assert_array_equal(granted[8, :8], np.diag(received)[:8])


def test_the_two_places_go_to_the_two_who_have_waited_longest():
    """At 1:5000 ten thousand places are two rows; who lost no post by dismissal gets none."""
    zone = Zone.open("baseline", persons_per_agent=5000)
    workers = zone.economy.workers
    here = np.flatnonzero(workers.alive & (workers.city == City.FUSHUN))[:5]
    workers.status[here], workers.lost_pay[here] = Status.UNEMPLOYED, 2000.0
    workers.duration[here] = [3, 30, 9, 24, 40]
    workers.lost_pay[here[4]] = 0.0
    others = np.setdiff1d(np.arange(workers.count), here)
    workers.lost_pay[others] = 0.0
    before = workers.deposits.copy()
    with zone.books.month(zone.month):
        read_instrument("public_works", WORKS).enact(zone.economy, zone.books, zone.draws)
    got = np.flatnonzero(workers.deposits != before)
    np.testing.assert_array_equal(got, np.sort(here[[1, 3]]))
