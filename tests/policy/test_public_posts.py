"""Older people who were dismissed pass to public posts, paid by city and province."""

import numpy as np
import pytest

from sezsim.policy import read_instrument
from sezsim.scenario import Scenario
from sezsim.state.public_services import public_pools
from sezsim.zone import Zone

RULE = {
    "since": "2010-04", "until": "2020-12", "cities": "all", "places": 20_000, "city_part": 0.25,
    "months": 120,
}  # fmt: skip


def test_public_posts_are_held_by_dismissed_people_and_paid_by_city_and_province():
    scenario = Scenario(name="test", policies=(read_instrument("public_posts", RULE),))
    zone = Zone.open(scenario, persons_per_agent=5000, until="2012-12")
    city = above = 0
    while not zone.is_over:
        zone.step()
        for flow, between in zone.books.flows.items():
            city += int(between.sum()) if flow.name == "public posts paid by cities" else 0
            above += int(between.sum()) if flow.name == "public posts paid above" else 0
    workers, pools = zone.economy.workers, set(public_pools().tolist())
    holders = workers.alive & np.isin(workers.pool, list(pools)) & (workers.lost_pay > 0.0)
    assert holders.any()
    assert above == pytest.approx(3 * city, rel=1e-6)
    assert city > 0
