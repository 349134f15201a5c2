"""Targets of the plan (规划目标): what 2015 and 2020 should bring, as rules on yearly means.

Overall plan, part 1 (3) 1. A level is measured against its threshold, a fall against the mean of
2010. Only what the plan states carries grade A; it says "markedly" for energy, water and pollutants,
so their falls are assumptions of the size of the twelfth five-year plan. Shares of services and
high-tech are judged twice: on the model's figures and on those that cities report.

High-tech is a fixed part of each industry's value added (electronics and pharmaceuticals whole,
vehicles .45, machinery .35, non-ferrous .15, petrochemicals .1), 16% of industry in 2010; firms above
the reporting size give the same share. So only a change between industries can move it, and to reach
30% those industries would have to double their weight in five years. The plan counts products of a
catalogue of its own, whose share of 2010 is not in the data: the target may be nearer than it looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sezsim.definitions.wording import Words

BASE, FIRST, SECOND = 2010, 2015, 2020
PER_PRODUCT = ("so2", "cod")  # amounts that the plan sets against product
Yearly = Mapping[tuple[str, int], float]  # mean of an indicator in a year


@dataclass(frozen=True)
class Target:
    """One target: an indicator, its year, and what it must reach."""

    key: str
    indicator: str
    year: int
    threshold: float
    names: Words
    source: str
    grade: str
    relative: bool = False  # to 2010 rather than a level
    falls: bool = False

    def met(self, values: Yearly, year: int | None = None) -> bool:
        """Tell whether yearly means meet the target, in its year or another."""
        now = value_of(self.indicator, values, year or self.year)
        wanted = self.threshold
        if self.relative:
            wanted *= value_of(self.indicator, values, BASE)
        return now <= wanted if self.falls else now >= wanted


def value_of(indicator: str, values: Yearly, year: int) -> float:
    """Return an indicator in a year; pollutants are set against product."""
    value = values[indicator, year]
    return value / values["gdp_real", year] if indicator in PER_PRODUCT else value


def level(key: str, indicator: str, threshold: float, zh: str, en: str) -> Target:
    """Declare a level that the plan states for 2015."""
    names = Words(zh, en)
    return Target(key, indicator, FIRST, threshold, names, "overall plan", "A")


def fall(key: str, indicator: str, threshold: float, zh: str, en: str) -> Target:
    """Declare a fall from 2010 to 2015, whose size is an assumption."""
    source = "overall plan: 'markedly'; size as in the twelfth plan"
    names = Words(zh, en)
    return Target(
        key, indicator, FIRST, threshold, names, source, "D", relative=True, falls=True
    )


TARGETS = (
    level("rd", "rd_gdp", 0.027, "研发经费占比2.7%", "research 2.7% of GDP"),
    level("hitech", "hitech_share", 0.30, "高新技术产业占比30%", "high-tech 30% of industry"),
    level("services", "services_share", 0.42, "服务业占比42%", "services 42% of GDP"),
    level("urban", "urbanisation", 0.75, "城镇化率75%", "urban share 75%"),
    fall("energy", "energy_gdp", 0.83, "单位产值能耗下降17%", "energy per GDP down by 17%"),
    fall("water", "water_gdp", 0.70, "单位产值水耗下降30%", "water per GDP down by 30%"),
    fall("so2", "so2", 0.62, "单位产值二氧化硫下降38%", "sulphur dioxide per GDP down by 38%"),
    fall("cod", "cod", 0.61, "单位产值化学需氧量下降39%", "oxygen demand per GDP down by 39%"),
    Target(
        "jobs", "participation_rate", SECOND, 1.0,
        Words("劳动参与率高于2010年", "participation above 2010"),
        "overall plan: more job absorption by 2020", "D", relative=True,
    ),
    Target(
        "nation", "energy_gdp", SECOND, 0.72,
        Words("单位产值能耗下降28%（全国降幅）", "energy per GDP falls by 28%, as nationally"),
        "overall plan: below the national mean by 2020, which starts lower, so that a faster fall "
        "is needed; national energy 3.61 to 4.98 bn tce, product times 1.93: general knowledge",
        "C", relative=True, falls=True,
    ),
    Target(
        "integration", "efficient_blocked", SECOND, 0.5,
        Words("对两市有利却被阻拦的迁移减半", "moves blocked against both cities' gain halved"),
        "overall plan: integration by 2020; measured by moves of firms alone, size assumed", "D",
        relative=True, falls=True,
    ),
)  # fmt: skip
AS_REPORTED = (
    level(
        "services_reported", "services_share_reported", 0.42,
        "上报服务业占比42%", "services 42% of GDP, as reported",
    ),
    level(
        "hitech_reported", "hitech_share_reported", 0.30,
        "上报高新技术产业占比30%", "high-tech 30% of industry, as reported",
    ),
)  # fmt: skip


def all_met(
    values: Yearly, year: int, now: int | None = None, *, reported: bool = False
) -> bool:
    """Tell whether every target of a year is met together, in that year or another.

    What cities report stands in for the model's own figures where it is asked for.
    """
    chosen = [target for target in TARGETS if target.year == year]
    if reported:
        told = {target.key.removesuffix("_reported"): target for target in AS_REPORTED}
        chosen = [told.get(target.key, target) for target in chosen]
    return all(target.met(values, now) for target in chosen)


def needed_flow(urban: float, population: float, years: int, wanted: float = 0.75) -> float:
    """Persons who must become urban in a year so that a share is reached, residents constant."""
    return max(wanted - urban, 0.0) * population / years
