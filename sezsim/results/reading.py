"""Read a result: its design, its failures and the parts of its runs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from sezsim.definitions.errors import ResultError
from sezsim.results.addresses import Task
from sezsim.results.batch import Outcome
from sezsim.results.columns import numbers, words
from sezsim.results.manifest import MANIFEST
from sezsim.results.store import FolderStore, Store, decode, encode, part_name

DESIGN = "design.parquet"
FAILURES = "failures.parquet"
ANALYSIS = "analysis"  # folder of the tables of a study


def open_folder(folder: str | Path) -> FolderStore:
    """Open a result folder; raise ResultError if it is none."""
    store = FolderStore(Path(folder))
    if not store.folder.is_dir():
        raise ResultError(f"There is no result folder {folder}.")
    if not store.has(MANIFEST):
        hint = "its runs were not finished; run again with --resume"
        reason = hint if store.has(DESIGN) else "it is not a result folder"
        raise ResultError(f"{folder} holds no {MANIFEST}: {reason}.")
    return store


def write_design(store: Store, tasks: Sequence[Task]) -> None:
    """Write one row per run: what it is, and the values swept."""
    table = pa.table(
        {
            "run": words([task.run for task in tasks]),
            "scenario": words([task.scenario.name for task in tasks]),
            "replicate": numbers([task.replicate for task in tasks], pa.int32()),
            "seed": numbers([task.seed for task in tasks], pa.int64()),
        }
    )
    for name in dict.fromkeys(name for task in tasks for name in task.swept):
        table = table.append_column(
            name, swept_column([task.swept.get(name) for task in tasks])
        )
    store.write(DESIGN, encode(table))


def swept_column(values: Sequence[float | str | None]) -> pa.Array:
    """Return a column of numbers, or of words if any value is one; what is not swept is null."""
    if any(isinstance(value, str) for value in values):
        return pa.array([None if value is None else str(value) for value in values])
    return pa.array(values, pa.float64())


def write_failures(store: Store, tasks: Sequence[Task], outcomes: Sequence[Outcome]) -> None:
    """Write the runs that failed, with the reason."""
    reasons = {outcome.run: outcome.failure for outcome in outcomes if outcome.failure}
    failed = [task for task in tasks if task.run in reasons]
    table = pa.table(
        {
            "run": words([task.run for task in failed]),
            "scenario": words([task.scenario.name for task in failed]),
            "replicate": numbers([task.replicate for task in failed], pa.int32()),
            "reason": words([reasons[task.run] for task in failed]),
        }
    )
    store.write(FAILURES, encode(table))


def read_part(store: Store, part: str, scenarios: Sequence[str] | None = None) -> pa.Table:
    """Read one part of all runs that did not fail, sorted by run; name what is missing."""
    design, failures = decode(store, DESIGN), decode(store, FAILURES)
    failed = set(failures["run"].to_pylist())
    pairs = zip(design["run"].to_pylist(), design["scenario"].to_pylist(), strict=True)
    runs = sorted(
        run
        for run, scenario in pairs
        if run not in failed and (scenarios is None or scenario in scenarios)
    )
    if not runs:
        wanted = "" if scenarios is None else f" of {', '.join(scenarios)}"
        raise ResultError(f"{store.place} holds no finished run{wanted}; see {FAILURES}.")
    return pa.concat_tables(decode(store, part_name(part, run)) for run in runs)


def read_analyses(store: Store) -> dict[str, Any]:
    """Read the tables of a study by name, as data frames; none if there was no study."""
    names = store.names(ANALYSIS)
    return {Path(name).stem: decode(store, name).to_pandas() for name in names}
