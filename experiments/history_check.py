"""Does the history scenario look like the zone of 2010 to 2020? Every figure of the first issue."""

import argparse

import numpy as np
import pandas as pd

import sezsim
from sezsim.definitions.geography import CITY_NAMES

YEARS = range(2010, 2021)
GROUPS = ("va_primary", "va_secondary", "va_tertiary")


def yearly(panel: pd.DataFrame, name: str, place: str = "zone") -> pd.DataFrame:
    """Return yearly means (rows years, columns replicates) of an indicator at a place."""
    chosen = panel[panel["city"] == place]
    means = chosen.groupby([chosen["month"].str[:4].astype(int), "replicate"])[name].mean()
    return means.unstack()


def line(title: str, values: pd.Series | np.ndarray, form: str = "{:8.3f}") -> None:
    """Print a title and one number for each year."""
    print(f"{title:34s}", " ".join(form.format(value) for value in np.asarray(values)))


def growth(values: pd.Series) -> np.ndarray:
    """Growth (percent) over the year before."""
    return 100.0 * (values.to_numpy()[1:] / values.to_numpy()[:-1] - 1.0)


def zone_table(panel: pd.DataFrame) -> None:
    """Print the zone year by year."""
    print(f"{'':34s}", " ".join(f"{year:8d}" for year in YEARS))
    for name in ("unemployment_rate", "unemployment_rate_nonfarm", "services_share",
                 "labour_share", "markup", "utilisation", "price_over_outside",
                 "urbanisation", "rd_gdp", "hitech_share", "vacancy_rate", "gini_wage",
                 "participation_rate", "migrant_share", "bank_bad_loans"):  # fmt: skip
        line(name, yearly(panel, name).mean(axis=1))
    for name in ("gdp_real", "employed", "employed_farm", "population", "mean_wage",
                 "mean_wage_units", "price_level", "consumption", "rent", "house_price"):  # fmt: skip
        line(f"{name}, growth %", [np.nan, *growth(yearly(panel, name).mean(axis=1))])
    product = yearly(panel, "gdp_nominal").mean(axis=1)
    for name in ("city_debt", "outside_claim"):
        line(f"{name} / GDP", yearly(panel, name).mean(axis=1) / product / 12.0)
    for name in ("net_outflow", "consumption", "fiscal_revenue"):
        line(f"{name} / GDP", yearly(panel, name).mean(axis=1) / product)
    line("rent / mean wage (2010 = 1)", ratio_to_first(panel, "rent", "mean_wage"))
    line("firms, thousand", yearly(panel, "firms").mean(axis=1) / 1e3)
    line("capacity_steel", yearly(panel, "capacity_steel").mean(axis=1), "{:8.1f}")
    line("output_steel", yearly(panel, "output_steel").mean(axis=1), "{:8.1f}")


def ratio_to_first(panel: pd.DataFrame, above: str, below: str) -> pd.Series:
    """Return the ratio of two indicators over its first year."""
    ratio = yearly(panel, above).mean(axis=1) / yearly(panel, below).mean(axis=1)
    return ratio / ratio.iloc[0]


def city_table(panel: pd.DataFrame) -> None:
    """Print what differs between cities."""
    total = yearly(panel, "gdp_nominal").mean(axis=1)
    print("\nshare of zone product, 2010 = 1; unemployment outside farming; urbanisation")
    for city in CITY_NAMES:
        share = yearly(panel, "gdp_nominal", city).mean(axis=1) / total
        line(f"{city}: product", share / share.iloc[0])
        line(f"{city}: idle", yearly(panel, "unemployment_rate_nonfarm", city).mean(axis=1))
        line(
            f"{city}: real growth %",
            [np.nan, *growth(yearly(panel, "gdp_real", city).mean(axis=1))],
        )
        line(f"{city}: debt/GDP", yearly(panel, "city_debt", city).mean(axis=1) / 12.0
             / yearly(panel, "gdp_nominal", city).mean(axis=1))  # fmt: skip


def jump_table(panel: pd.DataFrame) -> None:
    """Print the largest deviation from trend in the first months."""
    print("\nlargest monthly change against the mean change of the first year, percent")
    for name in ("gdp_real", "employed", "mean_wage", "price_level"):
        for city in CITY_NAMES:
            chosen = panel[panel["city"] == city].pivot_table(
                index="month", columns="replicate", values=name
            )
            for label, values in (("mean", chosen.mean(axis=1)), ("worst run", chosen)):
                logs = np.log(values).diff().iloc[1:13]
                off = (logs - logs.mean()).abs().to_numpy().max()
                print(f"  {name:12s} {city:10s} {label:10s} {100 * off:6.2f}")


def main() -> None:
    """Run the scenario and print the tables."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scenario", default="history")
    ask.add_argument("--replicates", type=int, default=4)
    ask.add_argument("--persons-per-agent", type=int, default=1000)
    ask.add_argument("--jumps", action="store_true")
    given = ask.parse_args()
    result = sezsim.run(
        [given.scenario],
        replicates=given.replicates,
        persons_per_agent=given.persons_per_agent,
    )
    panel = result.panel()
    zone_table(panel)
    city_table(panel)
    if given.jumps:
        jump_table(panel)


if __name__ == "__main__":
    main()
