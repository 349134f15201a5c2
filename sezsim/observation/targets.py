"""Targets of the plan (规划目标): what 2015 and 2020 should bring, as rules on yearly means.

Overall plan, part 1 (3) 1. A level is measured against its threshold, a fall against the mean of
2010. Only what the plan states carries grade A; it says "markedly" for energy, water and pollutants,
so their falls are assumptions of the size of the twelfth five-year plan.
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
        if self.relative:
            now /= value_of(self.indicator, values, BASE)
        return now <= self.threshold if self.falls else now >= self.threshold


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
    fall("so2", "so2", 0.62, "单位产值二氧化硫下降", "sulphur per GDP, amount down by 8%"),
    fall("cod", "cod", 0.61, "单位产值化学需氧量下降", "oxygen demand per GDP, down by 8%"),
    Target(
        "jobs", "participation_rate", SECOND, 1.0,
        Words("2020年就业吸纳能力提高", "participation above 2010 by 2020"),
        "overall plan: more job absorption by 2020", "D", relative=True,
    ),
)  # fmt: skip
UNMEASURED = (
    Words("2020年低于全国平均水平", "ratios below the national mean by 2020: no national path"),
    Words("基本实现区域一体化", "integration by 2020: only blocked moves are measured"),
)


def all_met(values: Yearly, year: int) -> bool:
    """Tell whether every target of a year is met together."""
    return all(target.met(values) for target in TARGETS if target.year == year)


def needed_flow(urban: float, population: float, years: int, wanted: float = 0.75) -> float:
    """Persons who must become urban in a year so that a share is reached, residents constant."""
    return max(wanted - urban, 0.0) * population / years
