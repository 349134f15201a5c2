"""Benefits move with the person in the whole zone: two reforms lose what both leave."""


def test_what_is_lost_on_moving_is_the_part_that_each_reform_leaves(enacted):
    rules = enacted(
        "2012-01", ("benefit_portability", {"pension_left": 0.5, "health": 0.9}),
        ("benefit_portability", {"pension_left": 0.2, "health": 0.4}),
    )  # fmt: skip
    assert rules.pension_loss == 0.5 * 0.2
    assert rules.health_settlement == 0.9, "care is settled as far as the better rule says"


def test_pensions_that_are_wholly_portable_cost_no_mover_anything(enacted):
    assert (
        enacted("2012-01", ("benefit_portability", {"pension_left": 0.0})).pension_loss == 0.0
    )
