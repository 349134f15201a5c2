"""Yearly review (动态跟踪与年度评估): where unemployment has risen, training places are added.

Overall plan, part 3 (4): follow, sum up every year, correct. A city whose unemployment lies above the
opening by more than ``trigger`` gets ``places`` training places a month until it does not.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class YearlyReview(Instrument):
    """Correct what goes wrong."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("动态跟踪与年度评估", "Yearly review")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，失业率比期初高出{trigger:.1%}的城市每月增加{places:g}个培训名额。",
        "From {since} to {until}, a city whose unemployment is {trigger:.1%} above the "
        "opening gets {places:g} training places a month.",
    )

    trigger: float = setting(
        "rise of unemployment that calls for action",
        unit="1", within=(-0.5, 0.5), neutral=0.01, value=0.01,
    )  # fmt: skip
    places: float = setting(
        "training places added a month",
        unit="person/month", within=(0.0, 50000.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Add places where they are needed."""
        if self.places <= 0.0:
            return
        worse = economy.cells.unemployment - economy.structure.unemployment > self.trigger
        economy.rules.training_places += self.places * worse
