"""Villagers move to town, and residents from elsewhere become local, at their rates."""

from dataclasses import replace

import numpy as np
import pytest

from sezsim.process.settlement import admissions, months_asked, settle_rows
from sezsim.randomness import Draws
from sezsim.scenario import Scenario
from sezsim.state.workers import Status
from sezsim.zone import Zone

PEOPLE = 40_000


def settled(*, age=30, status=Status.OUT, urban=0, hukou=0, town=0.0, farmers=0.0, local=0.0,
            protection=0.0, people=PEOPLE, tenure=36, paid=24, insured=0.0, willing=1.0):  # fmt: skip
    """Let people of one kind in the first city settle for a month."""

    def all_are(value, kind=np.int8):
        return np.full(people, value, kind)

    table = {
        "urban": all_are(urban), "status": all_are(int(status)), "land": all_are(1),
        "hukou_city": all_are(hukou), "hukou_urban": all_are(0),
        "duration": all_are(40, np.int16),
    }  # fmt: skip
    counts = np.zeros((2, 8))
    terms = np.repeat([[town], [farmers], [local], [36.0], [insured]], 8, axis=1)
    settle_rows(
        0, people, Draws(2010, 1).keys(("settlement/move", "settlement/land")),
        np.empty(people, np.int64), np.arange(1, people + 1, dtype=np.uint64),
        all_are(1, np.bool_), all_are(0), all_are(age * 12, np.int16), table["urban"],
        table["status"], table["duration"], table["hukou_city"], table["hukou_urban"],
        table["land"], all_are(tenure, np.int16), all_are(paid, np.int16), terms,
        willing, protection, counts,
    )  # fmt: skip
    return table, counts


def near(rate):
    return pytest.approx(rate, abs=3 * np.sqrt(rate * (1 - rate) / PEOPLE))


def test_villagers_move_to_town_at_their_rate():
    table, counts = settled(town=0.1)
    assert table["urban"].mean() == near(0.1)
    assert counts[0, 0] == table["urban"].sum()
    assert (table["status"] == Status.OUT).all()


def test_farmers_who_move_to_town_look_for_work():
    table, _ = settled(status=Status.FARM, town=0.9, farmers=0.2)
    moved = table["urban"] == 1
    assert moved.mean() == near(0.2)
    np.testing.assert_array_equal(table["status"] == Status.UNEMPLOYED, moved)
    assert not table["duration"][moved].any()


@pytest.mark.parametrize(("status", "age"), [(Status.FARM, 46), (Status.OUT, 51)])
def test_older_villagers_stay(status, age):
    table, _ = settled(status=status, age=age, town=1.0, farmers=1.0)
    assert not table["urban"].any()


def test_townspeople_do_not_move_to_town_again():
    _, counts = settled(urban=1, town=1.0)
    assert not counts.any()


def test_employees_from_elsewhere_become_local_at_their_rate():
    table, counts = settled(status=Status.EMPLOYED, hukou=9, urban=1, local=0.3)
    local = table["hukou_city"] == 0
    assert local.mean() == near(0.3)
    assert counts[1, 0] == local.sum()
    np.testing.assert_array_equal(table["hukou_urban"] == 1, local)


def test_only_employees_are_registered():
    table, _ = settled(status=Status.UNEMPLOYED, hukou=9, urban=1, local=1.0)
    assert (table["hukou_city"] == 9).all()


def test_a_post_must_be_stable_before_registration():
    traits = {"status": Status.EMPLOYED, "hukou": 9, "urban": 1, "local": 1.0}
    assert (settled(tenure=35, **traits)[0]["hukou_city"] == 9).all()


def test_so_many_months_of_insurance_must_be_paid_before_registration():
    traits = {"status": Status.EMPLOYED, "hukou": 9, "urban": 1, "local": 1.0, "insured": 24.0}
    assert (settled(paid=23, **traits)[0]["hukou_city"] == 9).all()
    assert (settled(paid=24, **traits)[0]["hukou_city"] == 0).all()


def test_the_longer_of_job_and_residence_is_asked_of_the_post():
    """Rule 1/2/1 against the 3/3 of 2010: two years of post and one of insurance."""
    post, insurance = months_asked(np.full((3, 8), 50.0), 3.0, 3.0, 2.0)
    assert (post == 36.0).all()
    assert (insurance == 24.0).all()
    rule = np.repeat([[1.0], [2.0], [1.0]], 8, axis=1)
    post, insurance = months_asked(rule, 3.0, 3.0, 2.0)
    assert (post == 24.0).all()
    assert (insurance == 12.0).all()


def test_cities_admit_what_they_are_told_only_if_the_money_follows():
    quota = np.array([1.0, 5.0, 5.0, 5.0, 0.5])
    covered = np.array([0.0, 0.0, 0.5, 1.0, 0.0])
    np.testing.assert_allclose(admissions(quota, covered, 0.5), [1.0, 3.0, 4.0, 5.0, 0.5])
    np.testing.assert_array_equal(admissions(quota, covered, 0.0), quota)


def test_holders_of_land_who_would_lose_it_often_refuse():
    traits = {"status": Status.EMPLOYED, "hukou": 9, "urban": 1, "local": 0.8}
    table, _ = settled(willing=0.25, **traits)
    assert (table["hukou_city"] == 0).mean() == near(0.2)


def test_land_is_kept_where_it_is_protected():
    traits = {"status": Status.EMPLOYED, "hukou": 8, "urban": 1, "local": 1.0}
    assert settled(protection=1.0, **traits)[0]["land"].all()
    assert not settled(protection=0.0, **traits)[0]["land"].any()
    assert settled(protection=0.4, **traits)[0]["land"].mean() == near(0.4)


def test_an_open_register_makes_more_people_local():
    """Ten times the conversion of 2010 leaves fewer residents registered elsewhere."""
    shares = []
    for rate in (0.01, 0.3):
        base = Scenario.read("baseline")
        easy = {
            "settlement.stable_post": 0.0,
            "settlement.residence": 0.0,
            "settlement.reluctance": 0.0,
        }
        parameters = base.parameters.changed({"settlement.conversion": rate, **easy})
        record = Zone.open(
            replace(base, parameters=parameters), persons_per_agent=5000, until="2011-12"
        ).run()
        shares.append(record.panel[-1, 8, record.indicators.index("migrant_share")])
    assert shares[1] < 0.85 * shares[0]


def test_towns_grow_by_about_a_point_a_year():
    """Urban share of the zone: .7 to 1 point a year between the censuses of 2010 and 2020."""
    record = Zone.open("baseline", persons_per_agent=1000, until="2012-12").run()
    urban = record.panel[:, 8, record.indicators.index("urbanisation")]
    assert 0.003 < (urban[-1] - urban[0]) / (35.0 / 12.0) < 0.015
