import numpy as np
import pytest
from fake_runs import fake_run, plan

from sezsim.observation.run_record import PeopleRecord
from sezsim.results.groups import compare_people
from sezsim.results.tables import people_table, with_run

BASELINE, REFORM = plan(replicates=1)
NAN = float("nan")


def people(income, city, **changed):
    count = len(income)
    told = {
        "ids": np.arange(count, dtype=np.uint64) + 100,
        "years": (2014, 2015),
        "income": np.array(income, float),
        "unemployed": np.zeros((count, 2)),
        "city": np.array(city),
        "age": np.array([20, 40, 50, 70])[:count],
        "skill": np.array([0, 1, 2, 0])[:count],
        "hukou": np.array([0, 1, 2, 0])[:count],
        "industry": np.array([8, 0, 16, -1])[:count],
        "displaced": np.array([1, 0, 0, 0])[:count],
        "persons": 20.0,
    }
    return PeopleRecord(**{**told, **changed})


HERE = people(
    [[1000, 1000], [2000, 2000], [3000, 3000], [500, NAN]], [[1, 1], [1, 1], [0, 0], [0, -1]]
)
THERE = people(
    [[1000, 500], [2000, 2600], [3000, 3010], [500, 500]], [[1, 0], [1, 1], [0, 0], [0, 0]]
)


@pytest.fixture(scope="module")
def groups():
    before = with_run(people_table(HERE), BASELINE)
    after = with_run(people_table(THERE), REFORM)
    return compare_people(after, before).to_pandas()


def one(groups, year, city, kind, group):
    chosen = groups[
        (groups["year"] == year)
        & (groups["city"] == city)
        & (groups["group_kind"] == kind)
        & (groups["group"] == group)
    ]
    assert len(chosen) == 1
    return chosen.iloc[0]


def test_each_person_is_compared_with_himself_or_herself(groups):
    everyone = one(groups, 2015, "zone", "all", "all")
    assert everyone["persons"] == 80
    assert everyone["better_off"] == pytest.approx(1 / 3, rel=1e-3)
    assert everyone["worse_off"] == pytest.approx(1 / 3, rel=1e-3)
    assert everyone["mean_change"] == pytest.approx((-500 + 600 + 10) / 3, rel=1e-3)
    assert everyone["income"] == pytest.approx((500 + 2600 + 3010 + 500) / 4, rel=1e-3)


def test_a_mover_counts_where_he_or_she_would_have_stayed(groups):
    anshan = one(groups, 2015, "anshan", "all", "all")
    assert anshan["persons"] == 40
    assert anshan["worse_off"] == pytest.approx(0.5, rel=1e-3)


def test_groups_are_by_age_skill_hukou_sector_and_displacement(groups):
    assert one(groups, 2015, "zone", "age", "16_29")["mean_change"] == pytest.approx(-500)
    assert one(groups, 2015, "zone", "skill", "middle")["mean_change"] == pytest.approx(600)
    assert one(groups, 2015, "zone", "hukou", "elsewhere")["mean_change"] == pytest.approx(10)
    assert one(groups, 2015, "zone", "sector", "manufacturing")["worse_off"] == 1.0
    assert one(groups, 2015, "zone", "displaced", "displaced")["mean_change"] == -500.0


def test_who_is_absent_from_the_baseline_is_no_winner(groups):
    old = one(groups, 2015, "zone", "age", "60_up")
    assert old["persons"] == 20
    assert np.isnan(old["better_off"])


def test_nobody_gains_from_the_baseline_itself():
    table = with_run(people_table(HERE), BASELINE)
    groups = compare_people(table, table).to_pandas()
    assert (groups["mean_change"] == 0).all()
    assert (groups["better_off"] == 0).all()


def test_without_a_baseline_levels_remain_and_changes_are_unknown():
    groups = compare_people(with_run(people_table(THERE), REFORM), None).to_pandas()
    assert groups["income"].notna().all()
    assert groups["mean_change"].isna().all()


def test_a_record_without_people_has_no_groups():
    empty = people_table(people(np.full((4, 2), NAN), np.full((4, 2), -1)))
    table = compare_people(with_run(empty, REFORM), with_run(empty, BASELINE))
    assert len(table) == 0
    assert "mean_change" in table.column_names


def test_every_group_adds_up_to_all():
    table = with_run(people_table(fake_run(REFORM).people), REFORM)
    groups = compare_people(table, None).to_pandas()
    persons = groups.groupby(["year", "city", "group_kind"])["persons"].sum().unstack()
    for kind in persons.columns:
        np.testing.assert_allclose(persons[kind], persons["all"], rtol=1e-3)
