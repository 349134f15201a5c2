"""What policies promise, in the living zone at a small scale."""

import numpy as np
import pytest

from sezsim.definitions.explain import declared
from sezsim.policy import instruments, read_instrument
from sezsim.scenario import Scenario
from sezsim.zone import Zone

UNTIL = "2011-06"
NEEDED = {
    "industry": "steel",
    **dict.fromkeys(
        ("cities", "losing", "gaining", "industries", "encouraged", "restricted"), "all"
    ),
    "substances": ["so2", "cod"],
    "kind": "urban_poor",
}
STEEL, BACKWARD = 8, 0


def lived(*policies, until=UNTIL):
    """Live a zone at 1:5000 under some policies and return it."""
    scenario = Scenario(name="test", policies=tuple(policies))
    zone = Zone.open(scenario, persons_per_agent=5000, until=until)
    return zone, zone.run()


def neutral(name):
    """Return an instrument at the settings that change nothing."""
    instrument = instruments()[name]
    settings = {
        setting: value
        for setting in instrument.model_fields
        if (value := declared(instrument, setting).get("neutral", NEEDED.get(setting)))
        is not None
    }
    return read_instrument(name, {**settings, "since": "2010-04", "until": "2011-06"})


@pytest.fixture(scope="module")
def baseline():
    return lived()


def test_neutral_policies_change_nothing_to_the_last_bit(baseline):
    _, record = lived(*(neutral(name) for name in instruments()))
    np.testing.assert_array_equal(record.panel, baseline[1].panel)


@pytest.mark.parametrize("name", instruments())
def test_each_neutral_policy_alone_changes_nothing_to_the_last_bit(baseline, name):
    _, record = lived(neutral(name), until="2010-06")
    np.testing.assert_array_equal(record.panel, baseline[1].panel[: len(record.panel)])


def test_scenarios_agree_until_the_policy_begins_and_part_then(baseline):
    phase_out = read_instrument(
        "capacity_phase_out",
        {
            "since": "2011-01",
            "until": "2011-06",
            "industry": "steel",
            "cities": "all",
            "quota": 0.9,
        },
    )
    _, record = lived(phase_out)
    months = np.array(record.months)
    before = months < "2011-01"
    np.testing.assert_array_equal(record.panel[before], baseline[1].panel[before])
    assert (record.panel[~before] != baseline[1].panel[~before]).any()


def test_phase_out_closes_backward_steel(baseline):
    phase_out = read_instrument(
        "capacity_phase_out",
        {
            "since": "2011-01",
            "until": "2011-06",
            "industry": "steel",
            "cities": "all",
            "quota": 1.0,
        },
    )
    zone, _ = lived(phase_out)
    firms, before = zone.economy.firms, baseline[0].economy.firms
    closed = backward(before) - backward(firms)
    assert closed[STEEL] > 0.9 * backward(before)[STEEL] > 0.0
    others = np.delete(closed / np.maximum(backward(before), 1.0), STEEL)
    assert np.abs(others).max() < 0.02, "other industries keep theirs"


def backward(firms):
    """Add up backward capacity that may run, by industry."""
    usable = firms.capacity[:, BACKWARD] * (1.0 - firms.sealed[:, BACKWARD]) * firms.is_open
    return np.bincount(firms.industry, usable, 19)


def test_the_order_of_policies_does_not_matter():
    one = read_instrument(
        "pollution_levy", {"since": "2010-04", "until": "2011-06", "levy": 1.7}
    )
    two = read_instrument(
        "pollution_levy", {"id": "later", "since": "2010-06", "until": "2011-06", "levy": 1.3}
    )
    first, second = lived(one, two, until="2010-08"), lived(two, one, until="2010-08")
    np.testing.assert_array_equal(first[1].panel, second[1].panel)
