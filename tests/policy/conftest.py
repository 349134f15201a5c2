"""An economy that has nothing but rules, for policies that only write rules."""

from types import SimpleNamespace

import pytest

from sezsim.definitions.calendar import Month
from sezsim.policy import read_instrument
from sezsim.randomness import Draws
from sezsim.state.rules import Rules


@pytest.fixture
def enacted():
    """Return a function that lets instruments act in a month and hands back the rules."""

    def enact(month, *policies):
        economy = SimpleNamespace(rules=Rules(), orders=[])
        draws = Draws(seed=1, replicate=1)
        draws.enter(Month.read(month))
        for name, settings in policies:
            whole = {"since": "2011-01", "until": "2013-12", **settings}
            read_instrument(name, whole).enact(economy, None, draws)
        return economy.rules

    return enact
