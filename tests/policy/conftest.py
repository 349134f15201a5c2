"""An economy that has nothing but rules, and zones that live a little, for tests of policies."""

from types import SimpleNamespace

import numpy as np
import pytest

from sezsim.definitions.calendar import Month
from sezsim.policy import read_instrument
from sezsim.randomness import Draws
from sezsim.scenario import Scenario
from sezsim.state.rules import Rules
from sezsim.zone import Zone

COARSE = 5000
NOTHING = np.zeros((11, 11), np.int64)


@pytest.fixture(scope="session")
def structure():
    """The structure of the opening economy."""
    return Zone.open("baseline", persons_per_agent=COARSE).economy.structure


@pytest.fixture
def enacted(structure):
    """Return a function that lets instruments act in a month and hands back the rules."""

    def enact(month, *policies):
        economy = SimpleNamespace(rules=Rules(), orders=[], structure=structure)
        draws = Draws(seed=1, replicate=1)
        draws.enter(Month.read(month))
        for name, settings in policies:
            whole = {"since": "2011-01", "until": "2013-12", **settings}
            read_instrument(name, whole).enact(economy, None, draws)
        return economy.rules

    return enact


@pytest.fixture
def lived_under():
    """Return a function that lives a zone at 1:5000 under policies and hands it back."""

    def live(*policies, until):
        scenario = Scenario(name="test", policies=policies)
        zone = Zone.open(scenario, persons_per_agent=COARSE, until=until)
        zone.run()
        return zone

    return live


@pytest.fixture
def payments():
    """Return a function that lives a zone and adds up its payments by name, and its converts."""

    def live(*policies, until="2010-12", converts=False):
        dates = {"since": "2010-04", "until": "2020-12"}
        read = tuple(read_instrument(name, {**dates, **more}) for name, more in policies)
        scenario = Scenario(name="test", policies=read)
        zone = Zone.open(scenario, persons_per_agent=COARSE, until=until)
        registered, paid = 0.0, {}
        while not zone.is_over:
            zone.step()
            registered += zone.economy.flows.converted.sum()
            for flow, between in zone.books.flows.items():
                paid[flow.name] = paid.get(flow.name, NOTHING) + between
        return (registered, paid) if converts else paid

    return live
