"""Where dismissed workers went, against lives written by hand."""

from dataclasses import replace

import pandas as pd
import pytest
from fake_tables import fake_tables

from sezsim.report.destinations import destination_charts, shares, whereabouts
from sezsim.report.study import Study


def life(person, *events, ordered=False):
    return [
        {
            "run": "r", "scenario": "baseline", "replicate": 1, "person": person,
            "month": month, "event": event, "sector": sector, "dismissed": True,
            "ordered": ordered and event == "dismissed",
        }
        for month, event, sector in events
    ]  # fmt: skip


END = life(9, ("2018-12", "year", "steel"))
LIVES = pd.DataFrame(
    life(1, ("2011-03", "dismissed", "steel"), ("2011-09", "hired", "steel"),
         ("2014-01", "lost_post", "steel"), ("2014-06", "hired", "csrv"), ordered=True)
    + life(2, ("2011-03", "dismissed", "steel"), ("2011-05", "internally_retired", "steel"))
    + life(3, ("2016-03", "dismissed", "steel"), ("2016-09", "course", "steel"))
    + END
)  # fmt: skip


def test_the_last_event_before_the_day_says_where_a_person_is():
    found = whereabouts(LIVES).set_index(["person", "after"])["where"]
    assert found[1, 1] == "same_trade"
    assert found[1, 5] == "other_trade"
    assert found[2, 1] == found[2, 5] == "retired"
    assert found[3, 1] == "without"


def test_years_beyond_the_end_are_not_counted():
    assert (3, 5) not in whereabouts(LIVES).set_index(["person", "after"]).index


def test_shares_of_a_group_add_up_to_one_hundred():
    table = shares(whereabouts(LIVES))
    sums = table.groupby(["group_kind", "group", "after"])["mean"].sum()
    assert sums.to_numpy() == pytest.approx(100.0)
    ordered = table[(table["group"] == "order") & (table["after"] == 1)]
    assert ordered.set_index("where")["mean"]["same_trade"] == pytest.approx(100.0)


def test_the_chart_says_who_is_at_work_again():
    tables = fake_tables(2, months=24)
    assert destination_charts(Study(tables)) == ()
    first = tables.design["scenario"].iloc[0]
    study = Study(replace(tables, spells=LIVES.assign(scenario=first)))
    chart = destination_charts(study)[0]
    assert "50% of dismissed workers are at work" in chart.finding.en
    assert chart.draw(language="zh", narrow=True)["data"]
