"""Do closures, awards, transfers and reform of labour act in the direction that theory predicts?

One row a sign of core_signs.yaml: the paired difference between two scenarios that meet the same
chance, its 95% interval, and whether the sign holds, is opposite or undecided. Writes core_signs.csv
and prints by what paired chance narrows the effects on capacity, public cost and employment.
Capacity, money and moves of firms are read at 1:1000; people at 1:100 (marked), or as counts in
persons from firms' decisions. Why some signs do not hold stands in README.md beside this file.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import yaml
from core_measures import MEASURES, Results, mean_of
from scipy.stats import t as student

import sezsim
from sezsim.scenario import Scenario

SIGNS = Path(__file__).with_suffix(".yaml")
COLUMNS = ("id", "statement", "expected", "estimate", "low", "high", "unit", "n", "verdict")
CONFIDENCE = 0.975
TRACED = 2000  # persons whose lives are recorded in each run at 1:100
FINE = 100  # persons for which a row stands where people are looked at
BASELINE, LISTED = "baseline", "forced_phase_out/list_by_intensity"
PRECISION = {
    "capacity": "capacity_nominal", "steel capacity": "capacity_steel",
    "backward capacity": "capacity_backward", "public cost": "fiscal_expenditure",
    "employment": "employed",
}  # fmt: skip
YEARS = (2011, 2013, 2015, 2020)  # the orders begin in 2011: years 1, 3, 5 and 10


class Sign(NamedTuple):
    """A statement: what is measured is larger, smaller or the same in one scenario as in another."""

    id: str
    statement: str
    expected: str
    reform: str
    against: str | None
    measure: str
    settings: dict[str, Any]
    unit: str
    scale: int | None = None
    tolerance: float = 0.0

    @classmethod
    def read(cls, row: list[Any]) -> "Sign":
        """Read a line of the table."""
        more = row[8] if len(row) > len(cls._fields) - 2 else {}
        return cls(*row[:8], **more)

    @property
    def names(self) -> tuple[str, ...]:
        """The scenarios that it needs."""
        return (self.reform,) if self.against is None else (self.against, self.reform)


def read_signs(only: str) -> tuple[list[Sign], dict[str, Any]]:
    """Read the signs whose id begins so, and the variants of scenarios."""
    table = yaml.safe_load(SIGNS.read_text(encoding="utf-8"))
    signs = [Sign.read(row) for row in table["signs"]]
    return [sign for sign in signs if sign.id.startswith(only)], table["variants"]


def scenarios(names: list[str], variants: dict[str, Any]) -> list[Scenario]:
    """Read scenarios by name; variants are written down as files first."""
    with TemporaryDirectory() as folder:
        for name, text in variants.items():
            told = {"title": {"zh": name, "en": name}, **text}
            path = Path(folder) / f"{name}.yaml"
            path.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        return [
            Scenario.read(Path(folder) / f"{name}.yaml" if name in variants else name)
            for name in names
        ]


def verdict_of(sign: Sign, low: float, high: float) -> str:
    """Judge a sign by its interval."""
    if sign.expected == "0":
        return "holds" if max(-low, high) <= sign.tolerance else "undecided"
    towards = (low > 0.0, high < 0.0)
    right, wrong = towards if sign.expected == "+" else towards[::-1]
    return "holds" if right else "opposite" if wrong else "undecided"


def judge(sign: Sign, results: dict[str, Results], coarse: int) -> dict[str, Any]:
    """Return the row of one sign."""
    measure = MEASURES[sign.measure]
    values = measure(results[sign.reform], **sign.settings)
    if sign.against is not None:
        values = values - measure(results[sign.against], **sign.settings)
    values = values.replace([np.inf, -np.inf], np.nan).dropna()
    n = len(values)
    mean = float(values.mean()) if n else float("nan")
    error = float(values.std() / np.sqrt(n)) if n > 1 else float("nan")
    half = float(student.ppf(CONFIDENCE, max(n - 1, 1))) * error
    low, high = mean - half, mean + half
    statement = f"{sign.statement} (1:{sign.scale or coarse})"
    row = (sign.id, statement, sign.expected, mean, low, high, sign.unit, n)
    return dict(zip(COLUMNS, (*row, verdict_of(sign, low, high)), strict=True))


def lived(
    signs: list[Sign], variants: dict[str, Any], scale: int, replicates: int
) -> dict[str, Results]:
    """Live all scenarios that the signs need."""
    names = list(dict.fromkeys([BASELINE, *(name for sign in signs for name in sign.names)]))
    chosen = scenarios(names, variants)
    result = sezsim.run(
        chosen, replicates=replicates, persons_per_agent=scale, trace=TRACED * (scale == FINE)
    )
    return {name: Results(result, each.name) for name, each in zip(names, chosen, strict=True)}


def precision(reform: Results, baseline: Results) -> Iterator[tuple[str, list[float]]]:
    """Yield by what pairing narrows the variance of an effect in each year."""
    for label, indicator in PRECISION.items():
        ratios = []
        for year in YEARS:
            one = mean_of(reform, indicator, year, year)
            other = mean_of(baseline, indicator, year, year)
            paired = (one - other).var()
            ratios.append((one.var() + other.var()) / paired if paired > 0.0 else np.inf)
        yield label, ratios


def tell(row: dict[str, Any]) -> None:
    """Print the row of one sign."""
    print(
        f"{row['id']:6} {row['statement']:92} {row['expected']} {row['estimate']:11.4g} "
        f"[{row['low']:.4g}, {row['high']:.4g}] {row['unit']}  {row['verdict']}", flush=True,
    )  # fmt: skip


def main() -> None:
    """Run, print and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--replicates", type=int, default=30)
    ask.add_argument("--fine-replicates", type=int, default=12)
    ask.add_argument("--persons-per-agent", type=int, default=1000)
    ask.add_argument("--only", default="", help="signs whose id begins so, such as 4a")
    ask.add_argument("--out", default="core_signs.csv")
    given = ask.parse_args()
    signs, variants = read_signs(given.only)
    rows, coarse = [], given.persons_per_agent
    for scale, replicates in ((None, given.replicates), (FINE, given.fine_replicates)):
        mine = [sign for sign in signs if sign.scale == scale]
        if not mine:
            continue
        results = lived(mine, variants, scale or coarse, replicates)
        for sign in mine:
            rows.append(judge(sign, results, coarse))
            tell(rows[-1])
        pd.DataFrame(rows, columns=list(COLUMNS)).to_csv(given.out, index=False)
        if LISTED in results:
            print(
                f"\nvariance of unpaired over paired effects in years 1, 3, 5, 10 (1:{scale or coarse})"
            )
            for label, ratios in precision(results[LISTED], results[BASELINE]):
                print(f"  {label:18}", " ".join(f"{ratio:9.1f}" for ratio in ratios))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    print(table["verdict"].value_counts().to_string())
    order = {sign.id: place for place, sign in enumerate(signs)}
    table = table.sort_values("id", key=lambda ids: ids.map(order))
    table.to_csv(given.out, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
