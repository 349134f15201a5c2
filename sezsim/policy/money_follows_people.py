"""Money follows people (钱随人走): transfers to cities for those whom they register or serve.

A city that registers a newcomer must serve one more resident in full; without money it admits fewer than
the rule says. The province pays the city, for each person registered last month, ``registered`` of the
spending on a resident for ``years``, and for each resident registered elsewhere ``served`` of it a month.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.residents import count_strangers, service_cost

FOLLOWING = Flow(
    "transfers that follow people", Sector.UPPER_GOVERNMENTS, Sector.CITY_GOVERNMENTS
)


class MoneyFollowsPeople(Instrument):
    """Pay cities for the people whom they take in."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("钱随人走", "Money follows people")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，财政转移支付随人走：[，"
        "省财政按新落户人数支付人均公共服务支出的{registered:.0%}（{years:g}年）][，"
        "按外来常住人口每月支付其{served:.0%}]。",
        "From {since} to {until}, money follows people; the province pays cities:[; "
        "{registered:.0%} of the spending on services for a resident, for {years:g} years, "
        "for each person newly registered][; {served:.0%} of it a month for each resident "
        "registered elsewhere].",
    )

    registered: float = setting(
        "part of the service cost of a new local resident that follows the person",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    years: float = setting(
        "years of services paid at once on registration",
        unit="year", within=(0.0, 20.0), neutral=3.0, value=3.0,
    )  # fmt: skip
    served: float = setting(
        "part of the spending on a resident paid for each resident registered elsewhere",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay for last month's registrations and for the newcomers who are served."""
        if self.registered == self.served == 0.0:
            return
        workers, strangers = economy.workers, np.zeros(CITIES)
        economy.rules.money_follows[:] = np.maximum(
            economy.rules.money_follows, self.registered
        )
        count_strangers(
            workers.count, float(workers.persons_per_agent), workers.alive, workers.city,
            workers.hukou_city, workers.child_one, workers.child_two, strangers,
        )  # fmt: skip
        residents = np.maximum(economy.scratch.population, 1.0)
        spending = economy.governments.operations / residents
        at_once = np.full(CITIES, self.registered * self.years * MONTHS_A_YEAR)
        due = service_cost(economy.scratch.converted, at_once, spending)
        due += service_cost(strangers, np.full(CITIES, self.served), spending)
        books.pay(FOLLOWING, np.zeros(CITIES, np.int64), np.arange(CITIES), fen(due))
