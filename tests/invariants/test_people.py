"""Nobody is in two places, holds two contracts or is of an age that nobody has."""

from dataclasses import fields, replace

import numpy as np
import pytest

from sezsim.definitions.geography import CITIES
from sezsim.policy import read_instrument
from sezsim.scenario import Scenario, listed_scenarios
from sezsim.state.workers import NOBODY, Skill, Status
from sezsim.zone import Zone

MONTHS = "2011-12"
SCENARIOS = (
    "baseline",
    "history",
    "phase_out_with_award",
    "tax_sharing",
    "open doors",
    "upheaval",
)
WORLDS = tuple(f"world {number}" for number in range(1, 9))
CHANGED = 12  # parameters that differ in a random world
SCHOOL_LEAVING, OLDEST = 16 * 12, 106 * 12


def scenario(name):
    """Return a scenario by name; two of them shake people harder than any reform did."""
    if name == "open doors":
        reform = read_instrument(
            "hukou_reform",
            {
                "since": "2010-04", "until": "2011-12", "cities": "all",
                "settlement_ease": 8.0, "hukou_quota": 20.0, "pension_loss": 0.0,
            },
        )  # fmt: skip
        return Scenario(name="open_doors", policies=(reform,))
    if name == "upheaval":
        base = Scenario.read("phase_out_with_award")
        rough = {
            "migration.between": 0.05, "migration.away": 0.05, "demography.mortality": 0.0003,
            "relocation.pace": 0.5, "relocation.free": 1.0, "labour_market.job_search": 0.1,
            "entry_and_exit.rescue": 0.0,
        }  # fmt: skip
        return replace(base, name="upheaval", parameters=base.parameters.changed(rough))
    return Scenario.read(name)


def random_world(number):
    """A scenario drawn from all that ship, with parameters drawn from what they admit."""
    chance = np.random.default_rng(number)
    names = [name for name, _, is_overlay in listed_scenarios() if not is_overlay]
    arms = Scenario.read_all(names[chance.integers(len(names))])
    base = arms[chance.integers(len(arms))]
    known = [each for each in base.parameters.listed() if isinstance(each.value, float)]
    values = {}
    for place in chance.choice(len(known), CHANGED, replace=False):
        low, high = known[place].within
        end = low if chance.random() < 0.5 else min(high, 10.0 * abs(known[place].value) + 1.0)
        values[known[place].name] = known[place].value + chance.random() * (
            end - known[place].value
        )
    return replace(base, name=f"world {number}", parameters=base.parameters.changed(values))


@pytest.fixture(scope="module", params=SCENARIOS + WORLDS)
def zone(request):
    drawn = request.param.startswith("world")
    chosen = random_world(int(request.param[6:])) if drawn else scenario(request.param)
    lived = Zone.open(chosen, persons_per_agent=5000, until=MONTHS)
    lived.run()
    return lived


@pytest.fixture
def workers(zone):
    return zone.economy.workers


@pytest.fixture
def living(workers):
    return np.flatnonzero(workers.alive[: workers.count])


def test_nobody_lives_twice(workers, living):
    ids = workers.id[living]
    assert len(np.unique(ids)) == len(ids)


def test_everybody_lives_in_a_city_of_the_zone(workers, living):
    assert ((workers.city[living] >= 0) & (workers.city[living] < CITIES)).all()


def test_free_rows_are_dead_and_listed_once(workers):
    free = np.array(workers.free, np.int64)
    assert len(np.unique(free)) == len(free)
    assert not workers.alive[free].any()
    dead = np.flatnonzero(~workers.alive[: workers.count])
    np.testing.assert_array_equal(np.sort(free), dead)


def test_nobody_lives_beyond_the_rows_in_use(workers):
    assert not workers.alive[workers.count :].any()
    assert not workers.deposits[workers.count :].any()


def test_contracts_of_a_pool_are_the_rows_that_hold_them(zone, workers, living):
    pools = zone.economy.pools
    held = workers.pool[living]
    employed = held[held != NOBODY]
    counted = np.bincount(employed, minlength=len(pools.city))
    np.testing.assert_array_equal(pools.rows, counted)


def test_who_is_employed_holds_a_contract_and_nobody_else_does(workers, living):
    employed = workers.status[living] == Status.EMPLOYED
    np.testing.assert_array_equal(workers.pool[living] != NOBODY, employed)


def test_the_dead_hold_no_contract_and_no_money(workers):
    dead = np.flatnonzero(~workers.alive[: workers.count])
    assert (workers.pool[dead] == NOBODY).all()
    assert not workers.deposits[dead].any()


def test_nobody_owes_the_bank(workers, living):
    assert (workers.deposits[living] >= 0).all()


def test_ages_are_those_of_adults(workers, living):
    age = workers.age[living]
    assert age.min() >= SCHOOL_LEAVING
    assert age.max() <= OLDEST


def test_children_are_younger_than_adults(workers, living):
    for child in (workers.child_one[living], workers.child_two[living]):
        assert child.min() >= -1
        assert child.max() <= SCHOOL_LEAVING


def test_codes_are_admissible(workers, living):
    for column, size in (
        ("status", len(Status)), ("skill", len(Skill)), ("sex", 2), ("urban", 2),
        ("hukou_urban", 2), ("insured", 2), ("land", 2), ("hukou_city", CITIES + 2),
    ):  # fmt: skip
        values = getattr(workers, column)[living]
        assert values.min() >= 0, column
        assert values.max() < size, column


def test_counts_of_months_are_not_negative(workers, living):
    for column in ("tenure", "duration", "benefit_left", "paid"):
        assert getattr(workers, column)[living].min() >= 0, column


def test_benefit_lasts_two_years_at_most(workers, living):
    assert workers.benefit_left[living].max() <= 24


def test_pay_factors_and_incomes_are_positive_and_finite(workers, living):
    assert (workers.factor[living] > 0.0).all()
    assert np.isfinite(workers.income[living]).all()
    assert (workers.income[living] >= 0.0).all()
    assert np.isfinite(workers.last_pay[living]).all()


def test_every_number_of_every_table_is_finite(zone):
    economy = zone.economy
    for table in (
        economy.workers, economy.firms, economy.pools, economy.cells, economy.governments,
        economy.banks, economy.structure, economy.flows,
    ):  # fmt: skip
        for declared in fields(table):
            values = getattr(table, declared.name)
            if isinstance(values, np.ndarray) and values.dtype.kind == "f":
                assert np.isfinite(values).all(), f"{type(table).__name__}.{declared.name}"


def test_every_rule_is_a_number(zone):
    """A rule that limits nothing is infinite, but none is undefined."""
    for declared in fields(zone.economy.rules):
        assert not np.isnan(getattr(zone.economy.rules, declared.name)).any(), declared.name


def test_firms_hold_no_less_than_nothing(zone):
    firms = zone.economy.firms
    for name in ("capacity", "running", "staff", "wanted", "share", "plan", "output", "sales",
                 "inventory", "weight", "investing", "debt"):  # fmt: skip
        assert (getattr(firms, name) >= 0).all(), name


def test_output_never_exceeds_capacity(zone):
    """Over all vintages: equipment that ages from one to the next during a month has run before."""
    firms = zone.economy.firms
    wear = 1.0 + zone.economy.structure.depreciation.max()
    assert (firms.running.sum(axis=1) <= wear * firms.capacity.sum(axis=1) + 1.0).all()


def test_staff_in_persons_agrees_with_contracts_in_rows(zone):
    """Only who left this month is missing: posts are filled again at the next month's beginning."""
    economy = zone.economy
    firms, pools, persons = economy.firms, economy.pools, economy.workers.persons_per_agent
    staff = np.bincount(pools.city[firms.pool], firms.staff, CITIES)
    contracts = np.bincount(pools.city, pools.rows, CITIES) * persons
    assert np.abs(contracts / staff - 1.0).max() < 0.08
    assert contracts.sum() / staff.sum() == pytest.approx(1.0, abs=0.04)
