"""At the settings that change nothing, no instrument writes a rule."""

from dataclasses import fields

import numpy as np
import pytest
from neutral import neutral_settings

from sezsim.policy import instruments
from sezsim.state.rules import Rules


@pytest.mark.parametrize("name", instruments())
def test_a_neutral_setting_changes_no_rule(enacted, name):
    rules, neutral = enacted("2012-01", (name, neutral_settings(name))), Rules()
    for field in fields(rules):
        np.testing.assert_array_equal(getattr(rules, field.name), getattr(neutral, field.name))
