"""Internal retirement (内部退养): how many years before the legal age state firms may bridge.

Resettlement of closed plants: employees within ``years`` of the legal age may retire internally and are
paid on until they draw a pension. The State Council's rule is five years.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

PRESENT = 5.0  # years, State Council rule


class InternalRetirement(Instrument):
    """Change the years that may be bridged."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("内部退养年限", "Internal retirement")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，国有企业分流职工可在法定退休年龄前{years:g}年内退养（现行5年）。",
        "From {since} to {until}, state firms may retire dismissed employees internally within "
        "{years:g} years of the legal age (now 5).",
    )

    years: float = setting(
        "years before the legal age in which internal retirement is open",
        unit="year", within=(0.0, 10.0), neutral=PRESENT,
        source="parameters.csv n_IR: 5 (3 to 7)",
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Set the window this month."""
        economy.rules.retirement_window[...] += self.years - PRESENT
