"""Job retention grants (稳岗补贴): firms in the red that keep their staff get a part of their payroll back.

Overall plan, part 2 (5): productivity and jobs together. The plan names no such grant; the state paid
them in 2009 and again from 2014 on to firms that dismissed nobody, and the size is a design choice.
Each month the province pays

    share * payroll

to every firm of the industries and cities that earns less than its interest and wants no fewer people
than it has. The money lowers what such firms owe; it does not change what they earn, so that it
delays failures and ends none.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector

RETENTION = Flow("job retention grants", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)


class JobRetentionGrant(Instrument):
    """Pay a part of the payroll of firms in the red that dismiss nobody."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("稳岗补贴", "Job retention grants")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业中亏损而不减员的企业，"
        "每月由省财政补贴工资总额的{share:.0%}。",
        "From {since} to {until}, the province pays {share:.0%} of the payroll of firms of "
        "{industries} in {cities} that are in the red and dismiss nobody.",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    share: float = setting(
        "part of the payroll that is paid", unit="1", within=(0.0, 1.0), neutral=0.0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay this month's grants."""
        if self.share <= 0.0:
            return
        rows = np.flatnonzero(self.entitled(economy))
        province = np.zeros(len(rows), np.int64)
        books.pay_yuan(RETENTION, province, rows, self.share * economy.firms.payroll[rows])

    def entitled(self, economy: Economy) -> Flags:
        """Tell which firms are in the red and keep their staff."""
        firms = economy.firms
        there = np.isin(firms.city, self.cities) & np.isin(firms.industry, self.industries)
        keeps = firms.is_open & (firms.staff > 0.0) & (firms.wanted >= firms.staff)
        return np.asarray(there & keeps & (firms.bad_months > 0))
