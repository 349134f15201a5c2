"""Reserve fund of mining firms (资源型企业可持续发展准备金): saved while mines earn.

Overall plan, part 2 (4) 6. Mining firms pay a part of sales into a fund of the province. Each month
the fund spends a part of what it holds on restoration and new trades in the cities, by the mining
that they had at the opening; it never spends more than it holds.
"""

from functools import cache
from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import INDUSTRIES, MINING
from sezsim.definitions.sums import total
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import RESERVE_FUND, Economy, Sector
from sezsim.state.rules import marked

PAID_IN = Flow("mining reserve, paid in", Sector.FIRMS, Sector.UPPER_GOVERNMENTS)
SPENT = Flow("mining reserve, spent", Sector.UPPER_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
KINDS, FEN = (PAID_IN,), 100.0
FUND = np.array([RESERVE_FUND])
PAYERS, CITY_ROWS = np.full(CITIES, RESERVE_FUND), np.arange(CITIES)
ROWS = tuple(int(industry) for industry in MINING)


class MiningReserveFund(Instrument):
    """Let mining firms put a part of sales aside."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("资源型企业可持续发展准备金", "Reserve fund of mining firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的采矿企业按销售额的{rate:.1%}提取准备金，基金每月支出余额的{drawdown:.1%}。",
        "From {since} to {until}, mining firms of {cities} put {rate:.1%} of sales into a fund, "
        "which spends {drawdown:.1%} of what it holds each month.",
    )

    cities: tuple[City, ...]
    rate: float = setting("part of sales put aside", unit="1", within=(0.0, 0.2), neutral=0.0)
    drawdown: float = setting(
        "part of the fund that is spent in a month",
        unit="1/month", within=(0.0, 1.0), neutral=0.02, value=0.02, source="assumption",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay in this month's part and spend from what there is."""
        if self.rate <= 0.0:
            return
        firms, governments = economy.firms, economy.governments
        rates = rates_in(self.cities, self.rate)
        aside = put_aside(firms.city, firms.industry, firms.receipts, rates)
        books.pay_with_firms(KINDS, FUND, firms.city, aside)
        held = int(economy.purses.upper[RESERVE_FUND])
        spent = shared_by(held * self.drawdown, economy.structure.output, governments.revenue)
        books.pay(SPENT, PAYERS, CITY_ROWS, spent)


@cache
def rates_in(cities: tuple[City, ...], rate: float) -> Floats:
    """Return the part of sales (fen per yuan) put aside by city and industry (8, 19)."""
    return np.outer(marked(cities, CITIES), marked(MINING, INDUSTRIES)) * rate * FEN


@compiled
def shared_by(amount: float, output: Floats, revenue: Floats) -> Money:
    """Share an amount by the output of mines, in whole fen, rounded down; add it to revenue."""
    mined, share = np.zeros(CITIES), np.empty(CITIES, np.int64)
    for c in range(CITIES):
        for s in ROWS:
            mined[c] += output[c, s]
    whole = total(mined)
    for c in range(CITIES):
        share[c] = int(np.floor(amount * mined[c] / whole))
        revenue[c] += share[c] / FEN
    return share


@compiled
def put_aside(city: Ints, industry: Ints, receipts: Floats, rates: Floats) -> Money:
    """Return what each mining firm pays into the fund (1, firms; fen)."""
    aside = np.zeros((1, len(city)), np.int64)
    for row in range(len(city)):
        i = uint64(row)
        rate = rates[city[i], industry[i]]
        if rate > 0.0:
            aside[0, i] = np.int64(np.rint(max(receipts[i], 0.0) * rate))
    return aside
