"""Which award removes most operating capacity per yuan?

Every phase-out of a package is run without awards and with several multiples of those of the twelfth
five-year plan; what counts is capacity that was running when it closed, not capacity on paper.
"""

from dataclasses import replace

import sezsim

PACKAGE = "phase_out_with_award"
HUNDRED_MILLION = 1e8
NOTHING = 0.0


def main() -> None:
    """Run all awards and print capacity closed, what of it was running, and yuan for it."""
    asked = sezsim.options(
        __doc__, replicates=4, persons_per_agent=1000, factors=[0.5, 1.0, 2.0, 4.0]
    )
    base = sezsim.Scenario.read(PACKAGE)
    awards = {f"policies.{each.id}.award": each.settings()["award"] for each in base.policies}
    paid = []
    for factor in sorted({NOTHING, *asked.factors}):
        changed = base.with_settings({name: factor * award for name, award in awards.items()})
        paid.append(replace(changed, name=f"{factor:g} times the award"))
    events = sezsim.run(
        paid, replicates=asked.replicates, persons_per_agent=asked.persons_per_agent
    ).events()
    closed = events[events["kind"] == "capacity_closed"]
    closed = closed.assign(running=closed["value"] * closed["running"])
    sums = closed.groupby(["sector", "unit", "scenario"])[["value", "running", "award"]].sum()
    sums = sums / asked.replicates
    sums["award"] /= HUNDRED_MILLION
    sums["per_award"] = sums["running"] / sums["award"].where(sums["award"] > 0)
    print("a run on average; value, running: in the unit; award: 100 million yuan")
    print(sums.to_string(float_format="{:,.3g}".format))
    free = sums["running"].xs(paid[0].name, level="scenario")
    for (sector, unit), rows in sums.dropna().groupby(["sector", "unit"]):
        *_, best = rows["per_award"].idxmax()
        part = free[sector, unit] / rows.loc[(sector, unit, best), "running"]
        print(f"{sector}: {best} removes most per yuan; {part:.0%} of it closes unpaid too.")


if __name__ == "__main__":
    main()
