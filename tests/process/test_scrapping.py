"""Equipment that has not paid its way for long is scrapped; what is merely idle is not."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.process.scrapping import Parameters, scrap, scrap_vintages
from sezsim.state.firms import Ownership
from sezsim.zone import Zone

PATIENCE, PACE = 24, 0.25
QUARTER_END, DATE = 5, "2010-06"


def left(months, *, owner=Ownership.PRIVATE, industry=Industry.STEEL, rescue=0.95, pace=PACE):
    """Part left of the oldest vintage of a firm that has lost money for so many months."""
    losing, capacity = np.array([[months, 0, 0, 0]], np.int16), np.full((1, 4), 10.0)
    running, gone, rows = capacity.copy(), np.zeros((8, 19)), np.zeros((8, 19))
    scrap_vintages(
        np.array([2], np.int8), np.array([industry], np.int8), np.array([owner], np.int8),
        losing, PATIENCE, pace, pace * (1.0 - rescue), capacity, running, gone, rows,
    )  # fmt: skip
    assert capacity.sum() + gone[2, industry] == pytest.approx(40.0), "what is lost is told"
    assert rows[2, industry] == rows.sum() == (gone.sum() > 0.0)
    assert (capacity[0, 1:] == 10.0).all(), "what pays stays"
    assert (running <= capacity).all()
    return capacity[0, 0] / 10.0


def test_a_private_owner_begins_after_eight_quarters_and_not_before():
    assert left(PATIENCE - 1) == 1.0
    assert left(PATIENCE) == pytest.approx(1.0 - PACE)
    assert left(PATIENCE, pace=1.0) == 0.0, "economics 2.4 word for word"


def test_a_state_owner_scraps_by_the_chance_that_nobody_helps():
    """Private part times (1 - soft); hard budgets make both the same."""
    gone = [1.0 - left(PATIENCE, owner=Ownership.STATE, rescue=soft) for soft in (0.95, 0.5, 0)]
    np.testing.assert_allclose(gone, PACE * np.array([0.05, 0.5, 1.0]))


@pytest.mark.parametrize("industry", [Industry.AGR, Industry.PUBSRV])
def test_farms_and_public_services_scrap_nothing(industry):
    assert left(120, industry=industry) == 1.0


@pytest.fixture(scope="module")
def economy():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-02")
    zone.step()
    return zone.economy


def steel_with_a_loss(economy):
    """Let the oldest equipment of a private steel firm have lost money for long."""
    firms = economy.firms
    private = (firms.ownership != Ownership.STATE) & (firms.industry == Industry.STEEL)
    row = int(np.flatnonzero(private & (firms.capacity[:, 0] > 0.0))[0])
    firms.losing[:] = 0
    firms.losing[row, 0] = PATIENCE
    return row


def test_what_goes_is_told_in_tonnes_a_year(economy):
    row, firms = steel_with_a_loss(economy), economy.firms
    capacity, city = firms.capacity[row, 0], firms.city[row]
    told = scrap(economy, QUARTER_END, DATE, Parameters(pace=0.5), 0.95)
    assert [(event.sector, event.firms) for event in told] == [("steel", 1)]
    tonnes = economy.structure.tonnes[city, Industry.STEEL]
    assert told[0].value == pytest.approx(12.0 * 0.5 * capacity * tonnes)
    assert firms.capacity[row, 0] == pytest.approx(0.5 * capacity)


def test_harder_budgets_make_state_owners_scrap_more(economy):
    row = steel_with_a_loss(economy)
    economy.firms.ownership[row], softness = Ownership.STATE, (1.0, 0.2)
    gone = []
    for soft in softness:
        economy.rules.soft_budget[...] = soft
        told = scrap(economy, QUARTER_END, DATE, Parameters(), 0.95)
        gone.append(told[0].value)
    assert gone[1] > gone[0]


@pytest.mark.parametrize(("month", "pace"), [(4, 0.25), (6, 0.25), (QUARTER_END, 0.0)])
def test_nothing_goes_within_a_quarter_or_at_a_pace_of_nought(economy, month, pace):
    row = steel_with_a_loss(economy)
    before = economy.firms.capacity[row, 0]
    assert not scrap(economy, month, DATE, Parameters(pace=pace), 0.95)
    assert economy.firms.capacity[row, 0] == before
