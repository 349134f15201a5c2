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

    part: str
    whole: str = ""  # the indicator is part over whole
    weight: str = ""  # of a city in the mean of the zone; without one the zone is the sum
    factor: float = 1.0


RULES = {
    "gdp_reported": Rule("gdp_nominal"),
    "services_share": Rule("gdp_tertiary", whole="gdp_nominal", weight="gdp_nominal"),
    "population": Rule("census_population"),
    "urbanisation": Rule("census_urbanisation_rate", weight="census_population", factor=0.01),
    "unemployment_rate": Rule(
        "census_lf_unemployment_proxy_rate", weight="census_lf_employed", factor=0.01
    ),
    "mean_wage_units": Rule(
        "average_wage_on_post", weight="on_post_employees_annual_avg", factor=1 / 12
    ),
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
    named = figures[figures["indicator"] == rule.part]
    wide = by_city(figures, rule.part) * rule.factor
    if rule.whole:
        wide = wide / by_city(figures, rule.whole)
    wide = wide.dropna(how="all")
    if rule.weight:
        weight = by_city(figures, rule.weight).reindex(wide.index)
        zone = (wide * weight).sum(axis=1) / weight.where(wide.notna()).sum(axis=1)
    else:
        zone = wide.sum(axis=1)
    complete = wide.notna().sum(axis=1) == len(CITY_NAMES)
    wide[ZONE] = zone.where(complete)
    table = wide.melt(ignore_index=False, var_name="city", value_name="value").dropna()
    table = table.reset_index().assign(
        indicator=name,
        source=first(named, "source", "unknown"),
        grade=first(named, "grade", "C"),
    )
    table["use"] = table["year"].map(lambda year: FITTED if year == FIRST_YEAR else HELD_OUT)
    return table[list(OBSERVED_COLUMNS)]


def by_city(figures: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return a column of the file as a table of years by cities."""
    rows = figures[figures["indicator"] == indicator]
    wide = rows.pivot_table(index="year", columns="city", values="value", aggfunc="first")
    return wide.reindex(columns=list(CITY_NAMES))


def first(table: pd.DataFrame, column: str, otherwise: str) -> str:
    """Return the first entry of a column."""
    if table.empty or column not in table.columns:
        return otherwise
    return str(table[column].iloc[0])
