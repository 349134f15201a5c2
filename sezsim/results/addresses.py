"""Which run is which: a run is named by all that determines it, so nothing is lived twice."""

import hashlib
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sezsim.definitions.compiled import PACKAGE, source_digest
from sezsim.scenario import Scenario

LIBRARIES = ("numpy", "numba")
CALIBRATION = PACKAGE.parent / "calibration"
DIGITS = 12  # of the hash in the name of a run
LONGEST = 48  # letters of a scenario's name in the name of a run

Swept = Mapping[str, float | str]


@dataclass(frozen=True, kw_only=True)
class Task:
    """One run to be lived: a scenario, a replicate and the scale."""

    scenario: Scenario
    replicate: int
    seed: int = 2010
    persons_per_agent: int = 1000
    until: str = "2020-12"
    trace: int = 0  # persons whose lives are recorded
    swept: Swept = field(default_factory=dict)

    @cached_property
    def run(self) -> str:
        """Name the run: scenario, replicate and the hash of what determines it.

        Whoever makes the plan names it; workers are handed the name.
        """
        words = re.sub(r"[^a-z0-9_]+", "-", self.scenario.name.lower()).strip("-")
        return f"{words[:LONGEST] or 'scenario'}-{self.replicate:04d}-{address(self)}"


@dataclass(frozen=True)
class Plan:
    """All runs to be lived, and what the manifest is to tell about them."""

    tasks: Sequence[Task]
    notes: Mapping[str, Any] = field(default_factory=dict)
    paired: bool = True  # runs are compared with those of the first scenario


def address(task: Task) -> str:
    """Hash what determines a run: scenario, chance, scale, months, sources, data, versions."""
    determined = {
        "scenario": [task.scenario.name, task.scenario.digest()],
        "seed": task.seed,
        "replicate": task.replicate,
        "persons_per_agent": task.persons_per_agent,
        "until": task.until,
        **({"trace": task.trace} if task.trace else {}),
        **surroundings(),
    }
    text = json.dumps(determined, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


@cache
def surroundings() -> dict[str, str]:
    """Return what every run of this process shares: sources, data and versions."""
    return {
        "sources": source_digest(),
        "data": folder_digest(CALIBRATION / "data"),
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }


def folder_digest(folder: Path) -> str:
    """Hash the names and contents of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
