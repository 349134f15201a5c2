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
from sezsim.definitions.columns import Flags, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.workers import Status

TRAINING = int(Status.TRAINING)
FEN = 100.0


class TrainingSubsidy(Instrument):
    """Offer training places."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("技能培训补贴", "Training subsidy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每市每月提供{places:g}个培训名额[（失业职工优先：{displaced_first:g}）]"
        "[，培训期间每月补贴{stipend:g}元]。",
        "From {since} to {until}, {cities} offer {places:g} training places a month in each "
        "city[ (displaced first: {displaced_first:g})][; who takes part gets {stipend:g} yuan a "
        "month].",
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
        rules, rows = economy.rules, list(self.cities)
        rules.training_places[rows] += self.places
        rules.displaced_first[rows] = np.maximum(
            rules.displaced_first[rows], self.displaced_first
        )
        if self.stipend > 0.0:
            self.support(economy, books)

    def support(self, economy: Economy, books: Books) -> None:
        """Pay everybody in a course."""
        workers, part = economy.workers, np.zeros(CITIES)
        part[list(self.cities)] = self.stipend * economy.cells.wage_level.mean() * FEN
        net, totals = np.zeros(len(workers.deposits), np.int64), np.zeros(CITIES, np.int64)
        support_rows(
            workers.count, workers.alive, workers.city, workers.status,
            np.rint(part).astype(np.int64) * workers.persons_per_agent, net, totals,
        )  # fmt: skip
        grant(books, net, totals)


@compiled
def support_rows(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    count: int, alive: Flags, city: Ints, status: Ints, part: Money, net: Money,
    totals: Money,
) -> None:  # fmt: skip
    """Write the stipend (fen) of each row in a course, and add up by city."""
    for i in range(count):
        if alive[i] and status[i] == TRAINING:
            net[i] = part[city[i]]
            totals[city[i]] += net[i]
