"""People followed (追踪样本): the yearly real income of a fixed 5% of permanent ids.

The same persons are followed in every scenario, because ids do not depend on the scenario; so one
can say who is better off under a reform, person by person.
"""

from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.industry import Industry
from sezsim.observation.run_record import PeopleRecord
from sezsim.randomness import mix
from sezsim.state.economy import Economy
from sezsim.state.workers import Status, Workers

ONE_IN = uint64(20)
MONTHS = 12
UNEMPLOYED = 3


@compiled
def choose(ids: Ids, first: int, count: int, chosen: Flags) -> None:
    """Mark the rows whose person is followed."""
    for i in range(first, count):
        chosen[i] = mix(ids[i] ^ uint64(0x5EED)) % ONE_IN == uint64(0)


@compiled
def add_month(
    rows: Ints, person: Ids, alive: Flags, income: Floats, status: Ints, city: Ints,
    price: Floats, seen: Ids, totals: Floats,
) -> None:  # fmt: skip
    """Add the month of each person followed to the totals of the year."""
    for k in range(len(rows)):
        i = rows[k]
        if alive[i] and seen[k] == person[i]:  # the row may have passed to another person
            totals[k, 0] += income[i] / price[city[i]]
            totals[k, 1] += status[i] == UNEMPLOYED
            totals[k, 2] += 1.0


@dataclass
class Follower:
    """The record of the persons followed in one run."""

    economy: Economy
    rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    seen: Ids = field(default_factory=lambda: np.zeros(0, np.uint64))
    totals: Floats = field(default_factory=lambda: np.zeros((0, 3)))
    years: list[int] = field(default_factory=list)
    snapshots: list[tuple[Ids, Floats, Ints]] = field(default_factory=list)
    traits: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)
    displaced: set[int] = field(default_factory=set)
    length: int = 0

    def follow(self, year: int, month_of_year: int, *, last: bool) -> None:
        """Add a month; close the year in December and in the last month of the run."""
        workers = self.economy.workers
        if month_of_year == 1 or not len(self.rows):
            self.enlist(workers)
        price = self.economy.cells.consumer_price
        add_month(
            self.rows, workers.id, workers.alive, workers.income, workers.status,
            workers.city, price, self.seen, self.totals,
        )  # fmt: skip
        if month_of_year == MONTHS or last:
            self.close(year, workers)

    def enlist(self, workers: Workers) -> None:
        """Find the rows of all persons followed who live in the zone now."""
        chosen = np.zeros(workers.count, np.bool_)
        choose(workers.id, 0, workers.count, chosen)
        self.rows = np.flatnonzero(chosen & workers.alive[: workers.count])
        self.seen = workers.id[self.rows].copy()
        self.totals = np.zeros((len(self.rows), 3))
        known = self.traits
        for row, person in zip(self.rows.tolist(), self.seen.tolist(), strict=True):
            if person not in known:
                known[person] = traits_of(workers, row)

    def close(self, year: int, workers: Workers) -> None:
        """Keep the means of the year."""
        months = np.maximum(self.totals[:, 2], 1.0)
        means = self.totals[:, :2] / months[:, None]
        means[self.totals[:, 2] == 0.0] = np.nan
        here = np.where(workers.alive[self.rows], workers.city[self.rows], -1)
        same = workers.id[self.rows] == self.seen
        self.years.append(year)
        self.snapshots.append((self.seen.copy(), means, np.where(same, here, -1)))
        self.totals[:] = 0.0

    def record(self) -> PeopleRecord:
        """Return the persons followed, ordered by id."""
        ids = np.array(sorted(self.traits), np.uint64)
        shape = (len(ids), len(self.years))
        income, idle = np.full(shape, np.nan), np.full(shape, np.nan)
        city = np.full(shape, -1, np.int8)
        for k, (seen, means, here) in enumerate(self.snapshots):
            place = np.searchsorted(ids, seen)
            income[place, k], idle[place, k] = means[:, 0], means[:, 1]
            city[place, k] = here
        traits = np.array([self.traits[int(i)] for i in ids], np.int64).reshape(-1, 4)
        hit = np.array([int(i) in self.displaced for i in ids], np.int8)
        return PeopleRecord(
            ids, tuple(self.years), income, idle, city, traits[:, 0], traits[:, 1],
            traits[:, 2], traits[:, 3], hit,
            float(self.economy.workers.persons_per_agent) * float(ONE_IN),
        )  # fmt: skip


def traits_of(workers: Workers, row: int) -> tuple[int, int, int, int]:
    """Return age in years, skill, registration and industry of a row."""
    local = workers.hukou_city[row] == workers.city[row]
    kind = (0 if workers.hukou_urban[row] else 1) if local else 2
    farming = workers.status[row] == Status.FARM
    industry = int(Industry.AGR) if farming else int(workers.industry[row])
    return int(workers.age[row]) // MONTHS, int(workers.skill[row]), kind, industry
