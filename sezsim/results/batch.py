"""What a worker process does: live a batch of runs, put down their parts, say how it went."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from sezsim.observation.run_record import RunRecord
from sezsim.results.addresses import Task
from sezsim.results.groups import WORDS, compare_people
from sezsim.results.store import Store, decode, encode, part_name, write_parts
from sezsim.results.tables import run_tables

Simulate = Callable[[Task], RunRecord]
Pair = tuple[str, str | None]  # a run and its baseline, None where that failed


@dataclass(frozen=True)
class Outcome:
    """How a run went; the parts travel along where the worker does not write them itself."""

    run: str
    seconds: float
    failure: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)


def live(
    batch: tuple[Task, ...], simulate: Simulate, store: Store | None, baseline: str = ""
) -> list[Outcome]:
    """Live the runs of a batch; without a store, hand back their parts."""
    return [live_run(task, simulate, store, baseline) for task in batch]


def live_run(task: Task, simulate: Simulate, store: Store | None, baseline: str) -> Outcome:
    """Live one run; whatever goes wrong in it becomes the reason of its failure."""
    start = perf_counter()
    try:
        parts = parts_of_run(task, simulate(task), baseline)
    except Exception as error:  # noqa: BLE001 - a failed run is recorded and the others go on
        reason = f"{type(error).__name__}: {error}"
        return Outcome(task.run, perf_counter() - start, reason)
    if store is not None:
        write_parts(store, task.run, parts)  # a disk that is full stops them all
        parts = {}
    return Outcome(task.run, perf_counter() - start, parts=parts)


def parts_of_run(task: Task, record: RunRecord, baseline: str) -> dict[str, bytes]:
    """Return all parts of a run as Parquet; the groups too if it is its own baseline."""
    tables = run_tables(task, record)
    if task.scenario.name == baseline:
        tables["groups"] = compare_people(tables["people"], tables["people"])
    return {part: encode(table) for part, table in tables.items()}


def compare(pairs: tuple[Pair, ...], store: Store) -> None:
    """Write the winners and losers of runs against their baselines."""
    for run, baseline in pairs:
        people = decode(store, part_name("people", run), WORDS)
        before = people if baseline == run else None
        if baseline not in (run, None):
            before = decode(store, part_name("people", baseline), WORDS)
        store.write(part_name("groups", run), encode(compare_people(people, before)))
