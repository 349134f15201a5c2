"""Tornado (龙卷风图): the outcome where a factor is low and where it is high, all others as drawn.

Mean outcome over the runs in the lowest and in the highest third of the factor, each with its
standard error; any sample that fills the cube will do, so no runs are made for it.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sezsim.definitions.columns import Floats

PART = 1.0 / 3.0
COLUMNS = ("outcome", "factor", "at_low", "error_low", "at_high", "error_high", "mean")


def tornado_table(
    points: Floats, outcomes: Floats, factor_names: Sequence[str], outcome_names: Sequence[str]
) -> pd.DataFrame:
    """Return the ends of all bars with their standard errors."""
    rows = []
    for o, outcome in enumerate(outcome_names):
        values = np.asarray(outcomes[:, o], float)
        there = ~np.isnan(values)
        for i, factor in enumerate(factor_names):
            low = values[there & (points[:, i] <= PART)]
            high = values[there & (points[:, i] >= 1.0 - PART)]
            if min(len(low), len(high)) > 1:
                ends = (*mean_and_error(low), *mean_and_error(high))
                rows.append((outcome, factor, *ends, float(values[there].mean())))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def mean_and_error(values: Floats) -> tuple[float, float]:
    """Return a mean and its standard error."""
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))
