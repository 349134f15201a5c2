"""Statistics against values worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from sezsim.report.measures import measure
from sezsim.report.statistics import changes, spread, summary, yearly_means


def panel(values: dict[tuple[str, int], float], months: int = 12) -> pd.DataFrame:
    """Return a panel with the same value in all months of each run."""
    rows = [
        (
            f"{scenario}-{replicate}",
            scenario,
            replicate,
            f"2010-{month:02d}",
            "zone",
            value,
            value,
        )
        for (scenario, replicate), value in values.items()
        for month in range(1, months + 1)
    ]
    columns = ["run", "scenario", "replicate", "month", "city", "gdp_real", "unemployment_rate"]
    return pd.DataFrame(rows, columns=columns)


RUNS = {
    ("baseline", 1): 100.0, ("baseline", 2): 200.0, ("baseline", 3): 300.0,
    ("reform", 1): 101.0, ("reform", 2): 204.0, ("reform", 3): 309.0,
}  # fmt: skip


def test_differences_are_paired_by_replicate_and_relative_to_the_same_replicate():
    found = changes(yearly_means(panel(RUNS)), measure("gdp_real"), "baseline")
    assert list(found["value"]) == pytest.approx([1.0, 2.0, 3.0])
    assert set(found["scenario"]) == {"reform"}


def test_absolute_differences_of_flows_are_yearly_sums():
    means = yearly_means(panel(RUNS))
    found = changes(means, measure("gdp_real"), "baseline", relative=False)
    assert list(found["value"]) == pytest.approx([12.0, 48.0, 108.0])


def test_shares_change_by_percentage_points():
    runs = {key: value / 1000 for key, value in RUNS.items()}
    found = changes(yearly_means(panel(runs)), measure("unemployment_rate"), "baseline")
    assert list(found["value"]) == pytest.approx([0.1, 0.4, 0.9])


def test_interval_is_student_t():
    found = changes(yearly_means(panel(RUNS)), measure("gdp_real"), "baseline")
    row = summary(found).iloc[0]
    # mean 2, standard deviation 1, three replicates: 2 -+ 4.302653 / sqrt(3)
    assert row["mean"] == pytest.approx(2.0)
    assert row["low95"] == pytest.approx(2.0 - 4.302653 / np.sqrt(3.0), abs=1e-6)
    assert row["high80"] == pytest.approx(2.0 + 1.885618 / np.sqrt(3.0), abs=1e-6)
    assert row["n"] == 3


def test_a_replicate_without_its_pair_is_left_out():
    runs = {key: value for key, value in RUNS.items() if key != ("baseline", 3)}
    found = changes(yearly_means(panel(runs)), measure("gdp_real"), "baseline")
    assert list(found["replicate"]) == [1, 2]


def test_one_pair_has_no_interval():
    runs = {key: value for key, value in RUNS.items() if key[1] == 1}
    row = summary(changes(yearly_means(panel(runs)), measure("gdp_real"), "baseline")).iloc[0]
    assert row["mean"] == pytest.approx(1.0)
    assert np.isnan(row["low95"])


def test_spread_is_of_the_replicates():
    table = pd.DataFrame(
        {"scenario": "a", "city": "zone", "year": 2010, "value": np.arange(101.0)}
    )
    row = spread(table).iloc[0]
    assert (row["low95"], row["high95"]) == pytest.approx((2.5, 97.5))
    assert (row["low80"], row["high80"]) == pytest.approx((10.0, 90.0))


def test_only_full_years_count_where_there_are_any():
    whole, part = panel(RUNS), panel(RUNS, months=3)
    part["month"] = part["month"].str.replace("2010", "2011")
    both = yearly_means(pd.concat([whole, part], ignore_index=True))
    assert set(both.index.get_level_values("year")) == {2010}
    assert set(yearly_means(part).index.get_level_values("year")) == {2011}
