"""The province puts equity into private firms of young industries, and others follow."""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.policy import read_instrument
from sezsim.policy.venture_fund import EQUITY, PARTNERS
from sezsim.state.firms import Ownership

FUND = {
    "since": "2010-04", "until": "2020-12", "industries": ["elec"], "fund": 0.001, "leverage": 3.0,
    "ease": 1.2,
}  # fmt: skip


def test_partners_add_their_multiple_and_only_private_firms_of_the_industry_receive(
    lived_under,
):
    zone = lived_under(read_instrument("venture_fund", FUND), until="2010-04")
    given, added = (int(zone.books.between(flow).sum()) for flow in (EQUITY, PARTNERS))
    assert given > 0
    assert added == pytest.approx(3.0 * given, rel=1e-6)
    firms = zone.economy.firms
    private = firms.is_open & (firms.ownership == Ownership.PRIVATE)
    cities = np.unique(firms.city[private & (firms.industry == Industry.ELEC)])
    received = np.flatnonzero(zone.books.between(EQUITY).sum(axis=0))
    assert set(received) <= set(cities)


def test_entry_becomes_easier_in_the_industry_alone(lived_under):
    zone = lived_under(read_instrument("venture_fund", FUND), until="2010-04")
    ease = zone.economy.rules.entry_ease
    assert ease[:, Industry.ELEC] == pytest.approx(np.full(8, 1.2))
    assert (np.delete(ease, Industry.ELEC, axis=1) == 1.0).all()
