"""New equipment meets a norm, and only approved projects are carried out."""

import pytest

from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry


def test_two_reviews_leave_what_both_let_pass(enacted):
    review = {"cities": ["anshan"], "industries": ["steel"], "norm": 0.5, "expansion": 0.6}
    rules = enacted("2012-01", ("project_review", review), ("project_review", review))
    here = City.ANSHAN, Industry.STEEL
    assert rules.expansion[here] == pytest.approx(0.36)
    assert rules.equipment_norm[here] == pytest.approx(0.75)
    assert rules.expansion[City.BENXI, Industry.STEEL] == 1.0
