"""The comparison that a report is about: which scenarios, years and replicates, and what they show."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.surroundings import CALIBRATION
from sezsim.definitions.wording import Words
from sezsim.report.measures import Measure, measure
from sezsim.report.observed import read_observed
from sezsim.report.statistics import changes, levels, summary, yearly_means
from sezsim.report.tables import ReportTables, ScenarioText

HEADLINE = (
    "gdp_real", "employed", "unemployment_rate", "services_share", "rd_gdp", "hitech_share",
    "urbanisation", "energy_gdp", "so2", "fiscal_balance",
)  # fmt: skip
TURNING_YEARS = (2015, 2020)  # the two years for which the plan has targets


@dataclass(frozen=True)
class Study:
    """A comparison of scenarios with the first one, the reference."""

    tables: ReportTables
    found: dict[tuple[str, bool], pd.DataFrame] = field(default_factory=dict, repr=False)

    @cached_property
    def means(self) -> pd.DataFrame:
        """Yearly means of all indicators by scenario, replicate, city and year."""
        return yearly_means(self.tables.panel)

    @cached_property
    def scenarios(self) -> list[str]:
        """The scenarios in the order of the design, as far as they have runs."""
        lived = set(self.tables.panel["scenario"])
        return [name for name in dict.fromkeys(self.tables.design["scenario"]) if name in lived]

    @property
    def reference(self) -> str:
        """The scenario that all others are compared with."""
        return self.scenarios[0]

    @property
    def reforms(self) -> list[str]:
        """All other scenarios."""
        return self.scenarios[1:]

    @cached_property
    def years(self) -> list[int]:
        """All years that are reported."""
        return sorted({int(year) for year in self.means.index.get_level_values("year")})

    @cached_property
    def turning_years(self) -> list[int]:
        """The years of the plan's targets, or the last year if the runs end before."""
        known = [year for year in TURNING_YEARS if year in self.years]
        return known or [self.years[-1]]

    @property
    def year(self) -> int:
        """The year of which sentences speak first."""
        return self.turning_years[0]

    @cached_property
    def replicates(self) -> int:
        """How many replicates the reference has."""
        chosen = self.tables.panel["scenario"] == self.reference
        return int(self.tables.panel.loc[chosen, "replicate"].nunique())

    @cached_property
    def cities(self) -> list[str]:
        """The cities that the panel knows, in the order of their codes."""
        known = set(self.tables.panel["city"])
        return [city for city in CITY_NAMES if city in known]

    def has(self, *names: str) -> bool:
        """Tell whether the panel has indicators."""
        return all(name in self.means.columns for name in names)

    def text(self, scenario: str) -> ScenarioText:
        """Return what is said about a scenario; its name if nothing is."""
        plain = scenario.replace("_", " ")
        return self.tables.scenarios.get(scenario, ScenarioText(Words(plain, plain)))

    def title(self, scenario: str) -> Words:
        """Return the title of a scenario."""
        return self.text(scenario).title

    def changes(self, name: str, *, relative: bool | None = None) -> pd.DataFrame:
        """Return paired differences of an indicator, one row per replicate, city and year."""
        return changes(self.means, measure(name), self.reference, relative=relative)

    def effects(self, name: str, *, relative: bool | None = None) -> pd.DataFrame:
        """Return the mean difference with its intervals by scenario, city and year; kept."""
        shown = measure(name)
        key = (name, shown.kind == "relative" if relative is None else relative)
        if key not in self.found:
            self.found[key] = summary(self.changes(name, relative=relative))
        return self.found[key]

    def effect(self, scenario: str, name: str, year: int, city: str = ZONE) -> pd.Series | None:
        """Return one effect, or None where there is none."""
        table = self.effects(name)
        chosen = (table["scenario"] == scenario) & (table["year"] == year)
        rows = table[chosen & (table["city"] == city)]
        return None if rows.empty else rows.iloc[0]

    def levels(self, shown: Measure) -> pd.DataFrame:
        """Return yearly values by scenario, replicate, city and year."""
        return levels(self.means, shown).reset_index()

    @cached_property
    def history(self) -> pd.DataFrame | None:
        """The observed history: as given, else that of the calibration data, if there is one."""
        given = self.tables.observed
        return read_observed(CALIBRATION / "data") if given is None else given

    def observed(self, name: str, city: str) -> pd.DataFrame:
        """Return the observed history of an indicator as it is shown; empty if there is none."""
        table = self.history
        if table is None:
            return pd.DataFrame({"year": [], "value": []})
        rows = table[(table["indicator"] == name) & (table["city"] == city)]
        rows = rows[rows["year"].isin(self.years)]
        percent = 100.0 if measure(name).kind == "points" else 1.0
        return rows.assign(value=rows["value"] * percent).sort_values("year")
