"""Public building of homes (公共租赁住房与新城建设): the stock grows, the city pays a part.

Overall plan, parts 2 (1) 6 and 2 (7) 4: 37 new towns, rental homes for newcomers too, homes for
families above old mines. More homes per resident lower rents, and lower rents draw people.
"""

from typing import ClassVar

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import rows_of, span

BUILDING = Flow("public building of homes", Sector.CITY_GOVERNMENTS, Sector.DEVELOPERS)


class PublicHousing(Instrument):
    """Build homes beyond what developers build."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("公共住房建设", "Public building of homes")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每年多建住房存量的{supply:.2%}[，"
        "市财政承担期初住房投资的{cost:.0%}]。",
        "From {since} to {until}, {cities} build {supply:.2%} of the housing stock a year "
        "more[; the city pays {cost:.0%} of opening housing investment].",
    )

    cities: tuple[City, ...]
    supply: float = setting(
        "homes built a year over the stock",
        unit="1/year", within=(0.0, 0.03), neutral=0.0, value=0.0,
    )  # fmt: skip
    cost: float = setting(
        "what the city pays over opening housing investment",
        unit="1", within=(0.0, 0.5), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Build this month's homes."""
        rows = rows_of(self.cities)
        economy.rules.housing_supply[span(self.cities)] += self.supply / MONTHS_A_YEAR
        if self.cost > 0.0:
            paid = economy.structure.housing_investment[span(self.cities)] * self.cost
            books.pay_yuan(BUILDING, rows, rows, paid)
