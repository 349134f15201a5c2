"""A box of futures is found again where it was hidden; futures are judged option by option."""

import numpy as np
import pandas as pd
import pytest

from sezsim.analysis.discovery import discover, inside
from sezsim.analysis.robustness import changes_sign, robustness_table, satisficing
from sezsim.analysis.shapley import shapley_shares, shapley_table, subsets
from sezsim.definitions.errors import ResultError

HIDDEN = {0: (0.6, np.inf), 2: (-np.inf, 0.5)}


def futures(count=2000):
    return np.random.default_rng(3).random((count, 5))


def test_a_hidden_box_is_found_with_its_two_limits_and_no_other():
    points = futures()
    box = discover(points, inside(points, HIDDEN))
    assert set(box.limits) == {0, 2}
    assert box.limits[0] == (pytest.approx(0.6, abs=0.03), np.inf)
    assert box.limits[2] == (-np.inf, pytest.approx(0.5, abs=0.03))
    assert box.density > 0.95
    assert box.coverage > 0.9


def test_stray_cases_do_not_move_the_box_far():
    points, chance = futures(), np.random.default_rng(4)
    cases = inside(points, HIDDEN) ^ (chance.random(len(points)) < 0.03)
    box = discover(points, cases)
    assert set(box.limits) == {0, 2}
    assert box.density > 0.9


def test_shares_of_a_box_are_what_they_are_called():
    points = futures(500)
    cases = points[:, 1] > 0.7
    box = discover(points, cases)
    held = inside(points, box.limits)
    assert box.density == (cases & held).sum() / held.sum()
    assert box.coverage == (cases & held).sum() / cases.sum()
    assert box.mass == held.mean()


def test_what_happens_always_or_never_is_refused():
    with pytest.raises(ResultError, match="every future"):
        discover(futures(10), np.ones(10, bool))
    with pytest.raises(ResultError, match="no future"):
        discover(futures(10), np.zeros(10, bool))


def glove_game():
    """Return the worth of sets of gloves: a pair is worth one; a left glove and two right ones."""
    gloves = ["left", "right", "other_right"]
    worth = {each: float("left" in each and len(each) > 1) for each in subsets(gloves)}
    return gloves, {each: np.array([value]) for each, value in worth.items()}


def test_shares_of_the_glove_game_are_four_one_and_one_sixth():
    gloves, worth = glove_game()
    assert shapley_shares(worth, gloves)[:, 0] == pytest.approx([4 / 6, 1 / 6, 1 / 6])


def test_shares_add_up_to_the_effect_of_the_package_in_every_replicate():
    levers, chance = ["award", "training", "hukou", "levy"], np.random.default_rng(1)
    values = {each: chance.normal(size=7) for each in subsets(levers)}
    whole = values[frozenset(levers)] - values[frozenset()]
    np.testing.assert_allclose(shapley_shares(values, levers).sum(axis=0), whole)


def test_an_idle_lever_has_no_share_and_twins_have_the_same():
    levers = ["a", "b", "idle"]
    values = {each: np.full(4, len(each - {"idle"}) ** 2.0) for each in subsets(levers)}
    table = shapley_table(values, levers).set_index("lever")
    assert table.loc["idle", ["share", "low", "high"]].to_list() == [0.0, 0.0, 0.0]
    assert table.loc["a", "share"] == table.loc["b", "share"] == 2.0


def test_a_combination_that_was_not_run_is_named():
    gloves, worth = glove_game()
    del worth[frozenset({"left", "right"})]
    with pytest.raises(ResultError, match=r"1 of 8 are missing.*left \+ right"):
        shapley_shares(worth, gloves)


def outcomes():
    return pd.DataFrame({"calm": [10.0, 7.0], "slump": [-4.0, 5.0]}, index=["bold", "careful"])


def test_the_bold_option_wins_on_calm_seas_and_the_careful_one_in_the_worst_case():
    table = robustness_table(outcomes())
    assert table["worst"].to_dict() == {"bold": -4.0, "careful": 5.0}
    assert table["most_regret"].to_dict() == {"bold": 9.0, "careful": 3.0}
    assert table["best_in"].to_dict() == {"bold": 0.5, "careful": 0.5}


def test_a_future_that_an_option_lacks_is_left_out_for_all():
    values = outcomes().assign(broken=[99.0, np.nan])
    assert robustness_table(values)["futures"].to_list() == [2, 2]
    assert robustness_table(values)["worst"].to_dict() == {"bold": -4.0, "careful": 5.0}


def test_an_option_is_content_where_all_thresholds_are_reached():
    both = {"jobs": outcomes(), "budget": -outcomes()}
    assert satisficing(both, {"jobs": 0.0, "budget": -8.0}).to_dict() == {
        "bold": 0.0,
        "careful": 1.0,
    }


def test_a_sign_changes_only_between_known_effects_on_both_sides_of_zero():
    assert changes_sign(np.array([1.0, -0.5, np.nan]))
    assert not changes_sign(np.array([1.0, 0.0, np.nan]))
