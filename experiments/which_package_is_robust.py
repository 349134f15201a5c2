"""Which package is robust under a steel slump, a slump of the north-east, and early rail?

Runs the design robust_packages.yaml: packages crossed with stress cases and uncertain parameters.
Prints regret (how far behind the best package of the same future), the worst future, and the share
of futures in which a package does no worse than the baseline in any outcome.
"""

from dataclasses import replace
from pathlib import Path

import sezsim
from sezsim.ensemble.running import say
from sezsim.ensemble.sensitivity import study
from sezsim.ensemble.sensitivity_design import read_design

DESIGN = Path(__file__).with_name("robust_packages.yaml")
COLUMNS = ["scenario", "best_in", "most_regret", "mean_regret", "worst", "holds_up", "futures"]


def main() -> None:
    """Run the design and print one table per outcome, and the futures in which packages fail."""
    asked = sezsim.options(__doc__, points=16, persons_per_agent=5000, out="")
    design = read_design(DESIGN)
    design = replace(design, size=asked.points, persons_per_agent=asked.persons_per_agent)
    tables = study(design, asked.out or None, say)
    found = tables["robustness"]
    for outcome, rows in found.groupby("outcome", sort=False):
        print(f"{outcome} (regret and worst case in its unit; more is better)")
        print(rows[COLUMNS].round(3).to_string(index=False))
    if not tables["boxes"].empty:
        print("futures in which an effect has its rarer sign (limits as places between bounds)")
        print(tables["boxes"].round(2).to_string(index=False))
    least = found.loc[found.groupby("outcome", sort=False)["mean_regret"].idxmin()]
    for name, outcomes in least.groupby("scenario")["outcome"]:
        print(f"{name} falls least behind the best in {', '.join(outcomes)}.")
    held = found.groupby("scenario")["holds_up"].first().drop("baseline")
    told = ", ".join(f"{name} in {share:.0%}" for name, share in held.items())
    print(
        f"No worse than the baseline in any outcome: {told} of {found['futures'].max()} futures."
    )


if __name__ == "__main__":
    main()
