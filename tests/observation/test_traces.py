"""The lives of some persons are recorded; the record changes nothing and tells one story each."""

import numpy as np
import pytest

from sezsim.describe.biography import TOLD, biography
from sezsim.observation.people import is_followed
from sezsim.observation.traces import ENTERED, changes
from sezsim.scenario import Scenario
from sezsim.state.workers import Status
from sezsim.zone import Zone

UNTIL, WANTED = "2014-12", 60


@pytest.fixture(scope="module")
def run():
    zone = Zone.open(
        Scenario.read("phase_out_with_award"), persons_per_agent=5000, until=UNTIL, trace=WANTED
    )
    return zone.run()


def lives(run):
    found = {}
    for spell in run.spells:
        found.setdefault(spell.person, []).append(spell)
    return found


def test_recording_lives_changes_nothing_in_the_economy(run):
    untraced = Zone.open(
        Scenario.read("phase_out_with_award"), persons_per_agent=5000, until=UNTIL
    ).run()
    assert untraced.spells == ()
    np.testing.assert_array_equal(untraced.panel, run.panel)


def test_half_of_the_lives_are_of_the_fixed_sample_and_half_of_the_dismissed(run):
    first = [life[0] for life in lives(run).values()]
    fixed = [spell for spell in first if spell.group == 0]
    assert len(fixed) == WANTED // 2
    assert all(spell.month == "2010-01" and spell.event == "begins" for spell in fixed)
    assert all(is_followed(np.uint64(spell.person)) for spell in fixed)
    others = [spell for spell in first if spell.group == 1]
    assert 0 < len(others) <= WANTED // 2
    assert all(spell.event == "dismissed" and spell.wage > 0.0 for spell in others)


def test_every_life_runs_forward_in_time_and_ends_when_the_person_leaves(run):
    for life in lives(run).values():
        months = [spell.month for spell in life]
        assert months == sorted(months)
        assert "left" not in [spell.event for spell in life[:-1]]


def test_who_is_there_all_year_has_a_mean_pay_for_each_december(run):
    for life in lives(run).values():
        if life[0].event == "begins" and life[-1].event != "left":
            years = [spell.month[:4] for spell in life if spell.event == "year"]
            assert years == ["2010", "2011", "2012", "2013", "2014"]


def test_a_displaced_worker_of_anshan_can_be_told_in_both_languages(run):
    displaced = next(life for life in lives(run).values() if life[0].event == "dismissed")
    rows = [
        {
            "month": spell.month, "event": spell.event, "city": "anshan", "sector": "steel",
            "wage": spell.wage, "hukou": "local_urban", "age": spell.age, "ordered": spell.ordered,
        }
        for spell in displaced
    ]  # fmt: skip
    told = biography(rows)
    assert "Anshan" in told[0][1].en
    assert "鞍山" in told[0][1].zh
    assert 0 < len(told) <= len(displaced)


def year_of(event, wage):
    """A record of a person of Anshan."""
    return {
        "month": "2015-12", "event": event, "city": "anshan", "sector": "steel", "wage": wage,
        "hukou": "local_urban", "age": 58, "ordered": 0,
    }  # fmt: skip


def test_a_year_without_a_post_is_said_once_and_not_of_those_who_have_retired():
    idle = [year_of("year", 0.0), year_of("year", 1800.0), year_of("retired", 0.0)]
    told = [words.en for _, words in biography([*idle, year_of("year", 900.0), *idle[:1] * 3])]
    assert [line.split(" ")[0] for line in told] == ["earns", "earns", "retires", "earns"]
    assert "no pay" in told[0]
    assert "1,800 yuan" in told[1]
    back = [*idle, year_of("hired", 2000.0), year_of("year", 0.0)]
    assert "no pay" in biography(back)[-1][1].en, "who works again is told of again"


def test_every_kind_of_event_has_words():
    assert set(ENTERED.values()) <= set(TOLD)
    assert {"dismissed", "moved", "registered", "changed_post", "course_ended"} <= set(TOLD)


def test_a_dismissal_is_told_once_and_a_move_before_the_new_post():
    before = {
        "status": int(Status.EMPLOYED), "pool": 3, "city": 1, "hukou_city": 1,
        "benefit_left": 0,
    }  # fmt: skip
    idle = before | {"status": int(Status.UNEMPLOYED), "pool": -1}
    assert list(changes(before, idle, dismissed=True)) == ["dismissed"]
    assert list(changes(before, idle, dismissed=False)) == ["lost_post"]
    bridged = idle | {"status": int(Status.INTERNALLY_RETIRED)}
    assert list(changes(before, bridged, dismissed=True)) == ["dismissed", "internally_retired"]
    there = before | {"city": 0, "pool": 7}
    assert list(changes(idle, there, dismissed=False)) == ["moved", "hired"]
    assert list(changes(before, before | {"pool": 7}, dismissed=False)) == ["changed_post"]
    assert not list(changes(before, before, dismissed=False))
    paid = idle | {"benefit_left": 12}
    assert list(changes(before, paid, dismissed=True)) == ["dismissed", "benefit"]
    assert list(changes(paid, idle, dismissed=False)) == ["benefit_ended"]
    assert list(changes(paid, before, dismissed=False)) == ["hired"]


def dismissed_after(posts, months):
    """Let one employee be dismissed so many months after orders have cut posts in the trade."""
    zone = Zone.open("baseline", persons_per_agent=5000, trace=WANTED)
    economy, tracer = zone.economy, zone.tracer
    row = int(np.flatnonzero(economy.workers.pool >= 0)[0])
    pool = int(economy.workers.pool[row])
    cell = economy.pools.city[pool], economy.pools.industry[pool]
    economy.flows.posts_closed[cell] = posts
    for _ in range(months):
        tracer.find_reasons(np.zeros(0, np.int64))
        economy.flows.posts_closed[:] = 0.0
    economy.scratch.dismissed_pool = np.array([pool])
    tracer.find_reasons(np.array([row]))
    return int(economy.workers.id[row]) in tracer.ordered


def test_a_dismissal_is_put_down_to_orders_where_they_took_half_of_the_posts_lost():
    assert dismissed_after(posts=2600.0, months=0)
    assert not dismissed_after(posts=2400.0, months=0)
    assert not dismissed_after(posts=0.0, months=0)


def test_orders_are_a_reason_for_a_year_and_no_longer():
    assert dismissed_after(posts=5000.0, months=11)
    assert not dismissed_after(posts=5000.0, months=12)


def test_without_orders_nobody_is_dismissed_by_one():
    free = Zone.open("baseline", persons_per_agent=5000, until="2012-12", trace=WANTED).run()
    assert "dismissed" in [spell.event for spell in free.spells]
    assert not any(spell.ordered for spell in free.spells)
