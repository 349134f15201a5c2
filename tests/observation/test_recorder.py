"""What is recorded of funds and firms is what the books and the tables say."""

import numpy as np
import pytest

from sezsim.process.public_finance import PENSION_DEFICIT
from sezsim.zone import Zone

PROVINCE_PLACE = 8
FEN, HUNDRED_MILLION = 100.0, 1e8


@pytest.fixture(scope="module")
def zone():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-04")
    for _ in range(3):
        zone.step()
    return zone


def test_the_deficit_of_pension_funds_is_what_the_province_pays_to_them(zone):
    paid = zone.books.between(PENSION_DEFICIT)[PROVINCE_PLACE, :8] / FEN
    assert paid.any()
    np.testing.assert_allclose(
        zone.recorder.latest("pension_deficit")[:8], paid / HUNDRED_MILLION
    )


def test_a_firm_is_a_zombie_after_three_years_without_margin(zone):
    economy, recorder = zone.economy, zone.recorder
    firms, structure = economy.firms, economy.structure
    capital = firms.capacity.sum(axis=1) * structure.capital_ratio[firms.city, firms.industry]
    capital = capital * economy.cells.investment_price[firms.city] * firms.is_open
    firms.bad_months[:] = 35
    firms.bad_months[: len(capital) // 2] = 36
    recorder.month -= 1
    recorder.block[recorder.month] = 0.0
    recorder.record()
    zombies = np.bincount(firms.city, capital * (firms.bad_months >= 36), 8)
    whole = np.bincount(firms.city, capital, 8)
    share = recorder.latest("zombie_share")
    np.testing.assert_allclose(share[:8], zombies / whole)
    assert share[8] == pytest.approx(zombies.sum() / whole.sum())
