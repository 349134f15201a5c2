"""A cluster (计算集群) of dask workers in the place of local processes; the extra [cluster] brings it.

Workers hand back the parts of their runs as bytes and the caller writes them. A worker whose
sources, data or library versions differ from the caller's is refused by name: its runs would not
be the caller's runs. A worker that is lost leaves its batches to the others.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import Any

from distributed import Client
from distributed.scheduler import KilledWorker

from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.surroundings import surroundings
from sezsim.results.crew import AHEAD, Done, Piece, Work

PATIENCE = 20  # seconds to wait for the scheduler


@dataclass(frozen=True)
class ClusterCrew:
    """The workers of a cluster; they write nothing themselves."""

    address: str
    workers: int
    threads: int = 1
    remote: bool = True

    @classmethod
    def of(cls, address: str) -> "ClusterCrew":
        """Ask the cluster who is there; refuse a worker that is not like this process."""
        with connected(address) as client:
            found: dict[str, Any] = client.run(surroundings)
        if not found:
            raise ResultError(f"The cluster at {address} has no workers.")
        refuse_strangers(found, surroundings())
        return cls(address, len(found))

    def do(
        self, work: Work[Piece, Done], batches: Sequence[tuple[Piece, ...]]
    ) -> Iterator[Done]:
        """Yield what each batch ends in, in the order in which they finish."""
        waiting = deque(batches)
        with connected(self.address) as client:
            executor = client.get_executor(pure=False)
            flying: dict[Future[Done], tuple[Piece, ...]] = {}
            while waiting or flying:
                while waiting and len(flying) < AHEAD * self.workers:
                    batch = waiting.popleft()
                    flying[executor.submit(work.job, batch)] = batch
                for future in wait(flying, return_when=FIRST_COMPLETED).done:
                    yield from outcome(future, flying.pop(future), work)


def outcome(
    future: Future[Done], batch: tuple[Piece, ...], work: Work[Piece, Done]
) -> Iterator[Done]:
    """Yield what a batch ended in; pieces that killed one worker after the other are given up."""
    try:
        yield future.result()
    except KilledWorker:
        yield from map(work.give_up, batch)


def connected(address: str) -> Client:
    """Return a client of the scheduler; raise ScenarioError where none answers."""
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise ScenarioError(
            f"--cluster {address}: no scheduler answers there ({error}); write the address that "
            "dask scheduler prints, such as tcp://127.0.0.1:8786."
        ) from error


def refuse_strangers(found: dict[str, Any], own: dict[str, str]) -> None:
    """Raise ResultError naming every worker that differs, and in what."""
    problems = [
        f"The worker {name} of the cluster has {key} {theirs.get(key)!r}, this process {value!r}; "
        "install the same sezsim there."
        for name, theirs in sorted(found.items())
        for key, value in own.items()
        if theirs.get(key) != value
    ]
    if problems:
        raise ResultError("\n".join(problems))
