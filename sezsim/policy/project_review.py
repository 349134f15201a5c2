"""Review of projects (项目节能评估与环境准入): new equipment meets a norm, dirty projects wait.

Overall plan, parts 2 (1) 5 and 2 (4) 2: energy review, entry by environment, replacement, projects
tied to progress. ``norm`` is the part of standard equipment that must be frontier instead;
``expansion`` the part of planned expansion that is approved.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block


class ProjectReview(Instrument):
    """Review new projects of some industries."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("项目节能评估与环境准入", "Review of projects")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industries}行业项目审查：[，"
        "{norm:.0%}的普通设备须换为先进设备][，扩能计划批准{expansion:.0%}]。",
        "From {since} to {until}, projects of {industries} in {cities} are reviewed:[; "
        "{norm:.0%} of standard equipment must be frontier][; {expansion:.0%} of expansion "
        "is approved].",
    )

    cities: tuple[City, ...]
    industries: tuple[Industry, ...]
    norm: float = setting(
        "part of standard equipment that must be frontier",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    expansion: float = setting(
        "part of planned expansion that is approved",
        unit="1", within=(0.0, 1.0), neutral=1.0, value=1.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Review this month's projects."""
        cells = block(self.cities, self.industries)
        rules = economy.rules
        rules.equipment_norm[cells] = 1.0 - (1.0 - rules.equipment_norm[cells]) * (
            1.0 - self.norm
        )
        rules.expansion[cells] *= self.expansion
