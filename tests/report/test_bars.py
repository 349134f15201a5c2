"""Bars stand in panels that fill the page, however many there are."""

from itertools import pairwise

import pytest

from sezsim.report.bars import Panel, Part, above, stacked


@pytest.mark.parametrize("count", range(1, 31))
def test_panels_below_each_other_fill_the_column_from_top_to_bottom(count):
    ends = [above(place, count) for place in range(count)]
    assert ends[0][1] == 1.0
    assert ends[-1][0] == 0.0
    assert all(0.0 <= low < high <= 1.0 for low, high in ends)
    assert all(upper[0] >= lower[1] for upper, lower in pairwise(ends))


@pytest.mark.parametrize("narrow", [False, True])
def test_a_figure_of_twenty_reforms_can_be_drawn(narrow):
    part = Part("gain", "#000000", [1.0, 2.0])
    panels = [Panel(f"reform {k}", ["men", "women"], [part]) for k in range(20)]
    assert len(stacked(panels, narrow=narrow)["data"]) == 20
