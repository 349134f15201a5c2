"""The map shows the places of the plan where they are, and says when lines open."""

from sezsim.base_year.places import places
from sezsim.report import plan_places
from sezsim.report.city_map import positions

AT = positions()


def test_every_railway_shows_the_month_in_which_it_opens():
    shown = set(plan_places.openings(AT, "").text)
    assert shown == {str(place.opened) for place in places() if place.group == "railways"}


def test_every_park_and_cluster_is_counted_in_each_of_its_cities():
    for name in ("parks", "clusters"):
        drawn = plan_places.spots(name, AT, "", "en")
        held = sum(len(place.cities) for place in places() if place.group == name)
        assert sum(int(text) for text in drawn.text) == held


def test_reservoirs_stand_where_the_water_is_kept_not_where_it_is_used():
    assert len(plan_places.spots("reservoirs", AT, "", "zh").x) == 3


def test_belts_join_the_core_with_each_of_its_five_directions():
    ends = [x for x in plan_places.lines("belts", AT, "").x if x is None]
    stretches = sum(len(place.cities) - 1 for place in places() if place.group == "belts")
    assert len(ends) == stretches
