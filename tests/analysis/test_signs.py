"""A finding that one factor turns is told from one that only chance blurs; futures may be dropped."""

import numpy as np

from sezsim.analysis.runaway import INDICATORS, runs_away
from sezsim.analysis.signs import box_rows, sign_row, turned_by

FACTORS = ["elasticity", "pull"]
YEARS = range(2010, 2021)


def points(count=600):
    return np.random.default_rng(8).random((count, 2))


def test_the_factor_that_turns_a_finding_is_named():
    cube = points()
    effects = cube[:, 1] - 0.5
    assert turned_by(cube, effects, FACTORS) == "pull"
    assert turned_by(cube, effects + 2.0, FACTORS) == ""


def test_chance_around_zero_is_not_said_to_turn_a_finding():
    effects = np.random.default_rng(9).normal(size=600)
    row = sign_row(points(), effects, FACTORS)
    assert row[5] is True  # single futures differ in sign
    assert row[6] == ""


def test_the_futures_in_which_a_finding_fails_are_bounded_by_the_factor_that_matters():
    cube = points()
    rows = box_rows(cube, np.where(cube[:, 1] > 0.8, -1.0, 1.0), FACTORS)
    assert [(row[0], row[1]) for row in rows] == [("down", "pull")]
    assert 0.75 < rows[0][2] < 0.85
    assert rows[0][3] == 1.0


def test_chance_alone_makes_no_box():
    effects = np.random.default_rng(9).normal(size=600)
    assert box_rows(points(), effects, FACTORS) == []


def means(**changes):
    """Return yearly means of an economy that stands still, with changes by name and year."""
    steady = dict.fromkeys(INDICATORS, 0.0) | {
        "markup": 1.2,
        "gdp_nominal": 100.0,
        "firms": 5e4,
    }
    return {f"{name}.{year}": value for name, value in steady.items() for year in YEARS} | {
        name.replace("_in_", "."): value for name, value in changes.items()
    }


def test_an_economy_that_stands_still_does_not_run_away():
    assert runs_away(means()) == ""


def test_each_check_names_what_ran_away():
    assert runs_away(means(markup_in_2014=2.5)) == "markup"
    assert runs_away(means(city_debt_in_2020=721.0)) == "city debt"
    assert runs_away(means(city_debt_in_2020=719.0)) == ""
    assert runs_away(means(bank_bad_loans_in_2016=0.16)) == "bad loans"
    assert runs_away(means(firms_in_2020=2.9e4)) == "number of firms"
    assert runs_away(means(gdp_nominal_in_2020=float("nan"))) == "not a number"


def test_a_claim_runs_away_by_growing_for_years_not_by_one_year():
    product = 1200.0
    one_year = {
        f"outside_claim_in_{year}": 0.04 * product for year in YEARS if year >= YEARS[3]
    }
    assert runs_away(means(**one_year)) == ""
    each_year = {
        f"outside_claim_in_{year}": 0.04 * product * place for place, year in enumerate(YEARS)
    }
    assert runs_away(means(**each_year)) == "claim on the outside"
