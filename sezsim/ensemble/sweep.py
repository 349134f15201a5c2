"""A sweep (参数扫描): live every point of a design, keep panels and outcomes, share out effects.

A sweep leaves a result folder like any run; the swept values stand in design.parquet, the outcomes
in tables/outcomes.csv, and for an on_off design each lever's Shapley share in tables/shapley.csv.
A sweep that was stopped or killed goes on where it stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from sezsim.analysis.shapley import shapley_table
from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import ResultError
from sezsim.definitions.geography import ZONE
from sezsim.definitions.likely import intention
from sezsim.ensemble.hands import crew_of
from sezsim.ensemble.result import SHARES, Result
from sezsim.ensemble.running import say_nothing
from sezsim.ensemble.sweep_design import ON, SweepDesign, read_sweep
from sezsim.ensemble.telling import told
from sezsim.results.addresses import Plan, Task
from sezsim.results.conduct import Progress, conduct, is_complete, make_store
from sezsim.results.crew import refuse_import_by_worker
from sezsim.results.one_run import one_run
from sezsim.results.store import Store, decode, part_name
from sezsim.zone import warm_up

OUTCOMES = "tables/outcomes.csv"


@dataclass(frozen=True)
class Sweep:
    """What a sweep leaves: the result, one row of outcomes a run, and the shares of levers."""

    result: Result
    outcomes: pd.DataFrame
    shares: pd.DataFrame


def sweep(  # noqa: PLR0913 - the words of the command line
    design: str | Path | SweepDesign,
    *,
    out: str | Path | None = None,
    resume: bool = False,
    workers: int | None = None,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Sweep:
    """Live all runs of a design and return the result with its outcomes.

    Without out all stays in memory; with resume only what is not in out yet is lived.
    """
    refuse_import_by_worker()
    chosen = design if isinstance(design, SweepDesign) else read_sweep(design)
    tell = progress or say_nothing
    crew = crew_of(workers, cluster=cluster)
    store = make_store(out, resume=resume)
    tasks = chosen.tasks()
    tell("compiling", 0, 1)
    warm_up()
    tell("compiling", 1, 1)
    plan = Plan(tasks, {**told(chosen.scenarios), "sweep": len(chosen.values)}, paired=False)
    conduct(plan, one_run, store, crew, tell)
    outcomes = outcome_table(store, tasks, chosen.outcomes)
    shares = share_table(outcomes, chosen)
    for name, table in ((OUTCOMES, outcomes), (SHARES, shares)):
        if not table.empty:
            store.write(name, table.to_csv(index=False).encode())
    return Sweep(Result(store), outcomes, shares)


def outcome_table(store: Store, tasks: Sequence[Task], names: Sequence[str]) -> pd.DataFrame:
    """Return one row a finished run: scenario, replicate, swept values, outcomes."""
    rows = [
        {
            "run": task.run,
            "scenario": task.scenario.name,
            "replicate": task.replicate,
            **task.swept,
            **dict(zip(names, outcomes_of(store, task, names), strict=True)),
        }
        for task in tasks
        if is_complete(store, task)
    ]
    return pd.DataFrame(rows)


def outcomes_of(store: Store, task: Task, names: Sequence[str]) -> Iterator[float]:
    """Yield yearly means of one run: indicator.year for the zone, indicator.city.year."""
    if not names:
        return
    panel = decode(store, part_name("panel", task.run))
    year = np.array([int(month[:4]) for month in panel["month"].to_pylist()])
    city = np.array(panel["city"].to_pylist())
    for name in names:
        parts = name.split(".")
        indicator, place, wanted = parts[0], [ZONE, *parts[1:-1]][-1], int(parts[-1])
        if indicator not in panel.column_names:
            raise ResultError(
                f"outcomes: the panel has no indicator '{indicator}'. "
                f"{intention(indicator, panel.column_names)}"
            )
        rows = (year == wanted) & (city == place)
        if not rows.any():
            raise ResultError(f"outcomes: no run has '{name}'; see its city and year.")
        yield float(panel[indicator].to_numpy()[rows].astype(float).mean())


def share_table(outcomes: pd.DataFrame, design: SweepDesign) -> pd.DataFrame:
    """Return Shapley shares of the levers of an on_off design by scenario and outcome."""
    levers = list(design.levers)
    if not levers or outcomes.empty:
        return pd.DataFrame()
    tables = [
        shapley_table(values_of_sets(runs, levers, name), levers).assign(
            scenario=scenario, outcome=name
        )
        for scenario, runs in outcomes.groupby("scenario")
        for name in design.outcomes
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def values_of_sets(
    runs: pd.DataFrame, levers: Sequence[str], name: str
) -> dict[frozenset[str], Floats]:
    """Return the outcome of every set of levers that are on, replicate by replicate."""
    return {
        frozenset(
            lever for lever, state in zip(levers, states, strict=True) if state == ON
        ): rows.sort_values("replicate")[name].to_numpy()
        for states, rows in runs.groupby(levers)
    }
