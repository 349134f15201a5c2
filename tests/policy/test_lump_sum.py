"""The gaining city pays once; the larger of two sums holds."""

from sezsim.definitions.geography import City


def test_the_larger_of_two_lump_sums_holds(enacted):
    pair = {"losing": ["anshan"], "gaining": ["yingkou"], "years_of_tax": 2}
    rules = enacted(
        "2011-01", ("lump_sum", pair),
        ("lump_sum", {"losing": "all", "gaining": "all", "years_of_tax": 1}),
    )  # fmt: skip
    assert rules.lump_years[City.ANSHAN, City.YINGKOU] == 2.0
    assert rules.lump_years.sum() == 57.0
