"""How fast may backward steel capacity close before unemployment in Anshan doubles?

All backward steel capacity closes within fewer and fewer months. The answer is the fastest pace at
which no replicate has a month with twice the baseline's unemployment.
"""

from dataclasses import replace

import sezsim

CITY = "anshan"
LIMIT = 2.0  # times the baseline's unemployment
STEEL = "policies.steel_phase_out"
FIRST = sezsim.Month.read("2011-01")


def main() -> None:
    """Run all paces and print the largest ratio of unemployment to the baseline's."""
    asked = sezsim.options(
        __doc__, replicates=8, persons_per_agent=1000, months=[36, 24, 12, 6, 3]
    )
    base = sezsim.Scenario.read("phase_out_with_award")
    paces = []
    for months in asked.months:
        last = sezsim.Month(FIRST.number + months - 1)
        changed = base.with_settings({f"{STEEL}.quota": 1.0, f"{STEEL}.until": str(last)})
        paces.append(replace(changed, name=f"{months} months"))
    panel = sezsim.run(
        ["baseline", *paces],
        replicates=asked.replicates,
        persons_per_agent=asked.persons_per_agent,
    ).panel()
    rates = panel[panel["city"] == CITY].pivot(
        index=["replicate", "month"], columns="scenario", values="unemployment_rate"
    )
    worst = rates.div(rates["baseline"], axis=0).groupby("replicate").max()
    table = worst.agg(["mean", "min", "max"]).T.loc[[pace.name for pace in paces]]
    print(f"worst month of unemployment in {CITY}, times the baseline's, over replicates")
    print(table.round(2).to_string())
    safe = [m for m in asked.months if table.loc[f"{m} months", "max"] < LIMIT]
    fastest = f"within {min(safe)} months it does not" if safe else "at any pace tried it does"
    print(f"Does unemployment in {CITY} double in any replicate? If closed {fastest}.")


if __name__ == "__main__":
    main()
