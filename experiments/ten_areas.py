"""What does each of the ten areas do, and each instrument of first priority, and in which direction?

Paired effects on the instrument's own indicator and on the headline ones in 2015 and 2020: scenario
less baseline, replicate by replicate, with 95% intervals. Prints a table and writes ten_areas.csv.
An instrument whose every effect is exactly zero is named at the end as a mistake.
"""

import argparse
import csv
import sys
from dataclasses import replace
from pathlib import Path

import sezsim
from sezsim.describe.plan import plan_rows
from sezsim.scenario import Scenario

HEADLINE = (
    "gdp_real", "services_share", "hitech_share", "rd_gdp", "urbanisation", "energy_gdp", "so2",
    "unemployment_rate", "fiscal_revenue",
)  # fmt: skip
COLUMNS = (
    "area", "instrument", "place", "indicator", "year", "estimate", "low", "high", "level",
    "replicates", "intended_sign", "verdict", "reason",
)  # fmt: skip
REASONS = {  # why an effect is not as intended, from the flows and requests of the model
    "catalogue": "the encouraged make half a per cent more and sell it a fifth of a per cent "
    "cheaper, so their margins shrink; the restricted sell dearer, with more value added",
    "emerging_industries": "new firms take customers from old ones of their industry: its output "
    "and value added move by less than a twentieth of a per cent",
    "service_reform": "relief and entry lower the price of producer services, which counts for "
    "more in nominal product than the growth of their output",
    "joint_promotion": "as many moves stay blocked as before, but with smaller bids the host keeps "
    "what firms got, so more of the blocked would suit both cities; with negotiation a quarter "
    "more moves are then agreed, and cities give away a third of what they gave",
    "tax_sharing": "a city asks for 4 to 9 years of a firm's city tax (tax, product and jobs of a "
    "term of office); half the tax for five years is a quarter of that and frees 2 moves in 700",
    "gdp_sharing": "half the product counts for a seventh of what a city asks for; it frees no move",
    "guarantee": "in 2015 bad loans fall by a tenth; in 2020 nearly all are those of state firms, "
    "which the fund does not cover (180.0 of 180.1 hundred million yuan)",
    "compensation_fund": "half a year's tax, about what a thousandth of revenue pays for, is a "
    "fifteenth of what a city asks for; it is paid for moves that would be agreed anyhow",
}
AREAS = range(1, 11)
YEARS = (2015, 2020)


def chosen_rows(priorities: set[str]) -> list[dict[str, str]]:
    """Return the rows of the plan that act, of some priorities."""
    return [
        row
        for row in plan_rows()
        if row["mechanism"] != "target" and row["priority"] in priorities
    ]


def scenarios(rows: list[dict[str, str]]) -> list[Scenario]:
    """Return the baseline, each instrument alone and each area alone."""
    baseline, plan = Scenario.read("baseline"), Scenario.read("plan_as_written")
    policies = {policy.id: policy for policy in plan.policies}
    alone = [replace(baseline, name=r["key"], policies=(policies[r["key"]],)) for r in rows]
    areas = [Scenario.read(f"plan_by_area/only_{area}") for area in AREAS]
    return [baseline, *alone, *areas]


def verdict(sign: str, estimate: float, low: float, high: float) -> str:
    """Say whether an effect has the intended direction beyond chance."""
    if not sign:
        return ""
    if low == high == 0.0:
        return "unchanged"
    if low <= 0.0 <= high:
        return "within chance"
    return "as intended" if (estimate > 0.0) == (sign == "+") else "against intention"


def effects(result: sezsim.Result, name: str, row: dict[str, str]) -> list[tuple[object, ...]]:
    """Return the effects of a scenario on its own indicator and on the headline ones."""
    place, sign = row.get("place", "zone"), row.get("sign", "")
    own = [row["indicator"]] if sign else []
    table = result.effects(
        name, by="city" if place != "zone" else "zone", years=YEARS,
        indicators=[*own, *(other for other in HEADLINE if other not in own)],
    )  # fmt: skip
    table = table[table["city"] == place]
    found = []
    for line in table.itertuples():
        wanted = sign if line.indicator in own else ""
        said = verdict(wanted, line.mean, line.low, line.high)
        why = REASONS.get(name, "") if said != "as intended" and wanted else ""
        found.append(
            (row["area"], name, place, line.indicator, line.year, line.mean, line.low, line.high,
             line.level, line.n, wanted, said, why)
        )  # fmt: skip
    return found


def show(lines: list[tuple[object, ...]]) -> None:
    """Print the effects on own indicators and of areas, in per cent of the baseline."""
    print(f"{'area':>4} {'instrument':24} {'indicator':20} year   effect   interval (%)")
    for area, name, _, indicator, year, mean, low, high, level, _, sign, said, why in lines:
        if sign or str(name).startswith("plan_by_area"):
            part = [100.0 * value / level if level else 0.0 for value in (mean, low, high)]
            print(
                f"{area:>4} {name:24} {indicator:20} {year} {part[0]:+8.2f}"
                f"   {part[1]:+.2f} to {part[2]:+.2f}  {said}  {why}"
            )


def idle(result: sezsim.Result, rows: list[dict[str, str]]) -> list[str]:
    """Return the instruments whose every effect is exactly zero, on any indicator in any city."""
    names = [row["key"] for row in rows]
    return [name for name in names if not result.effects(name, by="city")["mean"].any()]


def main() -> None:
    """Run, print and write."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--replicates", type=int, default=30)
    reader.add_argument("--persons-per-agent", type=int, default=1000)
    reader.add_argument("--priorities", default="1", help="such as 1,2,3 for all")
    reader.add_argument("--out", default="ten_areas.csv")
    asked = reader.parse_args()
    rows = chosen_rows(set(asked.priorities.split(",")))
    result = sezsim.run(
        scenarios(rows), replicates=asked.replicates, persons_per_agent=asked.persons_per_agent
    )
    lines = [line for row in rows for line in effects(result, row["key"], row)]
    for area in AREAS:
        lines += effects(result, f"plan_by_area/only_{area}", {"area": str(area)})
    show(lines)
    with Path(asked.out).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(lines)
    for name in idle(result, rows):
        print(f"{name}: every effect is exactly zero", file=sys.stderr)


if __name__ == "__main__":
    main()
