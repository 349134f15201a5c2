"""The window of internal retirement is counted from the five years of the general rule."""

import pytest

from sezsim.process.layoffs import Parameters, retirement_window


@pytest.mark.parametrize("years", [0.0, 3.0, 5.0, 7.0])
def test_firms_may_bridge_as_many_years_as_the_rule_says(enacted, years):
    added = enacted("2012-01", ("internal_retirement", {"years": years})).retirement_window
    assert retirement_window(Parameters().window, float(added)) == years
