"""The manifest: what a result is, and all that is needed to repeat it."""

import json
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from shutil import which
from typing import Any

import pyarrow.parquet as pq
from pyarrow import BufferReader

from sezsim.definitions.compiled import PACKAGE
from sezsim.definitions.errors import ResultError
from sezsim.definitions.surroundings import surroundings
from sezsim.results.addresses import Plan, Task
from sezsim.results.batch import Outcome
from sezsim.results.store import Store, part_name

MANIFEST = "manifest.json"
PACKAGES = ("mesa", "numba", "numpy", "pandas", "plotly", "pyarrow", "pydantic", "scipy")


def write_manifest(
    store: Store, plan: Plan, outcomes: Sequence[Outcome], seconds: float
) -> dict[str, Any]:
    """Write the manifest of a finished result and return it."""
    tasks = plan.tasks
    failed = sum(bool(outcome.failure) for outcome in outcomes)
    manifest = {
        **plan.notes,
        **described(tasks),
        "sezsim": installed("sezsim"),
        "git_commit": git_commit(),
        "packages": {name: installed(name) for name in PACKAGES},
        "machine": f"{platform.system()} {platform.machine()}",
        "hashes": surroundings(),
        "command": sys.argv,
        "runs": len(tasks),
        "failures": failed,
        "lived_now": len(outcomes),
        "wall_seconds": round(seconds, 3),
        "books": proved(store, tasks),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True)
    store.write(MANIFEST, f"{text}\n".encode())
    return manifest


def described(tasks: Sequence[Task]) -> dict[str, Any]:
    """Return what was asked for: scenarios, replicates, seed, scale and months."""
    first = tasks[0]
    return {
        "baseline": first.scenario.name,
        "scenarios": {task.scenario.name: task.scenario.digest() for task in tasks},
        "replicates": max(task.replicate for task in tasks),
        "seed": first.seed,
        "persons_per_agent": first.persons_per_agent,
        "until": first.until,
    }


def proved(store: Store, tasks: Sequence[Task]) -> dict[str, int]:
    """Add up what the books of all finished runs proved."""
    total = {"residual_fen": 0, "checks": 0}
    for task in tasks:
        name = part_name("panel", task.run)
        if store.has(name):
            books = books_of(store, name)
            total = {key: total[key] + books[key] for key in total}
    return total


def books_of(store: Store, name: str) -> dict[str, int]:
    """Read what the books of one run proved from the metadata of its panel."""
    try:
        metadata = pq.read_metadata(BufferReader(store.read(name))).metadata
        books: dict[str, int] = json.loads(metadata[b"books"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResultError(
            f"{name} of {store.place} is damaged; delete it and run again with --resume."
        ) from error
    return books


def read_manifest(store: Store) -> dict[str, Any]:
    """Read the manifest; raise ResultError if it is missing or damaged."""
    try:
        manifest: dict[str, Any] = json.loads(store.read(MANIFEST))
    except ValueError as error:
        raise ResultError(
            f"{MANIFEST} of {store.place} is damaged; delete it and run again with --resume."
        ) from error
    return manifest


def installed(package: str) -> str:
    """Return the version of a package, or 'not installed'."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def git_commit() -> str:
    """Return the commit of the sources (-dirty if changed since), or 'unknown' without one."""
    git, root = which("git"), PACKAGE.parent
    if git is None or not (root / ".git").exists():
        return "unknown"
    command = [
        git,
        "-C",
        str(root),
        "describe",
        "--always",
        "--dirty",
        "--abbrev=40",
        "--exclude=*",
    ]
    asked = subprocess.run(  # noqa: S603 - a fixed command
        command, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or "unknown"
