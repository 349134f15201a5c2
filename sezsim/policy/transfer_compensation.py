"""Tax sharing for moved firms (产业转移利益补偿): the gaining city shares the tax that they bring.

Overall plan, part 2 (1) 5: a mechanism to coordinate and compensate interests when firms and
projects move within the zone. For a firm that moves under the rule, the city that gains it hands
``share`` of the city tax that the firm really pays to the city that it left, for ``years``, and for
``extension`` more where the firm pays less than ``threshold`` a year. The rule of Beijing,
Tianjin and Hebei of 2015 reaches only moves of the transfer plan.
"""

from typing import ClassVar

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import between


class TransferCompensation(Instrument):
    """Share the tax of firms that moved between cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("产业转移税收分享", "Tax sharing for moved firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，企业在城市间迁移（从{losing}迁入{gaining}）后{years:g}年内，"
        "迁入地把所得地方税收的{share:.0%}划给迁出地[；"
        "年纳税低于{threshold:,.0f}元的延长{extension:g}年][，低于{floor:,.0f}元的不分享]"
        "[（仅限计划内搬迁{ordered_only!s:.0}）]。",
        "From {since} to {until}, for {years:g} years after a firm moves between cities "
        "(from {losing} to {gaining}), the gaining city hands {share:.0%} of the city tax "
        "it brings to the city it left[; {extension:g} years more below {threshold:,.0f} "
        "yuan of tax a year][, none below {floor:,.0f} yuan][ (only moves of the transfer "
        "plan{ordered_only!s:.0})].",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    share: float = setting(
        "part of the city-retained tax of moved firms that is handed over",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    years: float = setting(
        "years of sharing after a move", unit="year", within=(0.0, 30.0), neutral=3.0, value=3.0
    )
    extension: float = setting(
        "more years of sharing for small payers",
        unit="year", within=(0.0, 30.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    threshold: float = setting(
        "yearly tax below which a firm is a small payer",
        unit="yuan/year", within=(0.0, 1e10), neutral=0.0, value=0.0,
    )  # fmt: skip
    floor: float = setting(
        "yearly tax below which a firm's tax is not shared",
        unit="yuan/year", within=(0.0, 1e10), neutral=0.0, value=0.0,
    )  # fmt: skip
    ordered_only: int = setting(
        "1 if only moves of the transfer plan are shared",
        unit="0 or 1", within=(0, 1), neutral=0, value=0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the terms where they give more than those already written."""
        rules = economy.rules
        present = rules.tax_share * (1.0 + rules.sharing_years)
        where = between(self.losing, self.gaining) & (self.share * (1.0 + self.years) > present)
        for rule, value in (
            (rules.tax_share, self.share), (rules.sharing_years, self.years),
            (rules.sharing_extension, self.extension),
            (rules.sharing_threshold, self.threshold), (rules.sharing_floor, self.floor),
            (rules.sharing_ordered, float(self.ordered_only)),
        ):  # fmt: skip
            rule[where] = value
