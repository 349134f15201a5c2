"""Travel between cities (城际交通): belts, intercity lines and high-speed rail shorten the way.

Overall plan, parts 2 (1) 6 and 2 (6) 2: one core and five intercity belts, the lines Harbin-Dalian,
Shenyang-Dandong and Beijing-Shenyang. Links and opening dates are rows of
calibration/data/plan/places.csv. A link with a date shortens travel between its cities from that
month on; a link without one does so in a straight line from ``since`` to the end of 2015. Commuting,
moving, trade and the customers of moving firms follow travel time;
a line for passengers only does not carry goods (``goods`` 0). Where trains pass without a stop
nothing is saved. A fare below the present one lowers what the way costs persons by its part in the
cost of the way, as if it were shorter; fares themselves are part of spending on services, and who
makes up for cheap ones is not followed.
"""

from typing import ClassVar

import numpy as np
from pydantic import Field, field_validator

from sezsim.accounting.books import Books
from sezsim.base_year.places import Place, in_group
from sezsim.definitions.calendar import Month
from sezsim.definitions.declare import setting
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.likely import intention
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block

GROUPS = ("belts", "railways", "core")
LEAST = 0.1  # of the cost of a way, however fast and cheap
DONE = Month.read("2015-12")


class TravelLinks(Instrument):
    """Shorten travel between cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("城际交通", "Travel between cities")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{links}沿线城市间行程时间缩短{saving:.0%}[（货运时间的弹性{goods:g}）]"
        "[，不停靠{passing}][，建成时间平移{shift:g}个月][，票价为现行的{fare:.0%}"
        "（票价占出行成本的{fare_part:.0%}）]。",
        "From {since} to {until}, {links} shorten travel between their cities by "
        "{saving:.0%}[ (time of goods: elasticity {goods:g})][; trains do not stop in {passing}]"
        "[; opening dates move by {shift:g} months][; fares are {fare:.0%} of the present ones, "
        "which are {fare_part:.0%} of the cost of a journey].",
    )

    links: str = Field("belts", description="belts, railways or core of places.csv")
    saving: float = setting(
        "part of travel time that a link saves", unit="1", within=(0.0, 0.8), neutral=0.0
    )
    goods: float = setting(
        "elasticity of the way of goods to that of persons (1: goods gain as much)",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    shift: float = setting(
        "months by which links open later (earlier below 0)",
        unit="month", within=(-60.0, 60.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    fare: float = setting(
        "fare over the present one", unit="1", within=(0.0, 2.0), neutral=1.0, value=1.0
    )
    fare_part: float = setting(
        "part of the fare in what a journey costs, time included",
        unit="1", within=(0.0, 0.8), neutral=0.3, value=0.3,
    )  # fmt: skip
    passing: tuple[City, ...] = Field((), description="cities in which trains do not stop")

    @field_validator("links")
    @classmethod
    def known(cls, value: str) -> str:
        """Refuse links that are not in the table."""
        if value not in GROUPS:
            raise ScenarioError(
                f"travel_links.links = {value!r} are no links. {intention(value, GROUPS)}"
            )
        return value

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Shorten travel on the links that are open; a pair on two links takes the better."""
        cheaper = self.fare_part * (1.0 - self.fare)
        if self.saving <= 0.0 and cheaper == 0.0:
            return
        factor, served = np.ones((CITIES, CITIES)), np.zeros((CITIES, CITIES))
        for link in in_group(self.links):
            stops = tuple(city for city in link.cities if city not in self.passing)
            if not stops:
                continue
            pairs, built = block(stops, stops), self.progress(link, draws.month)
            factor[pairs] = np.minimum(factor[pairs], 1.0 - self.saving * built)
            served[pairs] = np.maximum(served[pairs], built)
        for table, own in ((factor, 1.0), (served, 0.0)):
            np.fill_diagonal(table, own)
        economy.rules.travel_time *= np.maximum(factor - cheaper * served, LEAST)
        economy.rules.goods_time *= factor**self.goods

    def progress(self, link: Place, month: Month) -> float:
        """Part of the saving of a link that has come by a month."""
        now = month.number - self.shift
        if link.opened is not None:
            return 1.0 if now >= link.opened.number else 0.0
        whole = max(DONE.number - self.since.number + 1, 1)
        return float(min(max((now - self.since.number + 1) / whole, 0.0), 1.0))
