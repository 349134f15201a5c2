"""Many runs: scenarios times replicates on the cores of this machine, and what they show.

The same replicate meets the same chance in every scenario, so an effect is the mean of paired
differences, replicate by replicate.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from sezsim.definitions.calendar import LAST_MONTH, Month
from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.geography import ZONE
from sezsim.observation.run_record import RunRecord
from sezsim.results.addresses import Task
from sezsim.results.conduct import Progress, conduct, make_store
from sezsim.results.crew import Crew, cores, refuse_import_by_worker
from sezsim.results.manifest import read_manifest
from sezsim.results.one_run import one_run
from sezsim.results.reading import DESIGN, FAILURES, open_folder, read_part
from sezsim.results.store import FolderStore, Store, decode
from sezsim.scenario import Scenario
from sezsim.zone import warm_up

Place = Literal["zone", "city"]
Chosen: TypeAlias = str | Path | Scenario
KEYS = ("run", "scenario", "replicate", "month", "city")
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Result:
    """What a set of runs left behind, in a folder or in memory."""

    store: Store
    means: dict[tuple[str, str], pd.DataFrame] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, folder: str | Path) -> "Result":
        """Open a result folder; raise ResultError if it is missing or unfinished."""
        return cls(open_folder(folder))

    @property
    def folder(self) -> Path | None:
        """The result folder, or None in memory."""
        return self.store.folder if isinstance(self.store, FolderStore) else None

    @property
    def manifest(self) -> dict[str, Any]:
        """What the result is and all that is needed to repeat it."""
        return read_manifest(self.store)

    @property
    def baseline(self) -> str:
        """The scenario that all others are compared with: the first one."""
        return str(self.manifest["baseline"])

    def design(self) -> pd.DataFrame:
        """Return one row per run: what it is, and the values swept."""
        return decode(self.store, DESIGN).to_pandas()

    def failures(self) -> pd.DataFrame:
        """Return the runs that failed, with the reason."""
        return decode(self.store, FAILURES).to_pandas()

    def part(self, part: str, scenarios: Sequence[str] | None = None) -> pd.DataFrame:
        """Return one part of all runs, or of those of some scenarios."""
        return read_part(self.store, part, scenarios).to_pandas()

    def panel(self, scenarios: Sequence[str] | None = None) -> pd.DataFrame:
        """Return one row per run, month and city (or zone), one column per indicator."""
        return self.part("panel", scenarios)

    def flows(self) -> pd.DataFrame:
        """Return yearly flows of people, firms and money between places."""
        return self.part("flows")

    def events(self) -> pd.DataFrame:
        """Return what happened to firms and cities, with its month."""
        return self.part("events")

    def groups(self) -> pd.DataFrame:
        """Return winners and losers by year, city and group."""
        return self.part("groups")

    def people(self) -> pd.DataFrame:
        """Return the yearly real income of the fixed 5% of persons."""
        return self.part("people")

    def yearly(self, scenario: str, by: Place = "zone") -> pd.DataFrame:
        """Return means of the monthly values by replicate, city and year; kept once made."""
        if (scenario, by) not in self.means:
            if scenario not in self.manifest["scenarios"]:
                known = ", ".join(self.manifest["scenarios"])
                raise ResultError(
                    f"There are no runs of '{scenario}'; there are runs of {known}."
                )
            self.means[scenario, by] = yearly_values(self.panel([scenario]), by)
        return self.means[scenario, by]

    def effects(
        self,
        name: str,
        by: Place = "zone",
        indicators: Sequence[str] | None = None,
        years: Sequence[int] | None = None,
    ) -> pd.DataFrame:
        """Return mean paired differences to the baseline with their 95% interval.

        One row per city, indicator and year: mean, low, high, n (pairs of replicates) and the
        level in the baseline. Values are means of the months of a year, for flows too: a yearly
        sum is twelve times as much. With one pair low and high are NaN.
        """
        reform, baseline = self.yearly(name, by), self.yearly(self.baseline, by)
        both = reform.index.intersection(baseline.index)
        if years is not None:
            both = both[both.get_level_values("year").isin(list(years))]
        chosen = self.known(indicators, reform)
        change = by_cell(reform.loc[both, chosen] - baseline.loc[both, chosen])
        table = long(change.mean(), "mean")
        n = long(change.count(), "n")["n"]
        error = long(change.std(), "spread")["spread"] / np.sqrt(n)
        half = stdtrit(np.maximum(n - 1, 1), (1 + CONFIDENCE) / 2) * error
        level = long(by_cell(baseline.loc[both, chosen]).mean(), "level")["level"]
        table = table.assign(
            low=table["mean"] - half, high=table["mean"] + half, n=n, level=level
        )
        return table.sort_values(["city", "indicator", "year"], ignore_index=True)

    def known(self, indicators: Sequence[str] | None, values: pd.DataFrame) -> list[str]:
        """Return the indicators asked for, or all; refuse a name that is none."""
        listed = list(values.columns) if indicators is None else list(indicators)
        for name in listed:
            if name not in values.columns:
                raise ResultError(f"There is no indicator called '{name}' in the panel.")
        return listed


def long(values: pd.DataFrame, name: str) -> pd.DataFrame:
    """Put the indicators of a table by city and year below each other."""
    return values.reset_index().melt(["city", "year"], var_name="indicator", value_name=name)


def yearly_values(panel: pd.DataFrame, by: Place) -> pd.DataFrame:
    """Average the months of each year, by replicate, city and year."""
    panel = panel[(panel["city"] == ZONE) == (by == "zone")]
    year = panel["month"].str[:4].astype(int).rename("year")
    values = panel.drop(columns=list(KEYS)).astype(float)
    return values.groupby([panel["replicate"], panel["city"], year]).mean()


def by_cell(values: pd.DataFrame) -> Any:
    """Group values of replicates by city and year."""
    return values.groupby(level=["city", "year"])


def run(  # noqa: PLR0913 - the words of the command line
    scenarios: Chosen | Sequence[Chosen],
    *,
    replicates: int = 20,
    persons_per_agent: int = 1000,
    seed: int = 2010,
    until: str | None = None,
    workers: int | None = None,
    threads: int = 1,
    out: str | Path | None = None,
    resume: bool = False,
    under: Sequence[str | Path] = (),
    settings: Mapping[str, Any] | None = None,
    quiet: bool = True,
    progress: Progress | None = None,
) -> Result:
    """Run every scenario with every replicate; the first scenario is the baseline.

    A run that fails is recorded and the others go on. Without out the result stays in memory.
    Resume takes what is there in out and lives only the rest. Without until a run ends where
    its scenario says, else in 2020-12. Progress is told what is being done ("compiling",
    "simulating", "comparing"), how much is done and how much there is.
    """
    refuse_import_by_worker()
    refuse_below_one(
        replicates=replicates,
        persons_per_agent=persons_per_agent,
        workers=cores() if workers is None else workers,
        threads=threads,
    )
    chosen = read(scenarios, under, settings)
    tasks = [
        Task(
            scenario=scenario,
            replicate=replicate,
            seed=seed,
            persons_per_agent=persons_per_agent,
            until=last_month(scenario, until),
        )
        for replicate in range(1, replicates + 1)
        for scenario in chosen
    ]
    tell = progress or (say_nothing if quiet else say)
    tell("compiling", 0, 1)
    warm_up()
    tell("compiling", 1, 1)
    store = make_store(out, resume=resume)
    conduct(tasks, one_run, store, Crew(workers or cores(), threads), tell)
    return Result(store)


def refuse_below_one(**numbers: int) -> None:
    """Refuse a number of something that is not a whole number of one or more."""
    for name, number in numbers.items():
        if not isinstance(number, int) or number < 1:
            raise ScenarioError(f"{name} = {number!r} is not a whole number of 1 or more.")


def read(
    scenarios: Chosen | Sequence[Chosen],
    under: Sequence[str | Path] = (),
    settings: Mapping[str, Any] | None = None,
) -> list[Scenario]:
    """Return scenarios by name or from files, all arms of each, overlays and settings applied."""
    listed = [scenarios] if isinstance(scenarios, str | Path | Scenario) else scenarios
    return [
        arm.under(under).with_settings(settings or {}) if under or settings else arm
        for one in listed
        for arm in ((one,) if isinstance(one, Scenario) else Scenario.read_all(one))
    ]


def last_month(scenario: Scenario, until: str | None) -> str:
    """Return the last month as asked for, else as the scenario says, else of all years."""
    if until is not None:
        return str(Month.read(until))
    return str(LAST_MONTH if scenario.months is None else Month(scenario.months - 1))


def evaluate(
    scenario: Chosen,
    settings: Mapping[str, Any] | None = None,
    *,
    replicate: int = 1,
    persons_per_agent: int = 1000,
    seed: int = 2010,
) -> dict[str, float]:
    """Return yearly means of one run: 'gdp_real.2015', 'unemployment_rate.anshan.2015', ...

    All values are means of the months of a year, for flows too. What optimisers and sensitivity
    methods call; it runs in this process.
    """
    chosen = read(scenario, (), settings)[0]
    task = Task(
        scenario=chosen,
        replicate=replicate,
        seed=seed,
        persons_per_agent=persons_per_agent,
        until=last_month(chosen, None),
    )
    return yearly_means(one_run(task))


def yearly_means(record: RunRecord) -> dict[str, float]:
    """Return the mean of every indicator by place and year; the zone goes without its name."""
    year = np.array([int(month[:4]) for month in record.months])
    means: dict[str, float] = {}
    for each in np.unique(year):
        mean = np.asarray(record.panel[year == each], float).mean(axis=0)
        for p, place in enumerate(record.places):
            middle = "" if place == ZONE else f".{place}"
            for i, name in enumerate(record.indicators):
                means[f"{name}{middle}.{each}"] = float(mean[p, i])
    return means


def say(stage: str, done: int, total: int) -> None:
    """Say on the error stream what is being done."""
    sys.stderr.write(f"{stage}: {done} of {total}\n")


def say_nothing(stage: str, done: int, total: int) -> None:
    """Keep quiet about what is being done."""
