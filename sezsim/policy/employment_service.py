"""Public employment service (公共就业服务): offices in weak cities, posts announced in all cities.

Overall plan, parts 2 (5) and 2 (6): employment offices where mines and plants end; posts announced and
qualifications recognised in the whole zone. ``matching`` multiplies the efficiency with which searchers
and posts meet in the cities, ``reach`` the share of searchers of the zone who look in other cities.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class EmploymentService(Instrument):
    """Help searchers to find posts."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("公共就业服务", "Public employment service")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}加强就业服务：[，职业匹配效率乘以{matching:g}][，"
        "全区跨市求职人数乘以{reach:g}]。",
        "From {since} to {until}, the employment service of {cities} is extended:[; "
        "matching is {matching:g} times as efficient][; {reach:g} times as many in the "
        "whole zone look for posts in other cities].",
    )

    cities: tuple[City, ...]
    matching: float = setting(
        "efficiency of matching over the present one",
        unit="1", within=(0.5, 2.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    reach: float = setting(
        "share of searchers who look in other cities over the present one",
        unit="1", within=(0.2, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Help this month's searchers."""
        economy.rules.matching[list(self.cities)] *= self.matching
        economy.rules.search_reach[...] *= self.reach
