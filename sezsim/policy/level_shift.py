"""Level shifts (水平调整): small measures of the plan that act as a bounded rate on one rule, and say so.

Rows of priority 3 of the plan, each with the rule that it moves and by how much a year: never more
than half a per cent of the indicator, so that no target can rest on their sum. Nothing is known of
their size; each is an assumption (D).
"""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from pydantic import Field, field_validator

from sezsim.accounting.books import Books
from sezsim.base_year.plan_names import Together, plan_names
from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import setting
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.industry import MANUFACTURING, Industry
from sezsim.definitions.likely import intention
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import ALL, Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import Substance

MOST = 0.005  # a year
YEARS = 10.0  # after which a shift stays where it is
ADDED = ("housing_supply",)  # rules that are rates
EVERYWHERE = slice(None)
FACTORIES = slice(int(MANUFACTURING[0]), int(MANUFACTURING[-1]) + 1)


@dataclass(frozen=True)
class Shift:
    """A bounded change of one rule."""

    section: str
    rule: str
    where: tuple[Any, ...]
    size: float  # 1/year
    indicator: str


FARMS = (EVERYWHERE, int(Industry.AGR))
PLANTS = (EVERYWHERE, FACTORIES)
YOUNG = (EVERYWHERE, slice(int(Industry.ELEC), int(Industry.PHARMA) + 1))
ENERGY, WATER = int(Substance.ENERGY), int(Substance.WATER)
POWER = (ENERGY, EVERYWHERE, int(Industry.POWER))
RULES = {
    "entry_ease": Words("新设企业", "entry of firms"),
    "resource_use": Words("单位产出用量或排放", "use or emission per output"),
    "outside_sales": Words("区外订单", "orders from outside"),
    "productivity": Words("劳动生产率", "output per worker"),
    "expansion": Words("扩能", "expansion"),
    "freight": Words("货运成本", "cost of freight"),
    "housing_supply": Words("住房", "homes"),
    "investment_pace": Words("投资进度", "pace of investment"),
    "services": Words("公共服务支出目标", "public services wanted"),
}
SHIFTS = {
    "project_mechanism": Shift("II-1-2", "entry_ease", YOUNG, 0.005, "openings"),
    "smart_grid": Shift("II-1-2", "resource_use", POWER, -0.003, "energy_gdp"),
    "farm_projects": Shift("II-1-4", "outside_sales", FARMS, 0.003, "va_primary"),
    "farm_areas": Shift("II-1-4", "outside_sales", FARMS, 0.001, "va_primary"),
    "farm_funds": Shift("II-1-4", "outside_sales", FARMS, 0.002, "va_primary"),
    "managers": Shift("II-2-2", "productivity", PLANTS, 0.0005, "gdp_real"),
    "sme_platforms": Shift("II-2-3", "entry_ease", PLANTS, 0.005, "openings"),
    "equity_incentives": Shift("II-3-1", "productivity", YOUNG, 0.002, "hitech_share"),
    "intellectual_property": Shift("II-3-3", "productivity", YOUNG, 0.002, "hitech_share"),
    "heat_metering": Shift("II-4-2", "resource_use", POWER, -0.004, "energy_gdp"),
    "vehicles": Shift("II-4-2", "resource_use", (ENERGY, EVERYWHERE), -0.001, "co2"),
    "producer_duty": Shift("II-4-3", "resource_use", (WATER, EVERYWHERE), -0.001, "water_gdp"),
    "land_classes": Shift("II-4-4", "expansion", PLANTS, -0.002, "capacity_nominal"),
    "farmland_balance": Shift("II-4-4", "outside_sales", FARMS, 0.001, "va_primary"),
    "waste_fees": Shift("II-4-5", "resource_use", (int(Substance.COD),), -0.005, "cod"),
    "desertification": Shift(
        "II-4-7", "outside_sales", ((0, 5, 7), int(Industry.AGR)), 0.005, "va_primary"
    ),
    "single_planning": Shift("II-6-1", "freight", (EVERYWHERE,), -0.002, "gdp_real"),
    "joint_infrastructure": Shift("II-6-2", "freight", (EVERYWHERE,), -0.003, "gdp_real"),
    "land_link": Shift("II-6-3", "housing_supply", (EVERYWHERE,), 0.002, "rent"),
    "tax_relief": Shift("II-8-1", "investment_pace", (...,), 0.005, "capacity_nominal"),
    "town_powers": Shift("II-9-3", "services", (EVERYWHERE,), 0.001, "fiscal_expenditure"),
    "going_out": Shift("II-10-4", "outside_sales", PLANTS, 0.001, "net_outflow"),
}


class LevelShift(Instrument):
    """Move a rule by a small rate a year."""

    moment = Moment.RULING
    together = "shift"
    title: ClassVar[Words] = Words("水平调整（简化）", "Level shift (simplified)")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，仅按有上限的年率简化处理的措施（{shift}）逐年见效，力度{pace:.0%}。",
        "From {since} to {until}, what is only a bounded level shift takes effect year by "
        "year, at {pace:.0%} of its size ({shift}).",
    )

    shift: str = Field(ALL, description="a shift of the table, or all of them")
    pace: float = setting(
        "part of the shift's yearly size", unit="1", within=(0.0, 1.0), neutral=0.0, value=1.0
    )

    @classmethod
    def beyond_settings(cls, row: str) -> str:
        """Say which rule a shift moves and by how much a year."""
        shift = SHIFTS[row]
        return f"{shift.rule} {100.0 * shift.size:+.2f}% a year"

    @field_validator("shift")
    @classmethod
    def known(cls, value: str) -> str:
        """Refuse a shift that is not in the table."""
        if value != ALL and value not in SHIFTS:
            raise ScenarioError(
                f"level_shift.shift = {value!r} is no shift. {intention(value, [ALL, *SHIFTS])}"
            )
        return value

    def told(self) -> dict[str, Any]:
        """Tell of each shift what it moves and by how much a year."""
        chosen = SHIFTS if self.shift == ALL else [self.shift]
        return {**dict(self), "shift": Together(size_of(key) for key in chosen)}

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Move the rule to where the years so far have brought it."""
        years = min(self.years_in_force(draws.month), YEARS)
        chosen = SHIFTS.values() if self.shift == ALL else (SHIFTS[self.shift],)
        for shift in chosen:
            rule = getattr(economy.rules, shift.rule)
            rule[shift.where] = shifted(rule[shift.where], shift, self.pace * years)


def size_of(key: str) -> Words:
    """Name a shift with the rule that it moves and its size a year."""
    shift, name = SHIFTS[key], plan_names()[key]
    rule, size = RULES[shift.rule], f"{100.0 * shift.size:+.2f}%"
    return Words(f"{name.zh}：{rule.zh}每年{size}", f"{name.en}: {rule.en} {size} a year")


def shifted(present: Floats, shift: Shift, years: float) -> Floats:
    """Return a rule moved by a shift: a rate that is added, or a factor that grows."""
    if shift.rule in ADDED:
        return present + shift.size * (1.0 if years > 0.0 else 0.0) / 12.0
    return np.asarray(present * (1.0 + shift.size) ** years)
