"""What no source decides is one number each, and moves what it is about and its own way."""

import numpy as np
import pytest

from sezsim.base_year.closures import Parameters as Closures
from sezsim.base_year.firms import sample_firms
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import Industry
from sezsim.parameters import Parameters
from sezsim.prepared import opening_firms, opening_table
from sezsim.scenario import Scenario
from sezsim.zone import Zone

ENDS = {
    name: field.json_schema_extra["within"] for name, field in Closures.model_fields.items()
}


def zone_share(table):
    """Share of the zone's use of goods that the zone supplies."""
    inside = table.flows[:, :, :CITIES]
    return inside[:, :CITIES].sum() / inside.sum()


def test_more_is_bought_at_home_where_the_zone_supplies_more():
    less, more = (opening_table(Closures(local_supply=odds)) for odds in (0.5, 2.0))
    assert zone_share(less) < zone_share(opening_table()) < zone_share(more)
    np.testing.assert_allclose(more.flows.sum(axis=(1, 2)), more.flows.sum(axis=(2, 1)))


def test_pay_moves_the_labour_share_and_product_stays():
    low = opening_table(Closures(pay=0.85))
    assert low.wages.sum() < opening_table().wages.sum()
    np.testing.assert_array_equal(low.value_added, opening_table().value_added)


def test_what_is_a_margin_is_not_air():
    air, margin = (opening_table(Closures(wedge=rate)) for rate in (1.4, 1.9))
    assert (air.wedge[:, 1] >= margin.wedge[:, 1] - 1e-12).all()
    assert air.wedge.max() > margin.wedge.max()
    assert air.value_added.sum() < margin.value_added.sum()


@pytest.mark.parametrize("factor", ENDS["backward"])
def test_backward_capacity_is_exchanged_for_old(factor):
    table, named = opening_table(), opening_firms()
    usual, other = sample_firms(table, named), sample_firms(table, named, factor)
    heavy = usual.industry == Industry.STEEL
    np.testing.assert_allclose(other.vintages[heavy, 0], factor * usual.vintages[heavy, 0])
    np.testing.assert_allclose(other.vintages.sum(axis=1), 1.0)
    assert (other.vintages >= 0.0).all()
    light = usual.industry == Industry.LIGHT
    np.testing.assert_array_equal(other.vintages[light], usual.vintages[light])


@pytest.mark.parametrize("end", [0, 1])
def test_the_books_close_under_the_ends_of_all_closures(end):
    settings = {f"opening.{name}": ends[end] for name, ends in ENDS.items()}
    scenario = Scenario.read("baseline").with_settings(settings)
    assert scenario.parameters.opening != Parameters().opening
    zone = Zone.open(scenario, persons_per_agent=5000)
    zone.step()
    assert np.isfinite(zone.economy.firms.output).all()
