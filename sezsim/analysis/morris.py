"""Morris screening (莫里斯筛选): which factors matter at all, from few runs.

Along each path through a grid one factor moves at a time; the change of the outcome over the step
is an elementary effect. mu is its mean, mu_star the mean of its size, sigma its spread: a sigma
near mu_star means that the effect depends on the other factors. Designs and analysis are SALib's.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from SALib.analyze import morris as analysis
from SALib.sample import morris as sample

from sezsim.definitions.columns import Floats

LEVELS = 4
COLUMNS = ("outcome", "factor", "mu", "mu_star", "low", "high", "sigma")


def problem(names: Sequence[str]) -> dict[str, object]:
    """Return SALib's description of factors in the unit cube."""
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def morris_points(factors: int, paths: int, seed: int) -> Floats:
    """Return points (paths * (factors + 1), factors) of the unit cube."""
    names = [f"x{i}" for i in range(factors)]
    drawn = sample.sample(problem(names), paths, num_levels=LEVELS, seed=seed)
    return np.asarray(drawn, float)


def morris_table(
    points: Floats, outcomes: Floats, factor_names: Sequence[str], outcome_names: Sequence[str]
) -> pd.DataFrame:
    """Return elementary effects, one row per outcome and factor.

    Outcomes (points, outcomes) are in the order of the points. A path with a missing outcome is
    left out for this outcome; low and high are the bootstrap interval of mu_star.
    """
    step = len(factor_names) + 1
    rows = []
    for o, outcome in enumerate(outcome_names):
        values = np.asarray(outcomes[:, o], float)
        whole = np.repeat(~np.isnan(values).reshape(-1, step).any(axis=1), step)
        if whole.sum() < 2 * step:
            continue
        found = analysis.analyze(
            problem(factor_names),
            points[whole],
            values[whole],
            num_levels=LEVELS,
            seed=1,
            num_resamples=200,
        )
        star, half = np.asarray(found["mu_star"], float), np.asarray(found["mu_star_conf"])
        ends = zip(found["mu"], star, star - half, star + half, found["sigma"], strict=True)
        rows += [
            (outcome, name, *(float(part) for part in parts))
            for name, parts in zip(factor_names, ends, strict=True)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
