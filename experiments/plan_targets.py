"""How likely is each target of the plan, by scenario, all together, and which area carries it?

Prints, for every scenario, the share of replicates that meet each target in 2015 and 2020, on model
figures and as cities report, and the levels; the yearly flow that an urban share of 75% needs beside
what villages and migration supply; which levers carry an indicator most, by leaving each out in turn;
and the Shapley shares of the ten areas of the plan in the effect on an indicator, whose sum is the
total effect.
"""

import argparse
from dataclasses import replace
from random import Random
from statistics import mean

import sezsim
from sezsim.describe.plan import plan_rows
from sezsim.observation.targets import (
    AS_REPORTED,
    BASE,
    FIRST,
    SECOND,
    TARGETS,
    all_met,
    needed_flow,
    value_of,
)
from sezsim.scenario import Scenario

ENDS = (FIRST, SECOND)
YEARS = (BASE, *ENDS)
LEADING = 3  # levers named for an indicator
CARRIED = ("rd_gdp", "hitech_share", "services_share", "urbanisation", "energy_gdp", "so2")
AREAS = tuple(range(1, 11))
MONTHS = 12


def yearly(found: dict[str, float]) -> dict[tuple[str, int], float]:
    """Turn names such as rd_gdp.2015 into pairs of indicator and year."""
    split = (name.split(".") for name in found)
    return {(p[0], int(p[1])): found[".".join(p)] for p in split if len(p) == 2}  # noqa: PLR2004


def lived(scenario: Scenario | str, replicate: int, scale: int) -> dict[tuple[str, int], float]:
    """Live one run and return the yearly means of the zone."""
    return yearly(sezsim.evaluate(scenario, {}, replicate=replicate, persons_per_agent=scale))


def matrix(name: str, runs: list[dict[tuple[str, int], float]]) -> None:
    """Print the share of replicates that meet each target in 2015 and 2020, and all together."""
    print(f"{name:24} {'target':46} met in 2015, 2020     level in 2010, 2015, 2020")
    for target in (*TARGETS, *AS_REPORTED):
        met = [mean(target.met(values, year) for values in runs) for year in ENDS]
        levels = [mean(value_of(target.indicator, v, y) for v in runs) for y in YEARS]
        words = f"{target.names.en} ({target.year})"
        print(f"{name:24} {words:46} {100 * met[0]:8.0f}% {100 * met[1]:4.0f}%    "
              + " ".join(f"{level:9.4g}" for level in levels))  # fmt: skip
    for told in (False, True):
        met = [
            mean(all_met(values, FIRST, year, reported=told) for values in runs)
            for year in ENDS
        ]
        words = f"all of {FIRST} together" + (", as reported" if told else "")
        print(f"{name:24} {words:46} {100 * met[0]:8.0f}% {100 * met[1]:4.0f}%")
    urban_flows(name, runs)


def urban_flows(name: str, runs: list[dict[tuple[str, int], float]]) -> None:
    """Print the flow that an urban share of 75% needs, and what came from where."""
    urban, people = (mean(v[i, BASE] for v in runs) for i in ("urbanisation", "population"))
    came = mean(
        v["urbanisation", FIRST] * v["population", FIRST]
        - v["urbanisation", BASE] * v["population", BASE]
        for v in runs
    )
    arrived = mean(
        sum(v["net_migration", year] * MONTHS for year in range(BASE + 1, FIRST + 1))
        for v in runs
    )
    print(f"{name:24} needs {needed_flow(urban, people, 5):,.0f} more urban residents a year "
          f"for 75%, has {came / 5:,.0f}: {arrived / 5:,.0f} net arrivals in the zone, "
          f"{(came - arrived) / 5:,.0f} from villages, births less deaths")  # fmt: skip


def levers(name: str, scale: int) -> None:
    """Print which policies of a scenario move each indicator most, by leaving each out in turn.

    One replicate: small effects on an indicator that chance moves are within chance.
    """
    whole = Scenario.read(name)
    if not whole.policies:
        return
    reached = lived(whole, 1, scale)
    without = {
        left_out.id: lived(
            replace(whole, policies=tuple(p for p in whole.policies if p is not left_out)),
            1,
            scale,
        )
        for left_out in whole.policies
    }
    for indicator in CARRIED:
        moved = {
            key: reached[indicator, FIRST] - values[indicator, FIRST]
            for key, values in without.items()
        }
        most = sorted(moved, key=lambda key: abs(moved[key]), reverse=True)[:LEADING]
        print(f"{name:24} {indicator:16} " + ", ".join(f"{k} {moved[k]:+.4g}" for k in most))


def coalition(areas: frozenset[int]) -> Scenario:
    """Return the plan with some areas only."""
    plan = Scenario.read("plan_as_written")
    area = {row["key"]: int(row["area"]) for row in plan_rows()}
    kept = tuple(policy for policy in plan.policies if area[policy.id] in areas)
    name = "areas_" + "_".join(map(str, sorted(areas)))
    return replace(plan, name=name, policies=kept)


def shares(orders: int, scale: int) -> dict[str, dict[int, float]]:
    """Return Shapley shares from random orders of the areas; they add up to the whole effect."""
    known: dict[frozenset[int], dict[tuple[str, int], float]] = {}
    found = {name: dict.fromkeys(AREAS, 0.0) for name in CARRIED}
    lots = Random(2010)  # noqa: S311 - the order of areas, not chance of the model
    for _ in range(orders):
        order, present = lots.sample(AREAS, len(AREAS)), frozenset[int]()
        for area in order:
            more = present | {area}
            for areas in (present, more):
                if areas not in known:
                    known[areas] = lived(coalition(areas), 1, scale)
            for name in CARRIED:
                gain = known[more][name, FIRST] - known[present][name, FIRST]
                found[name][area] += gain / orders
            present = more
    return found


def main() -> None:
    """Print matrix and shares."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--replicates", type=int, default=10)
    reader.add_argument("--persons-per-agent", type=int, default=1000)
    reader.add_argument("--orders", type=int, default=4, help="random orders of the areas")
    reader.add_argument("--levers", action="store_true", help="leave out each lever in turn")
    reader.add_argument("scenarios", nargs="*", default=["baseline", "plan_as_written"])
    asked = reader.parse_args()
    for name in asked.scenarios:
        runs = [
            lived(name, each, asked.persons_per_agent)
            for each in range(1, asked.replicates + 1)
        ]
        matrix(name, runs)
        if asked.levers:
            levers(name, asked.persons_per_agent)
    for name, by_area in shares(asked.orders, asked.persons_per_agent).items():
        parts = " ".join(f"{area}:{share:+.4g}" for area, share in by_area.items())
        print(f"{name:16} {parts}  sum {sum(by_area.values()):+.4g}")


if __name__ == "__main__":
    main()
