"""Training of displaced workers (失业人员技能培训): places paid from public money.

Overall plan, part 2 (2) and (6): workers of closed plants are trained for new posts. The cities
offer ``places`` a month each; who takes one is off the market for the length of a course. With
``displaced_first`` people who lost their post by dismissal get places before others; ``stipend`` is
paid by the province to everybody in a course.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.accounting.grants import grant
from sezsim.definitions.columns import Flags, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span
from sezsim.state.workers import Status

TRAINING = int(Status.TRAINING)
FEN = 100.0


class TrainingSubsidy(Instrument):
    """Offer training places."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("技能培训补贴", "Training subsidy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每市每月提供{places:g}个培训名额[，"
        "失业职工优先{displaced_first!s:.0}][，培训期间每月补贴{stipend:g}元]。",
        "From {since} to {until}, {places:g} people a month can begin training in each "
        "city ({cities})[; the displaced come first{displaced_first!s:.0}][; who takes "
        "part gets {stipend:g} yuan a month].",
    )

    cities: tuple[City, ...]
    places: float = setting(
        "training places offered in each city a month",
        unit="person/month",
        within=(0.0, 100000.0),
        neutral=0.0,
    )
    displaced_first: float = setting(
        "whether the displaced get places before others (0 or 1)",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    stipend: float = setting(
        "paid to each person in a course, at pay of the opening",
        unit="yuan/month", within=(0.0, 3000.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Offer this month's places."""
        rules, rows = economy.rules, span(self.cities)
        rules.training_places[rows] += self.places
        rules.displaced_first[rows] = np.maximum(
            rules.displaced_first[rows], self.displaced_first
        )
        if self.stipend > 0.0:
            self.support(economy, books)

    def support(self, economy: Economy, books: Books) -> None:
        """Pay everybody in a course."""
        workers, part = economy.workers, np.zeros(CITIES)
        part[span(self.cities)] = self.stipend * economy.cells.wage_level.mean() * FEN
        rows = economy.scratch.lists.of(workers.count).rows
        trained = in_courses(workers.count, workers.alive, workers.status, rows)
        stipend = np.rint(part).astype(np.int64) * workers.persons_per_agent
        grant(books, rows[:trained], stipend[workers.city[rows[:trained]]])


@compiled
def in_courses(count: int, alive: Flags, status: Ints, rows: Ints) -> int:
    """List the rows in a course; return their number."""
    found = uint64(0)
    for row in range(count):
        i = uint64(row)
        if status[i] == TRAINING and alive[i]:
            rows[found] = row
            found += uint64(1)
    return int(found)
