"""Poorer and fragile cities receive more from the province."""

import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.policy import read_instrument
from sezsim.policy.equalising_transfer import LEAST, equalise
from sezsim.randomness import Draws
from sezsim.zone import Zone

PEOPLE = np.full(8, 1e6)


def transfers(revenue, *, strength=0.0, fragile=()):
    factors = np.ones(8)
    marks = np.isin(np.arange(8), fragile)
    equalise(revenue, np.zeros(8), PEOPLE, strength, 0.3, marks, factors)
    return factors


def test_a_city_with_half_the_mean_gets_more_and_one_with_twice_it_less():
    revenue = np.array([2.0, 0.5, 1.0, 1.0, 1.0, 1.0, 0.75, 0.75]) * 4e9
    factors = transfers(revenue, strength=0.4)
    np.testing.assert_allclose(factors, 1.0 + 0.4 * (1.0 - revenue / 4e9))


def test_no_transfer_falls_below_half_however_rich_the_city():
    revenue = np.array([50.0, *np.full(7, 1.0)]) * 1e9
    assert transfers(revenue, strength=1.0)[City.SHENYANG] == LEAST


def test_fragile_cities_receive_more_at_the_same_revenue():
    factors = transfers(np.full(8, 1e9), fragile=(City.FUXIN,))
    assert factors[City.FUXIN] == pytest.approx(1.3)
    assert factors.sum() == pytest.approx(8.3)


def test_a_city_that_adds_air_to_its_revenue_gets_less_from_equalising_transfers():
    economy = Zone.open("baseline", persons_per_agent=5000, until="2010-02").economy
    transfer = read_instrument(
        "equalising_transfer", {"since": "2011-01", "until": "2020-12", "strength": 0.3}
    )
    draws = Draws(seed=1, replicate=1)
    transfer.enact(economy, None, draws)
    honest = economy.rules.transfers.copy()
    economy.rules.make_neutral()
    economy.governments.air[3] = 0.2 * economy.governments.smoothed[3]
    transfer.enact(economy, None, draws)
    assert economy.rules.transfers[3] < honest[3]
    assert (np.delete(economy.rules.transfers, 3) >= np.delete(honest, 3)).all()
