"""Training of displaced workers (失业人员技能培训): places paid from public money.

Overall plan, part 2 (2) and (6): workers of closed plants are trained for new posts. The cities
offer ``places`` a month each; who takes one is off the market for the length of a course.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import span


class TrainingSubsidy(Instrument):
    """Offer training places."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("技能培训补贴", "Training subsidy")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}每市每月提供{places:g}个培训名额。",
        "From {since} to {until}, {cities} offer {places:g} training places a month in each "
        "city.",
    )

    cities: tuple[City, ...]
    places: float = setting(
        "training places offered in each city a month",
        unit="person/month",
        within=(0.0, 100000.0),
        neutral=0.0,
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Offer this month's places."""
        economy.rules.training_places[span(self.cities)] += self.places
