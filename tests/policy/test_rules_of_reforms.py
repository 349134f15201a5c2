"""Reforms write the rules that they promise; at neutral settings they write nothing."""

from dataclasses import fields

import numpy as np
import pytest

from sezsim.definitions.explain import declared
from sezsim.definitions.geography import City
from sezsim.policy import instruments
from sezsim.state.rules import Rules

NEEDED = {
    "industry": "steel",
    **dict.fromkeys(
        ("cities", "losing", "gaining", "industries", "encouraged", "restricted"), "all"
    ),
    "substances": ["so2", "cod"],
    "kind": "urban_poor",
}


def test_settling_becomes_easier_only_in_the_named_cities(enacted):
    rules = enacted(
        "2012-01",
        (
            "hukou_reform",
            {"cities": ["shenyang"], "settlement_ease": 1.5, "service_access": 0.4},
        ),
    )
    assert rules.settlement_ease[City.SHENYANG] == 1.5
    assert rules.service_access[City.SHENYANG] == 0.4
    assert (np.delete(rules.settlement_ease, City.SHENYANG) == 1.0).all()


def test_pension_points_travel_in_the_whole_zone(enacted):
    assert (
        enacted("2012-01", ("hukou_reform", {"cities": "all", "pension_loss": 0})).pension_loss
        == 0
    )


def test_training_places_add_up(enacted):
    places = {"cities": ["fuxin"], "places": 100}
    rules = enacted("2012-01", ("training_subsidy", places), ("training_subsidy", places))
    assert rules.training_places[City.FUXIN] == 200
    assert rules.training_places.sum() == 200


def test_two_research_subsidies_never_pay_more_than_the_cost(enacted):
    half = ("rd_subsidy", {"share": 0.5})
    assert enacted("2012-01", half, half).research_subsidy == 0.75


def test_the_levy_is_a_multiple_of_that_of_2010(enacted):
    assert enacted("2012-01", ("pollution_levy", {"levy": 2.0})).levy == 2.0


@pytest.mark.parametrize("name", instruments())
def test_a_neutral_setting_changes_no_rule(enacted, name):
    instrument = instruments()[name]
    settings = {
        setting: value
        for setting in instrument.model_fields
        if (value := declared(instrument, setting).get("neutral", NEEDED.get(setting)))
        is not None
    }
    rules, neutral = enacted("2012-01", (name, settings)), Rules()
    for field in fields(rules):
        np.testing.assert_array_equal(getattr(rules, field.name), getattr(neutral, field.name))


RAIL = {"links": "railways", "saving": 0.5, "goods": 0.0}


def test_where_trains_pass_without_a_stop_no_time_is_saved(enacted):
    time = enacted("2014-01", ("travel_links", RAIL | {"passing": ["liaoyang"]})).travel_time
    assert time[City.SHENYANG, City.TIELING] == time[City.ANSHAN, City.TIELING] == 0.5
    assert (time[City.LIAOYANG] == 1.0).all()
    assert (time[:, City.LIAOYANG] == 1.0).all()


def test_a_cheap_fare_shortens_the_way_of_persons_by_its_part_and_leaves_goods_alone(enacted):
    fare = RAIL | {"goods": 1.0, "fare": 0.5, "fare_part": 0.3}
    rules = enacted("2014-01", ("travel_links", fare))
    assert rules.travel_time[City.SHENYANG, City.TIELING] == pytest.approx(0.5 - 0.3 * 0.5)
    assert rules.goods_time[City.SHENYANG, City.TIELING] == 0.5
    assert rules.travel_time[City.SHENYANG, City.FUSHUN] == 1.0, "no line, no fare"


def test_fares_count_only_once_a_line_is_open(enacted):
    fare = RAIL | {"saving": 0.0, "fare": 0.5}
    assert (enacted("2012-06", ("travel_links", fare)).travel_time == 1.0).all()
    assert (enacted("2013-01", ("travel_links", fare)).travel_time < 1.0).any()
