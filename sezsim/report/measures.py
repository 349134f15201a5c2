"""How an indicator is shown: its names, its unit over a year, its digits, and what counts as good."""

from dataclasses import dataclass
from typing import Literal

from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.wording import Words
from sezsim.observation import indicators
from sezsim.observation.indicator import INDICATORS
from sezsim.observation.targets import FIRST, TARGETS
from sezsim.report.wordings import UNITS, say

Kind = Literal["relative", "points", "absolute"]

INDEXES = {"price_level", "rent", "markup", "gini_wage"}  # unit 1, yet no percentages
GOOD = {
    "gdp_real": 1, "employed": 1, "unemployment_rate": -1, "unemployment_rate_nonfarm": -1,
    "services_share": 1, "rd_gdp": 1, "hitech_share": 1, "urbanisation": 1, "energy_gdp": -1,
    "water_gdp": -1, "so2": -1, "cod": -1, "co2": -1, "fiscal_balance": 1, "mean_wage": 1,
    "consumption": 1, "bank_bad_loans": -1, "displaced": -1, "capacity_backward": -1,
}  # fmt: skip
ABSOLUTE = {"employed", "fiscal_balance", "displaced", "net_migration", "unemployed"}
DERIVED = {"fiscal_balance": ("fiscal_revenue", "fiscal_expenditure", "10^8 yuan/month")}
LEVELS = {  # that the overall plan states for 2015, in shown units
    target.indicator: round(100.0 * target.threshold, 6)
    for target in TARGETS
    if not target.relative and target.year == FIRST
}
TARGET_YEAR = FIRST
DIGITS = {"rd_gdp": 2, "unemployment_rate": 1, "energy_gdp": 2, "gdp_real": 0}
REGISTER = indicators.measured  # importing the module fills the register


@dataclass(frozen=True)
class Measure:
    """How an indicator is shown."""

    name: str
    title: Words
    unit: Words
    factor: float  # from the mean of the months of a year to what is shown
    kind: Kind  # of a change against the baseline
    good: int  # 1: more is better, -1: less is better, 0: neither
    digits: int

    @property
    def change_unit(self) -> Words:
        """The unit of a change against the baseline."""
        if self.kind == "relative":
            return say("unit_percent")
        return say("unit_points") if self.kind == "points" else self.unit


def measure(name: str) -> Measure:
    """Return how an indicator is shown."""
    if name in DERIVED:
        title, unit = say(name), DERIVED[name][2]
    elif name in INDICATORS:
        title, unit = Words(INDICATORS[name].zh, INDICATORS[name].en), INDICATORS[name].unit
    else:
        title, unit = Words(name, name.replace("_", " ")), "1"
    share = unit == "1" and name not in INDEXES
    flow = unit.endswith("/month") and unit != "yuan/month"
    factor = 100.0 if share else float(MONTHS_A_YEAR) if flow else 1.0
    kind: Kind = "points" if share else "absolute" if name in ABSOLUTE else "relative"
    return Measure(
        name,
        Words(title.zh, title.en),
        unit_in_words(unit, share=share),
        factor,
        kind,
        GOOD.get(name, 0),
        DIGITS.get(name, 1 if share else 0),
    )


def unit_in_words(unit: str, *, share: bool) -> Words:
    """Return the unit of a year's value in words."""
    return say("unit_percent") if share else UNITS.get(unit, Words(unit, unit))
