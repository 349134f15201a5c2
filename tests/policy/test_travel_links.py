"""Links shorten the way between their cities, from the day they open or by and by."""

import numpy as np
import pytest

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import City
from sezsim.policy import read_instrument

RAIL = {"links": "railways", "saving": 0.4, "goods": 0.0, "until": "2020-12"}


def test_a_line_shortens_the_way_from_the_month_in_which_it_opens(enacted):
    """Harbin to Dalian through Shenyang and Anshan: December 2012."""
    here = City.SHENYANG, City.ANSHAN
    assert enacted("2012-11", ("travel_links", RAIL)).travel_time[here] == 1.0
    opened = enacted("2012-12", ("travel_links", RAIL))
    assert opened.travel_time[here] == opened.travel_time[here[::-1]] == pytest.approx(0.6)
    assert (np.diag(opened.travel_time) == 1.0).all()
    assert (opened.goods_time == 1.0).all(), "passengers only"


def test_a_line_can_open_later(enacted):
    later = RAIL | {"shift": 6}
    here = City.SHENYANG, City.ANSHAN
    assert enacted("2013-05", ("travel_links", later)).travel_time[here] == 1.0
    assert enacted("2013-06", ("travel_links", later)).travel_time[here] < 1.0


def test_belts_come_by_and_by_and_carry_goods(enacted):
    belts = {"links": "belts", "saving": 0.3, "until": "2020-12"}
    way = [
        enacted(month, ("travel_links", belts)) for month in ("2011-01", "2013-06", "2015-12")
    ]
    least = [float(rules.travel_time.min()) for rules in way]
    assert 1.0 > least[0] > least[1] > least[2]
    assert least[2] == pytest.approx(0.7)
    np.testing.assert_array_equal(way[2].goods_time, way[2].travel_time)


def test_links_that_are_not_in_the_plan_are_refused():
    with pytest.raises(ScenarioError, match="Did you mean 'railways'"):
        read_instrument(
            "travel_links",
            {"since": "2011-01", "until": "2012-12", "links": "railway", "saving": 0.1},
        )


STOPS = {"links": "railways", "saving": 0.5, "goods": 0.0, "until": "2020-12"}


def test_where_trains_pass_without_a_stop_no_time_is_saved(enacted):
    time = enacted("2014-01", ("travel_links", STOPS | {"passing": ["liaoyang"]})).travel_time
    assert time[City.SHENYANG, City.TIELING] == time[City.ANSHAN, City.TIELING] == 0.5
    assert (time[City.LIAOYANG] == 1.0).all()
    assert (time[:, City.LIAOYANG] == 1.0).all()


def test_a_cheap_fare_shortens_the_way_of_persons_by_its_part_and_leaves_goods_alone(enacted):
    fare = STOPS | {"goods": 1.0, "fare": 0.5, "fare_part": 0.3}
    rules = enacted("2014-01", ("travel_links", fare))
    assert rules.travel_time[City.SHENYANG, City.TIELING] == pytest.approx(0.5 - 0.3 * 0.5)
    assert rules.goods_time[City.SHENYANG, City.TIELING] == 0.5
    assert rules.travel_time[City.SHENYANG, City.FUSHUN] == 1.0, "no line, no fare"


def test_fares_count_only_once_a_line_is_open(enacted):
    fare = STOPS | {"saving": 0.0, "fare": 0.5}
    assert (enacted("2012-06", ("travel_links", fare)).travel_time == 1.0).all()
    assert (enacted("2013-01", ("travel_links", fare)).travel_time < 1.0).any()
