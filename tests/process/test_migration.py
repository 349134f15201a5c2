"""Migration is a nested logit around the moves of the opening; people follow income."""

from dataclasses import replace

import numpy as np
import pytest
from worlds import still

from sezsim.definitions.calendar import Month
from sezsim.lives.destinations import OPTIONS, choice_probabilities, group_weights
from sezsim.policy import read_instrument
from sezsim.process.migration import (
    Parameters,
    moving_chances,
    network_gain,
)
from sezsim.randomness import Draws, uniforms
from sezsim.scenario import Scenario
from sezsim.zone import Zone

CITIES = 8
KAPPA = Parameters().income_elasticity
RNG = np.random.default_rng(5)
SHARES = RNG.dirichlet(np.ones(OPTIONS), CITIES)
CHANCE = RNG.uniform(0.01, 0.2, CITIES)
VALUE = RNG.uniform(-0.4, 0.4, (CITIES, OPTIONS))
HOME = RNG.uniform(-0.2, 0.2, CITIES)


def chosen(value, home, nest):
    """Return the chance to leave (homes) and shares of options, for people of one kind."""
    leave, shares = choice_probabilities(
        SHARES, value, home[:, None], CHANCE[:, None, None], nest
    )
    return leave[:, 0, 0], shares


def chance_table(economy, p, pull):
    """Return the chance of each move (homes, skills and bands, kinds, options)."""
    _, leave, shares, _ = moving_chances(economy, p, pull)
    return leave[..., None] * shares[:, None, None, :]


def moves(value, nest):
    """Return the chance of each move (homes, options)."""
    leave, shares = chosen(value, HOME, nest)
    return leave, shares, leave[:, None] * shares


@pytest.mark.parametrize("nest", [0.25, 0.6, 1.0])
@pytest.mark.parametrize("option", [0, 5, 9])
def test_elasticities_follow_the_nested_logit(nest, option):
    """Limit L12: own elasticity kappa/lambda (1 - P(d|move)) + kappa (1 - P(move)) P(d|move)."""
    step = 1e-5
    richer, poorer = VALUE.copy(), VALUE.copy()
    richer[:, option] += KAPPA * step
    poorer[:, option] -= KAPPA * step
    slope = np.log(moves(richer, nest)[2] / moves(poorer, nest)[2]) / (2 * step)
    leave, shares, _ = moves(VALUE, nest)
    given, kept = shares[:, option], 1.0 - leave
    own = KAPPA / nest * (1.0 - given) + KAPPA * kept * given
    np.testing.assert_allclose(slope[:, option], own, rtol=1e-4)
    cross = (KAPPA * kept - KAPPA / nest) * given
    others = np.delete(slope, option, axis=1)
    np.testing.assert_allclose(others, np.tile(cross[:, None], OPTIONS - 1), rtol=1e-4)


def odds_of_two(nest, third):
    """Odds of moving to option 1 over not moving at all, when a third option changes."""
    value = VALUE.copy()
    value[:, 7] += third
    leave, _, joint = moves(value, nest)
    return joint[:, 1] / (1.0 - leave)


def test_alternatives_are_independent_where_the_nest_is_one():
    """Limit L12, IIA: a better third city does not change the odds of a first one over home."""
    np.testing.assert_allclose(odds_of_two(1.0, 0.5), odds_of_two(1.0, 0.0), rtol=1e-12)


def test_cities_are_closer_substitutes_than_home_where_the_nest_is_smaller():
    assert (odds_of_two(0.4, 0.5) < odds_of_two(0.4, 0.0)).all()


def test_without_any_change_the_chances_are_those_of_the_opening():
    zero = np.zeros((CITIES, OPTIONS))
    leave, shares = chosen(zero, np.zeros(CITIES), 0.6)
    np.testing.assert_allclose(leave, CHANCE, rtol=1e-12)
    np.testing.assert_allclose(shares, SHARES, rtol=1e-12)


def test_what_rises_everywhere_moves_nobody():
    """Only differences count: the same gain at home and away changes nothing."""
    _, shares, joint = moves(VALUE, 0.6)
    leave, same = chosen(VALUE + 0.7, HOME + 0.7, 0.6)
    np.testing.assert_allclose(same, shares, rtol=1e-12)
    np.testing.assert_allclose(leave[:, None] * same, joint, rtol=1e-12)


def test_chances_stay_below_one_whatever_the_attraction():
    leave, shares, _ = moves(np.full((CITIES, OPTIONS), 30.0), 0.6)
    assert (leave < 1.0).all()
    np.testing.assert_allclose(shares.sum(axis=1), 1.0)


@pytest.fixture
def economy():
    return Zone.open(still(), persons_per_agent=5000).economy


def test_the_opening_economy_moves_at_the_opening_rates(economy):
    """With prices and pay of the opening nobody is drawn anywhere by a change."""
    p, cells = Parameters(), economy.cells
    cells.wage_level[:] = cells.consumer_price[:] = cells.rent[:] = 1.0
    assert np.abs(moving_chances(economy, p, 0.0)[0]).max() < 1e-12
    table = chance_table(economy, p, 0.0)
    yearly = (p.between + p.away * economy.structure.leaving)[:, None, None]
    quarter = 1.0 - np.exp(-yearly * group_weights(p.stay_longer)[None] / 4.0)
    np.testing.assert_allclose(table.sum(axis=-1), quarter, rtol=1e-9)


def test_a_city_with_better_pay_draws_people(economy):
    p = Parameters()
    before = chance_table(economy, p, 0.0)
    economy.cells.wage_level[2] *= 1.1
    after = chance_table(economy, p, 0.0)
    others = np.delete(np.arange(CITIES), 2)
    assert (after[others][..., 2] > before[others][..., 2]).all()
    assert (after[2].sum(axis=-1) < before[2].sum(axis=-1)).all(), "its own people stay"


def test_higher_rents_drive_people_away(economy):
    p = Parameters()
    before = chance_table(economy, p, 0.0)
    economy.cells.rent[0] *= 1.3
    assert (chance_table(economy, p, 0.0)[0].sum(axis=-1) > before[0].sum(axis=-1)).all()


def test_access_to_services_draws_in_proportion_to_its_worth(economy):
    """Gain of utility: kappa * worth of full access * access granted."""
    p = Parameters()
    before = moving_chances(economy, p, 0.0)[0]
    economy.rules.service_access[3] = 0.5
    gain = moving_chances(economy, p, 0.0)[0] - before
    assert gain[1, 3] == pytest.approx(p.income_elasticity * p.access * 0.5)
    assert np.count_nonzero(gain) == 1, "local residents have access already"


def test_longer_travel_keeps_people_at_home(economy):
    """Odds of a destination fall with travel time by the part of distance that it makes."""
    p = Parameters(nest=1.0)
    before = chance_table(economy, p, 0.0)
    economy.rules.travel_time[0, 1] = 2.0
    after = chance_table(economy, p, 0.0)
    odds = (after[0, ..., 1] / after[0, ..., 2]) / (before[0, ..., 1] / before[0, ..., 2])
    np.testing.assert_allclose(
        odds, 2.0 ** (-p.distance * p.income_elasticity * p.travel_part), rtol=1e-9
    )


def settled_shares(transition, people, months):
    """Let people move by the model's own draws; return mean shares of the second half."""
    count = len(transition)
    ids, draws = np.arange(1, people + 1, dtype=np.uint64), Draws(2010, 1)
    city, edges, seen = np.zeros(people, np.int64), np.cumsum(transition, axis=1), []
    for number in range(months):
        draws.enter(Month(number))
        lots = uniforms(draws.key("migration/where"), ids)
        city = (lots[:, None] >= edges[city]).sum(axis=1)
        seen.append(np.bincount(city, minlength=count) / people)
    return np.mean(seen[months // 2 :], axis=0)


def stationary(transition):
    values, vectors = np.linalg.eig(transition.T)
    found = np.real(vectors[:, np.argmax(np.real(values))])
    return found / found.sum()


def test_with_fixed_chances_shares_settle_at_the_left_eigenvector():
    """Limit L3, with the draws of the model; everybody begins in the first city."""
    away = SHARES[:, :CITIES] * 0.3
    np.fill_diagonal(away, 0.0)
    transition = away + np.diag(1.0 - away.sum(axis=1))
    people = 20_000
    expected = stationary(transition)
    found = settled_shares(transition, people, 120)
    error = np.sqrt(expected * (1.0 - expected) / people)
    assert (np.abs(found - expected) < 3.0 * error).all()


def test_two_cities_share_people_by_their_chances():
    """Limit L3: (p21, p12) / (p12 + p21) = (0.25, 0.75)."""
    found = settled_shares(np.array([[0.94, 0.06], [0.02, 0.98]]), 20_000, 240)
    assert found[0] == pytest.approx(0.25, abs=3 * np.sqrt(0.25 * 0.75 / 20_000))


def half_a_year(**parameters):
    """Live six months under some parameters; return people and deposits that moved (11, 11)."""
    base = Scenario.read("baseline")
    changed = {f"migration.{name}": value for name, value in parameters.items()}
    scenario = replace(base, parameters=base.parameters.changed(changed))
    zone = Zone.open(scenario, persons_per_agent=5000, until="2010-12")
    for _ in range(6):
        zone.step()
    money = {flow.name: paid for flow, paid in zone.books.yearly.items()}
    return zone.moves, money.get("deposits of migrants", np.zeros((11, 11), np.int64))


def test_a_migrant_takes_the_deposits_along():
    """Deposits go in the books from city to city where people go, and nowhere else."""
    people, money = half_a_year(between=0.05)
    people, money = people[:CITIES, :CITIES], money[:CITIES, :CITIES]
    assert money.sum() > 0
    assert (people[money > 0] > 0.0).all()


def test_nobody_moves_where_the_pace_is_zero():
    people, money = half_a_year(pace=0.0)
    assert not people.any()
    assert not money.any()


def test_settlement_ease_brings_more_people_to_the_city():
    """Odds of moving to Shenyang ten times as large, over two years and two replicates."""
    settings = {
        "since": "2010-04", "until": "2012-03", "cities": ["shenyang"], "settlement_ease": 10.0,
    }  # fmt: skip
    reform = read_instrument("hukou_reform", settings)
    arrived = []
    for policies in ((), (reform,)):
        total = 0.0
        for replicate in (1, 2):
            scenario = Scenario(name="test", policies=policies)
            zone = Zone.open(
                scenario, persons_per_agent=5000, replicate=replicate, until="2011-12"
            )
            record = zone.run()
            total += sum(
                flow.value for flow in record.flows
                if flow.kind == "migration" and flow.destination == "shenyang"
            )  # fmt: skip
        arrived.append(total)
    assert arrived[1] > 2.0 * arrived[0]


def test_people_from_home_draw_more_of_them():
    """Twice as many people from home raise the odds by the elasticity times the log of two."""
    economy = Zone.open("baseline", persons_per_agent=5000).economy
    np.testing.assert_array_equal(network_gain(economy), 0.0)
    economy.structure.network[0, 1] = (economy.structure.network[0, 1] - 1.0) / 2.0
    gain = network_gain(economy)
    assert gain[0, 1] == pytest.approx(np.log(2.0))
    assert np.count_nonzero(gain) == 1
