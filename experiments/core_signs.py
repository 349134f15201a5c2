"""Do closures, awards, transfers and reform of labour act in the direction that theory predicts?

One row a sign: the paired difference between two scenarios that meet the same chance, its 95%
interval, and whether the predicted sign holds, is opposite or undecided. Writes core_signs.csv, and
prints by what the paired chance narrows three effects in years 1, 3, 5 and 10. Capacity, money and
moves of firms are read at 1:1000; jobs are counts in persons from firms' decisions.
"""

import argparse
import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import t as student

import sezsim

FORCED, AWARDS, TRANSFERS = "forced_phase_out", "award_rules", "transfer_rules"
PARKS, BASELINE = "enclave_parks", "baseline"
RIGHTS, REGISTERED = "replacement_and_trade", "hukou_and_portable_benefits"
JUST = "just_transition"
RULES = ("none", "half_for_three_years", "half_for_ten_years", "negotiated_with_fund")
COLUMNS = ("id", "statement", "expected", "estimate", "low", "high", "unit", "n", "verdict")
CONFIDENCE = 0.975
Measure = Callable[["Results"], pd.Series]


class Sign(NamedTuple):
    """A statement: what is measured is larger (+) or smaller (-) in one scenario than in another."""

    id: str
    statement: str
    expected: str
    reform: str
    against: str
    measure: Callable[..., pd.Series]
    unit: str


class Results:
    """Stored runs of one scenario."""

    def __init__(self, result: sezsim.Result, name: str) -> None:
        """Keep the panel and the events of a scenario."""
        self.panel = result.panel([name])
        design = result.design()
        self.runs = design[design["scenario"] == name].set_index("run")["replicate"]
        events = result.events()
        self.events = events[events["run"].isin(self.runs.index)]

    def by_replicate(self, values: pd.Series) -> pd.Series:
        """Return values by run as values by replicate; a run without any counts zero."""
        return values.reindex(self.runs.index, fill_value=0.0).rename(self.runs)


def mean_of(
    found: Results, indicator: str, first: int, last: int, place: str = "zone"
) -> pd.Series:
    """Mean of an indicator over years, by replicate."""
    panel = found.panel
    year = panel["month"].str[:4].astype(int)
    rows = panel[(panel["city"] == place) & (year >= first) & (year <= last)]
    return found.by_replicate(rows.groupby("run")[indicator].mean())


def closed(found: Results, what: str) -> pd.Series:
    """Capacity closed (yuan or t a year as reported), running part, or awards (yuan), of steel."""
    events = found.events
    steel = events[(events["kind"] == "capacity_closed") & (events["sector"] == "steel")]
    amount = steel["value"] * (steel["running"] if what == "running" else 1.0)
    amount = steel["award"] if what == "award" else amount
    return found.by_replicate(amount.groupby(steel["run"]).sum())


def cost_per_running_tonne(found: Results) -> pd.Series:
    """Award over running capacity removed (yuan/t), of steel."""
    return closed(found, "award") / closed(found, "running").where(lambda each: each > 0.0)


def running_share(found: Results) -> pd.Series:
    """Share of the steel capacity closed that was running."""
    return closed(found, "running") / closed(found, "all").where(lambda each: each > 0.0)


def count(found: Results, kind: str) -> pd.Series:
    """Number of events of a kind, by replicate."""
    events = found.events[found.events["kind"] == kind]
    return found.by_replicate(events.groupby("run").size().astype(float))


def dismissed(found: Results) -> pd.Series:
    """Persons dismissed by closing orders, as firms decided."""
    events = found.events[found.events["kind"] == "capacity_closed"]
    return found.by_replicate(events.groupby("run")["workers"].sum())


def blocked(found: Results) -> pd.Series:
    """Moves blocked though both cities together would have gained."""
    return mean_of(found, "efficient_blocked", 2011, 2020) * 120.0


def inflation_of_reports(found: Results) -> pd.Series:
    """Reported over true product, 2015 to 2020."""
    told = mean_of(found, "gdp_reported", 2015, 2020)
    return told / mean_of(found, "gdp_nominal", 2015, 2020)


def of(indicator: str, first: int, last: int, place: str = "zone") -> Measure:
    """Return the measure of an indicator's mean over years."""
    return partial(mean_of, indicator=indicator, first=first, last=last, place=place)


def arm(scenario: str, name: str) -> str:
    """Name an arm."""
    return f"{scenario}/{name}"


LISTED, CHOSEN = arm(FORCED, "list_by_intensity"), arm(FORCED, "own_choice")
SEALED, SPLIT = arm(FORCED, "only_sealed"), arm(FORCED, "split_debt")
ONE_RATE, FORMULA = arm(AWARDS, "a_one_rate"), arm(AWARDS, "b_formula")
AUCTION, OUTPUT = arm(AWARDS, "c_auction"), arm(AWARDS, "d_output")
SIGNS = (
    Sign("4a-1", "an order closes backward capacity", "-", LISTED, BASELINE,
         of("capacity_backward", 2013, 2014), "10^8 yuan/month"),
    Sign("4a-2", "closing raises unemployment outside farming while it lasts", "+", LISTED,
         BASELINE, of("unemployment_rate_nonfarm", 2011, 2013), "1"),
    Sign("4a-3", "closing dismisses workers", "+", LISTED, BASELINE, dismissed, "person"),
    Sign("4a-4", "firms that choose close less running plant than a list by intensity", "-",
         CHOSEN, LISTED, running_share, "1"),
    Sign("4a-5", "sealed plant starts again when prices recover", "+", SEALED, LISTED,
         partial(count, kind="capacity_restarted"), "event"),
    Sign("4a-6", "banks lose when the debt of closed plant is split", "+", SPLIT, LISTED,
         of("bank_bad_loans", 2012, 2016), "1"),
    Sign("4a-7", "closing lowers emissions of sulphur dioxide", "-", LISTED, BASELINE,
         of("so2", 2014, 2016), "t/month"),
    Sign("S3-1", "an auction pays less per running tonne than one rate", "-", AUCTION, ONE_RATE,
         cost_per_running_tonne, "yuan/t"),
    Sign("S3-2", "the formula pays less per running tonne than one rate", "-", FORMULA, ONE_RATE,
         cost_per_running_tonne, "yuan/t"),
    Sign("S3-3", "bids per tonne of output pay less per running tonne than bids per tonne", "-",
         OUTPUT, AUCTION, cost_per_running_tonne, "yuan/t"),
    Sign("S3-4", "bids per tonne of output close more running plant", "+", OUTPUT, AUCTION,
         running_share, "1"),
    Sign("S5-1", "half the tax for three years unblocks some moves", "-", arm(TRANSFERS, RULES[1]),
         arm(TRANSFERS, RULES[0]), blocked, "move"),
    Sign("S5-2", "half the tax for ten years unblocks more", "-", arm(TRANSFERS, RULES[2]),
         arm(TRANSFERS, RULES[1]), blocked, "move"),
    Sign("S5-3", "negotiated sums with a fund unblock most", "-", arm(TRANSFERS, RULES[3]),
         arm(TRANSFERS, RULES[2]), blocked, "move"),
    Sign("S5-4", "with negotiated sums more firms move", "+", arm(TRANSFERS, RULES[3]),
         arm(TRANSFERS, RULES[0]), of("moves_agreed", 2011, 2020), "firm/month"),
    Sign("S4-1", "building half more against old plant leaves less steel capacity", "-",
         arm(RIGHTS, "half_more_in_zone"), arm(RIGHTS, "equal_in_zone"),
         of("capacity_steel", 2014, 2020), "10^4 t/month"),
    Sign("S4-2", "rights traded in the zone let more old plant go than rights in the firm", "-",
         arm(RIGHTS, "equal_in_zone"), arm(RIGHTS, "equal_in_firm"),
         of("capacity_backward", 2014, 2020), "10^8 yuan/month"),
    Sign("S7-1", "more residents are registered where they live if money follows them", "-",
         arm(REGISTERED, "money_follows"), arm(REGISTERED, "money_stays"),
         of("migrant_share", 2014, 2020), "1"),
    Sign("S7-2", "portable benefits by themselves move few: jobs in Shenyang", "+",
         arm(REGISTERED, "portability_only"), BASELINE, of("employed", 2015, 2020, "shenyang"),
         "person"),
    Sign("S8-1", "seven years of bridging retire more of the dismissed", "+",
         arm(JUST, "bridging_seven_years"), arm(JUST, "no_bridging"),
         of("internally_retired", 2012, 2016), "person"),
    Sign("S8-2", "seven years of bridging lower unemployment outside farming", "-",
         arm(JUST, "bridging_seven_years"), arm(JUST, "no_bridging"),
         of("unemployment_rate_nonfarm", 2012, 2016), "1"),
    Sign("S8-3", "training lowers unemployment outside farming", "-", arm(JUST, "training"),
         arm(JUST, "tonnes_only"), of("unemployment_rate_nonfarm", 2013, 2016), "1"),
)  # fmt: skip
PRECISION = ("capacity_backward", "fiscal_expenditure", "employed")


def judge(sign: Sign, results: dict[str, Results]) -> dict[str, Any]:
    """Return the row of one sign."""
    difference = (
        sign.measure(results[sign.reform]) - sign.measure(results[sign.against])
    ).dropna()
    n = len(difference)
    mean = float(difference.mean()) if n else float("nan")
    error = float(difference.std() / np.sqrt(n)) if n > 1 else float("nan")
    half = float(student.ppf(CONFIDENCE, max(n - 1, 1))) * error
    low, high = mean - half, mean + half
    towards = (low > 0.0, high < 0.0)
    right, wrong = towards if sign.expected == "+" else towards[::-1]
    verdict = "holds" if right else "opposite" if wrong else "undecided"
    values = (sign.id, sign.statement, sign.expected, mean, low, high, sign.unit, n, verdict)
    return dict(zip(COLUMNS, values, strict=True))


def precision(reform: Results, baseline: Results) -> None:
    """Print by what pairing narrows the variance of effects in years 1, 3, 5 and 10."""
    print("\nvariance of the difference of unpaired runs over that of paired runs")
    for indicator in PRECISION:
        ratios = []
        for year in (2011, 2013, 2015, 2020):
            one = mean_of(reform, indicator, year, year)
            other = mean_of(baseline, indicator, year, year)
            paired = (one - other).var()
            ratios.append((one.var() + other.var()) / paired if paired > 0.0 else np.inf)
        print(f"  {indicator:20}", " ".join(f"{ratio:8.1f}" for ratio in ratios))


def main() -> None:
    """Run, print and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--replicates", type=int, default=30)
    ask.add_argument("--persons-per-agent", type=int, default=1000)
    ask.add_argument("--only", default="", help="signs whose id begins so, such as 4a")
    ask.add_argument("--out", default="core_signs.csv")
    given = ask.parse_args()
    signs = [sign for sign in SIGNS if sign.id.startswith(given.only)]
    names = list(dict.fromkeys([BASELINE, *(n for s in signs for n in (s.against, s.reform))]))
    result = sezsim.run(
        names, replicates=given.replicates, persons_per_agent=given.persons_per_agent
    )
    results = {name: Results(result, name) for name in names}
    rows = [judge(sign, results) for sign in signs]
    for row in rows:
        print(
            f"{row['id']:5} {row['statement']:72} {row['expected']} {row['estimate']:12.4g} "
            f"[{row['low']:.4g}, {row['high']:.4g}] {row['unit']}  {row['verdict']}"
        )
    with Path(given.out).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    if LISTED in results:
        precision(results[LISTED], results[BASELINE])


if __name__ == "__main__":
    main()
