"""The public pays a share of research, and never more than its cost."""


def test_two_research_subsidies_never_pay_more_than_the_cost(enacted):
    half = ("rd_subsidy", {"share": 0.5})
    assert enacted("2012-01", half).research_subsidy == 0.5
    assert enacted("2012-01", half, half).research_subsidy == 0.75
