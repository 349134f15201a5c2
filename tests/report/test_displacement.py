"""The event study of earnings, against lives written by hand."""

from dataclasses import replace

import pandas as pd
import pytest
from fake_tables import fake_tables

from sezsim.report import winners
from sezsim.report.displacement import by_group, displacement_charts, earnings, most_ordered
from sezsim.report.study import Study

OLD = 50  # years, from which on the lives written here lose their posts for other reasons


def life(person, events, *, dismissed, hukou="local_urban", age=40):
    return [
        {
            "run": "r", "scenario": "baseline", "replicate": 1, "person": person,
            "month": month, "event": event, "wage": wage, "hukou": hukou, "age": age,
            "dismissed": dismissed, "ordered": event == "dismissed" and age < OLD,
        }
        for month, event, wage in events
    ]  # fmt: skip


LIVES = pd.DataFrame(
    life(1, [(f"{y}-12", "year", 1000.0 * 1.1 ** (y - 2010)) for y in range(2010, 2017)],
         dismissed=False)
    + life(2, [("2011-03", "dismissed", 2000.0), ("2011-12", "year", 1000.0),
               ("2016-12", "year", 2000.0 * 1.1**5)], dismissed=True)
    + life(3, [("2011-06", "dismissed", 2000.0), ("2011-12", "year", 0.0),
               ("2012-05", "retired", 0.0), ("2012-12", "year", 0.0)],
           dismissed=True, hukou="elsewhere", age=58)
)  # fmt: skip


def test_earnings_are_weighed_against_the_pay_lost_and_the_growth_of_others():
    found = earnings(LIVES).set_index(["person", "after"])["value"]
    assert found[2, 0] == pytest.approx(-50.0)
    assert found[2, 5] == pytest.approx(0.0, abs=1e-9), "caught up with everybody else"
    assert found[3, 0] == pytest.approx(-100.0)


def test_nobody_counts_after_the_pension():
    found = earnings(LIVES)
    assert found.loc[found["person"] == 3, "after"].tolist() == [0]


def test_groups_of_registration_and_age_stand_apart():
    table = by_group(earnings(LIVES)).set_index(["group_kind", "group", "after"])["mean"]
    assert table["all", "all", 0] == pytest.approx(-75.0)
    assert table["hukou", "elsewhere", 0] == pytest.approx(-100.0)
    assert table["age", "30_44", 0] == pytest.approx(-50.0)


def test_those_dismissed_by_orders_stand_apart_from_others():
    table = by_group(earnings(LIVES)).set_index(["group_kind", "group", "after"])["mean"]
    assert table["reason", "order", 0] == pytest.approx(-50.0)
    assert table["reason", "other", 0] == pytest.approx(-100.0)


def test_the_scenario_drawn_is_the_one_with_orders_to_close():
    ordered = LIVES.assign(scenario="closing")
    others = [
        LIVES.assign(scenario="calm", ordered=False, person=LIVES["person"] + 10 * k)
        for k in range(3)
    ]
    assert most_ordered(earnings(pd.concat([ordered, *others]))) == "closing"


def test_the_chart_says_what_is_lost_and_is_absent_without_traces():
    tables = fake_tables(2, months=24)
    assert displacement_charts(Study(tables)) == ()
    first = tables.design["scenario"].iloc[0]
    chart = displacement_charts(Study(replace(tables, spells=LIVES.assign(scenario=first))))[0]
    assert "75% less than the post paid in the year of the loss" in chart.finding.en
    assert chart.draw(language="zh", narrow=False)["data"]


def test_a_single_scenario_shows_the_lives_though_there_is_nothing_to_compare():
    tables = fake_tables(2, months=24)
    first = tables.design["scenario"].iloc[0]
    alone = replace(
        tables,
        design=tables.design[tables.design["scenario"] == first],
        groups=tables.groups.iloc[:0],
        spells=LIVES.assign(scenario=first),
    )
    item = winners.build(Study(alone))
    assert [chart.key for chart in item.charts] == ["displacement"]
    nothing = winners.build(Study(replace(alone, spells=None)))
    assert not nothing.charts
    assert nothing.left_out is not None
