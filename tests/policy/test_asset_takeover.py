"""With bidders open, equipment of failed firms passes on; the wider of two openings holds."""


def test_the_larger_part_of_two_openings_is_taken_over(enacted):
    for parts in ((0.3, 0.6), (0.6, 0.3)):
        rules = enacted("2012-01", *(("asset_takeover", {"reuse": part}) for part in parts))
        assert rules.asset_reuse == 0.6
