"""The host gives land and the origin keeps its share of the tax for the life of the park."""

from sezsim.definitions.geography import City

PAIR = {"losing": ["anshan"], "gaining": ["yingkou"]}
HERE = (City.ANSHAN, City.YINGKOU)


def test_a_park_gives_land_and_shares_for_long(enacted):
    rules = enacted("2011-01", ("enclave_park", {**PAIR, "split": 0.5, "land": 0.4}))
    assert rules.enclave_share[HERE] == 0.5
    assert rules.enclave_years[HERE] == 10.0
    assert rules.land_gift[HERE] == 0.4
    assert rules.land_gift.sum() == 0.4


def test_of_two_agreements_the_one_that_gives_the_origin_more_holds(enacted):
    short = ("enclave_park", {**PAIR, "split": 0.6, "years": 3})
    long = ("enclave_park", {**PAIR, "split": 0.4, "years": 10})
    for order in ((short, long), (long, short)):
        rules = enacted("2011-01", *order)
        assert (rules.enclave_share[HERE], rules.enclave_years[HERE]) == (0.4, 10.0)
