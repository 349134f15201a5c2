"""People die by Gompertz, bear children once, leave school and retire at the legal age."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.lives.hazards import (
    AGES,
    FARMING,
    FIRST_BITS,
    HOME,
    LEARNING,
    OLDEST,
    RESTING,
    WORKING,
    end_of_role,
    fertility_table,
    hazards,
    mortality_table,
)
from sezsim.process.demography import Parameters, chances_of, rates_of
from sezsim.scenario import Scenario
from sezsim.state.workers import Status
from sezsim.zone import Zone

MAN, WOMAN = 0, 1
P = rates_of(Parameters())


def at(years):
    return round(12 * years)


def test_mortality_rises_exponentially_with_age():
    """Gompertz: the hazard at 70 over that at 50 is exp(20 * slope), by sex 1.6 to 1."""
    hazard = mortality_table(P)
    assert hazard[WOMAN, at(70)] / hazard[WOMAN, at(50)] == pytest.approx(np.exp(20 * P.slope))
    assert hazard[MAN, at(60)] / hazard[WOMAN, at(60)] == pytest.approx(P.men)
    yearly = P.mortality * np.exp(P.slope * 60)
    assert hazard[WOMAN, at(60)] == pytest.approx(yearly / 12.0)


def test_nobody_grows_older_than_105():
    assert (mortality_table(P)[:, OLDEST:] == 1.0).all()


def expected_life(hazard):
    """Return the mean length of a life in years under a monthly hazard."""
    return np.cumprod(1.0 - hazard).sum() / 12.0


def test_men_live_more_than_seventy_years_and_women_longer():
    """Life expectancy of adults in Liaoning about 2010: 74 and 79 years (census), within three."""
    hazard = mortality_table(P)
    assert expected_life(hazard[MAN]) == pytest.approx(74.0, abs=3.5)
    assert expected_life(hazard[WOMAN]) == pytest.approx(79.0, abs=3.5)


def test_a_woman_bears_the_children_of_total_fertility():
    chances = fertility_table(P)
    assert chances.sum() == pytest.approx(P.fertility)
    ages = np.flatnonzero(chances) / 12.0
    assert ages.min() > 19.0
    assert ages.max() < 42.0
    assert (chances * np.arange(AGES) / 12.0).sum() / P.fertility == pytest.approx(
        27.6, abs=1.0
    )


@pytest.mark.parametrize(
    ("sex", "high", "legal"), [(MAN, 0, 60), (MAN, 1, 60), (WOMAN, 0, 50), (WOMAN, 1, 55)]
)
def test_employees_retire_at_the_legal_age(sex, high, legal):
    """Men at 60, women at 50, women with college at 55."""
    ends = end_of_role(WORKING, sex, high, P)
    assert ends[at(legal)] == 1.0
    assert ends[at(legal) - 1] == pytest.approx(P.home_exit / 12.0)


def test_school_ends_at_nineteen_or_after_twenty_two():
    ends = end_of_role(LEARNING, MAN, 0, P)
    assert ends[at(19)] == 1.0, "the end of senior school is a fork for everybody"
    assert not ends[at(19) + 1 : at(22)].any()
    assert ends[at(22)] == P.graduation


def test_farmers_work_on_and_the_retired_stay_retired():
    assert not end_of_role(FARMING, MAN, 0, P)[: at(62)].any()
    assert end_of_role(FARMING, MAN, 0, P)[at(66)] == pytest.approx(P.farm_exit / 12.0)
    assert not end_of_role(RESTING, WOMAN, 0, P).any()
    assert not end_of_role(HOME, MAN, 0, P)[: at(60)].any()


def test_chances_are_chances_and_come_in_order():
    """Death comes first on the scale of one draw, the end of the role after it."""
    chances = hazards(P).chances
    assert chances.min() >= 0.0
    assert chances.max() <= 1.0
    assert (chances[..., 0] <= chances[..., 1]).all()


def test_the_first_bits_of_a_lot_pass_over_nobody_to_whom_something_happens():
    """The last lot below the chance of anybody of an activity and age is looked at."""
    table = hazards(P)
    for status in Status:
        most = table.chances[table.place[status]][..., 2].max(axis=(0, 1))
        last = np.ceil(most.astype(float) * 2.0**53) - 1.0
        looked_at = last // 2.0 ** (53 - FIRST_BITS) <= table.most[status]
        assert looked_at[most > 0.0].all()


@pytest.mark.parametrize("name", ["mortality", "fertility", "late", "farm_exit", "slope"])
def test_tables_are_made_anew_when_a_rate_or_the_year_changes(name):
    p = Parameters()
    other = p.changed(**{name: getattr(p, name) * 1.3})
    before, same = chances_of(p, 0), chances_of(Parameters(), 0)
    np.testing.assert_array_equal(before.chances, same.chances)
    assert (chances_of(other, 0).chances != before.chances).any()
    assert (chances_of(p, 3).chances != before.chances).any()


def only_life(**changes):
    """Return a baseline in which people live and die but do not move."""
    base = Scenario.read("baseline")
    quiet = {"migration.pace": 0.0, "settlement.pace": 0.0, "relocation.pace": 0.0}
    whole = quiet | {f"demography.{name}": value for name, value in changes.items()}
    return replace(base, name="life", parameters=base.parameters.changed(whole))


def lived(scenario, months, persons=1000):
    """Live some months; return the zone and births and deaths by month (persons)."""
    zone, counts = Zone.open(scenario, persons_per_agent=persons), []
    for _ in range(months):
        zone.step()
        flows = zone.economy.flows
        counts.append((flows.births.sum(), flows.deaths.sum()))
    return zone, np.array(counts)


def residents(workers):
    rows = slice(0, workers.count)
    heads = 1 + (workers.child_one[rows] >= 0) + (workers.child_two[rows] >= 0)
    return int((heads * workers.alive[rows]).sum())


@pytest.fixture(scope="module")
def two_years():
    zone = Zone.open(only_life(), persons_per_agent=1000)
    before = residents(zone.economy.workers) * 1000
    zone, counts = lived(only_life(), 24)
    return before, zone, counts


def test_the_change_of_population_is_births_less_deaths(two_years):
    before, zone, counts = two_years
    after = residents(zone.economy.workers) * 1000
    assert after - before == counts[:, 0].sum() - counts[:, 1].sum()


def test_crude_rates_are_those_of_2010(two_years):
    """Births 5.8 and deaths 6 to 7 per thousand (census of 2010, Liaoning): 3 s.e. and 10%."""
    before, _, counts = two_years
    births, deaths = counts.sum(axis=0) / 2.0 / before * 1000.0
    rows = before / 1000.0 * 2.0  # of two years; an event happens to a whole row
    error = 3.0 * np.sqrt(0.006 / rows) * 1000.0
    assert births == pytest.approx(5.8, abs=error + 0.6)
    assert deaths == pytest.approx(6.5, abs=error + 0.7)


def test_everybody_grows_a_month_older_in_a_month():
    zone = Zone.open(only_life(mortality=0.0, fertility=0.3), persons_per_agent=5000)
    workers, count = zone.economy.workers, zone.economy.workers.count
    ids, ages = workers.id[:count].copy(), workers.age[:count].copy()
    for _ in range(5):
        zone.step()
    known = dict(zip(workers.id[: workers.count].tolist(), workers.age.tolist(), strict=False))
    grown = np.array([known.get(i, 0) for i in ids.tolist()])
    assert (grown == ages + 5).mean() > 0.99, "only those of 105 years have gone"


def test_nobody_above_the_legal_age_begins_a_career_again(two_years):
    """Few employees are past sixty: those who did not stop leave with 5% a month."""
    workers = two_years[1].economy.workers
    rows = slice(0, workers.count)
    at_work = workers.alive[rows] & (workers.status[rows] == Status.EMPLOYED)
    old = at_work & (workers.age[rows] > at(62))
    assert old.sum() < 0.02 * at_work.sum()


def test_students_are_young(two_years):
    workers = two_years[1].economy.workers
    rows = slice(0, workers.count)
    students = workers.alive[rows] & (workers.status[rows] == Status.STUDENT)
    assert students.any()
    assert np.median(workers.age[rows][students]) < at(22)


def test_the_dead_leave_their_money_to_the_living_of_their_city():
    """Inheritance moves money inside cities only."""
    zone = Zone.open(only_life(mortality=0.001), persons_per_agent=5000, until="2010-06")
    for _ in range(5):
        zone.step()
    paid = next(b for f, b in zone.books.yearly.items() if f.name == "inheritance")
    assert paid.sum() > 0
    assert (paid == np.diag(np.diag(paid))).all()


def test_time_can_stand_still():
    zone, counts = lived(only_life(pace=0.0), 3, persons=5000)
    assert not counts.any()
    assert not zone.economy.workers.free
