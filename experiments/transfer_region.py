"""Where does sharing tax or statistics unblock moves of firms, and where does only bargaining?

Prints a CSV of efficient moves blocked a year under each rule of transfer_region.yaml, at weights and
costs that no data identify; at how many points a rule halves them goes to the other stream.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd

import sezsim
from sezsim.ensemble.running import say
from sezsim.ensemble.sweep_design import read_sweep

DESIGN = Path(__file__).with_name("transfer_region.yaml")
VARIED = ["relocation.product", "relocation.jobs", "relocation.blocking"]
NONE = "transfer_rules/none"
MONTHS, HALF = 12, 0.5


def main() -> None:
    """Live the grid and compare every rule with none, replicate by replicate."""
    asked = sezsim.options(__doc__, replicates=3, persons_per_agent=5000)
    design = replace(read_sweep(DESIGN), **vars(asked))
    runs = sezsim.sweep(design, progress=say).outcomes.rename(columns={"scenario": "rule"})
    runs["blocked"] = MONTHS * runs[list(design.outcomes)].mean(axis=1)
    blocked = runs.pivot(index=[*VARIED, "replicate"], columns="rule", values="blocked")
    less = blocked.rsub(blocked[NONE], axis=0)
    table = pd.DataFrame(
        {
            "blocked_a_year": blocked.groupby(VARIED).mean().stack(),
            "less_than_none": less.groupby(VARIED).mean().stack(),
            "deviation": less.groupby(VARIED).std().stack(),
        }
    )
    table.round(2).to_csv(sys.stdout)
    means = table["blocked_a_year"].unstack("rule")
    halved = means.lt(HALF * means[NONE], axis=0).sum().drop(NONE)
    print(f"Blocked moves at least halved, at so many of {len(means)} points:", file=sys.stderr)
    print(halved.to_string(header=False), file=sys.stderr)


if __name__ == "__main__":
    main()
