"""Yearly means, paired differences to the baseline, and what is known about their mean."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.report.measures import DERIVED, Measure
from sezsim.report.tables import KEYS

CELL = ["scenario", "city", "year"]
INTERVALS = (80, 95)  # per cent


def yearly_means(panel: pd.DataFrame) -> pd.DataFrame:
    """Average the months of each full year by scenario, replicate, city and year."""
    year = panel["month"].str[:4].astype(int).rename("year")
    values = panel.drop(columns=list(KEYS)).astype(float)
    keys = [panel["scenario"], panel["replicate"], panel["city"], year]
    months = panel["month"].groupby(year).nunique()
    full = months.index[months == MONTHS_A_YEAR]
    means = values.groupby(keys, sort=True).mean()
    if len(full):
        means = means[means.index.get_level_values("year").isin(full)]
    for name, (plus, minus, _) in DERIVED.items():
        if plus in means and minus in means:
            means[name] = means[plus] - means[minus]
    return means


def levels(means: pd.DataFrame, measure: Measure) -> pd.Series:
    """Return the yearly values of an indicator as they are shown."""
    return (means[measure.name] * measure.factor).rename("value")


def changes(
    means: pd.DataFrame, measure: Measure, baseline: str, *, relative: bool | None = None
) -> pd.DataFrame:
    """Return differences to the baseline, replicate by replicate, as they are shown.

    A relative change is per cent of the same replicate's baseline. Replicates that only one of
    two scenarios has are left out.
    """
    values = levels(means, measure).unstack("scenario")
    before = values[baseline]
    others = values.drop(columns=baseline).sub(before, axis=0)
    if measure.kind == "relative" if relative is None else relative:
        others = 100.0 * others.div(before.abs().where(before != 0), axis=0)
    others.columns.name = "scenario"
    table = others.stack().rename("value").dropna().reset_index()
    return table[["scenario", "replicate", "city", "year", "value"]]


def summary(table: pd.DataFrame, by: Sequence[str] = CELL) -> pd.DataFrame:
    """Return mean, number and 80% and 95% t-intervals of the mean over the replicates."""
    grouped = table.groupby(list(by), sort=True)["value"]
    found = pd.DataFrame({"mean": grouped.mean(), "n": grouped.count()})
    error = grouped.std() / np.sqrt(found["n"])
    found["ratio"] = (found["mean"].abs() / error.where(error > 0)).fillna(np.inf)
    found.loc[found["mean"] == 0, "ratio"] = 0.0
    for share in INTERVALS:
        half = stdtrit(np.maximum(found["n"] - 1, 1), 0.5 + share / 200) * error
        found[f"low{share}"], found[f"high{share}"] = found["mean"] - half, found["mean"] + half
    return found.reset_index()


def sure_among(table: pd.DataFrame, many: int) -> pd.DataFrame:
    """Return the effects that stay beyond chance when so many are looked at (Bonferroni)."""
    pairs = np.maximum(table["n"] - 1, 1)
    return table[(table["n"] > 1) & (table["ratio"] > stdtrit(pairs, 1 - 0.025 / many))]


def spread(table: pd.DataFrame, by: Sequence[str] = CELL) -> pd.DataFrame:
    """Return the mean and the middle 80% and 95% of the replicates themselves."""
    grouped = table.groupby(list(by), sort=True)["value"]
    found = pd.DataFrame({"mean": grouped.mean(), "n": grouped.count()})
    for share in INTERVALS:
        tail = 0.5 - share / 200
        found[f"low{share}"] = grouped.quantile(tail)
        found[f"high{share}"] = grouped.quantile(1 - tail)
    return found.reset_index()
