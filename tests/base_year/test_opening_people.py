"""The people of January 2010 are those of the census, whatever number one row stands for."""

import numpy as np
import pytest

from sezsim.base_year.figures import by_city, census
from sezsim.base_year.lots import choose, choose_by_kind, interleaved, whole_parts
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.prepared import opening_people, opening_table
from sezsim.state.workers import NOBODY, Skill, Status
from sezsim.zone import Zone

SCALES = (5000, 1000)


class Opening:
    """Rows of the opening people and what they add up to (persons by city)."""

    def __init__(self, persons):
        self.workers, self.persons = opening_people(persons), persons
        rows = slice(0, self.workers.count)
        for name in ("city", "status", "urban", "sex", "age", "skill", "hukou_city", "industry",
                     "insured", "deposits", "factor", "tenure"):  # fmt: skip
            setattr(self, name, getattr(self.workers, name)[rows])
        children = [
            getattr(self.workers, name)[rows] >= 0 for name in ("child_one", "child_two")
        ]
        self.heads = 1 + children[0] + children[1]
        self.rounding = 0.5 * persons  # of a margin that is met to within half a row

    def by_city(self, weight):
        return np.bincount(self.city, weight, CITIES) * self.persons


@pytest.fixture(scope="module", params=SCALES)
def opening(request):
    return Opening(request.param)


@pytest.fixture(scope="module")
def table():
    return opening_table()


def test_population_is_that_of_january_2010(opening):
    """Census of November 2010 less ten months of growth (.36% a year): half a percent at most."""
    census_persons = census("population")
    found = opening.by_city(opening.heads)
    assert found.sum() == pytest.approx(census_persons.sum(), rel=0.005)
    tolerance = 0.005 * census_persons + 2.0 * opening.rounding
    assert (np.abs(found - 0.997 * census_persons) < tolerance).all()


def test_adults_are_those_of_sixteen_and_more(opening, table):
    found = opening.by_city(np.ones(len(opening.city)))
    assert (np.abs(found - 0.997 * table.adults) <= opening.rounding).all()


def test_everybody_at_work_has_a_job_of_the_census(opening, table):
    working = (opening.status == Status.EMPLOYED) | (opening.status == Status.FARM)
    found = opening.by_city(working)
    assert (np.abs(found - table.jobs.sum(axis=1)) <= 2 * opening.rounding).all()
    assert found.sum() == pytest.approx(table.jobs.sum(), rel=0.005)


def test_jobs_of_industries_are_met_to_a_row(opening, table):
    at_work = opening.status == Status.EMPLOYED
    cell = opening.city[at_work].astype(int) * INDUSTRIES + opening.industry[at_work]
    found = (
        np.bincount(cell, minlength=CITIES * INDUSTRIES).reshape(CITIES, -1) * opening.persons
    )
    gap = np.abs(found - table.jobs)[:, 1:]
    assert gap.max() <= 2.5 * opening.persons
    assert found.sum() == pytest.approx(table.jobs[:, 1:].sum(), rel=0.005)


def test_unemployment_is_six_percent_and_nine_to_ten_outside_farming(opening):
    """Census of 2010, long form; a quarter of a point for rows."""
    idle = (opening.status == Status.UNEMPLOYED).sum()
    employed = (opening.status == Status.EMPLOYED).sum()
    farmers = (opening.status == Status.FARM).sum()
    assert idle / (idle + employed + farmers) == pytest.approx(0.060, abs=0.005)
    assert 0.0875 < idle / (idle + employed) < 0.1025


def test_cities_keep_their_order_in_unemployment(opening):
    idle = opening.by_city(opening.status == Status.UNEMPLOYED)
    expected = opening_table().unemployed
    assert (np.abs(idle - expected) <= opening.rounding).all()


def test_towns_hold_the_urban_share_of_the_census(opening):
    """65.8% in the zone in November 2010, .6 of a point less in January; each city 1.5 points."""
    urban = opening.by_city(opening.heads * opening.urban)
    whole = opening.by_city(opening.heads)
    assert urban.sum() / whole.sum() == pytest.approx(0.652, abs=0.005)
    expected = census("urban_population") / census("population") - 0.006
    assert (np.abs(urban / whole - expected) < 0.015).all()


def test_women_are_as_many_as_in_the_census(opening):
    share = census("population_female") / census("population")
    found = opening.by_city(opening.sex) / opening.by_city(np.ones(len(opening.city)))
    assert (
        np.abs(found - share) < 0.005 + opening.persons / opening.by_city(1 + 0 * opening.sex)
    ).all()


def test_the_old_are_as_many_as_in_the_census(opening):
    groups = ("65_69", "70_74", "75_79", "80_84", "85plus")
    old = np.add.reduce([census(f"pop_age_{group}") for group in groups]) * 0.997
    found = opening.by_city(opening.age >= 65 * 12)
    assert (np.abs(found - old) < 0.01 * old + 2 * opening.persons).all()


def test_children_are_as_many_as_in_the_census(opening):
    groups = ("0_4", "5_9", "10_14")
    children = np.add.reduce([census(f"pop_age_{group}") for group in groups])
    children += 0.185 * census("pop_age_15_19")
    found = opening.by_city(opening.heads - 1)
    assert found.sum() == pytest.approx(children.sum(), rel=0.02)


def test_residents_from_elsewhere_have_their_share(opening):
    """In-migrants from other counties and provinces over residents (census), within two points."""
    share = by_city("census_inmigrant_stock_share_excl_same_county")
    share = share / 100.0 if np.nanmax(share) > 1.0 else share
    found = opening.by_city(opening.hukou_city != opening.city)
    found = found / opening.by_city(np.ones(len(opening.city)))
    assert np.corrcoef(found, share)[0, 1] > 0.9
    assert np.abs(found - share).max() < 0.05


def test_as_many_of_the_idle_are_from_outside_at_every_scale():
    """One row too many in a city would set for good how fast posts are found there."""
    coarse, fine = (
        each.by_city((each.hukou_city >= CITIES) & (each.status == Status.UNEMPLOYED))
        for each in map(Opening, SCALES)
    )
    assert (np.abs(coarse - fine) < SCALES[0]).all()


def test_who_works_has_an_industry_and_who_does_not_has_none(opening):
    at_work = opening.status == Status.EMPLOYED
    assert (opening.industry[at_work] > 0).all()
    assert (opening.industry[~at_work] == NOBODY).all()


def test_nobody_is_at_a_post_longer_than_since_the_age_of_twenty(opening):
    at_work = opening.status == Status.EMPLOYED
    assert (opening.tenure[at_work] <= np.maximum(opening.age[at_work] - 240, 0)).all()


def test_college_graduates_earn_more(opening):
    at_work = opening.status == Status.EMPLOYED
    means = [opening.factor[at_work & (opening.skill == skill)].mean() for skill in Skill]
    assert means[0] < means[1] < means[2]


def test_deposits_of_a_city_are_those_of_its_banks_to_the_fen(opening):
    one = Zone.open("baseline", persons_per_agent=opening.persons).economy.workers
    held = np.bincount(one.city[: one.count], one.deposits[: one.count], CITIES)
    here = np.bincount(opening.city, opening.deposits, CITIES)
    np.testing.assert_allclose(held, here)
    assert (opening.deposits >= 0).all()


def test_both_scales_open_the_same_city_budgets():
    """Deposits of households do not depend on how many persons a row stands for."""
    sums = [
        np.bincount(
            people.city[: people.count], people.deposits[: people.count].astype(float), CITIES
        )
        for people in (opening_people(scale) for scale in SCALES)
    ]
    np.testing.assert_allclose(sums[0], sums[1], rtol=1e-9)


def test_parts_add_up_whatever_the_remainders():
    parts = whole_parts(np.array([1.0, 1.0, 1.0]), 10)
    assert parts.sum() == 10
    assert parts.max() - parts.min() == 1


def test_places_without_weight_are_never_drawn():
    ids = np.arange(1, 1001, dtype=np.uint64)
    weight = (np.arange(1000) % 4 == 0) * 1.0
    chosen = choose("test", ids, weight, 100)
    assert len(np.unique(chosen)) == 100
    assert (chosen % 4 == 0).all()


def test_kinds_get_their_share_of_the_chosen():
    ids = np.arange(1, 1001, dtype=np.uint64)
    kind = np.repeat([0, 1, 2], [10, 190, 800])
    weight = np.where(kind == 2, 0.5, 1.0)
    chosen = choose_by_kind("test", ids, weight, 60, kind)
    assert len(np.unique(chosen)) == 60
    assert np.bincount(kind[chosen]).tolist() == [1, 19, 40]


def test_every_stretch_of_an_interleaved_list_holds_its_share():
    numbers = np.array([30, 6, 0, 12])
    listed = interleaved(numbers)
    assert np.bincount(listed, minlength=4).tolist() == numbers.tolist()
    for first in range(0, 48, 8):
        stretch = np.bincount(listed[first : first + 8], minlength=4)
        assert (np.abs(stretch - numbers / 6.0) <= 1.0).all()
