"""A world without change stands still; a world that grows evenly keeps its proportions."""

from dataclasses import replace

import numpy as np
import pytest
from worlds import even, still

from sezsim.observation.indicators import INDICATORS
from sezsim.zone import Zone

COUNTED_FROM_NOTHING = {"outside_claim", "net_migration", "displaced"}
NO_VACANCY = 1e-3  # nobody leaves a post in a world that stands still
RATIOS = (
    "labour_share",
    "markup",
    "unemployment_rate_nonfarm",
    "capital_output",
    "utilisation",
)


def series(record, name, place=8):
    return record.panel[:, place, record.indicators.index(name)].astype(float)


def test_without_change_two_years_repeat_the_first_month():
    record = Zone.open(still(), persons_per_agent=5000, until="2011-12").run()
    panel = record.panel.astype(float)
    for k, name in enumerate(INDICATORS):
        if name in COUNTED_FROM_NOTHING:
            continue
        first, last = panel[0, :8, k], panel[-1, :8, k]
        scale = np.maximum(np.abs(first), NO_VACANCY if name == "vacancy_rate" else 1e-9)
        assert (np.abs(last - first) / scale).max() < 1e-6, name


def test_the_claim_on_the_outside_does_not_grow_without_change():
    record = Zone.open(still(), persons_per_agent=5000, until="2011-12").run()
    claim = np.abs(record.panel[-1, :8, record.indicators.index("outside_claim")])
    product = record.panel[-1, :8, record.indicators.index("gdp_nominal")] * 12.0
    assert (claim / product).max() < 1e-4


@pytest.fixture(scope="module")
def evenly():
    return Zone.open(even(), persons_per_agent=5000).run()


@pytest.mark.parametrize("name", RATIOS)
def test_even_growth_keeps_proportions_for_eleven_years(evenly, name):
    values = series(evenly, name)
    assert values[-1] / values[0] == pytest.approx(1.0, abs=0.01)


def test_even_growth_keeps_flows_in_proportion_to_product(evenly):
    product = series(evenly, "gdp_nominal")
    for name in ("net_outflow", "city_debt", "consumption", "fiscal_revenue"):
        share = series(evenly, name) / product
        assert abs(share[-1] - share[0]) < 0.01 * max(abs(share[0]), 1.0), name


def test_rents_keep_step_with_income(evenly):
    rents = series(evenly, "rent") / series(evenly, "consumption")
    assert rents[-1] / rents[0] == pytest.approx(1.0, abs=0.01)


def test_with_chance_proportions_hold_in_the_mean():
    """Jobs and projects are drawn by lot; people do not age or move."""
    churn = even()
    lively = churn.parameters.changed({"labour_market.pace": 1.0, "investment.project": 0.4})
    records = [
        Zone.open(replace(churn, parameters=lively), persons_per_agent=5000, replicate=k).run()
        for k in range(1, 7)
    ]
    for name in ("labour_share", "markup", "capital_output"):
        values = np.mean([series(record, name) for record in records], axis=0)
        assert values[-12:].mean() / values[:3].mean() == pytest.approx(1.0, abs=0.03), name
