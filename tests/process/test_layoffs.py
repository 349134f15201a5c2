"""Who is dismissed is retired early, trained or paid off; every fen of severance has a payer."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.policy import read_instrument
from sezsim.process.layoffs import retirement_window, settle_rows_of
from sezsim.randomness import Draws
from sezsim.scenario import Scenario
from sezsim.state.firms import Ownership
from sezsim.state.workers import Status
from sezsim.zone import Zone

PERSONS, PAY = 5000, 2000.0


def dismissed(*, sex=0, skill=1, age=35.0, tenure=60, ownership=Ownership.PRIVATE,
              consent=0.6, window=5.0, people=1):  # fmt: skip
    """Resettle persons of one kind; return what they do now and what each is owed (yuan)."""
    draws = Draws(2010, 1)

    def all_are(value, kind):
        return np.full(people, value, kind)

    status, due = all_are(int(Status.UNEMPLOYED), np.int8), np.zeros(people, np.int64)
    settle_rows_of(
        draws.key("layoffs/internal"), np.arange(people),
        np.arange(1, people + 1, dtype=np.uint64), all_are(sex, np.int8),
        all_are(skill, np.int8), all_are(round(age * 12), np.int16), status,
        all_are(tenure, np.int16), all_are(PAY, np.float32), all_are(9, np.int16),
        np.zeros(people, np.int64), np.array([int(ownership)], np.int8), 12.0 * window, consent,
        1.0 / 12.0, 144.0, PERSONS * 100.0, due,
    )  # fmt: skip
    return status, due / 100.0 / PERSONS


def test_a_month_of_pay_for_each_year_of_service():
    """Labour Contract Law, article 47: five years of service, five months of pay."""
    _, due = dismissed(tenure=60)
    assert due[0] == pytest.approx(5 * PAY)


def test_no_more_than_twelve_years_of_service_count():
    assert dismissed(tenure=144)[1][0] == dismissed(tenure=400)[1][0] == 12 * PAY


@pytest.mark.parametrize(
    ("sex", "skill", "legal"), [(0, 1, 60), (1, 1, 50), (1, 2, 55), (0, 2, 60)]
)
def test_state_firms_retire_people_internally_in_the_last_five_years(sex, skill, legal):
    """State Council rule: within five years of the legal age of 60, of 50 or of 55."""
    traits = {"sex": sex, "skill": skill, "ownership": Ownership.STATE, "consent": 1.0}
    assert dismissed(age=legal - 4.9, **traits)[0][0] == Status.INTERNALLY_RETIRED
    assert dismissed(age=legal - 5.1, **traits)[0][0] == Status.UNEMPLOYED


def test_private_firms_retire_nobody_internally():
    status, _ = dismissed(age=58.0, consent=1.0, ownership=Ownership.PRIVATE)
    assert status[0] == Status.UNEMPLOYED


def test_the_internally_retired_are_paid_on_and_get_no_severance():
    _, due = dismissed(age=58.0, consent=1.0, ownership=Ownership.STATE)
    assert due[0] == 0.0


def test_the_share_that_agrees_retires():
    people = 20_000
    status, due = dismissed(age=58.0, ownership=Ownership.STATE, people=people)
    share = (status == Status.INTERNALLY_RETIRED).mean()
    assert share == pytest.approx(0.6, abs=3 * np.sqrt(0.24 / people))
    np.testing.assert_array_equal(due == 0.0, status == Status.INTERNALLY_RETIRED)


def test_a_wider_window_bridges_younger_people_and_none_retires_nobody():
    traits = {"age": 53.5, "consent": 1.0, "ownership": Ownership.STATE}
    assert (
        dismissed(window=retirement_window(5.0, 2.0), **traits)[0][0]
        == Status.INTERNALLY_RETIRED
    )
    assert dismissed(window=retirement_window(5.0, 0.0), **traits)[0][0] == Status.UNEMPLOYED
    old = traits | {"age": 61.0}
    assert dismissed(window=retirement_window(5.0, -5.0), **old)[0][0] == Status.UNEMPLOYED


def slump(**changes):
    """Live a slump with many dismissals; return severance paid and received by city and month."""
    order = {
        "since": "2010-04", "until": "2010-09", "cities": "all", "quota": 1.0, "award": 300.0,
    }  # fmt: skip
    policies = tuple(
        read_instrument("capacity_phase_out", order | {"id": name, "industry": name})
        for name in ("steel", "coal", "bmat", "mach")
    )
    base = Scenario.read("baseline")
    parameters = base.parameters.changed(changes)
    scenario = replace(base, name="slump", parameters=parameters, policies=policies)
    zone = Zone.open(scenario, persons_per_agent=PERSONS, until="2011-06")
    paid, received = [], []
    while not zone.is_over:
        zone.step()
        flows = {flow.name: between for flow, between in zone.books.flows.items()}
        none = np.zeros((11, 11), np.int64)
        paid.append(flows.get("severance", none).sum(axis=0))
        received.append(flows.get("severance received", none).sum(axis=1))
    return np.array(paid), np.array(received)


def test_severance_that_firms_pay_is_what_households_receive():
    """Limit L14 for severance: not a fen stays in a basket, in any month and city of work."""
    paid, received = slump(**{"relocation.pace": 0.0})
    assert received.sum() > 0, "a slump dismisses somebody"
    np.testing.assert_array_equal(paid, received)


def test_firms_that_move_away_pay_off_whom_they_leave_behind():
    paid, received = slump(**{"relocation.pace": 0.5, "relocation.free": 1.0})
    np.testing.assert_array_equal(paid, received)
