"""Does the first month jump, is any month special, and do all scales show the same zone?

For real product, employment, mean pay and prices of each city: the largest deviation of a level
and of a monthly change from its own trend of the first two years, in the mean of the replicates
and in any single one; then yearly means of 2011 to 2020 at coarser scales over those at the finest.
"""

import argparse

import numpy as np

import sezsim
from sezsim.definitions.geography import CITIES, CITY_NAMES

SPECIAL = (1, 2, 3, 4, 5, 6, 12, 13)
WATCHED = ("gdp_real", "employed", "mean_wage", "price_level")
TREND = 24  # months over which the own trend is fitted
MEAN, SINGLE = 0.02, 0.04  # admitted


def paths(replicates: int, scale: int, until: str) -> dict[str, np.ndarray]:
    """Return indicators (replicates, months, cities) of the baseline at a scale."""
    result = sezsim.run("baseline", replicates=replicates, persons_per_agent=scale, until=until)
    panel = result.panel()
    wide = panel[panel["city"] != "zone"].sort_values(["replicate", "month"])
    found = {}
    for name in (*WATCHED, "unemployment_rate"):
        table = wide.pivot_table(index=["replicate", "month"], columns="city", values=name)
        found[name] = table[list(CITY_NAMES)].to_numpy().reshape(replicates, -1, CITIES)
    return found


def off_trend(values: np.ndarray) -> np.ndarray:
    """Largest deviation of logs and of their changes from their trend, in the special months."""
    logs = np.log(values[:, :TREND])
    months = np.arange(1, TREND + 1) - (TREND + 1) / 2.0
    slope = np.einsum("t,rtc->rc", months, logs) / (months**2).sum()
    level = logs - logs.mean(axis=1, keepdims=True) - slope[:, None] * months[:, None]
    change = np.diff(logs, axis=1) - slope[:, None]
    chosen = [month - 1 for month in SPECIAL]
    changed = [month - 2 for month in SPECIAL if month > 1]
    return np.array([np.abs(level[:, chosen]).max(), np.abs(change[:, changed]).max()])


def main() -> int:
    """Print deviations and scales; the exit status is the number of deviations not admitted."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--replicates", type=int, default=8)
    ask.add_argument("--scales", type=int, nargs="+", default=[5000, 1000, 100])
    given = ask.parse_args()
    failed, early = 0, paths(given.replicates, 1000, "2011-12")
    print(f"{'months ' + ', '.join(map(str, SPECIAL)):36s} level off trend  change off trend")
    for name in WATCHED:
        for which, values, most in (
            ("mean of replicates", early[name].mean(axis=0, keepdims=True), MEAN),
            ("any single replicate", early[name], SINGLE),
        ):
            level, change = off_trend(values)
            failed += max(level, change) > most
            print(f"{name:14s} {which:21s} {level:14.4f} {change:17.4f}   at most {most}")
    finest = min(given.scales)
    found = {s: paths(given.replicates, s, "2020-12") for s in given.scales}
    print(
        f"\nmeans of 2011 to 2020 over those at 1:{finest}, least and largest of zone and cities"
    )
    for name in (*WATCHED, "unemployment_rate"):
        for scale in given.scales:
            if scale != finest:
                each = found[scale][name][:, 12:].mean(axis=1)
                ratio = each.mean(axis=0) / found[finest][name][:, 12:].mean(axis=(0, 1))
                noise = 2.0 * each.std(axis=0, ddof=1) / np.sqrt(len(each)) / each.mean(axis=0)
                beyond = (np.abs(ratio - 1.0) - noise).max()
                print(f"{name:18s} 1:{scale:<5d} {ratio.min():.4f} to {ratio.max():.4f}, "
                      f"beyond chance by at most {max(beyond, 0.0):.4f}")  # fmt: skip
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
