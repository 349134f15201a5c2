"""The strictest limit on what cities may ask holds; converts keep their land as far as any says."""

from sezsim.definitions.geography import City
from sezsim.state.rules import NO_LIMIT_YEARS, Proof


def test_the_strictest_limit_on_what_may_be_asked_holds(enacted):
    rules = enacted(
        "2012-01",
        ("registration_rule", {"cities": "all", "job": 2.0}),
        ("registration_rule", {"cities": ["fuxin"], "job": 1.0, "insurance": 0.0}),
    )
    assert rules.years_asked[Proof.JOB, City.FUXIN] == 1.0
    assert rules.years_asked[Proof.JOB, City.SHENYANG] == 2.0
    assert rules.years_asked[Proof.INSURANCE, City.FUXIN] == 0.0
    assert rules.years_asked[Proof.RESIDENCE, City.FUXIN] == NO_LIMIT_YEARS


def test_admissions_rise_where_the_rule_says_and_land_is_kept_in_the_whole_zone(enacted):
    rules = enacted(
        "2012-01", ("registration_rule", {"cities": ["shenyang"], "quota": 5.0, "land": 0.6})
    )
    assert rules.hukou_quota[City.SHENYANG] == 5.0
    assert rules.hukou_quota[City.FUXIN] == 1.0
    assert rules.land_protection == 0.6
