"""Does a finding keep its sign in all futures? And where not, in which futures does it turn?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sezsim.analysis.discovery import Box, discover
from sezsim.analysis.robustness import changes_sign
from sezsim.analysis.tornado import tornado_table
from sezsim.definitions.columns import Floats

FEWEST = 40  # futures from which on a box can be looked for
LEAST_GAIN = 0.3  # density of a box over that of all futures; chance alone makes boxes below it
FEWEST_CASES = 8  # futures on the rarer side
TINY = 1e-300
BEYOND = 2.5  # standard errors at each end: many factors and outcomes are looked at
SIGN_COLUMNS = (
    "mean", "low", "high", "share_up", "share_down", "changes_sign", "turned_by", "futures",
)  # fmt: skip
BOX_COLUMNS = (
    "event",
    "factor",
    "low",
    "high",
    "density",
    "coverage",
    "mass",
    "base",
    "futures",
)


def sign_row(
    points: Floats, effects: Floats, factors: Sequence[str]
) -> tuple[float | bool | int | str, ...]:
    """Return mean effect, middle 90% of futures, shares on either side of zero, what turns it."""
    known = effects[~np.isnan(effects)]
    low, high = np.percentile(known, [5.0, 95.0])
    up, down = float((known > 0).mean()), float((known < 0).mean())
    ends = (float(known.mean()), float(low), float(high), up, down)
    return (*ends, changes_sign(known), turned_by(points, effects, factors), len(known))


def turned_by(points: Floats, effects: Floats, factors: Sequence[str]) -> str:
    """Return the factor over which the mean effect turns its sign beyond chance, or nothing.

    A single future may differ in sign by chance; here the means of the futures with a low and with a
    high factor stand on two sides of zero, each by two and a half standard errors.
    """
    ends = tornado_table(points, effects[:, None], factors, ["effect"])
    for _, row in ends.iterrows():
        low = row["at_low"] / max(row["error_low"], TINY)
        high = row["at_high"] / max(row["error_high"], TINY)
        if min(low, high) < -BEYOND and max(low, high) > BEYOND:
            return str(row["factor"])
    return ""


def turning_box(points: Floats, effects: Floats) -> tuple[str, Box, float, int] | None:
    """Return the rarer sign of an effect, the box in which it gathers, its share and the futures.

    None where too few futures have the rarer sign to say anything about them.
    """
    known = ~np.isnan(effects)
    up, down = effects[known] > 0, effects[known] < 0
    event, cases = ("up", up) if up.sum() <= down.sum() else ("down", down)
    if known.sum() < FEWEST or cases.sum() < FEWEST_CASES:
        return None
    return event, discover(points[known], cases), float(cases.mean()), int(known.sum())


def box_rows(
    points: Floats, effects: Floats, factors: Sequence[str]
) -> list[tuple[str | float | int, ...]]:
    """Return one row per limit of the box in which an effect has its rarer sign."""
    found = turning_box(points, effects)
    if found is None:
        return []
    event, box, base, count = found
    if box.density - base < LEAST_GAIN:
        return []
    shares = (box.density, box.coverage, box.mass, base, count)
    return [
        (event, factors[column], max(low, 0.0), min(high, 1.0), *shares)
        for column, (low, high) in box.limits.items()
    ]


def table_of(
    rows: Sequence[tuple[object, ...]], keys: Sequence[str], columns: Sequence[str]
) -> pd.DataFrame:
    """Put rows together."""
    return pd.DataFrame(list(rows), columns=[*keys, *columns])
