"""Conduct a plan of runs: live those that are not there yet, compare them, sum them up.

A run is named by all that determines it, puts down its own parts and fails alone; so a
plan that was stopped goes on where it stood, and the parts do not depend on the workers.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import ceil
from pathlib import Path
from time import perf_counter

from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.results.addresses import Plan, Task
from sezsim.results.batch import Outcome, Pair, Simulate, compare, live
from sezsim.results.crew import Crew, Work, in_batches
from sezsim.results.manifest import write_manifest
from sezsim.results.reading import DESIGN, write_design, write_failures
from sezsim.results.store import (
    FolderStore,
    MemoryStore,
    Store,
    is_readable,
    part_name,
    write_parts,
)
from sezsim.results.tables import parts_of

Progress = Callable[[str, int, int], None]
BATCH_SECONDS = 0.5  # shorter tasks would cost more to hand out than to do
RUN_SECONDS = (0.05, 0.15)  # a run at any scale, and its rows at 1:1000
BATCHES_A_WORKER = 4  # so that all workers end at about the same time
RUN_BYTES = 250_000  # room that a run may need
PAIRS = 20  # runs compared with their baseline in one task


def conduct(
    plan: Plan,
    simulate: Simulate,
    store: Store,
    crew: Crew,
    tell: Progress,
) -> None:
    """Live the runs of a plan that are not in the store yet and leave a whole result there."""
    start, tasks = perf_counter(), plan.tasks
    refuse_twins(tasks)
    left = [task for task in tasks if not is_whole(store, task)]
    if isinstance(store, FolderStore):
        store.refuse_without_room(len(left) * RUN_BYTES)
    write_design(store, tasks)
    baseline = tasks[0].scenario.name if plan.paired else ""
    outcomes = live_all(
        left, partial(live, simulate=simulate, baseline=baseline), store, crew, tell
    )
    if plan.paired:
        compare_all(pairs_to_compare(tasks, left, store), store, crew, tell)
    write_failures(store, tasks, outcomes)
    write_manifest(store, plan, outcomes, perf_counter() - start)


def live_all(
    left: Sequence[Task],
    live_batch: Callable[..., list[Outcome]],
    store: Store,
    crew: Crew,
    tell: Progress,
) -> list[Outcome]:
    """Live the runs that are left; say how each went."""
    itself = store if isinstance(store, FolderStore) and not crew.remote else None
    work = Work(partial(live_batch, store=itself), perish)
    outcomes: list[Outcome] = []
    tell("simulating", 0, len(left))
    for batch in crew.do(work, in_batches(left, batch_size(left, crew.workers))):
        for outcome in batch:
            write_parts(store, outcome.run, outcome.parts)
            outcomes.append(replace(outcome, parts={}))
        tell("simulating", len(outcomes), len(left))
    return outcomes


def pairs_to_compare(tasks: Sequence[Task], left: Sequence[Task], store: Store) -> list[Pair]:
    """Pair finished runs with their baselines, wherever one of the two is new.

    A baseline lived just now has put down its groups itself.
    """
    first = tasks[0].scenario.name
    finished = [task for task in tasks if is_complete(store, task)]
    new = {task.run for task in left}
    baseline = {task.replicate: task.run for task in finished if task.scenario.name == first}
    pairs = [
        (task.run, baseline.get(task.replicate))
        for task in finished
        if task.scenario.name != first or task.run not in new
    ]
    return [
        pair
        for pair in pairs
        if new & set(pair) or not is_readable(store, part_name("groups", pair[0]))
    ]


def compare_all(pairs: Sequence[Pair], store: Store, crew: Crew, tell: Progress) -> None:
    """Find winners and losers of each pair; what is in memory is compared in this process."""
    hands = crew if isinstance(store, FolderStore) and not crew.remote else Crew()
    work = Work(partial(compare, store=store), cannot_compare)
    done = 0
    if pairs:
        tell("comparing", done, len(pairs))
    for _ in hands.do(work, in_batches(pairs, PAIRS)):
        done = min(done + PAIRS, len(pairs))
        tell("comparing", done, len(pairs))


def batch_size(tasks: Sequence[Task], workers: int) -> int:
    """Return how many runs make a task of half a second, yet leave work for every worker."""
    if not tasks:
        return 1
    fixed, rows = RUN_SECONDS
    seconds = fixed + rows * 1000 / tasks[0].persons_per_agent
    return max(
        1, min(ceil(BATCH_SECONDS / seconds), len(tasks) // (workers * BATCHES_A_WORKER))
    )


def perish(task: Task) -> list[Outcome]:
    """Record a run that killed its worker process twice."""
    reason = "the worker process died, twice; it may have run out of memory"
    return [Outcome(task.run, 0.0, reason)]


def cannot_compare(pair: Pair) -> None:
    """Stop where the comparison of a run killed its worker process twice."""
    raise ResultError(f"The comparison of {pair[0]} with its baseline killed its process.")


def make_store(out: str | Path | None, *, resume: bool) -> Store:
    """Return the place of the result; refuse a folder that holds another one."""
    if out is None:
        return MemoryStore()
    store = FolderStore(Path(out))
    if store.has(DESIGN) and not resume:
        raise ResultError(
            f"{out} already holds a result; choose another folder, or resume it (--resume)."
        )
    store.tidy()
    return store


def is_complete(store: Store, task: Task) -> bool:
    """Tell whether all parts of a run are there."""
    return all(store.has(part_name(part, task.run)) for part in parts_of(task))


def is_whole(store: Store, task: Task) -> bool:
    """Tell whether all parts of a run are there and none is damaged."""
    names = [part_name(part, task.run) for part in parts_of(task)]
    there = [name for name in names if store.has(name)]
    return len(there) == len(names) and all(is_readable(store, name) for name in there)


def refuse_twins(tasks: Sequence[Task]) -> None:
    """Refuse an empty plan and two runs of one name."""
    if not tasks:
        raise ScenarioError(
            "There is nothing to run: name a scenario and 1 or more replicates."
        )
    seen: set[str] = set()
    for task in tasks:
        if task.run in seen:
            raise ScenarioError(f"Scenario '{task.scenario.name}' is named twice.")
        seen.add(task.run)
