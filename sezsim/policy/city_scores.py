"""Scores of cities (政绩考核): what counts when officials are judged.

Overall plan, parts 2 (4) 2, 2 (4) 7, 2 (9) 1 and 3: weights on revenue, product, jobs and
environment with a veto, integration, audits of orders and of statistics. Cities answer where they
weigh a firm that wants to leave, an order to close, and what product and revenue they report.
``integration`` is the part of moves that a city no longer opposes; ``honesty`` the part of over-
reporting that audits prevent. Under the veto (一票否决) a city whose sulphur dioxide of a year stays
above ``veto`` times that of the opening scores nothing, whatever else it did; it then carries out
every order to close and collects the whole levy.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy


class CityScores(Instrument):
    """Change what cities are judged by."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("政绩考核改革", "Scores of cities")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，各市政绩考核调整：[，生产总值权重乘以{product:g}][，"
        "财政收入权重乘以{revenue:g}][，就业权重乘以{jobs:g}][，环境权重乘以{damage:g}][，"
        "淘汰任务督查概率乘以{audit:g}][，统计核查防止{honesty:.0%}的虚报][，"
        "{integration:.0%}的企业迁移不再受阻][，"
        "二氧化硫年排放超过期初{veto:.0%}的城市一票否决]。",
        "From {since} to {until}, what cities are judged by changes:[; product weighs "
        "{product:g} times as much][; revenue weighs {revenue:g} times as much][; jobs "
        "weigh {jobs:g} times as much][; the environment weighs {damage:g} times as much]"
        "[; missed orders are found {audit:g} times as often][; checks prevent "
        "{honesty:.0%} of over-reporting][; {integration:.0%} of moves are no longer "
        "opposed][; a city that emits more than {veto:.0%} of the opening's sulphur "
        "dioxide fails].",
    )

    product: float = setting(
        "weight of product over the present one",
        unit="1", within=(0.0, 3.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    revenue: float = setting(
        "weight of revenue over the present one",
        unit="1", within=(0.2, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    jobs: float = setting(
        "weight of jobs over the present one",
        unit="1", within=(0.0, 5.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    damage: float = setting(
        "weight of pollution over the present one",
        unit="1", within=(0.0, 20.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    audit: float = setting(
        "chance that a missed order is found over the present one",
        unit="1", within=(0.0, 3.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    honesty: float = setting(
        "part of over-reporting that audits prevent",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    integration: float = setting(
        "part of moves that a city no longer opposes",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    veto: float = setting(
        "sulphur dioxide of a year over that of the opening above which a city fails "
        "(0: none does)",
        unit="1", within=(0.0, 10.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Judge cities by these weights this month."""
        rules = economy.rules
        rules.score_product[...] *= self.product
        rules.score_revenue[...] *= self.revenue
        rules.score_jobs[...] *= self.jobs
        rules.score_damage[...] *= self.damage
        rules.audit[...] *= self.audit
        rules.honesty[...] = 1.0 - (1.0 - rules.honesty) * (1.0 - self.honesty)
        rules.moving_barrier[...] *= 1.0 - self.integration
        if self.veto > 0.0:
            rules.veto[...] = min(float(rules.veto), self.veto)
