"""Every column, rule, parameter, setting and indicator says what it is, in which unit."""

import re
import string
from dataclasses import fields

import pytest

from sezsim.definitions.explain import declared
from sezsim.describe.declarations import TABLES, indicators_section
from sezsim.parameters import Parameters
from sezsim.policy import instruments
from sezsim.state.rules import Rules

CHINESE = re.compile(r"[\u4e00-\u9fff]")
GRADES = set("ABCD")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_column_has_meaning_and_unit(table):
    for field in fields(table):
        if field.type in {"int", "float", int, float} and field.name == "persons_per_agent":
            continue
        if field.metadata:
            assert field.metadata["meaning"].strip(), field.name
            assert field.metadata["unit"].strip(), field.name
    assert any(field.metadata for field in fields(table))


def test_every_rule_is_neutral_at_its_declared_value():
    rules = Rules()
    for field in fields(rules):
        assert (getattr(rules, field.name) == field.metadata["neutral"]).all()
        getattr(rules, field.name)[...] = 7.0
    rules.make_neutral()
    for field in fields(rules):
        assert (getattr(rules, field.name) == field.metadata["neutral"]).all()


@pytest.mark.parametrize("parameter", list(Parameters().listed()), ids=lambda p: p.name)
def test_every_parameter_has_meaning_unit_range_source_and_grade(parameter):
    assert parameter.meaning.strip()
    assert parameter.unit.strip()
    assert parameter.source.strip()
    assert parameter.grade in GRADES
    low, high = parameter.within
    assert low < high
    assert low <= parameter.value <= high


@pytest.mark.parametrize("name", instruments())
def test_every_instrument_speaks_two_languages(name):
    instrument = instruments()[name]
    assert CHINESE.search(instrument.title.zh)
    assert not CHINESE.search(instrument.title.en)
    settings = set(instrument.model_fields) - {
        "id",
        "rolled_out",
    }  # a roll-out has words of its own
    for text in (instrument.sentence.zh, instrument.sentence.en):
        said = {field for _, field, _, _ in string.Formatter().parse(text) if field}
        assert said == settings, "a sentence says all settings"
    assert CHINESE.search(instrument.sentence.zh)


@pytest.mark.parametrize("name", instruments())
def test_every_number_of_an_instrument_has_unit_range_and_neutral_value(name):
    instrument = instruments()[name]
    for setting, field in instrument.model_fields.items():
        if field.annotation in {int, float}:
            extra = declared(instrument, setting)
            assert extra["unit"].strip(), setting
            assert extra["within"][0] <= extra["neutral"] <= extra["within"][1], setting


@pytest.mark.parametrize("row", indicators_section().rows, ids=lambda row: row[0])
def test_every_indicator_has_unit_and_two_names(row):
    name, unit, english, chinese = row
    assert unit.strip(), name
    assert english.strip(), name
    assert CHINESE.search(chinese), name
