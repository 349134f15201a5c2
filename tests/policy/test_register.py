"""Every file of the policy folder is an instrument; what is written wrongly is refused."""

import pickle

import pytest

from sezsim.definitions.calendar import Month
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.policy import instruments, read_instrument

PHASE_OUT = {
    "since": "2011-01",
    "until": "2013-12",
    "industry": "steel",
    "cities": ["anshan", "yingkou"],
    "quota": 0.3,
}


def phase_out(**changes):
    return read_instrument("capacity_phase_out", PHASE_OUT | changes)


def problem(**changes):
    with pytest.raises(ScenarioError) as caught:
        phase_out(**changes)
    return str(caught.value)


def test_register_is_alphabetical_and_holds_every_file():
    names = list(instruments())
    assert names == sorted(names)
    assert {"capacity_phase_out", "transfer_compensation", "hukou_reform"} <= set(names)


def test_text_becomes_months_and_categories():
    policy = phase_out()
    assert policy.since == Month.read("2011-01")
    assert policy.industry is Industry.STEEL
    assert policy.cities == (City.ANSHAN, City.YINGKOU)
    assert policy.id == "capacity_phase_out"


def test_all_names_every_city():
    assert phase_out(cities="all").cities == tuple(City)


def test_settings_can_be_written_back():
    policy = phase_out(award=280)
    assert read_instrument("capacity_phase_out", policy.settings()) == policy


def test_a_policy_travels_to_other_processes():
    assert pickle.loads(pickle.dumps(phase_out())) == phase_out()  # noqa: S301


def test_a_misspelt_setting_is_refused_with_the_likely_intention():
    assert problem(qouta=0.2) == (
        "There is no setting of capacity_phase_out called 'qouta'. Did you mean 'quota'?"
    )


def test_a_value_out_of_range_is_refused_with_meaning_and_source():
    assert problem(quota=2.0) == (
        "capacity_phase_out.quota = 2.0 lies outside [0.0, 1.0] "
        "(share of the industry's backward capacity to close; source: scenario file)."
    )


def test_units_are_named():
    assert "capacity_phase_out.award = 9000.0 yuan per 10^4 yuan lies" in problem(award=9000.0)


def test_a_year_is_no_month():
    assert "'2011' is not a month; write it as '2011-01'." in problem(since="2011")


def test_months_have_an_order_and_begin_with_the_pilot():
    assert "ends in 2010-12, before it begins in 2011-01" in problem(until="2010-12")
    assert "admitted from 2010-04 on" in problem(since="2010-03")


def test_a_misspelt_city_is_refused():
    assert "Did you mean 'anshan'?" in problem(cities=["anshn"])
    assert "write it as [anshan] or all" in problem(cities="anshan")
    assert "names the same city twice" in problem(cities=["anshan", "anshan"])


def test_a_missing_setting_is_named():
    settings = {key: value for key, value in PHASE_OUT.items() if key != "quota"}
    with pytest.raises(ScenarioError, match="capacity_phase_out lacks 'quota'"):
        read_instrument("capacity_phase_out", settings)


def test_all_problems_come_at_once():
    with pytest.raises(ScenarioError) as caught:
        phase_out(quota=2.0, industry="stel", since="2011")
    assert len(caught.value.problems) == 3


def test_an_unknown_instrument_is_refused():
    with pytest.raises(ScenarioError, match="Did you mean 'hukou_reform'"):
        read_instrument("hukou_refrm", {})


def test_a_change_is_a_checked_copy():
    assert phase_out().changed(quota=0.1).quota == 0.1
    with pytest.raises(ScenarioError, match="lies outside"):
        phase_out().changed(quota=1.1)


def test_a_policy_is_in_force_from_its_first_to_its_last_month():
    policy = phase_out()
    assert [policy.is_active(Month.read(m)) for m in ("2010-12", "2011-01", "2013-12", "2014-01")] == [
        False, True, True, False,
    ]  # fmt: skip
