"""How fast may backward steel capacity close before unemployment in Anshan doubles?

The phase-out with award is run with its steel quota closing within fewer and fewer months. The
answer is the fastest pace at which no replicate has a month with twice the baseline's unemployment.
"""

import argparse
from dataclasses import replace

import sezsim
from sezsim.definitions.calendar import Month
from sezsim.scenario import Scenario

QUOTA = 1.0
FIRST = Month.read("2011-01")
CITY = "anshan"
DOUBLE = 2.0


def dose(base: Scenario, months: int) -> Scenario:
    """Return the phase-out with all backward steel capacity closing within so many months."""
    last = str(Month(FIRST.number + months - 1))
    changed = base.with_settings(
        {"policies.steel_phase_out.quota": QUOTA, "policies.steel_phase_out.until": last}
    )
    return replace(changed, name=f"{months} months")


def main() -> None:
    """Run all doses and print the largest ratio of unemployment to the baseline's."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--replicates", type=int, default=8)
    options.add_argument("--persons-per-agent", type=int, default=1000)
    options.add_argument("--months", type=int, nargs="+", default=[36, 24, 12, 6, 3])
    asked = options.parse_args()
    base = Scenario.read("phase_out_with_award")
    result = sezsim.run(
        ["baseline", *(dose(base, months) for months in asked.months)],
        replicates=asked.replicates,
        persons_per_agent=asked.persons_per_agent,
    )
    panel = result.panel()
    rates = panel[panel["city"] == CITY].pivot_table(
        index=["replicate", "month"], columns="scenario", values="unemployment_rate"
    )
    ratios = rates.div(rates["baseline"], axis=0)
    largest = {}
    for months in asked.months:
        ratio = ratios[f"{months} months"].groupby("replicate").max()
        largest[months] = ratio.max()
        print(
            f"closed within {months:2d} months: unemployment in {CITY} at most "
            f"{ratio.mean():.2f} times the baseline's (replicates {ratio.min():.2f} to "
            f"{ratio.max():.2f}){'  doubles' if ratio.max() >= DOUBLE else ''}"
        )
    safe = [months for months, ratio in largest.items() if ratio < DOUBLE]
    fastest = f"within {min(safe)} months it does not" if safe else "at any pace tried it does"
    print(f"Does unemployment in {CITY} double in any replicate? If closed {fastest}.")


if __name__ == "__main__":
    main()
