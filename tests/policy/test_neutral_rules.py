"""At the settings that change nothing, no instrument writes a rule."""

from dataclasses import fields

import numpy as np
import pytest
from neutral import NEEDED

from sezsim.definitions.explain import declared
from sezsim.policy import instruments
from sezsim.state.rules import Rules


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
