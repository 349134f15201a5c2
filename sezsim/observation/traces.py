"""Traces (个人轨迹): what happens to some persons, month by month, as dated spells.

Half of the places are given at the opening to persons of the follower's sample, by lowest hash of
their ids; the other half to the first persons dismissed, again by lowest hash within a month. A record
is written when something changes, and each December for the pay of the year. Pay is at opening prices;
where a post is lost it is the pay of that post. A dismissal is put down to an order to close where,
over the past year, orders took at least half as many posts of the city's trade as people were dismissed
from it. Without places nothing is done.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.columns import Floats, Ids, Ints
from sezsim.definitions.compiled import uint64
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.observation.people import SAMPLE, is_followed
from sezsim.observation.run_record import Spell
from sezsim.randomness import mix
from sezsim.state.economy import Economy
from sezsim.state.workers import NOBODY, Status

DECEMBER = YEAR = 12
HALF = 0.5  # of the dismissals of a year
ENTERED = {  # what entering a status is called
    Status.OUT: "gave_up", Status.FARM: "farms", Status.EMPLOYED: "hired",
    Status.UNEMPLOYED: "lost_post", Status.STUDENT: "studies", Status.RETIRED: "retired",
    Status.INTERNALLY_RETIRED: "internally_retired", Status.TRAINING: "course",
}  # fmt: skip
SEEN = ("status", "pool", "city", "hukou_city", "benefit_left")


@dataclass
class Traced:
    """What is remembered of one person."""

    row: int
    group: int
    before: dict[str, int]
    paid: float = 0.0  # pay of the year so far
    months: int = 0


@dataclass
class Tracer:
    """The traces of one run."""

    economy: Economy
    places: int
    traced: dict[int, Traced] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    spells: list[Spell] = field(default_factory=list)
    cut: Floats = field(default_factory=lambda: np.zeros((YEAR, CITIES, INDUSTRIES)))
    lost: Floats = field(default_factory=lambda: np.zeros((YEAR, CITIES, INDUSTRIES)))
    ordered: set[int] = field(default_factory=set)  # those just dismissed because of orders

    def follow(self, month: str, month_of_year: int) -> None:
        """Note what changed this month for everybody traced."""
        if self.places < 1:
            return
        dismissed = np.asarray(self.economy.scratch.dismissed, np.int64)
        self.find_reasons(dismissed)
        if not self.traced and not self.gone:
            self.enlist(self.sampled(), month, 0)
        lost = {int(person) for person in self.economy.workers.id[dismissed]}
        for person, trace in list(self.traced.items()):
            self.compare(person, trace, month, lost)
        fresh = [row for row in dismissed if self.is_new(int(row))]
        free = self.places - len(self.traced) - len(self.gone)
        self.enlist(lowest(self.economy.workers.id, np.array(fresh, np.int64), free), month, 1)
        for person, trace in self.traced.items():
            self.add_pay(person, trace, month, month_of_year)

    def find_reasons(self, dismissed: Ints) -> None:
        """Find out who was dismissed because of an order to close, from the counts of a year."""
        pools, workers = self.economy.pools, self.economy.workers
        left = np.asarray(self.economy.scratch.dismissed_pool, np.int64)
        cell = pools.city[left].astype(np.int64), pools.industry[left].astype(np.int64)
        self.cut, self.lost = np.roll(self.cut, 1, axis=0), np.roll(self.lost, 1, axis=0)
        self.cut[0], self.lost[0] = self.economy.flows.posts_closed, 0.0
        np.add.at(self.lost[0], cell, float(workers.persons_per_agent))
        cut, lost = self.cut.sum(axis=0), self.lost.sum(axis=0)
        closed = (cut > 0.0) & (cut >= HALF * lost)
        self.ordered = {int(person) for person in workers.id[dismissed[closed[cell]]]}

    def sampled(self) -> Ints:
        """Return the rows of the fixed sample: half of the places."""
        workers = self.economy.workers
        known = [
            i for i in range(workers.count) if workers.alive[i] and is_followed(workers.id[i])
        ]
        return lowest(workers.id, np.array(known, np.int64), self.places // 2)

    def is_new(self, row: int) -> bool:
        """Tell whether the person of a row is not traced yet."""
        person = int(self.economy.workers.id[row])
        return person not in self.traced and person not in self.gone

    def enlist(self, rows: Ints, month: str, group: int) -> None:
        """Begin to trace the persons of some rows."""
        for row in rows:
            person = int(self.economy.workers.id[row])
            self.traced[person] = Traced(int(row), group, self.state(int(row)))
            event = "dismissed" if group else "begins"
            self.note(person, self.traced[person], month, event)
            if group and self.traced[person].before["status"] != Status.UNEMPLOYED:
                self.note(person, self.traced[person], month, self.entered(self.traced[person]))
            if group and self.traced[person].before["benefit_left"] > 0:
                self.note(person, self.traced[person], month, "benefit")

    def state(self, row: int) -> dict[str, int]:
        """Return what is compared from month to month."""
        return {name: int(getattr(self.economy.workers, name)[row]) for name in SEEN}

    def entered(self, trace: Traced) -> str:
        """Name the status in which somebody is now."""
        return ENTERED[Status(trace.before["status"])]

    def compare(self, person: int, trace: Traced, month: str, lost: set[int]) -> None:
        """Write what has changed since the last month."""
        workers, row = self.economy.workers, trace.row
        if not workers.alive[row] or int(workers.id[row]) != person:
            wage = trace.paid / max(trace.months, 1)
            old = self.spells[::-1]
            last = next(spell for spell in old if spell.person == person)
            self.spells.append(last._replace(month=month, event="left", wage=wage))
            self.gone.add(person)
            del self.traced[person]
            return
        before, now = trace.before, self.state(row)
        trace.before = now
        for event in changes(before, now, dismissed=person in lost):
            self.note(person, trace, month, event)

    def note(self, person: int, trace: Traced, month: str, event: str) -> None:
        """Write a record."""
        workers, row = self.economy.workers, trace.row
        lost = event in {"dismissed", "lost_post"}
        wage = workers.lost_pay[row] if event == "dismissed" else workers.last_pay[row]
        paid = lost or workers.status[row] == Status.EMPLOYED
        real = float(wage) / float(self.economy.cells.consumer_price[workers.city[row]])
        self.spells.append(self.record(person, trace, month, event, real if paid else 0.0))

    def record(self, person: int, trace: Traced, month: str, event: str, wage: float) -> Spell:
        """Return a record of what a person is now."""
        workers, row = self.economy.workers, trace.row
        local = workers.hukou_city[row] == workers.city[row]
        kind = (0 if workers.hukou_urban[row] else 1) if local else 2
        return Spell(
            person, month, event, int(workers.city[row]), int(workers.industry[row]), wage,
            kind, int(workers.age[row]) // 12, trace.group,
            int(event == "dismissed" and person in self.ordered),
        )  # fmt: skip

    def add_pay(self, person: int, trace: Traced, month: str, month_of_year: int) -> None:
        """Add the pay of the month; write the mean of the year in December."""
        workers, row = self.economy.workers, trace.row
        if workers.status[row] == Status.EMPLOYED:
            price = float(self.economy.cells.consumer_price[workers.city[row]])
            trace.paid += float(workers.last_pay[row]) / price
        trace.months += 1
        if month_of_year == DECEMBER:
            mean = trace.paid / trace.months
            self.spells.append(self.record(person, trace, month, "year", mean))
            trace.paid, trace.months = 0.0, 0


def changes(before: dict[str, int], now: dict[str, int], *, dismissed: bool) -> Iterator[str]:
    """Yield what has changed: registration, place, then work."""
    if now["city"] != before["city"]:
        yield "moved"
    if now["hukou_city"] != before["hukou_city"]:
        yield "registered"
    if dismissed:
        yield "dismissed"
    fell_idle = now["status"] == Status.UNEMPLOYED
    if now["status"] != before["status"] and not (dismissed and fell_idle):
        ended = before["status"] == Status.TRAINING and fell_idle
        yield "course_ended" if ended else ENTERED[Status(now["status"])]
    elif now["pool"] != before["pool"] and now["pool"] != NOBODY:
        yield "changed_post"
    if now["benefit_left"] > before["benefit_left"]:
        yield "benefit"
    elif before["benefit_left"] > now["benefit_left"] == 0 and fell_idle:
        yield "benefit_ended"


def lowest(ids: Ids, rows: Ints, number: int) -> Ints:
    """Return so many of the rows, those whose ids have the lowest hash."""
    hashes = [int(mix(uint64(ids[row]) ^ SAMPLE)) for row in rows]
    order = np.argsort(np.array(hashes, np.uint64), kind="stable")
    return rows[order[: max(number, 0)]]
