"""Recognition of qualifications (职业资格互认): what somebody has learnt elsewhere counts here.

Overall plan, part 2 (5): certificates and titles are recognised in the whole zone. ``recognised`` is the
part of the pay discount of people from elsewhere that disappears: newcomers are paid more, and a
city of the zone is worth more to those who think of moving there.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class QualificationRecognition(Instrument):
    """Recognise qualifications from elsewhere."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("职业资格互认", "Recognition of qualifications")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，全区互认职业资格，外来劳动者的工资折扣减少{recognised:.0%}。",
        "From {since} to {until}, qualifications are recognised in the whole zone, which "
        "removes {recognised:.0%} of the pay discount of people from elsewhere.",
    )

    recognised: float = setting(
        "part of the pay discount of people from elsewhere that disappears",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Recognise qualifications this month."""
        recognition = economy.rules.recognition
        recognition[...] = np.maximum(recognition, self.recognised)
