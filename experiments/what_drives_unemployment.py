"""What drives unemployment in 2015: which uncertain parameters, beside chance?

First Morris screening over the parameters of unemployment_2015.yaml, then Sobol indices of those that
matter most. The replicate is one more factor in both: what does less than it does is lost in chance.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from sezsim.analysis.factors import REPLICATE
from sezsim.ensemble.running import say
from sezsim.ensemble.sensitivity import study
from sezsim.ensemble.sensitivity_design import read_design

DESIGN = Path(__file__).with_name("unemployment_2015.yaml")


def main() -> None:
    """Screen, choose, decompose."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--paths", type=int, default=20)
    options.add_argument("--points", type=int, default=64)
    options.add_argument("--kept", type=int, default=5)
    options.add_argument("--persons-per-agent", type=int, default=5000)
    asked = options.parse_args()
    design = replace(read_design(DESIGN), persons_per_agent=asked.persons_per_agent)
    screened = study(replace(design, size=asked.paths), None, say)["morris"]
    if screened.empty:
        raise SystemExit("Fewer than two paths were left; take more with --paths.")
    print("Morris: mean size of elementary effects on each outcome")
    sizes = screened.pivot_table(index="factor", columns="outcome", values="mu_star")
    relative = (sizes / sizes.max()).max(axis=1).sort_values(ascending=False)
    print(sizes.loc[relative.index].to_string(float_format=lambda value: f"{value:.3g}"))
    chosen = [name for name in relative.index if name != REPLICATE][: asked.kept]
    factors = [each for each in design.factors if each.name in {*chosen, REPLICATE}]
    second = replace(design, kind="sobol", size=asked.points, factors=tuple(factors))
    found = study(second, None, say)["sobol"]
    print("Sobol: part of the variance alone (first) and with all interactions (total)")
    columns = ["outcome", "factor", "first", "total", "total_low", "total_high"]
    print(found[columns].round(2).to_string(index=False))
    for outcome, rows in found.groupby("outcome", sort=False):
        total = rows.set_index("factor")["total"].sort_values(ascending=False)
        chance = total.pop(REPLICATE)
        above = [f"{name} ({value:.0%})" for name, value in total.items() if value > chance]
        print(
            f"{outcome}: chance alone takes part in {chance:.0%} of the variance; more than that: "
            f"{', '.join(above) or 'no parameter'}."
        )
    print(f"With {asked.points} points; parts far beyond 100% ask for more (--points).")


if __name__ == "__main__":
    main()
