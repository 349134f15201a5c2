"""Who moves under hukou reform, where to, and who gains?

Settlement, access to services and portable pensions are eased in all cities. Prints the change of
migration between places, and of income and unemployment by group, against the baseline.
"""

import argparse

import sezsim
from sezsim.scenario import Scenario

REFORM = "transfers_and_registration"
YEARS = (2013, 2020)


def main() -> None:
    """Run baseline and reform; print streams and groups that change most."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--replicates", type=int, default=8)
    options.add_argument("--persons-per-agent", type=int, default=1000)
    asked = options.parse_args()
    reform = Scenario.read(REFORM)
    result = sezsim.run(
        ["baseline", reform],
        replicates=asked.replicates,
        persons_per_agent=asked.persons_per_agent,
    )
    flows = result.flows()
    moves = flows[(flows["kind"] == "migration") & flows["year"].between(*YEARS)]
    keys = ["origin", "destination"]
    yearly = moves.groupby([*keys, "scenario"])["value"].sum().unstack("scenario").fillna(0.0)
    yearly /= asked.replicates * (YEARS[1] - YEARS[0] + 1)
    change = (yearly[reform.name] - yearly["baseline"]).rename("change")
    largest = change.reindex(change.abs().sort_values(ascending=False).index).head(12)
    print("persons a year, reform less baseline, the streams that change most")
    print(largest.round(0).to_string())
    groups = result.groups()
    last = groups[(groups["year"] == YEARS[1]) & (groups["city"] == "zone")]
    columns = ["better_off", "worse_off", "mean_change"]
    table = (
        last[last["scenario"] == reform.name].groupby(["group_kind", "group"])[columns].mean()
    )
    print(
        f"share better off, share worse off, mean change of income (yuan a month) in {YEARS[1]}"
    )
    print(table.to_string(float_format="{:.2f}".format))
    into = change.groupby("destination").sum()
    net = into.sub(change.groupby("origin").sum(), fill_value=0.0).sort_values()
    gain = (table["better_off"] - table["worse_off"]).sort_values()
    print(
        f"{change.sum():+,.0f} moves a year. {net.index[-1]} gains most people ({net.iloc[-1]:+,.0f} a "
        f"year), {net.index[0]} loses most ({net.iloc[0]:+,.0f}). The better off outnumber the worse "
        f"off most among {gain.index[-1][1]}, least among {gain.index[0][1]}."
    )


if __name__ == "__main__":
    main()
