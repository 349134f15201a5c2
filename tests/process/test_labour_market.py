"""Matching, separation and what unemployment settles at."""

import numpy as np
import pytest

from sezsim.definitions.calendar import Month
from sezsim.definitions.chunks import ROWS_A_CHUNK
from sezsim.labour.contracts import close_ranks
from sezsim.labour.posts import found_at_opening, matches_of
from sezsim.labour.queue import in_order
from sezsim.labour.search import Search
from sezsim.process.labour_market import Parameters
from sezsim.randomness import Draws, uniforms

CURVATURE = Parameters().curvature


@pytest.mark.parametrize("tightness", [0.2, 0.6, 1.0, 3.0])
def test_matching_elasticities_follow_their_formula(tightness):
    """Limit L2: dlnM/dlnV = 1/(1+theta^iota), the two add up to one."""
    searchers, step = 1000.0, 1e-6
    posts = searchers * tightness

    def logs(s, v):
        return np.log(matches_of(np.array([s]), np.array([v]), CURVATURE)[0])

    by_posts = (logs(searchers, posts * (1 + step)) - logs(searchers, posts)) / step
    by_search = (logs(searchers * (1 + step), posts) - logs(searchers, posts)) / step
    assert by_posts == pytest.approx(1.0 / (1.0 + tightness**CURVATURE), abs=1e-5)
    assert by_posts + by_search == pytest.approx(1.0, abs=1e-5)


def test_nobody_is_matched_twice():
    searchers, posts = np.array([10.0, 1e6]), np.array([1e6, 10.0])
    matches = matches_of(searchers, posts, CURVATURE)
    assert (matches <= np.minimum(searchers, posts)).all()


def test_opening_fill_rate_and_finding_belong_together():
    p = Parameters()
    found = found_at_opening(p.fill_rate, p.curvature)
    matches = matches_of(np.array([1.0]), np.array([found / p.fill_rate]), p.curvature)
    assert matches[0] == pytest.approx(found)


def test_unemployment_settles_where_inflow_is_outflow():
    """Limit L1: newly separated wait a month, so u = s / (s + f) = 8.00% at .0087 and .10."""
    separation, finding, people = 0.0087, 0.10, 200_000
    ids = np.arange(people, dtype=np.uint64)
    employed = np.ones(people, bool)
    rates = []
    draws = Draws(2010, 1)
    for number in range(160):
        draws.enter(Month(number))
        drawn = uniforms(draws.key("labour/part"), ids)
        leave = employed & (drawn < separation)
        find = ~employed & (uniforms(draws.key("labour/find"), ids) < finding)
        employed = (employed & ~leave) | find
        rates.append(1.0 - employed.mean())
    expected = separation / (separation + finding)
    error = np.sqrt(expected * (1 - expected) / people)
    assert np.mean(rates[-60:]) == pytest.approx(expected, abs=3 * error)


@pytest.mark.parametrize("people", [0, 1, 300, 20_000])
@pytest.mark.parametrize("faintest", [0.4, 1e-6])
def test_those_with_the_lowest_lots_come_first_in_each_city(people, faintest):
    """The queue is a full sort cut off at the posts, whatever the weights of search."""
    chance = np.random.default_rng(people)
    weights = chance.choice([1.0, 5.0, faintest], people)
    lots = chance.exponential(size=people) / weights
    cities = chance.integers(0, 4, people).astype(np.int8)
    posts = np.array([0, 3, people // 10, people])
    taken = [np.argsort(np.where(cities == c, lots, np.inf)) for c in range(4)]
    number = np.minimum(posts, np.bincount(cities, minlength=4))
    expected = np.concatenate([taken[c][: number[c]] for c in range(4)])
    np.testing.assert_array_equal(in_order(lots, cities, posts), expected)


def test_queues_of_later_chunks_stand_behind_the_first():
    """What a later chunk leaves at its own beginning moves up; places and lots go along."""
    rows, room = ROWS_A_CHUNK, ROWS_A_CHUNK + 5
    made = Search(
        np.arange(room, dtype=np.int32), np.arange(room) / room, np.zeros(room, np.int8),
        np.array([2, rows + 3]), np.zeros((2, 8)), np.zeros((2, 8), int), np.zeros((2, 1), int),
    )  # fmt: skip
    assert close_ranks(made) == 5
    assert made.rows[:5].tolist() == [0, 1, rows, rows + 1, rows + 2]
    np.testing.assert_array_equal(made.lots[:5], made.rows[:5] / room)
