"""Every lever, place and target of the plan stands once in the table, with what it moves."""

from collections import Counter

from sezsim.base_year.places import places
from sezsim.describe.plan import COLUMNS, plan_rows, plan_section
from sezsim.policy import instruments
from sezsim.policy.level_shift import MOST, SHIFTS
from sezsim.scenario import Scenario
from sezsim.state.rules import Rules

AREAS = {str(area) for area in range(11)}


def test_levers_places_and_targets_stand_once_each():
    rows = plan_rows()
    assert Counter(row["kind"] for row in rows) == {
        "instrument": 106,
        "place": 48,
        "target": 11,
    }
    assert len({row["key"] for row in rows}) == len(rows)
    assert {row["area"] for row in rows} == AREAS


def test_the_table_has_the_columns_in_their_order_and_its_depths_are_those_of_the_readme():
    assert COLUMNS[:12] == (
        "area", "section", "chinese", "instrument", "priority", "lever", "default", "reform",
        "unit", "source", "grade", "depth",
    )  # fmt: skip
    assert {row["depth"] for row in plan_rows()} == {"rich", "simple", "shift"}
    carried = [row for row in plan_rows() if row["priority"] in {"1", "2"}]
    assert "shift" not in {row["depth"] for row in carried}


def test_every_row_says_what_it_moves_with_unit_source_and_grade():
    for row in plan_section().rows:
        told = dict(zip(COLUMNS, row, strict=True))
        for column in ("section", "chinese", "instrument", "lever", "unit", "source"):
            assert told[column].strip(), told["key"]
        assert told["grade"] in {"A", "B", "C", "D"}, told["key"]
        assert told["depth"] in {"rich", "simple", "shift"}, told["key"]


def test_the_plan_as_written_has_a_policy_for_every_row_that_is_not_a_target():
    wanted = {
        row["key"]: row["mechanism"] for row in plan_rows() if row["mechanism"] != "target"
    }
    plan = Scenario.read("plan_as_written")
    assert {policy.id: policy.instrument() for policy in plan.policies} == wanted
    assert set(wanted.values()) <= set(instruments())


def test_rows_of_the_last_priority_are_shifts_or_places():
    for row in plan_rows():
        if row["priority"] == "3" and row["kind"] == "instrument":
            assert row["depth"] == "shift", row["key"]
            assert row["key"] in SHIFTS


def test_every_shift_is_listed_with_its_size():
    said = {row[COLUMNS.index("key")]: row[-1] for row in plan_section().rows if row[-1]}
    assert set(said) == set(SHIFTS)
    assert said["smart_grid"] == "resource_use -0.30% a year"


def test_no_shift_moves_more_than_half_a_per_cent_a_year():
    rules = Rules()
    for name, shift in SHIFTS.items():
        assert 0.0 < abs(shift.size) <= MOST, name
        assert hasattr(rules, shift.rule), name


def test_lines_open_when_they_did():
    opened = {place.key: str(place.opened) for place in places() if place.opened}
    assert opened["harbin_dalian"] == "2012-12"
    assert opened["shenyang_dandong"] == "2015-09"
    assert opened["shenyang_chengde"] == "2018-12"


def test_whoever_lies_upstream_does_not_pay_for_the_reservoir():
    for place in places():
        if place.group == "reservoirs":
            assert place.cities[0] not in place.cities[1:]
            assert place.value > 0.0
