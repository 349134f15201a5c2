"""Items that speak of flows, events and groups, against values known beforehand."""

from dataclasses import replace

import pytest
from fake_tables import fake_tables

from sezsim.report import movers, phase_out, transfers, winners
from sezsim.report.study import Study


@pytest.fixture(scope="module")
def study():
    return Study(fake_tables(3, months=72))


def test_moves_that_pay_but_are_blocked_are_counted(study):
    item = transfers.build(study)
    # 20 of 32 and 15 of 32 requests
    assert "62% under Rules of 2010" in item.charts[0].finding.en
    assert "47% under Tax sharing" in item.charts[0].finding.en
    table = item.charts[0].table
    blocked = [row for row in table.rows if row[1].en == "blocked though both together gain"]
    assert [row[2] for row in blocked] == [20.0, 20.0, 15.0]


def test_blocked_moves_are_counted_year_by_year(study):
    """All requests are of 2012: 20 and 15 then, none in other years."""
    chart = transfers.build(study).charts[1]
    found = {(row[0].en, row[1]): row[2] for row in chart.table.rows if row[1] in {2012, 2013}}
    assert found["Tax sharing", 2012] == 15.0
    assert found["Rules of 2010", 2012] == 20.0
    assert found["Tax sharing", 2013] == 0.0


def test_both_sides_gains_are_added_up(study):
    """Ten moves under the rules of 2010 and 15 under sharing: -2, 3 and 5 hundred millions each."""
    chart = transfers.build(study).charts[2]
    found = {(row[0].en, row[1].en): row[2] for row in chart.table.rows}
    assert found["Rules of 2010", "cities that firms leave"] == -20.0
    assert found["Tax sharing", "cities that firms leave"] == -30.0
    assert found["Tax sharing", "cities chosen"] == 45.0
    assert found["Tax sharing", "firms"] == 75.0
    assert "−3.0 billion yuan under Tax sharing" in chart.finding.en


def test_losers_are_named(study):
    item = winners.build(study)
    assert "among workers laid off: 30% worse off, 8% better off" in item.charts[0].finding.en


def test_capacity_that_was_running_is_weighed_by_awards(study):
    item = phase_out.build(study)
    # awards of 5 hundred million each: (20 + 5) / 2 = 12.5 per cent, of which two digits are said
    assert "12% of the capacity closed was running" in item.charts[-1].finding.en
    assert "awards of 1.0 billion yuan" in item.charts[-1].finding.en


def test_the_largest_stream_is_named(study):
    item = movers.build(study)
    assert "from Rest of China to Shenyang" in item.charts[0].finding.en


def test_firms_and_money_between_cities_are_streams(study):
    charts = {chart.key: chart for chart in movers.build(study).charts}
    narrow = False
    for key in ("firms_between", "money_between"):
        drawn = charts[key].draw("en", narrow)["data"][0]
        assert drawn["type"] == "sankey"
        assert len(drawn["link"]["value"]) == 1
    rows = charts["firms_between"].table.rows
    assert {row[-1].en for row in rows} == {"persons"}


def test_backward_capacity_and_named_plants_stand_before_the_effects(study):
    keys = [chart.key for chart in phase_out.build(study).charts]
    assert keys == ["backward_2010", "named_plants", "phase_out"]


@pytest.mark.parametrize("module", [movers, winners, phase_out, transfers])
def test_without_records_an_item_says_why(study, module):
    tables = replace(study.tables, flows=None, events=None, groups=None)
    item = module.build(Study(tables))
    assert item.left_out.zh
    assert not item.charts
