"""Which of the bands set for 2010 to 2020 does the history scenario meet?

Prints one line for each band: the least and the largest value over years (and replicates or
cities where the band says so), the band, and whether it holds. With --set a parameter is changed.
"""

import argparse
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from history_runs import FIRST, YEARS, ZONE, History
from scipy.stats import spearmanr

from sezsim.base_year.figures import by_city, census
from sezsim.base_year.jobs import census_jobs
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import Industry
from sezsim.scenario import Scenario

SECTORS = ("primary", "secondary", "tertiary")
CITY = slice(0, CITIES)
LARGE = 10e8 / 12.0  # yuan a month: output of 10 (10^8 yuan) a year
MOST_LOST = 0.6
REASONS = ("lost_job_own_reason", "lost_job_employer_reason", "graduated_not_worked")


class Band(NamedTuple):
    """A band: what is measured, its values and its limits."""

    name: str
    values: Any
    low: float
    high: float


def growth(values: np.ndarray) -> np.ndarray:
    """Growth (percent) over the year before."""
    return 100.0 * (values[1:] / values[:-1] - 1.0)


def census_idle(*, farming: bool) -> np.ndarray:
    """Unemployment of the census by city, of all or outside farming."""
    searching = np.add.reduce([census(f"lf_notworking_{reason}") for reason in REASONS])
    employed = census("lf_employed")
    if not farming:
        employed = employed - census("lf_industry_agriculture")
    return np.asarray(searching / (searching + employed))


def opening_bands(h: History) -> Iterator[Band]:
    """Bands of 2010."""
    sectors = [by_city(f"gdp_{name}") for name in SECTORS]
    reported = 12.0 * h.mean("gdp_reported", CITY)[0]
    whole = np.sum(sectors, axis=0)
    yield Band(
        "reported GDP 2010 over yearbook, zone", reported.sum() / whole.sum(), 0.99, 1.01
    )
    yield Band("reported GDP 2010 over yearbook, cities", reported / whole, 0.97, 1.03)
    for s, name in enumerate(SECTORS):
        told = 12.0 * h.mean(f"va_{name}", CITY)[0] * h.wedge[:, s]
        yield Band(f"reported {name} product 2010, cities", told / sectors[s], 0.95, 1.05)
    for c, width in enumerate((0.03, 0.13, 0.03, 0.06, 0.03, 0.03, 0.03, 0.03)):
        model = 12.0 * h.mean("gdp_nominal", CITY)[0][c]
        air = 1.0 - model / reported[c]
        yield Band(f"wedge 2010 over reported GDP: {CITY_NAMES[c]}", air, -width, width)
    population = h.mean("population")[:2] / census("population").sum()
    yield Band("population 2010-11 over census", population, 0.995, 1.005)
    yield Band("urbanisation 2010, zone", h.mean("urbanisation")[0], 0.653, 0.663)
    urban = h.mean("urbanisation", CITY)[0] - census("urban_population") / census("population")
    yield Band("urbanisation 2010 less census, cities", urban, -0.015, 0.015)
    yield from job_bands(h)
    for name, farming, low, high in (
        ("unemployment_rate", True, 0.045, 0.08),
        ("unemployment_rate_nonfarm", False, 0.075, 0.115),
    ):
        yield Band(f"{name} 2010-13", h.mean(name)[:4], low, high)
        ranks = spearmanr(h.mean(name, CITY)[:4].mean(axis=0), census_idle(farming=farming))
        yield Band(f"{name}: rank correlation with census", ranks.statistic, 0.7, 1.0)
    yield Band(
        "non-farm unemployment, every year and run", h.runs("unemployment_rate_nonfarm"),
        0.05, 0.15,
    )  # fmt: skip


def job_bands(h: History) -> Iterator[Band]:
    """Bands of jobs in 2010: the long form times each city's own factor."""
    jobs = census_jobs()
    counted = jobs.known.sum(axis=1) + jobs.mining + jobs.manufacturing
    yield Band("jobs 2010 over census, cities", h.jobs.sum(axis=1) / counted, 0.97, 1.03)
    found = h.jobs.sum(axis=0)
    groups = {
        "farming": (found[0], jobs.known[:, 0]),
        "mining": (found[Industry.COAL : Industry.LIGHT].sum(), jobs.mining),
        "manufacturing": (found[Industry.LIGHT : Industry.POWER].sum(), jobs.manufacturing),
    }
    for industry in range(Industry.POWER, len(found)):
        groups[Industry(industry).name.lower()] = found[industry], jobs.known[:, industry]
    for name, (model, known) in groups.items():
        yield Band(f"jobs 2010 over census, zone: {name}", model / known.sum(), 0.92, 1.08)


def growth_bands(h: History) -> Iterator[Band]:
    """Bands of 2011 to 2014."""
    real, jobs = growth(h.mean("gdp_real")), growth(h.mean("employed"))
    for year, low, high in ((2011, 7, 13), (2012, 6, 11), (2013, 5, 10), (2014, 1, 7)):
        yield Band(f"real growth {year} %", real[year - 2011], low, high)
    yield Band("employment growth 2011-14 %", jobs[:4], -1.5, 1.5)
    yield Band("unit pay growth 2011-13 %", growth(h.mean("mean_wage_units"))[:3], 6.5, 10.0)
    yield Band("price over outside 2014", h.mean("price_over_outside")[4], 0.95, 1.05)
    yield Band("price over outside 2020", h.mean("price_over_outside")[10], 0.90, 1.10)
    services = h.mean("services_share")[:4] - np.array([0.396, 0.391, 0.393, 0.394])
    yield Band("services share less observed 2010-13", services, -0.02, 0.02)
    share = h.mean("gdp_nominal", CITY) / h.mean("gdp_nominal")[:, None]
    for c, name in enumerate(CITY_NAMES):
        width = 0.15 if name == "anshan" else 0.10
        yield Band(
            f"share of zone GDP 2011-13 over 2010: {name}", share[1:4, c] / share[0, c],
            1 - width, 1 + width,
        )  # fmt: skip


def steady_bands(h: History) -> Iterator[Band]:
    """Bands against running away."""
    product = 12.0 * h.mean("gdp_nominal")
    markup = h.mean("markup", slice(0, ZONE + 1))
    yield Band("markup over 2010, all places", markup / markup[0], 0.5, 2.0)
    claim = np.diff(h.mean("outside_claim")) / product[1:]
    yield Band("change of outside claim over GDP", claim, -0.03, 0.03)
    debt = h.mean("city_debt", CITY) / (12.0 * h.mean("gdp_nominal", CITY))
    yield Band("city debt over GDP", debt, 0.0, 0.6)
    yield Band("months in cuts, longest", h.cuts, 0.0, 35.0)
    yield Band("bad loans", h.runs("bank_bad_loans"), 0.0, 0.15)
    firms = h.mean("firms", slice(0, ZONE + 1))
    yield Band("firms over 2010, all places", firms / firms[0], 0.6, 1.4)
    income = h.total("disposable_income")
    yield Band(
        "consumption over disposable income", h.total("consumption") / income, 0.62, 0.80
    )
    rent = h.mean("rent") * h.mean("population") / income
    yield Band("rent over income per head (2010 = 1)", rent / rent[0], 0.8, 1.2)
    large = h.output[:, 0] * 1.0 > LARGE
    kept = h.output[:, 3:] / np.maximum(h.output[:, :-3], 1.0)
    least = np.where(large[:, None], kept, 1.0)
    yield Band("output of large cells over three years before", least, 1 - MOST_LOST, np.inf)


def steel_bands(h: History) -> Iterator[Band]:
    """Bands of steel."""
    use = h.mean("output_steel") / h.mean("capacity_steel")
    yield Band("steel margin 2010", h.margin[:, 0].mean(), 0.06, 0.14)
    yield Band("fall of steel utilisation 2012-15", use[2] - use[5], 0.04, 0.10)
    yield Band("named steel capacity insolvent before 2014", h.broke[:, :4], 0.0, 0.25)


def main() -> int:
    """Live the scenario and print the bands; the exit status is the number that fail."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scenario", default="history")
    ask.add_argument("--replicates", type=int, default=6)
    ask.add_argument("--persons-per-agent", type=int, default=1000)
    ask.add_argument("--set", action="append", default=[], metavar="PARAMETER=VALUE")
    given = ask.parse_args()
    changes = {key: float(value) for key, value in (text.split("=") for text in given.set)}
    scenario = Scenario.read(given.scenario).with_settings(changes)
    h = History(scenario, given.replicates, given.persons_per_agent)
    failed = 0
    for bands in (opening_bands, growth_bands, steady_bands, steel_bands):
        for band in bands(h):
            values = np.asarray(band.values, float)
            holds = bool(np.all((values >= band.low) & (values <= band.high)))
            failed += not holds
            print(
                f"{band.name:52s} {values.min():9.3f} {values.max():9.3f}   "
                f"[{band.low:g}, {band.high:g}]   {'holds' if holds else 'FAILS'}"
            )
    print_growth(h)
    return failed


def print_growth(h: History) -> None:
    """Print growth of real product as that of employment and of product per person at work."""
    real, jobs = (100.0 * np.diff(np.log(h.mean(name))) for name in ("gdp_real", "employed"))
    print("\ngrowth of real product (log points a year) = employment + product per worker")
    for year in range(1, YEARS):
        whole, work = real[year - 1], jobs[year - 1]
        print(f"{FIRST + year}  {whole:6.2f} = {work:6.2f} + {whole - work:6.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
