"""Which run is which: a run is named by all that determines it, so nothing is lived twice."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sezsim.definitions.surroundings import surroundings
from sezsim.scenario import Scenario

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
