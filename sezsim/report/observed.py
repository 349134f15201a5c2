"""Observed history (统计数据): what was measured, in the units of the panel, flows as yearly sums."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sezsim.definitions.calendar import FIRST_YEAR
from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.report.tables import FITTED, HELD_OUT, OBSERVED_COLUMNS

CITIES_FILE = "cities.csv"


@dataclass(frozen=True)
class Rule:
    """How an indicator follows from the columns of the file of the cities."""

    part: tuple[str, ...]  # columns that are added up
    whole: tuple[str, ...] = ()  # the indicator is part over whole; without it the sum itself
    factor: float = 1.0
    adds_up: bool = True  # whether the zone follows from the cities


PRODUCT = ("gdp_primary", "gdp_secondary", "gdp_tertiary")
WITHOUT_WORK = (
    "census_lf_notworking_lost_job_own_reason",
    "census_lf_notworking_lost_job_employer_reason",
    "census_lf_notworking_graduated_not_worked",
    "census_lf_notworking_land_expropriated",
)
RULES = {
    "gdp_reported": Rule(PRODUCT),
    "services_share": Rule(("gdp_tertiary",), PRODUCT),
    "population": Rule(("census_population",)),
    "urbanisation": Rule(("census_urban_population",), ("census_population",)),
    "unemployment_rate": Rule(WITHOUT_WORK, (*WITHOUT_WORK, "census_lf_employed")),
    "mean_wage_units": Rule(("average_wage_on_post",), factor=1 / 12, adds_up=False),
}


def read_observed(folder: Path) -> pd.DataFrame | None:
    """Read the observed history from a folder of calibration data; None if there is none."""
    path = folder / CITIES_FILE
    if not path.exists():
        return None
    figures = pd.read_csv(path)
    figures = figures[pd.to_numeric(figures["year"], errors="coerce") >= FIRST_YEAR]
    figures = figures.assign(
        city=figures["city"].str.lower(),
        year=figures["year"].astype(int),
        value=pd.to_numeric(figures["value"], errors="coerce"),
    )
    figures = figures[figures["city"].isin(CITY_NAMES)].dropna(subset=["value"])
    tables = [history(figures, name, rule) for name, rule in RULES.items()]
    found = [table for table in tables if not table.empty]
    return pd.concat(found, ignore_index=True) if found else None


def history(figures: pd.DataFrame, name: str, rule: Rule) -> pd.DataFrame:
    """Return the history of one indicator by city and for the zone."""
    named = figures[figures["indicator"] == rule.part[0]]
    part = by_city(figures, rule.part).dropna(how="all")
    whole = by_city(figures, rule.whole).reindex(part.index)
    wide = part / whole if rule.whole else part * rule.factor
    if rule.adds_up:
        zone = part.sum(axis=1) / whole.sum(axis=1) if rule.whole else wide.sum(axis=1)
        wide[ZONE] = zone.where(wide.notna().sum(axis=1) == len(CITY_NAMES))
    table = wide.melt(ignore_index=False, var_name="city", value_name="value").dropna()
    table = table.reset_index().assign(
        indicator=name,
        source=first(named, "source", "unknown"),
        grade=first(named, "grade", "C"),
    )
    table["use"] = table["year"].map(lambda year: FITTED if year == FIRST_YEAR else HELD_OUT)
    return table[list(OBSERVED_COLUMNS)]


def by_city(figures: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the sum of columns of the file as a table of years by cities."""
    tables = [
        figures[figures["indicator"] == column]
        .pivot_table(index="year", columns="city", values="value", aggfunc="first")
        .reindex(columns=list(CITY_NAMES))
        for column in columns
    ]
    return sum(tables[1:], tables[0]) if tables else pd.DataFrame()


def first(table: pd.DataFrame, column: str, otherwise: str) -> str:
    """Return the first entry of a column."""
    if table.empty or column not in table.columns:
        return otherwise
    return str(table[column].iloc[0])
