"""People followed (追踪样本): the yearly real income of a fixed 5% of permanent ids.

The same persons are followed in every scenario, because ids do not depend on the scenario; so one
can say who is better off under a reform, person by person. Each January the sample is listed anew:
who was followed before keeps a place in the record, who came since takes the next one.
"""

from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.industry import Industry
from sezsim.observation.run_record import PeopleRecord
from sezsim.randomness import mix
from sezsim.state.economy import Economy
from sezsim.state.workers import Status, Workers

ONE_IN = uint64(20)
SAMPLE = uint64(0x5EED)
MONTHS = 12
UNEMPLOYED, FARM = int(Status.UNEMPLOYED), int(Status.FARM)
FARMING = int(Industry.AGR)


@compiled
def is_followed(person: Key) -> bool:
    """Tell whether a permanent id belongs to the sample."""
    return mix(person ^ SAMPLE) % ONE_IN == uint64(0)


@compiled
def list_followed(count: int, person: Ids, alive: Flags, rows: Ints) -> int:
    """List the rows of all persons followed who live in the zone now; return how many."""
    number = 0
    for i in range(count):
        rows[number] = i
        number += int(is_followed(person[i])) & int(alive[i])
    return number


@compiled
def keep_places(
    rows: Ints, seen: Ids, rows_before: Ints, seen_before: Ids, places_before: Ints,
    first: int, places: Ints,
) -> None:  # fmt: skip
    """Give the persons of the last list their places and all others the next, from first on."""
    before = 0
    for k in range(len(rows)):
        while before < len(rows_before) and rows_before[before] < rows[k]:
            before += 1
        known = before < len(rows_before) and rows_before[before] == rows[k]
        if known and seen_before[before] == seen[k]:
            places[k] = places_before[before]
        else:
            places[k] = first
            first += 1


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


@dataclass(frozen=True)
class Sample:
    """The rows followed this year, in ascending order, and their places in the record."""

    rows: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    seen: Ids = field(default_factory=lambda: np.zeros(0, np.uint64))
    places: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    totals: Floats = field(default_factory=lambda: np.zeros((0, 3)))


@dataclass(frozen=True)
class Newcomers:
    """What is known of persons when they are first followed, by place in the record."""

    ids: Ids
    age: Ints  # years
    skill: Ints
    hukou: Ints
    industry: Ints


@dataclass(frozen=True)
class Snapshot:
    """A year of the persons followed."""

    year: int
    places: Ints
    means: Floats  # (persons, 2): income and share of months without work
    city: Ints


@dataclass
class Follower:
    """The record of the persons followed in one run."""

    economy: Economy
    sample: Sample = field(default_factory=Sample)
    newcomers: list[Newcomers] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)
    dismissed: list[Ids] = field(default_factory=list)
    number: int = 0  # persons ever followed

    def follow(self, year: int, month_of_year: int, *, last: bool) -> None:
        """Add a month; close the year in December and in the last month of the run."""
        workers, gone = self.economy.workers, self.economy.scratch.dismissed
        if len(gone):
            self.dismissed.append(workers.id[gone])
        if month_of_year == 1 or not len(self.sample.rows):
            self.enlist(workers)
        sample = self.sample
        add_month(
            sample.rows, workers.id, workers.alive, workers.income, workers.status,
            workers.city, self.economy.cells.consumer_price, sample.seen, sample.totals,
        )  # fmt: skip
        if month_of_year == MONTHS or last:
            self.close(year, workers)

    def enlist(self, workers: Workers) -> None:
        """List all persons followed who live in the zone now; note the traits of new ones."""
        room, before = np.empty(workers.count, np.int64), self.sample
        rows = room[: list_followed(workers.count, workers.id, workers.alive, room)].copy()
        seen, places = workers.id[rows], np.empty(len(rows), np.int64)
        keep_places(
            rows, seen, before.rows, before.seen, before.places, self.number, places
        )  # fmt: skip
        new = rows[places >= self.number]
        self.newcomers.append(traits_of(workers, new))
        self.number += len(new)
        self.sample = Sample(rows, seen, places, np.zeros((len(rows), 3)))

    def close(self, year: int, workers: Workers) -> None:
        """Keep the means of the year."""
        sample = self.sample
        months = sample.totals[:, 2:]
        means = sample.totals[:, :2] / np.maximum(months, 1.0)
        means[months[:, 0] == 0.0] = np.nan
        same = workers.alive[sample.rows] & (workers.id[sample.rows] == sample.seen)
        here = np.where(same, workers.city[sample.rows], -1)
        self.snapshots.append(Snapshot(year, sample.places, means, here))
        sample.totals[:] = 0.0

    def record(self) -> PeopleRecord:
        """Return the persons followed, ordered by id."""
        ids = self.of_all("ids", np.uint64)
        order = np.argsort(ids)
        rank = np.empty(len(ids), np.int64)
        rank[order] = np.arange(len(ids))
        shape = (len(ids), len(self.snapshots))
        income, idle = np.full(shape, np.nan), np.full(shape, np.nan)
        city = np.full(shape, -1, np.int8)
        for k, year in enumerate(self.snapshots):
            row = rank[year.places]
            income[row, k], idle[row, k] = year.means.T
            city[row, k] = year.city
        return PeopleRecord(
            ids=ids[order],
            years=tuple(year.year for year in self.snapshots),
            income=income,
            unemployed=idle,
            city=city,
            age=self.of_all("age", np.int16)[order],
            skill=self.of_all("skill", np.int16)[order],
            hukou=self.of_all("hukou", np.int16)[order],
            industry=self.of_all("industry", np.int16)[order],
            displaced=self.ever_dismissed(ids[order]),
            persons=float(self.economy.workers.persons_per_agent) * float(ONE_IN),
        )

    def of_all(self, name: str, kind: type) -> Ints:
        """Return a trait of all persons ever followed, by place."""
        return np.concatenate(
            [np.zeros(0, kind), *(getattr(each, name) for each in self.newcomers)],
            dtype=kind,
        )

    def ever_dismissed(self, ids: Ids) -> Ints:
        """Tell who of the persons with these ids, in ascending order, was laid off (1) or not."""
        gone = np.concatenate([np.zeros(0, np.uint64), *self.dismissed])
        gone = gone[gone <= ids[-1]] if len(ids) else gone[:0]
        place = np.searchsorted(ids, gone)
        hit = np.zeros(len(ids), np.int8)
        hit[place[ids[place] == gone]] = 1
        return hit


def traits_of(workers: Workers, rows: Ints) -> Newcomers:
    """Return age in years, skill, registration and industry of rows."""
    local = workers.hukou_city[rows] == workers.city[rows]
    kind = np.where(local, np.where(workers.hukou_urban[rows], 0, 1), 2)
    farming = workers.status[rows] == FARM
    industry = np.where(farming, FARMING, workers.industry[rows])
    return Newcomers(
        workers.id[rows], workers.age[rows] // MONTHS, workers.skill[rows], kind, industry
    )
