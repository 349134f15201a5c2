"""The same seed gives the same bytes; scenarios part only where a policy acts."""

from dataclasses import fields

import numpy as np
import pytest
from neutral import neutral

from sezsim.definitions.explain import declared
from sezsim.policy import instruments, read_instrument
from sezsim.scenario import Scenario
from sezsim.zone import Zone

YEAR = "2010-12"
DATES = {"since": "2010-04", "until": YEAR}


def lived(scenario="baseline", until=YEAR, **chance):
    return Zone.open(scenario, persons_per_agent=5000, until=until, **chance).run()


def under(*policies):
    return Scenario(name="test", policies=tuple(policies))


@pytest.fixture(scope="module")
def baseline():
    return lived()


def differences(one, other):
    """Return what differs between two records, by name."""
    pairs = {
        "panel": one.panel.tobytes() == other.panel.tobytes(),
        "flows": one.flows == other.flows,
        "events": one.events == other.events,
        "income": np.array_equal(one.people.income, other.people.income, equal_nan=True),
        "city": np.array_equal(one.people.city, other.people.city),
    }
    return [name for name, same in pairs.items() if not same]


def test_the_same_seed_gives_the_same_bytes(baseline):
    assert differences(lived(), baseline) == []


def test_months_lived_one_by_one_are_the_months_of_a_run(baseline):
    zone = Zone.open("baseline", persons_per_agent=5000, until=YEAR)
    while not zone.is_over:
        zone.step()
    assert differences(zone.record(), baseline) == []


def test_a_longer_run_begins_like_a_shorter_one(baseline):
    longer = lived(until="2011-03")
    np.testing.assert_array_equal(longer.panel[: len(baseline.months)], baseline.panel)


def test_another_run_in_between_leaves_no_trace(baseline):
    """Opening economies are kept in memory; what one run does to its copy stays with it."""
    lived("phase_out_with_award", replicate=3, until="2010-06")
    assert differences(lived(), baseline) == []


@pytest.mark.parametrize("chance", [{"replicate": 2}, {"seed": 2011}])
def test_other_chance_gives_another_history(baseline, chance):
    other = lived(**chance)
    assert (other.panel != baseline.panel).any()
    employed = baseline.indicators.index("employed")
    assert (other.panel[-1, :8, employed] != baseline.panel[-1, :8, employed]).any()


def test_every_replicate_begins_with_the_same_economy(baseline):
    firms = baseline.indicators.index("capacity_nominal")
    other = lived(replicate=2, until="2010-01")
    np.testing.assert_allclose(other.panel[0, :, firms], baseline.panel[0, :, firms], rtol=0.01)


@pytest.mark.parametrize("name", ["phase_out_with_award", "tax_sharing"])
def test_scenarios_agree_until_their_policies_begin(name):
    """Both begin in January 2011: the year before is that of the baseline, bit for bit."""
    scenario, before = Scenario.read(name), lived(until="2011-03")
    assert min(policy.since for policy in scenario.policies).number == 12
    record = lived(scenario, until="2011-03")
    np.testing.assert_array_equal(record.panel[:12], before.panel[:12])


def test_a_policy_that_acts_leaves_a_trace_from_its_first_month_on(baseline):
    policy = read_instrument(
        "capacity_phase_out",
        {**DATES, "since": "2010-06", "industry": "steel", "cities": "all", "quota": 0.9},
    )
    record = lived(under(policy))
    differs = (record.panel != baseline.panel).any(axis=(1, 2))
    np.testing.assert_array_equal(differs, np.array(record.months) >= "2010-06")


@pytest.mark.parametrize("name", instruments())
def test_an_instrument_at_its_neutral_settings_is_the_baseline_bit_for_bit(baseline, name):
    """Limit L16, for every instrument in the register."""
    assert differences(lived(under(neutral(name))), baseline) == []


def all_neutral(until):
    return under(*(neutral(name, until=until) for name in instruments()))


def columns(zone):
    """Return every column of every table of a zone, by table and name."""
    tables = ("workers", "firms", "pools", "cells", "governments", "banks", "flows", "purses")
    return {
        f"{table}.{declared_column.name}": getattr(
            getattr(zone.economy, table), declared_column.name
        )
        for table in tables
        for declared_column in fields(getattr(zone.economy, table))
    }


def test_after_two_years_all_neutral_instruments_have_touched_no_column():
    """Limit L16: every column of the state after 24 months."""
    one = Zone.open(all_neutral("2011-12"), persons_per_agent=5000, until="2011-12")
    other = Zone.open("baseline", persons_per_agent=5000, until="2011-12")
    one.run()
    other.run()
    found, expected = columns(one), columns(other)
    assert len(expected) > 100
    assert [n for n, v in expected.items() if not np.array_equal(v, found[n])] == []


def test_after_eleven_years_all_neutral_instruments_are_the_baseline():
    """Limit L16: the panel after 132 months."""
    whole = "2020-12"
    assert differences(lived(all_neutral(whole), until=whole), lived(until=whole)) == []


@pytest.mark.parametrize("name", instruments())
def test_every_instrument_says_at_what_setting_it_does_nothing(name):
    instrument = instruments()[name]
    amounts = [
        setting
        for setting in instrument.model_fields
        if declared(instrument, setting).get("kind") == "setting"
    ]
    assert amounts
    assert all("neutral" in declared(instrument, setting) for setting in amounts)


def test_the_order_of_policies_in_a_file_does_not_matter():
    """Orders for one industry, a levy and a reform: written forwards and backwards."""
    whole = [
        read_instrument(
            "capacity_phase_out",
            {**DATES, "id": "first", "industry": "steel", "cities": "all", "quota": 0.3,
             "award": 200},
        ),
        read_instrument(
            "capacity_phase_out",
            {**DATES, "id": "second", "industry": "steel", "cities": ["anshan"], "quota": 0.4},
        ),
        read_instrument("pollution_levy", {**DATES, "levy": 2.0}),
        read_instrument("hukou_reform", {**DATES, "cities": "all", "settlement_ease": 2.0}),
        read_instrument(
            "hukou_reform", {**DATES, "id": "a_reform", "cities": ["fuxin"], "hukou_quota": 3.0}
        ),
    ]  # fmt: skip
    forwards, backwards = lived(under(*whole)), lived(under(*reversed(whole)))
    assert differences(forwards, backwards) == []


def test_the_order_in_a_scenario_file_does_not_matter(tmp_path):
    parts = (
        "  - pollution_levy: {since: 2010-04, until: 2010-12, levy: 3.0}\n",
        "  - training_subsidy: {since: 2010-05, until: 2010-12, cities: all, places: 9000}\n",
    )
    records = []
    for number, order in enumerate((parts, parts[::-1])):
        path = tmp_path / f"file_{number}.yaml"
        path.write_text("extends: baseline\npolicies:\n" + "".join(order), encoding="utf-8")
        records.append(lived(Scenario.read(path), until="2010-08"))
    assert differences(*records) == []
