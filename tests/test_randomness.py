"""Chance belongs to a seed, a replicate, a purpose, a month and a permanent id."""

import numpy as np
from scipy import stats

from sezsim.definitions.calendar import Month
from sezsim.randomness import Draws, child_id, mix, mixed, normal, uniform, uniforms

IDS = np.arange(200_000, dtype=np.uint64)
BINS = 64


def key(name="labour/part", month=3, seed=2010, replicate=1):
    draws = Draws(seed, replicate)
    draws.enter(Month(month))
    return draws.key(name)


def chi_square_chance(table):
    expected = table.sum() / table.size
    statistic = ((table - expected) ** 2 / expected).sum()
    return stats.chi2.sf(statistic, table.size - 1)


def test_draws_fill_the_unit_interval_evenly():
    table = np.histogram(uniforms(key(), IDS), BINS, (0.0, 1.0))[0]
    assert chi_square_chance(table) > 1e-4


def test_neighbours_in_every_part_of_the_key_are_independent():
    base = uniforms(key(), IDS)
    others = {
        "id": uniforms(key(), IDS + np.uint64(1)),
        "month": uniforms(key(month=4), IDS),
        "seed": uniforms(key(seed=2011), IDS),
        "replicate": uniforms(key(replicate=2), IDS),
        "purpose": uniforms(key("labour/queue"), IDS),
    }
    for part, other in others.items():
        pairs = np.histogram2d(base, other, 16, [[0, 1], [0, 1]])[0]
        assert chi_square_chance(pairs) > 1e-4, part
        assert abs(np.corrcoef(base, other)[0, 1]) < 4.0 / np.sqrt(len(IDS)), part


def test_the_same_key_and_id_always_draw_the_same():
    np.testing.assert_array_equal(uniforms(key(), IDS[:100]), uniforms(key(), IDS[:100]))


def test_compiled_and_plain_draws_agree():
    with np.errstate(over="ignore"):
        for person in IDS[:50]:
            assert mixed(int(person)) == int(mix(person))
            plain = uniform.py_func(key(), person)
            assert plain == uniform(key(), person)


def test_normal_draws_have_mean_zero_and_unit_spread():
    drawn = np.array([normal(key(), person) for person in IDS[:20_000]])
    assert abs(drawn.mean()) < 4.0 / np.sqrt(len(drawn))
    assert abs(drawn.std() - 1.0) < 0.03


def test_children_of_all_parents_have_different_ids():
    born = {
        int(child_id(np.uint64(parent), np.uint64(order)))
        for parent in range(5000)
        for order in range(3)
    }
    assert len(born) == 15_000


def test_a_new_person_changes_nobody_elses_chance():
    before = uniforms(key(), IDS[:1000])
    after = uniforms(key(), np.append(IDS[:1000], np.uint64(12345678901)))
    np.testing.assert_array_equal(before, after[:1000])
