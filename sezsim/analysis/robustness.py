"""Robustness (稳健性): which option does well in many futures rather than best in one.

Options are rows and futures columns; more is better.

    regret      how much less than the best option of the same future; its maximum and its mean
    satisficing share of futures in which an option meets all its thresholds
    maximin     the value in the worst future
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from sezsim.definitions.errors import ResultError


def regrets(values: pd.DataFrame) -> pd.DataFrame:
    """Return the regret of each option (rows) in each future (columns)."""
    return values.rsub(values.max(axis=0), axis=1)


def satisficing(
    outcomes: Mapping[str, pd.DataFrame], thresholds: Mapping[str, float]
) -> pd.Series:
    """Return the share of futures in which each option reaches the threshold of every outcome."""
    unknown = [name for name in thresholds if name not in outcomes]
    if unknown or not thresholds:
        raise ResultError(f"There is no threshold for {unknown or 'any outcome'}.")
    met = [outcomes[name] >= least for name, least in thresholds.items()]
    together = met[0]
    for each in met[1:]:
        together &= each
    return together.mean(axis=1)


def robustness_table(values: pd.DataFrame) -> pd.DataFrame:
    """Return regret, worst case and mean of each option; futures that any option lacks are out."""
    whole = values.dropna(axis=1)
    if whole.empty:
        raise ResultError("There is no future in which all options have an outcome.")
    regret = regrets(whole)
    best = whole.eq(whole.max(axis=0), axis=1)
    return pd.DataFrame(
        {
            "mean": whole.mean(axis=1),
            "worst": whole.min(axis=1),
            "most_regret": regret.max(axis=1),
            "mean_regret": regret.mean(axis=1),
            "best_in": best.mean(axis=1),
            "futures": whole.shape[1],
        }
    )


def changes_sign(effects: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> bool:
    """Tell whether an effect is above zero in some futures and below it in others.

    Futures in which it is missing do not count.
    """
    known = effects[~np.isnan(effects)]
    return bool((known > 0).any() and (known < 0).any())
