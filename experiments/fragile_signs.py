"""Where do the signs that scenarios.md calls fragile hold, and where do they turn?

Each fragile statement is swept over what it hangs on; a row is one point: the paired effect, its 95%
interval and whether the expected sign holds there. Writes fragile_signs.csv. Effects below a
thousandth of a city need 1:100 (--only with --persons-per-agent 100) or make no claim.
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from core_measures import MEASURES, Results
from core_signs import CONFIDENCE, scenarios
from scipy.stats import t as student

import sezsim

PHASE_OUT = {"since": "2011-01", "until": "2013-12", "industry": "steel", "cities": "all"}
NEARLY_ALL = 0.9  # of what the norm reaches
DATES = {"since": "2011-01", "until": "2020-12"}


class Sweep(NamedTuple):
    """A fragile statement: two scenarios for each point of a grid, and what should be larger."""

    id: str
    statement: str
    expected: str
    grid: dict[str, tuple[Any, ...]]
    pair: Callable[..., tuple[dict[str, Any], dict[str, Any]]]
    measure: str
    settings: dict[str, Any]
    unit: str


def order(base: str, more: dict[str, Any], parameters: dict[str, float]) -> dict[str, Any]:
    """Write a scenario: a base with another order for steel and other parameters."""
    steel = {"capacity_phase_out": {"id": "steel", **more}}
    return {"extends": base, "policies": [steel], "parameters": parameters}


def where_jobs_go(norm: float, quota: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """A list by intensity that reaches more or less, against no order."""
    text = {**PHASE_OUT, "norm": norm, "quota": quota}
    return order("baseline", text, {}), {"extends": "baseline"}


def interest(weight: float, tax: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """A larger city share of tax, at a weight of jobs."""
    base = order("forced_phase_out", {}, {"city_choice.jobs": weight})
    share = {"city_tax_shares": {**DATES, "value_added": tax, "profit": 2.0 * tax}}
    return {**base, "policies": [*base["policies"], share]}, base


def output_or_capacity(quota: float, shading: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Bids per tonne of output against bids per tonne for nine tenths, within the year 2011.

    The second closes idle plant first and reaches as much that runs as a quota of about .15 does where
    bids are per output. Within one year both meet the same price of steel.
    """
    more = {"shading": shading, "fund": 0, "until": "2011-12"}
    output = order("award_rules/d_output", {**more, "quota": quota}, {})
    return output, order("award_rules/c_auction", {**more, "quota": NEARLY_ALL}, {})


def ratio_of_rights(ratio: float, norm: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """A ratio against one for one, where more or less old plant may be sold."""

    def rule(asked: float) -> dict[str, Any]:
        trade = {"capacity_replacement": {"ratio": asked, "trade": "zone"}}
        return {
            "extends": "replacement_and_trade/equal_in_zone", "policies": [trade],
            "parameters": {"capacity_rights.norm": norm},
        }  # fmt: skip

    return rule(ratio), rule(1.0)


def places_of_building(life: float, norm: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Trade in the zone against trade in the city."""
    parameters = {"capacity_rights.life": life, "capacity_rights.norm": norm}
    return tuple(
        {"extends": f"replacement_and_trade/equal_in_{place}", "parameters": parameters}
        for place in ("zone", "city")
    )  # type: ignore[return-value]


def credit(product_weight: float, jobs: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Credit of product split, against parks alone."""
    parameters = {"relocation.product": product_weight, "relocation.jobs": jobs}
    return tuple(
        {"extends": f"enclave_parks/{arm}", "parameters": parameters}
        for arm in ("credit_split", "parks_only")
    )  # type: ignore[return-value]


def rent(access: float, crowding: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Registration and portable benefits, at values of access and of crowding."""
    parameters = {"migration.access": access, "housing.crowding": crowding}
    reform = {"extends": "hukou_and_portable_benefits/money_stays", "parameters": parameters}
    return reform, {"extends": "baseline", "parameters": parameters}


def leak(ease: float, places: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Training in Fuxin where people may settle more or less easily, against no training."""
    settle = {"hukou_reform": {**DATES, "cities": ["shenyang"], "settlement_ease": ease}}
    course = {"training_subsidy": {**DATES, "cities": ["fuxin"], "places": places}}
    base = {"extends": "phase_out_with_award", "policies": [settle]}
    return {**base, "policies": [settle, course]}, base


def reallocation(ease: float, sold: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Hard budgets and sales where entry opens more or less, against the rules of 2010."""
    entry = {"entry_reform": {"id": "private_entry", "ease": ease}}
    state = {"state_enterprise_reform": {"id": "state_firms", "sold": sold}}
    reform = {"extends": "state_reform_and_entry", "policies": [entry, state]}
    return reform, {"extends": "baseline"}


def links(saving: float, elasticity: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Belts that save more or less time, where trade answers more or less to price."""
    parameters = {"trade.sigma": elasticity}
    belts = {"travel_links": {"id": "belts", "saving": saving}}
    reform = {"extends": "belts_and_rail", "policies": [belts], "parameters": parameters}
    return reform, {"extends": "baseline", "parameters": parameters}


def product_of_cities(
    product_weight: float, floor: float
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Scores that weigh product less, with a floor under land prices."""
    scores = {"city_scores": {**DATES, "product": product_weight, "damage": 4}}
    land = {"land_price_floor": {**DATES, "bidding": floor}}
    return {"extends": "baseline", "policies": [scores, land]}, {"extends": "baseline"}


def of(indicator: str, first: int, last: int, *places: str) -> dict[str, Any]:
    """Return the settings of a mean over years."""
    return {"indicator": indicator, "first": first, "last": last, "places": places or ("zone",)}


SWEEPS = (
    Sweep("S2-jobs", "more are dismissed in Anshan and Benxi than in Yingkou and Liaoyang", "+",
          {"norm": (1.05, 1.15), "quota": (0.25, 0.6, 0.9)}, where_jobs_go, "where_dismissed",
          {"here": ("anshan", "benxi"), "there": ("yingkou", "liaoyang")}, "person"),
    Sweep("S2-tax", "more tax that stays in the city makes owners keep more", "+",
          {"weight": (0.0, 0.3, 0.9), "tax": (0.02, 0.1)}, interest, "resisted_share", {}, "1"),
    Sweep("S3-output", "bids per output cost less per running tonne than bids per tonne", "-",
          {"quota": (0.05, 0.1, 0.2, 0.9), "shading": (0.0, 0.5, 1.0)}, output_or_capacity,
          "cost_per_running_tonne", {}, "yuan/t"),
    Sweep("S4-price", "the price of rights rises with the ratio", "+",
          {"ratio": (1.25, 1.5), "norm": (0.95, 1.05, 1.15)}, ratio_of_rights, "right_price", {},
          "yuan a unit of yearly capacity"),
    Sweep("S4-places", "zone trade moves building to Anshan and Yingkou", "+",
          {"life": (5.0, 15.0, 30.0), "norm": (1.05, 1.15)}, places_of_building, "mean_of",
          of("capacity_steel", 2014, 2020, "anshan", "yingkou"), "10^4 t/month"),
    Sweep("S6-credit", "credit of product unblocks efficient moves", "-",
          {"product_weight": (0.0, 0.05, 0.1, 0.2), "jobs": (0.0, 0.3)}, credit, "blocked", {},
          "move"),
    Sweep("S7-rent", "rent rises in Shenyang", "+",
          {"access": (0.0, 0.03, 0.07, 0.14), "crowding": (0.5, 1.0, 2.0)}, rent, "mean_of",
          of("rent", 2016, 2020, "shenyang"), "1"),
    Sweep("S8xS7-leak", "training in Fuxin helps the product of Shenyang", "+",
          {"ease": (1.0, 1.5), "places": (2000.0, 10000.0)}, leak, "mean_of",
          of("gdp_real", 2015, 2020, "shenyang"), "10^8 yuan/month"),
    Sweep("S10-growth", "product grows by more while firms are reallocated", "+",
          {"ease": (1.0, 1.36, 2.0), "sold": (0.0, 0.03, 0.1)}, reallocation, "log_of",
          {"indicator": "gdp_real", "first": 2013, "last": 2015}, "log point"),
    Sweep("S11-services", "services concentrate in Shenyang", "+",
          {"saving": (0.1, 0.3, 0.5), "elasticity": (2.0, 3.0, 5.0)}, links, "part_of",
          {"indicator": "va_tertiary", "first": 2016, "last": 2020, "place": "shenyang"}, "1"),
    Sweep("S12-growth", "true product does not fall when scores weigh product less", "+",
          {"product_weight": (0.0, 0.4), "floor": (0.0, 1.0)}, product_of_cities, "mean_of",
          of("gdp_real", 2015, 2020), "10^8 yuan/month"),
)  # fmt: skip


def points(sweep: Sweep) -> Iterator[dict[str, Any]]:
    """Yield the points of the grid."""
    for values in product(*sweep.grid.values()):
        yield dict(zip(sweep.grid, values, strict=True))


def swept(sweep: Sweep, replicates: int, scale: int) -> Iterator[dict[str, Any]]:
    """Live a sweep and yield one row a point."""
    texts, grid = {}, list(points(sweep))
    for k, point in enumerate(grid):
        texts[f"reform_{k}"], texts[f"against_{k}"] = sweep.pair(**point)
    chosen = scenarios(list(texts), texts)
    result = sezsim.run(chosen, replicates=replicates, persons_per_agent=scale)
    measure = MEASURES[sweep.measure]
    for k, point in enumerate(grid):
        one, other = (
            measure(Results(result, f"{kind}_{k}"), **sweep.settings)
            for kind in ("reform", "against")
        )
        change = (one - other).replace([np.inf, -np.inf], np.nan).dropna()
        n, mean = len(change), float(change.mean())
        half = float(student.ppf(CONFIDENCE, max(n - 1, 1)) * change.std() / np.sqrt(max(n, 1)))
        low, high = mean - half, mean + half
        right = (low > 0.0, high < 0.0)[:: 1 if sweep.expected == "+" else -1]
        verdict = "holds" if right[0] else "opposite" if right[1] else "undecided"
        told = ", ".join(f"{name} {value:g}" for name, value in point.items())
        yield {
            "id": sweep.id, "statement": sweep.statement, "expected": sweep.expected,
            "point": told, "estimate": mean, "low": low, "high": high, "unit": sweep.unit,
            "n": n, "verdict": verdict,
        }  # fmt: skip


def main() -> None:
    """Run all sweeps, print and write them."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--replicates", type=int, default=6)
    ask.add_argument("--persons-per-agent", type=int, default=1000)
    ask.add_argument("--only", default="", help="statements whose id begins so, such as S3")
    ask.add_argument("--out", default="fragile_signs.csv")
    given = ask.parse_args()
    rows: list[dict[str, Any]] = []
    for sweep in SWEEPS:
        if not sweep.id.startswith(given.only):
            continue
        print(f"\n{sweep.id}: {sweep.statement} ({sweep.expected}), {sweep.unit}")
        for row in swept(sweep, given.replicates, given.persons_per_agent):
            rows.append(row)
            print(
                f"  {row['point']:36} {row['estimate']:11.4g} "
                f"[{row['low']:.4g}, {row['high']:.4g}]  {row['verdict']}", flush=True,
            )  # fmt: skip
    pd.DataFrame(rows).to_csv(Path(given.out), index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
