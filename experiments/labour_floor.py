"""What is the least that a labour market of many rows can cost a month?

A bare labour and migration loop, the floor of `speed.py`: every month each row ages in its post,
saves, separates, searches and is matched within its city and sector; one row in twenty weighs
eight cities; sums by city and sector. Nothing else: no money, no firms' decisions, no books.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from sezsim.definitions.compiled import Key, compiled
from sezsim.randomness import Draws, uniform

CITIES, SECTORS, ROWS_A_FIRM, MOVERS, TRIES = 8, 19, 50, 20, 8
IDLE, EMPLOYED, SEARCHING, OUT = 0, 1, 2, 3
SEARCH = 0.7  # chance that an idle row searches in a month


@dataclass
class Labour:
    """The columns of the floor."""

    status: np.ndarray
    city: np.ndarray
    sector: np.ndarray
    home: np.ndarray
    firm: np.ndarray
    tenure: np.ndarray
    skill: np.ndarray
    wage: np.ndarray
    wealth: np.ndarray
    target: np.ndarray
    offer: np.ndarray
    staff: np.ndarray
    cell: np.ndarray  # of each firm, sorted

    @classmethod
    def of(cls, rows: int) -> "Labour":
        """Draw rows and firms."""
        chance = np.random.default_rng(7)
        firms = max(CITIES * SECTORS, rows // ROWS_A_FIRM)
        cell = np.sort(chance.integers(0, CITIES * SECTORS, firms))
        firm = chance.integers(0, firms, rows).astype(np.int32)
        status = chance.choice([EMPLOYED, IDLE, OUT], rows, p=[0.72, 0.06, 0.22]).astype(
            np.int8
        )
        staff = np.bincount(firm[status == EMPLOYED], minlength=firms).astype(np.int32)
        city = (cell[firm] // SECTORS).astype(np.int8)
        skill = chance.lognormal(0.0, 0.3, rows).astype(np.float32)
        return cls(
            status=status,
            city=city,
            sector=(cell[firm] % SECTORS).astype(np.int8),
            home=city.copy(),
            firm=firm,
            tenure=chance.integers(0, 240, rows).astype(np.int16),
            skill=skill,
            wage=2500.0 * skill,
            wealth=chance.lognormal(9.0, 1.0, rows).astype(np.float32),
            target=staff * 1.02,
            offer=chance.lognormal(7.8, 0.2, firms),
            staff=staff,
            cell=cell,
        )

    def month(self, draws: Draws) -> None:
        """Live one month of the floor."""
        sums = np.zeros((CITIES * SECTORS, 4))
        sweep(
            draws.key("part"), draws.key("search"), self.status, self.city, self.sector,
            self.firm, self.tenure, self.skill, self.wage, self.wealth, self.staff, sums,
        )  # fmt: skip
        first = np.searchsorted(self.cell, np.arange(CITIES * SECTORS + 1))
        self.target *= 0.98 + 0.04 * (self.target > self.staff)
        match(
            draws.key("queue"), self.status, self.city, self.sector, self.firm, self.tenure,
            self.wage, self.staff, self.target, self.offer, first,
        )  # fmt: skip
        value = np.log(sums[:, 1] / np.maximum(sums[:, 0], 1.0) + 1.0)
        odds = sums[:, 0] / np.maximum(sums[:, 0] + sums[:, 2], 1.0)
        migrate(
            draws.key("move"), draws.month.number % MOVERS, self.status, self.city, self.sector,
            self.home, value + 0.8 * odds,
        )  # fmt: skip
        draws.enter(draws.month.next())


@compiled
def sweep(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    part: Key, search: Key, status: Any, city: Any, sector: Any, firm: Any, tenure: Any,
    skill: Any, wage: Any, wealth: Any, staff: Any, sums: Any,
) -> None:  # fmt: skip
    """Let everyone work, save, part or search; add up by city and sector."""
    for i in range(len(status)):
        cell = city[i] * SECTORS + sector[i]
        if status[i] == EMPLOYED:
            chance = uniform(part, np.uint64(i))
            wealth[i] += np.float32(0.2) * wage[i] * np.float32(0.9 + 0.2 * chance)
            skill[i] *= np.float32(1.0005)
            if chance < 0.72 / (24.0 + tenure[i]):
                status[i] = IDLE
                tenure[i] = 0
                staff[firm[i]] -= 1
                sums[cell, 2] += 1.0
            else:
                tenure[i] += 1
                sums[cell, 0] += 1.0
                sums[cell, 1] += wage[i]
        elif status[i] == IDLE:
            wealth[i] = max(wealth[i] - np.float32(180.0), np.float32(0.0))
            sums[cell, 2] += 1.0
            if uniform(search, np.uint64(i)) < SEARCH:
                status[i] = SEARCHING
        sums[cell, 3] += wealth[i]


@compiled
def match(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    queue: Key, status: Any, city: Any, sector: Any, firm: Any, tenure: Any, wage: Any,
    staff: Any, target: Any, offer: Any, first: Any,
) -> None:  # fmt: skip
    """Let searchers try the firms of their city and sector from a random one on."""
    for i in range(len(status)):
        if status[i] != SEARCHING:
            continue
        status[i] = IDLE
        cell = city[i] * SECTORS + sector[i]
        count = first[cell + 1] - first[cell]
        start = int(uniform(queue, np.uint64(i)) * count)
        for k in range(min(count, TRIES)):
            j = first[cell] + (start + k) % count
            if staff[j] < target[j]:
                staff[j] += 1
                firm[i] = j
                status[i] = EMPLOYED
                tenure[i] = 0
                wage[i] = offer[j]
                break


@compiled
def migrate(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    move: Key, first: int, status: Any, city: Any, sector: Any, home: Any, value: Any
) -> None:
    """Let one in twenty choose among eight cities by a logit."""
    total = np.empty(CITIES)
    for i in range(first, len(status), MOVERS):
        if status[i] == OUT:
            continue
        whole = 0.0
        for d in range(CITIES):
            utility = (
                value[d * SECTORS + sector[i]] - 0.6 * (d != home[i]) + 4.0 * (d == city[i])
            )
            whole += np.exp(utility)
            total[d] = whole
        drawn = uniform(move, np.uint64(i)) * whole
        for d in range(CITIES):
            if drawn < total[d]:
                city[i] = d
                break
