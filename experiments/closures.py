"""Which headlines change sign under other closures (a) to (f)?

Runs the design closures.yaml and prints, for each headline effect, the share of futures in which it
is up and down and the closure that turns its sign, if one does. With --out the study is kept, and
`sezsim report RESULT --with OUT` marks these headlines on the first screen.
"""

from dataclasses import replace
from pathlib import Path

import sezsim
from sezsim.ensemble.running import say
from sezsim.ensemble.sensitivity import study
from sezsim.ensemble.sensitivity_design import read_design

DESIGN = Path(__file__).with_name("closures.yaml")
COLUMNS = ["scenario", "outcome", "mean", "share_up", "share_down", "turned_by", "futures"]


def main() -> None:
    """Run the design and print the signs and what was dropped."""
    asked = sezsim.options(__doc__, points=32, persons_per_agent=5000, out="")
    design = read_design(DESIGN)
    design = replace(design, size=asked.points, persons_per_agent=asked.persons_per_agent)
    tables = study(design, asked.out or None, say)
    signs, dropped = tables["signs"], tables["futures"]["dropped"]
    print(signs[COLUMNS].to_string(index=False, float_format="{:.3g}".format))
    for reason, count in dropped[dropped != ""].value_counts().items():
        print(f"futures dropped because the baseline runs away: {count} ({reason})")
    turned = signs[signs["turned_by"] != ""]
    for row in turned.itertuples():
        print(f"{row.scenario}, {row.outcome}: {row.turned_by} turns the sign beyond chance.")
    mixed = signs["changes_sign"].sum()
    print(
        f"Of {len(signs)} headlines {len(signs) - mixed} keep their sign in all "
        f"{signs['futures'].max()} futures; {mixed} have both signs, {len(turned)} of them because "
        "of a closure, the others by chance."
    )


if __name__ == "__main__":
    main()
