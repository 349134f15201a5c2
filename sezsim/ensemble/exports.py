"""Exports: the IAMC long table, and the pair of experiments and outcomes of exploratory modelling.

IAMC: one row per model, scenario, region, variable, unit and year, as the tools of integrated
assessment read it (pyam and others). A scenario of several replicates is their mean; region is the city
or 'Shenyang Economic Zone'; values are means of the months of a year.

Experiments and outcomes: one row a run of what was chosen (scenario, replicate, swept values), and a
dictionary of arrays in the order of those rows; this is what EMA Workbench analyses and saves. A yearly
series is an array (runs, years).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import ZONE
from sezsim.ensemble.points_apart import labels
from sezsim.ensemble.result import KEYS, Result
from sezsim.observation.indicator import INDICATORS

MODEL, REGION = "sezsim", "Shenyang Economic Zone"
IAMC = ("model", "scenario", "region", "variable", "unit", "year", "value")
CHOSEN = ("run", "seed")  # columns of the design that no analysis needs


def iamc_table(result: Result, indicators: Sequence[str] | None = None) -> pd.DataFrame:
    """Return means over replicates by scenario, region, variable and year as a long table.

    The runs of a sweep are kept apart by their values: each point is a scenario of its own.
    """
    means = yearly(result, indicators)
    design = result.design()
    label = design["scenario"] + labels(design)
    scenario = means.index.get_level_values("run").map(
        dict(zip(design["run"], label, strict=True))
    )
    keys = [
        scenario,
        means.index.get_level_values("city"),
        means.index.get_level_values("year"),
    ]
    table = means.groupby(keys).mean().rename_axis(["scenario", "region", "year"])
    table = table.reset_index().melt(["scenario", "region", "year"], var_name="variable")
    unit = [INDICATORS[name].unit if name in INDICATORS else "" for name in table["variable"]]
    region = table["region"].where(table["region"] != ZONE, REGION)
    table = table.assign(model=MODEL, unit=unit, region=region)
    return table[list(IAMC)].sort_values(list(IAMC[:-1]), ignore_index=True)


def experiments_outcomes(
    result: Result, indicators: Sequence[str] | None = None
) -> tuple[pd.DataFrame, dict[str, Floats]]:
    """Return what was chosen in each run, and for every outcome an array of runs by years.

    Outcomes are named by indicator for the zone, indicator.city for a city; 'year' holds the years.
    """
    means = yearly(result, indicators)
    order = means.index.get_level_values("run").unique()
    design = result.design().set_index("run").loc[order].reset_index()
    experiments = design.drop(columns=[name for name in CHOSEN if name in design])
    outcomes: dict[str, Floats] = {}
    for city in means.index.get_level_values("city").unique():
        of_city = means.xs(city, level="city")
        for name in means.columns:
            wide = of_city[name].unstack("year").loc[order]
            outcomes[name if city == ZONE else f"{name}.{city}"] = wide.to_numpy()
            outcomes["year"] = np.tile(wide.columns.to_numpy(), (len(order), 1))
    return experiments, outcomes


def yearly(result: Result, indicators: Sequence[str] | None) -> pd.DataFrame:
    """Return yearly means by run, city and year."""
    panel = result.panel()
    listed = [name for name in panel.columns if name not in KEYS]
    chosen = result.known(indicators, panel[listed])
    year = panel["month"].str[:4].astype(int).rename("year")
    return panel[chosen].astype(float).groupby([panel["run"], panel["city"], year]).mean()
