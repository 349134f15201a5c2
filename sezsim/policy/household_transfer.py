"""Transfers to households (居民转移支付): so much a month to each person of a kind.

Overall plan, part 2 (7) 3: pensions for all villagers, minimum allowance of the poor. The province
pays; who is of the kind receives the amount on top of what he or she has, and spends it over time out
of deposits.
"""

from enum import Enum, auto
from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.grants import grant
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.sums import total
from sezsim.definitions.wording import Words
from sezsim.lives.lots import STRIDE, add_marked
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.workers import Status

FROM_PROVINCE = Flow("transfers to households", Sector.UPPER_GOVERNMENTS, Sector.BASKETS)
TO_PERSONS = Flow("transfers received by households", Sector.BASKETS, Sector.HOUSEHOLDS)
FEN = 100.0


class Kind(Enum):
    """Who receives a transfer."""

    RURAL_ELDERS = auto()
    URBAN_POOR = auto()


WHO = {  # status and registration in town
    Kind.RURAL_ELDERS: (int(Status.RETIRED), 0),
    Kind.URBAN_POOR: (int(Status.UNEMPLOYED), 1),
}


class HouseholdTransfer(Instrument):
    """Pay an amount to each person of a kind."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("居民转移支付", "Transfers to households")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，省财政每月向每位{kind}支付{amount:g}元。",
        "From {since} to {until}, the province pays {amount:g} yuan a month to {kind}, each.",
    )

    kind: Kind
    amount: float = setting(
        "paid to each person", unit="yuan/month", within=(0.0, 2000.0), neutral=0.0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay this month's transfer."""
        if self.amount <= 0.0:
            return
        workers = economy.workers
        rows = economy.scratch.lists.of(workers.count).rows
        amounts = choose_persons(
            workers.count, workers.alive, workers.hukou_urban, workers.status,
            workers.benefit_left, *WHO[self.kind], self.amount, economy.cells.wage_level,
            workers.persons_per_agent, rows,
        )  # fmt: skip
        grant(books, rows, amounts, FROM_PROVINCE, TO_PERSONS)


@compiled
def choose_persons(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    count: int, alive: Flags, hukou_urban: Ints, status: Ints, benefit_left: Ints, state: int,
    urban: int, amount: float, level: Floats, persons: int, rows: Ints,
) -> Money:  # fmt: skip
    """List the rows that receive a transfer; return their amounts (fen)."""
    end, marks = 0, np.zeros(STRIDE, np.bool_)
    for start in range(0, count, STRIDE):
        number = min(STRIDE, count - start)
        here = slice(start, start + number)
        lives, town, is_now, benefit = (
            alive[here], hukou_urban[here], status[here], benefit_left[here],
        )  # fmt: skip
        for row in range(number):
            k = uint64(row)
            belongs = (is_now[k] == state) & (town[k] == urban) & (benefit[k] == 0)
            marks[k] = belongs & lives[k]
        marks[number:] = False
        end = add_marked(marks, start, rows, end)
    mean = total(level.ravel()) / level.size
    return np.full(end, round(amount * mean * FEN) * persons)
