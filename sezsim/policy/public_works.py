"""Public works (以工代赈): repair of mines pays people who have long been without a post.

Overall plan, part 2 (2): subsidence and open pits of Fushun and Fuxin are repaired. The cities employ up
to ``places`` of those longest without a post by dismissal, at ``pay`` a month from the province. They go
on looking for work and count as seeking it: works bridge time and do not replace a post.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.accounting.grants import grant
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.workers import Status

FEN = 100.0


class PublicWorks(Instrument):
    """Pay the displaced for public works."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("以工代赈", "Public works")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每市为{places:g}名失业最久的被裁减职工提供矿区修复工作，"
        "每月{pay:g}元，由省财政支付。",
        "From {since} to {until}, {cities} each give work on the repair of mines to "
        "{places:g} of the dismissed who have been longest without a post, at {pay:g} yuan a "
        "month, which the province pays.",
    )

    cities: tuple[City, ...]
    places: float = setting(
        "places in each city", unit="person", within=(0.0, 200000.0), neutral=0.0
    )
    pay: float = setting(
        "pay of public works, at pay of the opening",
        unit="yuan/month", within=(0.0, 5000.0), neutral=1000.0, value=1000.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay this month's workers."""
        if self.places <= 0.0:
            return
        workers = economy.workers
        room = round(self.places / workers.persons_per_agent)
        amount = round(self.pay * economy.cells.wage_level.mean() * FEN)
        amount *= workers.persons_per_agent
        count = workers.count
        idle = workers.alive[:count] & (workers.status[:count] == Status.UNEMPLOYED)
        rows = np.flatnonzero(idle & (workers.lost_pay[:count] > 0.0))
        longest = [rows[:0]]
        for city in self.cities:
            here = rows[workers.city[rows] == city]
            order = np.lexsort((workers.id[here], -workers.duration[here]))
            longest.append(here[order[:room]])
        paid = np.concatenate(longest)
        grant(books, paid, np.full(len(paid), amount))
