"""A limit makes every plant abate the same part and pay the maker of the equipment for it."""

import numpy as np
import pytest

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.industry import Industry
from sezsim.policy import read_instrument
from sezsim.policy.emission_standard import EQUIPMENT

LIMIT = {
    "since": "2010-04", "until": "2020-12", "cities": "all", "industries": ["power"],
    "substances": ["so2"], "cut": 0.3,
}  # fmt: skip


def bill(zone):
    return zone.books.between(EQUIPMENT).sum() / 100.0


def test_plants_pay_half_the_last_cost_for_what_they_abate(lived_under):
    """c cut^2 / 2 a unit emitted: a cut twice as deep costs four times as much."""
    shallow = lived_under(
        read_instrument("emission_standard", LIMIT | {"cut": 0.15}), until="2010-04"
    )
    deep = lived_under(read_instrument("emission_standard", LIMIT), until="2010-04")
    assert bill(shallow) > 0.0
    assert bill(deep) == pytest.approx(4.0 * bill(shallow), rel=1e-3)


def test_emissions_of_the_industry_fall_by_the_cut_and_no_other_does(lived_under):
    with_limit = lived_under(read_instrument("emission_standard", LIMIT), until="2010-04")
    use = with_limit.economy.rules.resource_use[0]
    assert use[:, Industry.POWER] == pytest.approx(np.full(8, 0.7))
    assert (np.delete(use, Industry.POWER, axis=1) == 1.0).all()


def test_what_no_plant_emits_cannot_be_limited():
    with pytest.raises(ScenarioError, match="so2 and cod"):
        read_instrument("emission_standard", LIMIT | {"substances": ["water"]})
