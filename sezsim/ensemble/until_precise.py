"""Runs until an effect is known well enough: a pilot, then as many replicates as are needed."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sezsim.analysis.precision import Needed, needed
from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.geography import ZONE
from sezsim.definitions.likely import intention
from sezsim.ensemble.outcome_names import problems_of
from sezsim.ensemble.result import Result
from sezsim.ensemble.running import run

MOST = 1000  # replicates, unless told otherwise


@dataclass(frozen=True)
class Wanted:
    """An outcome and the half-width to which its effect is to be known."""

    outcome: str
    width: float

    @classmethod
    def read(cls, text: str) -> "Wanted":
        """Read INDICATOR.YEAR=X or INDICATOR.CITY.YEAR=X; raise ScenarioError."""
        outcome, _, number = text.partition("=")
        try:
            width = float(number)
        except ValueError:
            width = 0.0
        if problems := list(problems_of(outcome)):
            raise ScenarioError(*(f"{text}: {each}" for each in problems))
        if not 0.0 < width < float("inf"):
            raise ScenarioError(
                f"{text}: write an outcome and a half-width above 0, such as "
                "unemployment_rate.anshan.2015=0.002."
            )
        return cls(outcome, width)


def differences(result: Result, scenario: str, outcome: str) -> Floats:
    """Return the paired differences to the baseline, replicate by replicate."""
    indicator, *place, year = outcome.split(".")
    by = "city" if place and place[0] != ZONE else "zone"
    city = place[0] if place else ZONE
    pair = [result.yearly(name, by) for name in (scenario, result.baseline)]  # type: ignore[arg-type]
    if indicator not in pair[0].columns:
        raise ResultError(
            f"The panel has no indicator '{indicator}'. {intention(indicator, pair[0].columns)}"
        )
    change: Any = (pair[0][indicator] - pair[1][indicator]).dropna()
    kept = change.index
    rows = (kept.get_level_values("city") == city) & (
        kept.get_level_values("year") == int(year)
    )
    if not rows.any():
        raise ResultError(f"No run has '{outcome}'; see its city and year.")
    return change[rows].to_numpy(float)


def precision(result: Result, outcome: str, wanted: float) -> pd.DataFrame:
    """Return how many replicates +-wanted on an outcome needs, one row a scenario."""
    found: list[dict[str, Any]] = []
    for scenario in list(result.manifest["scenarios"])[1:]:
        said: Needed = needed(differences(result, scenario, outcome), wanted)
        found.append({"scenario": scenario, "outcome": outcome, **vars(said)})
    if not found:
        raise ResultError("A precision is that of an effect: the pilot has only its baseline.")
    return pd.DataFrame(found)


def run_until_precise(
    scenarios: Any,
    wanted: Wanted,
    *,
    most: int = MOST,
    replicates: int = 20,
    resume: bool = False,
    **others: Any,
) -> tuple[Result, pd.DataFrame]:
    """Run, and add replicates until every effect's half-width is what is wanted or most are run.

    Replicates are added as the spread so far asks, at most doubling them at a time. A plan in memory
    lives its pilot again; one with out goes on where it stood.
    """
    if most < replicates:
        raise ScenarioError(
            f"--most {most} is below the {replicates} replicates to begin with."
        )
    while True:
        result = run(scenarios, replicates=replicates, resume=resume, **others)
        table = precision(result, wanted.outcome, wanted.width)
        short = table[table["half_width"] > wanted.width]
        if short.empty or replicates >= most:
            return result, table
        asked = max(int(short["replicates"].max()), replicates + 1)
        replicates, resume = min(asked, 2 * replicates, most), others.get("out") is not None
