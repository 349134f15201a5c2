"""When do cities stop blocking good moves?

Every rule of compensation of scenarios/transfer_rules.yaml against the baseline: how many moves by
which both cities together would gain stay blocked, and how many moves are agreed.
"""

import sezsim

COLUMNS = ("efficient_blocked", "moves_blocked", "moves_agreed", "move_requests")
HALF = 0.5


def main() -> None:
    """Run all rules and print moves a year, least blocked first."""
    asked = sezsim.options(
        __doc__, replicates=8, persons_per_agent=1000, rules=["transfer_rules"]
    )
    result = sezsim.run(
        ["baseline", *asked.rules],
        replicates=asked.replicates,
        persons_per_agent=asked.persons_per_agent,
    )
    panel = result.panel()
    zone = panel[(panel["city"] == "zone") & (panel["month"] >= "2012-01")]
    yearly = 12.0 * zone.groupby(["scenario", "replicate"])[list(COLUMNS)].mean()
    yearly["share_of_requests"] = yearly["efficient_blocked"] / yearly["move_requests"]
    means = yearly.groupby("scenario").agg(["mean", "std"])
    print("moves a year from 2012 on: mean and spread over replicates")
    print(means.sort_values(("efficient_blocked", "mean")).round(2).to_string())
    blocked = means[("efficient_blocked", "mean")].sort_values()
    before = blocked.pop("baseline")
    freed = [
        f"{name} ({left:.1f})" for name, left in blocked.items() if left < HALF * before
    ] or ["none of these rules"]
    print(
        f"Without a rule {before:.1f} good moves a year are blocked. Those that at least halve "
        f"this: {', '.join(freed)}."
    )


if __name__ == "__main__":
    main()
