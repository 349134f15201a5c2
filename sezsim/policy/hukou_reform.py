"""Reform of household registration (户籍制度改革): settling becomes easier, services reach newcomers.

Overall plan, part 2 (6): one rule of registration in the zone, public services for all residents
and social insurance that moves with the person. ``settlement_ease`` multiplies the odds of moving
to the cities; ``service_access`` is added to the access of residents registered elsewhere;
``hukou_quota`` multiplies the share of applicants admitted; ``pension_loss`` is the part of paid
pension years that is still lost on leaving a pool, everywhere in the zone.
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


class HukouReform(Instrument):
    """Ease settlement in some cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("户籍制度改革", "Reform of household registration")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}放宽落户：[，迁入意愿乘以{settlement_ease:g}][，"
        "外来人口公共服务可及性提高{service_access:.0%}][，落户名额乘以{hukou_quota:g}][，"
        "全区养老权益转移损失乘以{pension_loss:g}]。",
        "From {since} to {until}, {cities} ease settlement:[; odds of moving there times "
        "{settlement_ease:g}][; access of newcomers to services up by {service_access:.0%}]"
        "[; admissions times {hukou_quota:g}][; pension points lost on moving times "
        "{pension_loss:g} in the whole zone].",
    )

    cities: tuple[City, ...]
    settlement_ease: float = setting(
        "odds of moving to the cities over the present ones",
        unit="1", within=(0.1, 10.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    service_access: float = setting(
        "access of residents registered elsewhere to public services, added to the present one",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    hukou_quota: float = setting(
        "share of eligible applicants admitted over the present one",
        unit="1", within=(0.0, 20.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    pension_loss: float = setting(
        "pension points lost on leaving a pool over the present ones",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Ease settlement for this month."""
        rules, cities = economy.rules, span(self.cities)
        rules.settlement_ease[cities] *= self.settlement_ease
        rules.service_access[cities] += self.service_access
        rules.hukou_quota[cities] *= self.hukou_quota
        rules.pension_loss[...] *= self.pension_loss
