"""Where does sharing tax or statistics unblock moves of firms, and where does only bargaining?

Efficient moves blocked a year (2011 to 2020) under each rule, for weights of product and jobs and for
costs of blocking that no data identify. Prints a CSV: one line a rule and point of the grid;
the answer, at how many points a rule halves what is blocked, goes to the other stream.
"""

import argparse
import csv
import sys
from itertools import product
from statistics import mean, stdev

import sezsim

RULES = (
    "transfer_rules/none", "transfer_rules/half_for_three_years",
    "transfer_rules/half_for_ten_years", "transfer_rules/negotiated_without_fund",
    "enclave_parks/credit_split", "enclave_parks/credit_double",
)  # fmt: skip
GRID = {
    "relocation.product": (0.0, 0.05, 0.2),
    "relocation.jobs": (0.0, 0.3),
    "relocation.blocking": (0.05, 0.15, 0.4),
}
YEARS = range(2011, 2021)
MONTHS = 12
HALF = 0.5


def blocked(rule: str, point: dict[str, float], replicate: int, scale: int) -> float:
    """Efficient moves blocked a year under a rule in one run."""
    found = sezsim.evaluate(rule, point, replicate=replicate, persons_per_agent=scale)
    return mean(MONTHS * found[f"efficient_blocked.{year}"] for year in YEARS)


def main() -> None:
    """Print the table."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--replicates", type=int, default=3)
    reader.add_argument("--persons-per-agent", type=int, default=5000)
    chosen = reader.parse_args()
    table = csv.writer(sys.stdout)
    table.writerow((*GRID, "rule", "blocked_a_year", "less_than_none", "deviation", "n"))
    replicates = range(1, chosen.replicates + 1)
    halved = dict.fromkeys(RULES[1:], 0)
    for values in product(*GRID.values()):
        point = dict(zip(GRID, values, strict=True))
        none: list[float] = []
        for rule in RULES:
            runs = [blocked(rule, point, each, chosen.persons_per_agent) for each in replicates]
            none = none or runs
            less = [before - now for before, now in zip(none, runs, strict=True)]
            if rule in halved:
                halved[rule] += mean(runs) < HALF * mean(none)
            spread = stdev(less) if len(less) > 1 else float("nan")
            table.writerow(
                (*values, rule, round(mean(runs), 2), round(mean(less), 2), round(spread, 2),
                 len(runs))
            )  # fmt: skip
            sys.stdout.flush()
    grid = len(list(product(*GRID.values())))
    print(f"Blocked moves at least halved, at so many of {grid} points:", file=sys.stderr)
    for rule, points in halved.items():
        print(f"  {rule}: {points}", file=sys.stderr)


if __name__ == "__main__":
    main()
