"""Which award removes most operating capacity per yuan?

Every phase-out of a package is run with awards at several multiples of those of the twelfth
five-year plan; what counts is capacity that was running when it closed, not capacity on paper.
"""

import argparse
from dataclasses import replace

import pandas as pd

import sezsim
from sezsim.scenario import Scenario

HUNDRED_MILLION = 1e8


def paid(base: Scenario, factor: float) -> Scenario:
    """Return the phase-out with all awards at a multiple."""
    awards = {
        f"policies.{policy.id}.award": factor * float(policy.settings()["award"])
        for policy in base.policies
    }
    return replace(base.with_settings(awards), name=f"{factor:g} times the award")


def main() -> None:
    """Run all awards and print capacity closed, capacity that was running, and yuan for it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--replicates", type=int, default=4)
    options.add_argument("--persons-per-agent", type=int, default=1000)
    options.add_argument("--factors", type=float, nargs="+", default=[0.0, 0.5, 1.0, 2.0, 4.0])
    asked = options.parse_args()
    base = Scenario.read("phase_out_with_award")
    result = sezsim.run(
        [paid(base, factor) for factor in asked.factors],
        replicates=asked.replicates,
        persons_per_agent=asked.persons_per_agent,
    )
    events = result.events()
    closed = events[events["kind"] == "capacity_closed"]
    closed = closed.assign(running=closed["value"] * closed["running"])
    sums = closed.groupby(["scenario", "sector", "unit"])[["value", "running", "award"]].sum()
    sums = sums / asked.replicates
    sums["award"] = sums["award"] / HUNDRED_MILLION
    sums["running_per_award"] = (sums["running"] / sums["award"]).where(sums["award"] > 0)
    pd.set_option("display.width", 120)
    print(
        "value, running: capacity a year in its unit; award: 100 million yuan; a run on average"
    )
    print(sums.to_string(float_format=lambda value: f"{value:,.3g}"))
    for sector, rows in sums.groupby("sector"):
        paid_for = rows.dropna(subset="running_per_award")
        if paid_for.empty:
            print(f"{sector}: nobody was paid.")
            continue
        name = paid_for["running_per_award"].idxmax()[0]
        free = rows.loc[rows["award"] == 0, "running"]
        part = (
            f"; {free.iloc[0] / rows.loc[name, 'running'].iloc[0]:.0%} of it closes unpaid too"
        )
        print(f"{sector}: {name} removes most per yuan{part if len(free) else ''}.")


if __name__ == "__main__":
    main()
