"""What drives unemployment in 2015: which uncertain parameters, beside chance?

First Morris screening over the parameters of unemployment_2015.yaml, then Sobol indices of those that
matter most. The replicate is one more factor in both: what does less than it does is lost in chance.
"""

from dataclasses import replace
from pathlib import Path

import sezsim
from sezsim.analysis.factors import REPLICATE
from sezsim.ensemble.running import say
from sezsim.ensemble.sensitivity import study
from sezsim.ensemble.sensitivity_design import read_design

DESIGN = Path(__file__).with_name("unemployment_2015.yaml")


def main() -> None:
    """Screen, choose, decompose."""
    asked = sezsim.options(__doc__, paths=20, points=64, kept=5, persons_per_agent=5000)
    design = replace(read_design(DESIGN), persons_per_agent=asked.persons_per_agent)
    screened = study(replace(design, size=asked.paths), None, say)["morris"]
    if screened.empty:
        raise SystemExit("Fewer than two paths were left; take more with --paths.")
    sizes = screened.pivot(index="factor", columns="outcome", values="mu_star")
    order = (sizes / sizes.max()).max(axis=1).sort_values(ascending=False).index
    print("Morris: mean size of elementary effects on each outcome")
    print(sizes.loc[order].to_string(float_format="{:.3g}".format))
    kept = {REPLICATE, *order.drop(REPLICATE)[: asked.kept]}
    factors = tuple(each for each in design.factors if each.name in kept)
    second = replace(design, kind="sobol", size=asked.points, factors=factors)
    found = study(second, None, say)["sobol"].set_index("factor")
    print("Sobol: part of the variance alone, and in all; far beyond 1: take more --points")
    print(found[["outcome", "first", "total", "total_low", "total_high"]].round(2).to_string())
    for outcome, total in found.groupby("outcome", sort=False)["total"]:
        above = total[total > total[REPLICATE]].sort_values(ascending=False)
        told = ", ".join(f"{name} ({part:.0%})" for name, part in above.items())
        print(
            f"{outcome}: chance alone takes part in {total[REPLICATE]:.0%} of the variance; "
            f"more than that: {told or 'no parameter'}."
        )


if __name__ == "__main__":
    main()
