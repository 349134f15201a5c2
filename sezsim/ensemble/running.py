"""Run scenarios times replicates on the cores of this machine; or one run, for optimisers."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from sezsim.definitions.calendar import FIRST_MONTH, LAST_MONTH, Month
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import ZONE
from sezsim.ensemble.hands import crew_of
from sezsim.ensemble.opening_told import opening_told
from sezsim.ensemble.result import Result
from sezsim.ensemble.telling import told
from sezsim.observation.run_record import RunRecord
from sezsim.results.addresses import Plan, Task
from sezsim.results.conduct import Progress, conduct, make_store
from sezsim.results.crew import refuse_import_by_worker
from sezsim.results.one_run import one_run
from sezsim.scenario import Scenario
from sezsim.zone import warm_up

Chosen: TypeAlias = str | Path | Scenario


def run(  # noqa: PLR0913 - the words of the command line
    scenarios: Chosen | Sequence[Chosen],
    *,
    replicates: int = 20,
    persons_per_agent: int = 1000,
    seed: int = 2010,
    until: str | None = None,
    workers: int | None = None,
    threads: int = 1,
    cluster: str | None = None,
    trace: int = 0,
    out: str | Path | None = None,
    resume: bool = False,
    hold_outside: bool = False,
    under: Sequence[str | Path] = (),
    settings: Mapping[str, Any] | None = None,
    quiet: bool = True,
    progress: Progress | None = None,
) -> Result:
    """Run every scenario with every replicate; the first scenario is the baseline.

    A run that fails is recorded and the others go on. Without out the result stays in memory.
    Hold_outside admits months past 2020-12, where the paths of the world outside stand still.
    Resume takes what is there in out and lives only the rest. Without until a run ends where
    its scenario says, else in 2020-12. Trace is the number of persons of each run whose lives
    are recorded. Progress is told what is being done ("compiling",
    "simulating", "comparing"), how much is done and how much there is.
    """
    refuse_import_by_worker()
    refuse_below_one(
        replicates=replicates,
        persons_per_agent=persons_per_agent,
        workers=1 if workers is None else workers,
        threads=threads,
    )
    if trace < 0:
        raise ScenarioError(f"trace = {trace} is below 0; it is a number of persons.")
    chosen = read(scenarios, under, settings)
    tasks = [
        Task(
            scenario=scenario,
            replicate=replicate,
            seed=seed,
            persons_per_agent=persons_per_agent,
            until=last_month(scenario, until, hold_outside=hold_outside),
            trace=trace,
        )
        for replicate in range(1, replicates + 1)
        for scenario in chosen
    ]
    tell = progress or (say_nothing if quiet else say)
    tell("compiling", 0, 1)
    warm_up()
    tell("compiling", 1, 1)
    crew = crew_of(workers, threads, cluster)
    store = make_store(out, resume=resume)
    plan = Plan(tasks, {**told(chosen), "opening": opening_told()})
    conduct(plan, one_run, store, crew, tell)
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


def last_month(scenario: Scenario, until: str | None, *, hold_outside: bool = False) -> str:
    """Return the last month as asked for, else as the scenario says, else of all years."""
    if until is not None:
        return month_asked(until, hold_outside=hold_outside)
    return str(LAST_MONTH if scenario.months is None else Month(scenario.months - 1))


def month_asked(until: str, *, hold_outside: bool = False) -> str:
    """Read the last month that is asked for; past the paths of the world outside these are held."""
    month = Month.read(until)
    if month.number > LAST_MONTH.number and not hold_outside:
        raise ScenarioError(
            f"until = {month} is past {LAST_MONTH}, where the paths of the world outside end; "
            "--hold-outside (hold_outside) holds them at their last values."
        )
    if month.number < FIRST_MONTH.number:
        raise ScenarioError(f"until = {month} is before {FIRST_MONTH}, the first month.")
    return str(month)


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
