"""Wage insurance (工资保险): who lost a post and earns less in the next gets a part of the gap.

The province pays people dismissed from a post, once they hold another, ``share`` of the gap between the
pay lost and the present pay, for the first ``months`` in the new post. It softens the fall of earnings
and leaves the wish to find work.
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
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span
from sezsim.state.workers import Status

EMPLOYED = int(Status.EMPLOYED)
FEN = 100.0


class WageInsurance(Instrument):
    """Pay a part of the pay that was lost with a post."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("工资保险", "Wage insurance")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}被裁减后再就业的职工，{months:g}个月内获得原工资与现工资差额的"
        "{share:.0%}，由省财政支付。",
        "From {since} to {until}, people in {cities} who were dismissed and work again get "
        "{share:.0%} of the gap between old and new pay for {months:g} months, which the "
        "province pays.",
    )

    cities: tuple[City, ...]
    share: float = setting(
        "part of the gap of pay that is made up", unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    months: float = setting(
        "months in the new post for which it is paid",
        unit="month", within=(0.0, 60.0), neutral=24.0, value=24.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay for this month's gaps."""
        if self.share <= 0.0:
            return
        workers, share = economy.workers, np.zeros(CITIES)
        share[span(self.cities)] = self.share * FEN * workers.persons_per_agent
        rows = economy.scratch.lists.of(workers.count).rows
        amounts = insure(
            workers.count, workers.alive, workers.city, workers.status, workers.tenure,
            workers.lost_pay, workers.last_pay, self.months, share, rows,
        )  # fmt: skip
        grant(books, rows, amounts)


@compiled
def gap_made_up(lost_pay: float, pay: float, share: float) -> float:
    """Part of the gap between lost and present pay that is made up, never negative."""
    return share * max(lost_pay - pay, 0.0)


@compiled
def insure(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    count: int, alive: Flags, city: Ints, status: Ints, tenure: Ints, lost_pay: Floats,
    pay: Floats, months: float, share: Floats, rows: Ints,
) -> Money:  # fmt: skip
    """List the rows that are insured and earn less than before; return their amounts (fen)."""
    found = uint64(0)
    for row in range(count):
        i = uint64(row)
        if lost_pay[i] > pay[i] and status[i] == EMPLOYED and tenure[i] < months and alive[i]:
            rows[found] = row
            found += uint64(1)
    amounts = np.empty(found, np.int64)
    for k in range(len(amounts)):
        i = uint64(rows[k])
        amounts[k] = round(gap_made_up(lost_pay[i], pay[i], share[city[i]]))
    return amounts
