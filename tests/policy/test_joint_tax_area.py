"""The cities of an area share one number and one pool; a city belongs to one area."""

from sezsim.definitions.geography import City


def test_the_cities_of_a_joint_area_have_one_number_and_others_none(enacted):
    rules = enacted(
        "2011-01",
        ("joint_tax_area", {"cities": ["shenyang", "fushun"], "pooled": 1.0}),
        ("joint_tax_area", {"id": "south", "cities": ["anshan", "yingkou"], "pooled": 0.5}),
    )
    area, pool = rules.joint_area, rules.joint_pool
    assert area[City.SHENYANG] == area[City.FUSHUN] != area[City.ANSHAN] == area[City.YINGKOU]
    assert area[City.FUXIN] == pool[City.FUXIN] == 0.0
    assert pool[City.ANSHAN] == 0.5


def test_nothing_pooled_makes_no_area(enacted):
    rules = enacted("2011-01", ("joint_tax_area", {"cities": "all", "pooled": 0.0}))
    assert not rules.joint_area.any()
