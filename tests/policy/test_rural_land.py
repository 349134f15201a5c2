"""Who can lease out land moves to town more readily; land kept counts in the whole zone."""

import pytest

from sezsim.definitions.geography import City

TITLES = {
    "cities": ["tieling"],
    "lease": 0.55,
    "response": 1.5,
    "supply": 0.006,
    "protection": 0.8,
}


def test_titles_ease_the_way_to_town_in_the_named_cities(enacted):
    """From a chance to lease of .15 to .55, at 1.5 a unit: 1.6 times as readily."""
    rules = enacted("2012-01", ("rural_land", TITLES))
    assert rules.town_ease[City.TIELING] == pytest.approx(1.6)
    assert rules.town_ease[City.FUXIN] == 1.0
    assert rules.housing_supply[City.TIELING] == pytest.approx(0.0005)


def test_land_is_kept_as_far_as_the_best_rule_says(enacted):
    other = TITLES | {"protection": 0.3}
    rules = enacted("2012-01", ("rural_land", TITLES), ("rural_land", other))
    assert rules.land_protection == 0.8
