"""Who lives the runs: worker processes on this machine, or this process itself.

Anything that offers the interface of concurrent.futures.Executor can take the place of the
local processes, for example the executor of a cluster; its workers hand back parts as bytes.
"""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import current_process, get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

from sezsim.definitions.chunks import THREADS
from sezsim.definitions.errors import SezsimError

Piece = TypeVar("Piece")
Done = TypeVar("Done")
AHEAD = 2  # batches handed out per worker, so that none stands idle
THREAD_SETTINGS = (
    THREADS,
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
)


@dataclass(frozen=True)
class Work(Generic[Piece, Done]):
    """What is to be done with batches of pieces, and what is left of a piece that kills."""

    job: Callable[[tuple[Piece, ...]], Done]
    give_up: Callable[[Piece], Done]


@dataclass(frozen=True)
class Crew:
    """Worker processes on this machine and the threads of each; one worker is this process."""

    workers: int = 1
    threads: int = 1
    remote: bool = False  # workers elsewhere hand back parts and write nothing

    def do(
        self, work: Work[Piece, Done], batches: Sequence[tuple[Piece, ...]]
    ) -> Iterator[Done]:
        """Yield what each batch ends in, in the order in which they finish.

        If a worker process dies, the batches under way are tried again alone, one piece at a
        time; a piece that kills its worker once more is given up.
        """
        hands = min(self.workers, len(batches))
        waiting = deque(batches)
        with threads_set(self.threads):
            if hands <= 1:
                yield from map(work.job, batches)
                return
            while waiting:
                suspects: list[tuple[Piece, ...]] = []
                yield from until_one_dies(work.job, hands, waiting, suspects)
                yield from alone(work, suspects)


@contextmanager
def hire(workers: int) -> Iterator[Executor]:
    """Start worker processes that share nothing with this one; drop what waits if stopped."""
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def begin() -> None:
    """Let a worker process end with the one that started it, and open the package without pause.

    Modules and kernels that are opened are no garbage; looking for some takes a tenth of the start,
    and a hundredth of every run. A run leaves hardly any, which is looked for between batches.
    """
    Thread(target=end_with_parent, daemon=True).start()
    gc.disable()


def first_done(job: Callable[[tuple[Piece, ...]], Done], batch: tuple[Piece, ...]) -> Done:
    """Do a batch and look for garbage; what stays after the first is kept for good."""
    done = job(batch)
    if not gc.isenabled():
        (gc.collect if gc.get_freeze_count() else gc.freeze)()
    return done


def end_with_parent() -> None:
    """Wait for the end of the parent, then end at once."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def until_one_dies(
    job: Callable[[tuple[Piece, ...]], Done],
    hands: int,
    waiting: deque[tuple[Piece, ...]],
    suspects: list[tuple[Piece, ...]],
) -> Iterator[Done]:
    """Do batches until none is left or a worker dies; those then under way are suspect."""
    flying: dict[Future[Done], tuple[Piece, ...]] = {}
    with hire(hands) as executor:
        while flying or (waiting and not suspects):
            while waiting and not suspects and len(flying) < AHEAD * hands:
                submit(executor, job, waiting.popleft(), flying, suspects)
            for future in wait(flying, return_when=FIRST_COMPLETED).done:
                batch = flying.pop(future)
                if isinstance(future.exception(), BrokenExecutor):
                    suspects.append(batch)
                else:
                    yield future.result()


def alone(work: Work[Piece, Done], suspects: Sequence[tuple[Piece, ...]]) -> Iterator[Done]:
    """Do suspect pieces one by one, each with a worker of its own."""
    if suspects:
        say_hello()
    for piece in (piece for batch in suspects for piece in batch):
        with hire(1) as executor:
            try:
                yield executor.submit(work.job, (piece,)).result()
            except BrokenExecutor:
                yield work.give_up(piece)


def say_hello() -> None:
    """Prove that a worker process can start at all."""
    with hire(1) as executor:
        try:
            executor.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise SezsimError(
                "No worker process could start; what it said stands above. With workers=1 "
                "everything happens in this process."
            ) from error


def submit(
    executor: Executor,
    job: Callable[[tuple[Piece, ...]], Done],
    batch: tuple[Piece, ...],
    flying: dict[Future[Done], tuple[Piece, ...]],
    suspects: list[tuple[Piece, ...]],
) -> None:
    """Hand out a batch; if no worker is left to take it, it counts as suspect."""
    try:
        flying[executor.submit(first_done, job, batch)] = batch
    except BrokenExecutor:
        suspects.append(batch)


@contextmanager
def threads_set(threads: int) -> Iterator[None]:
    """Let what is run meanwhile use so many threads, and libraries wait without spinning."""
    wanted = dict.fromkeys(THREAD_SETTINGS, str(threads)) | {"OMP_WAIT_POLICY": "passive"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def cores() -> int:
    """Return the cores that this process may use."""
    return len(os.sched_getaffinity(0))


def refuse_import_by_worker() -> None:
    """Stop a worker process that imports a script which starts runs at its top."""
    if vars(current_process()).get("_inheriting", False):
        raise SystemExit(
            "sezsim.run was called while a worker process imported this file; put the call "
            'under `if __name__ == "__main__":`.'
        )


def in_batches(pieces: Sequence[Piece], size: int) -> list[tuple[Piece, ...]]:
    """Cut a list into batches of a size; the last may be smaller."""
    return [tuple(pieces[k : k + size]) for k in range(0, len(pieces), size)]
