"""Joint tax area (税收共享区): some cities, such as Shenyang and Fushun, are taxed as one.

The cities pool a part of their revenue and share it out as revenue was at the opening. A move
inside the area then changes nobody's revenue, and nobody has a reason to block it.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class JointTaxArea(Instrument):
    """Tax some cities as one."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("税收共享区", "Joint tax area")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}财政收入的{pooled:.0%}合并，按期初比例分配，区内迁移不再阻拦。",
        "From {since} to {until}, {cities} pool {pooled:.0%} of their revenue, share it out as it "
        "was at the opening, and do not block moves among them.",
    )

    cities: tuple[City, ...]
    pooled: float = setting(
        "part of revenue that is pooled", unit="1", within=(0.0, 1.0), neutral=0.0
    )

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Make the cities one area; a city of two areas belongs to the one of higher number."""
        if self.pooled <= 0.0:
            return
        area, pool, rows = economy.rules.joint_area, economy.rules.joint_pool, list(self.cities)
        number = 1.0 + min(rows)
        joining = [row for row in rows if number > area[row]]
        area[joining], pool[joining] = number, self.pooled
        again = [row for row in rows if number == area[row]]
        pool[again] = np.maximum(pool[again], self.pooled)
