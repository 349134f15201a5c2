"""Phase-out of backward capacity (淘汰落后产能): plants on a list close, with or without award.

Overall plan, part 2 (2): backward capacity leaves the market, with an award for those who close
in time. The share ``quota`` of the backward capacity present at the beginning closes evenly by
month between ``since`` and ``until``. In month k of n the order reaches

    (quota / n) / (1 - quota (k - 1) / n)

of what is still there, so that every month closes as much as any other. What counts as backward
(``identify``, ``norm``, ``size``), how the quota is shared among cities (``share_by``) and firms
(``list_by``), how the award is set (``award_by``, ``award_per``) and who bears the debt are
settings of their own.
"""

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import MONTHS_A_YEAR, Month
from sezsim.definitions.declare import choice, setting
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import City
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Basis, Form, Identification, Listing, Sharing
from sezsim.definitions.wording import Words
from sezsim.phase_out.debt import DebtShares
from sezsim.phase_out.order import ClosingOrder
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import rows_of, span

UNIT = 1e4  # yuan of yearly capacity for which the award is named
HUNDRED_MILLION = 1e8
ROUNDING = 1e-9


class CapacityPhaseOut(Instrument):
    """Order backward capacity of an industry to close."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("淘汰落后产能", "Phase-out of backward capacity")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}的{industry}行业关闭{quota:.0%}的落后产能（认定："
        "{identify}，能耗高于行业均值{norm:g}倍[或年产能小于{size:g}亿元]）；"
        "任务按{share_by}分到各市，按{list_by}落到企业，强制执行：{compulsory}，拆除设备："
        "{dismantle}。奖补：[，按{award_by}、以{award_per}计][，每万元年产能{award:g}元][，"
        "每名职工{award_per_worker:g}元][，民营企业上限{ceiling:g}元][，"
        "报价隐瞒{shading:.0%}][，资金{fund:g}亿元]。[债务由银行承担{debt_bank:.0%}、"
        "市承担{debt_city:.0%}、省承担{debt_province:.0%}。]"
        "[经济补偿由财政承担{severance:.0%}。]",
        "From {since} to {until}, {quota:.0%} of the backward capacity in {industry} "
        "closes in {cities} (identified by {identify}: energy above {norm:g} times the "
        "mean[, or a plant below {size:g} hundred million yuan a year]); shared among "
        "cities by {share_by}, among firms by {list_by}; compulsory: {compulsory}; "
        "dismantled: {dismantle}. Award:[; set by {award_by} per {award_per}][; {award:g} "
        "yuan per 10,000 yuan of yearly capacity][; {award_per_worker:g} yuan per worker]"
        "[; at most {ceiling:,.0f} yuan for private firms][; bidders hide {shading:.0%}][; "
        "the fund holds {fund:g} hundred million yuan].[ Debt is borne by banks "
        "{debt_bank:.0%}, cities {debt_city:.0%}, province {debt_province:.0%}.][ Public "
        "money pays {severance:.0%} of severance.]",
    )

    industry: Industry
    cities: tuple[City, ...]
    quota: float = setting(
        "share of the industry's backward capacity to close",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    award: float = setting(
        "award for closed yearly capacity, or for last year's output; with bids the highest "
        "one admitted (0: any)",
        unit="yuan per 10^4 yuan", within=(0.0, 5000.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    award_per_worker: float = setting(
        "award for each worker who loses the post, where award_per is workers",
        unit="yuan per person", within=(0.0, 200000.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    ceiling: float = setting(
        "most that a private firm is paid for yearly capacity (280 is 140 yuan per tonne of "
        "steel, the ceiling of 2018)",
        unit="yuan per 10^4 yuan", within=(0.0, 10000.0), neutral=10000.0, value=10000.0,
    )  # fmt: skip
    fund: float = setting(
        "money granted for awards, 0: the province pays whatever falls due",
        unit="10^8 yuan", within=(0.0, 1000.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    shading: float = setting(
        "part of the way from their loss to the last bid accepted that bidders hide",
        unit="1", within=(0.0, 1.0), neutral=0.5, value=0.5,
    )  # fmt: skip
    norm: float = setting(
        "energy per output over the mean of the industry above which equipment is backward "
        "(1.15: the oldest generation only, 1.05: the two oldest)",
        unit="1", within=(0.9, 1.5), neutral=1.15, value=1.15,
    )  # fmt: skip
    size: float = setting(
        "yearly capacity below which a plant is small (25 is about half a million tonnes of "
        "steel, a furnace of 400 m3)",
        unit="10^8 yuan", within=(0.0, 1000.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    debt_bank: float = setting(
        "share of the debt of closed plant that banks write off",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    debt_city: float = setting(
        "share of the debt of closed plant that the city takes over",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    debt_province: float = setting(
        "share of the debt of closed plant that the province pays off",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    severance: float = setting(
        "share of severance of those dismissed by closure that public money pays",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    identify: Identification = choice(
        "what makes a plant backward", value=Identification.INTENSITY
    )
    share_by: Sharing = choice("by what the quota is shared among cities", value=Sharing.STOCK)
    list_by: Listing = choice("how plants are chosen within a quota", value=Listing.MERIT)
    award_by: Form = choice("how the award is set", value=Form.RATE)
    award_per: Basis = choice("for what the award is paid", value=Basis.CAPACITY)
    compulsory: bool = choice("owners who refuse can be made to close", value=True)
    dismantle: bool = choice("closed plant is dismantled, not only sealed", value=True)

    @model_validator(mode="after")
    def check_debt(self) -> Self:
        """Refuse a split of debt that adds up to more than the debt."""
        whole = self.debt_bank + self.debt_city + self.debt_province
        if whole > 1.0 + ROUNDING:
            raise ScenarioError(
                f"{self.id}: debt_bank, debt_city and debt_province add up to {whole:g}; they "
                "are shares of one debt, and the firm bears what they leave."
            )
        return self

    def silent(self) -> set[str]:
        """Leave out what bidders hide where there are no bids, and a ceiling that binds nobody."""
        bids = self.award_by is Form.BID or self.list_by is Listing.AUCTION
        silent = super().silent() - {"shading"}
        return silent if bids else silent | {"shading"}

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write this month's closing order."""
        rules, month = economy.rules, draws.month
        cities, industry = span(self.cities), self.industry
        left = 1.0 - rules.closing_quota[cities, industry]
        ordered = monthly_share(self.quota, self.since, self.until, month)
        if ordered <= 0.0:
            return
        rules.closing_quota[cities, industry] = 1.0 - left * (1.0 - ordered)
        award = rules.closing_award[cities, industry]
        if self.award_per is Basis.CAPACITY:
            rules.closing_award[cities, industry] = np.maximum(award, self.award)
        economy.orders.append(self.order(ordered, month))

    def order(self, share: float, month: Month) -> ClosingOrder:
        """Return the order of a month."""
        by_worker = self.award_per is Basis.WORKERS
        return ClosingOrder(
            industry=self.industry, cities=rows_of(self.cities),
            month=month.number, share=share,
            year=(month.number - self.since.number) // MONTHS_A_YEAR,
            months_left=self.until.number - month.number + 1, is_first=month == self.since,
            months=self.until.number - self.since.number + 1,
            identification=self.identify, norm=self.norm, size=self.size * HUNDRED_MILLION,
            sharing=self.share_by, listing=self.list_by, form=self.award_by,
            basis=self.award_per,
            rate=self.award_per_worker if by_worker else self.award / UNIT,
            ceiling=self.ceiling / UNIT, shading=self.shading,
            fund=self.fund * HUNDRED_MILLION, compulsory=self.compulsory,
            dismantle=self.dismantle, severance=self.severance,
            debt=DebtShares(self.debt_bank, self.debt_city, self.debt_province),
        )  # fmt: skip


def monthly_share(quota: float, since: Month, until: Month, month: Month) -> float:
    """Share of the remaining backward capacity to close in a month, so that closing is even."""
    months = until.number - since.number + 1
    done = month.number - since.number
    return min(1.0, (quota / months) / (1.0 - quota * done / months))
