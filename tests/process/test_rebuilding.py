"""Owners of plants that are listed for their size alone may build them larger."""

import numpy as np
import pytest

from sezsim.definitions.calendar import Month
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Identification
from sezsim.phase_out.order import ClosingOrder
from sezsim.process.rebuilding import Parameters, plant_size, rebuild_bigger
from sezsim.randomness import Draws
from sezsim.zone import Zone

STEEL, NOW = Industry.STEEL, 12
ALWAYS = Parameters(chance=1.0, most=5.0)


@pytest.fixture
def economy():
    return Zone.open("baseline", persons_per_agent=5000).economy


def rebuilt(economy, kind, *, resisting):
    """Let an order by size or intensity meet owners for a quarter; return firms that grow."""
    firms = economy.firms
    steel = np.flatnonzero(firms.industry == STEEL)
    size = float(np.median(plant_size(economy, steel)))
    economy.orders = [
        ClosingOrder(
            industry=STEEL, cities=np.arange(len(City)), month=NOW, share=0.1, year=0,
            months_left=12, identification=kind, size=size,
        )
    ]  # fmt: skip
    firms.resisting[:] = NOW + 12 if resisting else 0
    firms.investing[:] = 0.0
    events, draws = [], Draws(seed=1, replicate=1)
    for month in range(NOW, NOW + 3):
        draws.enter(Month(month))
        events += rebuild_bigger(economy, str(Month(month)), month, ALWAYS, draws)
    return events, np.flatnonzero(firms.investing > 0.0), size


def test_a_quarter_of_investment_brings_a_small_plant_up_to_the_threshold(economy):
    firms = economy.firms
    events, rows, size = rebuilt(economy, Identification.SIZE, resisting=True)
    assert len(events) == len(rows) > 0
    added = (
        3.0 * firms.investing[rows] / economy.structure.capital_ratio[firms.city[rows], STEEL]
    )
    after = plant_size(economy, rows) + 12.0 * added / firms.weight[rows]
    np.testing.assert_allclose(after, size)


@pytest.mark.parametrize(
    ("kind", "resisting"), [(Identification.SIZE, False), (Identification.INTENSITY, True)]
)
def test_who_agrees_or_is_listed_for_its_energy_does_not_grow(economy, kind, resisting):
    assert rebuilt(economy, kind, resisting=resisting)[0] == []
