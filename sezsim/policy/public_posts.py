"""Public posts (公益性岗位): public services take on older people who were dismissed.

Fourth way of the menu of resettlement. Women from 40 and men from 50 years on who are dismissed may
pass to a post in the public services of their city, up to ``places`` in each city. For ``months`` the
city pays ``city_part`` of their pay and the province the rest; then they are staff like others.
Whoever lost a post and serves there for less counts as holding a place.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.public_services import public_employers, public_pools

CITY_PART = Flow("public posts paid by cities", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
PROVINCE_PART = Flow("public posts paid above", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
CITY_ROWS, PROVINCE = np.arange(CITIES), np.zeros(CITIES, np.int64)


class PublicPosts(Instrument):
    """Open public posts to the dismissed."""

    moment = Moment.SETTLEMENT
    title: ClassVar[Words] = Words("公益性岗位", "Public posts")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每市设{places:g}个公益性岗位，安置被裁减的40岁以上女职工和50岁以上"
        "男职工，{months:g}个月内工资由市财政承担{city_part:.0%}、其余由省承担。",
        "From {since} to {until}, {cities} each open {places:g} public posts to women from 40 "
        "and men from 50 who are dismissed; for {months:g} months the city pays "
        "{city_part:.0%} of their pay and the province the rest.",
    )

    cities: tuple[City, ...]
    places: float = setting(
        "public posts in each city", unit="person", within=(0.0, 100000.0), neutral=0.0
    )
    city_part: float = setting(
        "part of the pay that the city bears, the province bearing the rest",
        unit="1", within=(0.0, 1.0), neutral=0.5, value=0.5,
    )  # fmt: skip
    months: float = setting(
        "months for which the pay is borne", unit="month", within=(1.0, 120.0), neutral=36.0,
        value=36.0, source="term of public posts: three years (employment promotion rules)",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Pay those who hold a place, keep their posts, and open those left."""
        if self.places <= 0.0:
            return
        workers, firms = economy.workers, economy.firms
        pools, employers = public_pools(), public_employers(economy)
        holders, pay = np.zeros(CITIES), np.zeros(CITIES)
        count_holders(
            workers.count, workers.alive, workers.pool, workers.tenure, workers.lost_pay,
            workers.last_pay, self.months, pools, holders, pay,
        )  # fmt: skip
        chosen = np.isin(CITY_ROWS, self.cities)
        holders *= chosen * workers.persons_per_agent
        pay *= chosen * workers.persons_per_agent
        firms.wanted[employers] += holders
        books.pay_yuan(CITY_PART, CITY_ROWS, employers, self.city_part * pay)
        books.pay_yuan(PROVINCE_PART, PROVINCE, employers, (1.0 - self.city_part) * pay)
        economy.rules.open_posts[:] += np.maximum(self.places * chosen - holders, 0.0)


@compiled
def count_holders(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    count: int, alive: Flags, pool: Ints, tenure: Ints, lost_pay: Floats, pay: Floats,
    months: float, public: Ints, holders: Floats, paid: Floats,
) -> None:  # fmt: skip
    """Count the rows that hold a public post after a dismissal, and their pay, by city."""
    for i in range(count):
        if alive[i] and pool[i] >= 0 and lost_pay[i] > 0.0 and tenure[i] < months:
            for c in range(len(public)):
                if pool[i] == public[c]:
                    holders[c] += 1.0
                    paid[c] += pay[i]
