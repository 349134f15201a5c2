"""Phase-out of backward capacity (淘汰落后产能): plants on a list close, with or without award.

Overall plan, part 2 (2): backward capacity leaves the market, with an award for those who close
in time. The share ``quota`` of the backward capacity present at the beginning closes evenly by
month between ``since`` and ``until``. In month k of n the order reaches

    (quota / n) / (1 - quota (k - 1) / n)

of what is still there, so that every month closes as much as any other.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import Month
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class CapacityPhaseOut(Instrument):
    """Order backward capacity of an industry to close."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("淘汰落后产能", "Phase-out of backward capacity")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industry}行业关闭{quota:.0%}的落后产能，"
        "每万元年产能奖励{award:g}元。",
        "From {since} to {until}, {quota:.0%} of the backward capacity in {industry} closes in "
        "{cities}, with an award of {award:g} yuan per 10,000 yuan of yearly capacity.",
    )

    industry: Industry
    cities: tuple[City, ...]
    quota: float = setting(
        "share of the industry's backward capacity to close",
        unit="1",
        within=(0.0, 1.0),
        neutral=0.0,
    )
    award: float = setting(
        "award for closed yearly capacity",
        unit="yuan per 10^4 yuan",
        within=(0.0, 5000.0),
        neutral=0.0,
        value=0.0,
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write this month's closing order and its award."""
        rules = economy.rules
        cities, industry = list(self.cities), self.industry
        left = 1.0 - rules.closing_quota[cities, industry]
        ordered = monthly_share(self.quota, self.since, self.until, draws.month)
        rules.closing_quota[cities, industry] = 1.0 - left * (1.0 - ordered)
        award = rules.closing_award[cities, industry]
        rules.closing_award[cities, industry] = np.maximum(award, self.award)


def monthly_share(quota: float, since: Month, until: Month, month: Month) -> float:
    """Share of the remaining backward capacity to close in a month, so that closing is even."""
    months = until.number - since.number + 1
    done = month.number - since.number
    return min(1.0, (quota / months) / (1.0 - quota * done / months))
