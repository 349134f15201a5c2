"""What was learnt elsewhere counts: strangers gain by it, locals do not."""

import numpy as np

from sezsim.process.migration import Parameters, moving_chances
from sezsim.zone import Zone


def test_the_wider_recognition_holds(enacted):
    parts = (("qualification_recognition", {"recognised": part}) for part in (0.7, 0.4))
    assert enacted("2012-01", *parts).recognition == 0.7


def test_recognised_qualifications_make_cities_worth_more_to_strangers_alone():
    """The whole pay discount gone: income rises by the discount, less where many are idle."""
    economy, p = Zone.open("baseline", persons_per_agent=5000).economy, Parameters()
    before = moving_chances(economy, p, 0.0)[0]
    economy.rules.recognition[...] = 1.0
    gain = moving_chances(economy, p, 0.0)[0] - before
    assert not gain[0].any()
    whole = -np.log(1.0 - p.discount)
    assert (gain[1] < p.income_elasticity * whole).all()
    assert (gain[1] > 0.9 * p.income_elasticity * whole).all()
