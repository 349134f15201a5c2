"""Who moves under hukou reform, where to, and who gains?

Settlement, access to services and portable pensions are eased in all cities. Prints the change of
migration between places, and of income by group, against the baseline.
"""

import sezsim

REFORM = "transfers_and_registration"
FIRST, LAST = 2013, 2020
SHOWN = 12  # streams


def main() -> None:
    """Run baseline and reform; print the streams that change most, and the groups."""
    asked = sezsim.options(__doc__, replicates=8, persons_per_agent=1000)
    result = sezsim.run(["baseline", REFORM], **vars(asked))
    flows, groups = result.flows(), result.groups()
    moves = flows[(flows["kind"] == "migration") & flows["year"].between(FIRST, LAST)]
    yearly = moves.pivot_table(
        index=["origin", "destination"], columns="scenario", values="value", aggfunc="sum"
    ).fillna(0.0) / (asked.replicates * (LAST - FIRST + 1))
    change = yearly[REFORM] - yearly["baseline"]
    most = change.sort_values(key=abs, ascending=False).head(SHOWN)
    print("persons a year, reform less baseline, the streams that change most")
    print(most.round(0).to_string())
    last = groups.query("year == @LAST and city == 'zone' and scenario == @REFORM")
    columns = ["better_off", "worse_off", "mean_change"]
    table = last.groupby(["group_kind", "group"])[columns].mean()
    print(f"share better off, share worse off, mean change of income (yuan a month) in {LAST}")
    print(table.to_string(float_format="{:.2f}".format))
    into, out = (change.groupby(level=side).sum() for side in ("destination", "origin"))
    net = into.sub(out, fill_value=0.0)
    gain = (table["better_off"] - table["worse_off"]).droplevel("group_kind")
    print(
        f"{change.sum():+,.0f} moves a year. {net.idxmax()} gains most people ({net.max():+,.0f} a "
        f"year), {net.idxmin()} loses most ({net.min():+,.0f}). The better off outnumber the worse "
        f"off most among {gain.idxmax()}, least among {gain.idxmin()}."
    )


if __name__ == "__main__":
    main()
