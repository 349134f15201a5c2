"""Portable housing allowance (住房补贴随人走): employees registered elsewhere get it where they live.

Overall plan, part 2 (6): housing allowances go with the person, not with the place of registration. The
province pays employees registered elsewhere ``rate`` of their gross pay each month; expecting it, people
value the cities more by as much as by a rise of pay.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.accounting.grants import grant
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.lives.lots import STRIDE, add_marked
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span
from sezsim.state.workers import Status

EMPLOYED = int(Status.EMPLOYED)
FEN = 100.0


class HousingAllowance(Instrument):
    """Pay a housing allowance to employees registered elsewhere."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("住房补贴随人走", "Portable housing allowance")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的外来就业者每月领取相当于工资{rate:.1%}的住房补贴，由省财政支付。",
        "From {since} to {until}, employees in {cities} who are registered elsewhere get a "
        "housing allowance of {rate:.1%} of pay, which the province pays.",
    )

    cities: tuple[City, ...]
    rate: float = setting(
        "allowance over gross pay", unit="1", within=(0.0, 0.3), neutral=0.0, value=0.0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay this month's allowance."""
        if self.rate <= 0.0:
            return
        rates, workers = np.zeros(CITIES), economy.workers
        rates[span(self.cities)] = self.rate
        economy.rules.home_allowance += rates
        rows = economy.scratch.lists.of(workers.count).rows
        amounts = allow(
            workers.count, workers.alive, workers.city, workers.hukou_city, workers.status,
            workers.last_pay, rates * FEN * workers.persons_per_agent, rows,
        )  # fmt: skip
        grant(books, rows, amounts)


@compiled
def allow(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    count: int, alive: Flags, city: Ints, hukou_city: Ints, status: Ints, last_pay: Floats,
    rates: Floats, rows: Ints,
) -> Money:  # fmt: skip
    """List the rows that get an allowance; return their amounts (fen)."""
    end, marks = 0, np.zeros(STRIDE, np.bool_)
    for start in range(0, count, STRIDE):
        number = min(STRIDE, count - start)
        here = slice(start, start + number)
        lives, home, registered, is_now = (
            alive[here], city[here], hukou_city[here], status[here],
        )  # fmt: skip
        for row in range(number):
            k = uint64(row)
            marks[k] = (registered[k] != home[k]) & (is_now[k] == EMPLOYED) & lives[k]
        marks[number:] = False
        end = add_marked(marks, start, rows, end)
    amounts = np.empty(end, np.int64)
    for place in range(end):
        i = uint64(rows[place])
        amounts[place] = round(rates[city[i]] * last_pay[i])
    return amounts
