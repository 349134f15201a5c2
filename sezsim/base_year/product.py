"""Product of the opening: output, value added and jobs of each city and industry.

Physical industries come first, as tonnes times a price; construction serves local investment; what
secondary product is left goes to the other industries, first by their value added rate (.8 to 1.6
times the national one), then by less output; what stays unexplained is the reporting wedge. Market
services are split half by census jobs and half by national product.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year import figures
from sezsim.base_year.jobs import Jobs
from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import INDUSTRIES, MANUFACTURING, MINING, TERTIARY, Industry

MILLION = 1e6
# Tonnes produced in 2010 (10^6 t: crude steel, coal, crude oil refined), from capacity of named
# plants and their use; estimates of grade C and D in named_firms.csv.
PHYSICAL = {
    Industry.STEEL: {
        City.ANSHAN: 15.2, City.FUSHUN: 3.4, City.BENXI: 14.5, City.YINGKOU: 8.4,
        City.LIAOYANG: 5.2,
    },
    Industry.COAL: {
        City.SHENYANG: 8.0, City.FUSHUN: 5.6, City.FUXIN: 9.6, City.TIELING: 20.5,
    },
    Industry.PETCHEM: {City.FUSHUN: 9.4, City.LIAOYANG: 9.0},
}  # fmt: skip
# 10^8 yuan for 10^6 t in 2010: steel 4,600 yuan/t with rolling, coal 560, products of a tonne of
# crude 6,200 (economics 9.2: 4,000-6,000, 450-900 and 5,000-9,000; C).
PRICE = {Industry.STEEL: 46.0, Industry.COAL: 5.6, Industry.PETCHEM: 62.0}
STEEL_RATE = 1.10  # value added rate of steel over the national one: margins of 2010 (D)
CAPITAL_SHARE, LEAST, MOST = 0.65, 0.42, 0.58  # capital formation over investment; over product
BUILDING_AS_CAPITAL = 0.97  # construction that is capital formation; the rest is repair (D)
LOW_RATE = 0.8  # value added rate over the national one (economics 9.4)
HIGHEST_RATE = 0.72  # of output, in any industry (D)
SECONDARY_INDUSTRIES = range(Industry.COAL, Industry.CONSTR)
# Workers per output by industry for splitting mining jobs (employment tables; C).
FEWEST_JOBS = 150.0  # persons below which a cell with output is given this many (D)


@dataclass(frozen=True)
class Product:
    """What each city and industry makes (10^8 yuan a year) and with how many people."""

    output: Floats
    value_added: Floats
    coefficients: Floats  # (8, 19, 19)
    jobs: Floats  # persons
    tonnes: Floats
    capital_formation: Floats  # (8,)
    capital_share: Floats  # (19,) capital formation by product
    reported: Floats  # (8, 3)
    wedge: Floats  # (8, 3)


def product_of_cities(jobs: Jobs, high_rate: float) -> Product:
    """Build output and value added from the anchors."""
    table = figures.input_coefficients()
    national = 1.0 - table.sum(axis=0)
    reported = np.stack(
        [figures.by_city(f"gdp_{name}") for name in ("primary", "secondary", "tertiary")],
        axis=1,
    )
    formation = capital_formation(reported.sum(axis=1))
    share = figures.by_industry("fd_gross_fixed_capital_formation_commodity_share")
    share = np.maximum(share, 0.0) / np.maximum(share, 0.0).sum()
    output, tonnes = physical_output()
    output[:, Industry.AGR] = reported[:, 0] / national[Industry.AGR]
    output[:, Industry.CONSTR] = formation * share[Industry.CONSTR] / BUILDING_AS_CAPITAL
    rates = np.tile(national, (CITIES, 1))
    rates[:, Industry.STEEL] *= STEEL_RATE
    fill_other_industry(output, rates, national, reported[:, 1], high_rate)
    fill_services(output, jobs, national, reported[:, 2])
    rest = (1.0 - rates) / (1.0 - national)
    coefficients = table[None] * rest[:, None, :]
    rates = 1.0 - coefficients.sum(axis=1)
    value_added = output * rates
    model = np.stack(
        [
            value_added[:, Industry.AGR],
            value_added[:, Industry.COAL : Industry.PSRV].sum(axis=1),
            value_added[:, Industry.PSRV :].sum(axis=1),
        ],
        axis=1,
    )
    return Product(
        output, value_added, coefficients, split_jobs(jobs, output), tonnes, formation, share,
        reported, reported / model,
    )  # fmt: skip


def capital_formation(product: Floats) -> Floats:
    """Gross fixed capital formation (8): a part of fixed asset investment, bounded by product."""
    invested = figures.by_city("fixed_asset_investment", file="estimates.csv")
    if np.isnan(invested).any():
        invested = np.where(np.isnan(invested), 0.77 * product, invested)
    return np.clip(CAPITAL_SHARE * invested, LEAST * product, MOST * product)


def physical_output() -> tuple[Floats, Floats]:
    """Output and tonnes of the industries that are known in tonnes (8, 19)."""
    output, tonnes = np.zeros((CITIES, INDUSTRIES)), np.zeros((CITIES, INDUSTRIES))
    for industry, cities in PHYSICAL.items():
        for city, millions in cities.items():
            output[city, industry] = millions * PRICE[industry]
            tonnes[city, industry] = millions * MILLION
    return output, tonnes


def other_mix(output: Floats) -> Floats:
    """Estimated shares of industries whose output is not yet known (8, 19)."""
    mix = figures.industry_mix()
    mix[:, list(PHYSICAL)] = np.where(
        output[:, list(PHYSICAL)] > 0.0, 0.0, mix[:, list(PHYSICAL)]
    )
    mix[:, Industry.STEEL] = 0.0
    mix[:, Industry.COAL] = 0.0
    return np.asarray(mix / mix.sum(axis=1, keepdims=True))


def fill_other_industry(
    output: Floats, rates: Floats, national: Floats, secondary: Floats, high_rate: float
) -> None:
    """Give other industries what secondary product is left: first by rate, then by output."""
    known = (output > 0.0).copy()
    above = figures.by_city("industrial_gross_output_above_scale")
    mix = other_mix(output)
    building = output[:, Industry.CONSTR] * national[Industry.CONSTR]
    for city in range(CITIES):
        made = [i for i in SECONDARY_INDUSTRIES if known[city, i]]
        free = [i for i in SECONDARY_INDUSTRIES if mix[city, i] > 0.0]
        left = secondary[city] - building[city] - (output[city, made] * rates[city, made]).sum()
        per_output = float((mix[city, free] * national[free]).sum())
        total = above[city] - output[city, made].sum()
        if not total > 0.0:
            total = left / per_output
        scale = left / (total * per_output)
        rate = float(np.clip(scale, LOW_RATE, high_rate))
        rates[city, free] = np.minimum(national[free] * rate, HIGHEST_RATE)
        explained = float((mix[city, free] * rates[city, free]).sum())
        output[city, free] = mix[city, free] * min(total, left / explained)


def fill_services(output: Floats, jobs: Jobs, national: Floats, tertiary: Floats) -> None:
    """Split tertiary product half by census jobs, half by national product."""
    columns = [int(industry) for industry in TERTIARY]
    by_jobs = jobs.known[:, columns] / jobs.known[:, columns].sum(axis=1, keepdims=True)
    country = figures.by_industry("value_added")[columns]
    share = 0.5 * by_jobs + 0.5 * country / country.sum()
    output[:, columns] = tertiary[:, None] * share / national[columns]


def split_jobs(jobs: Jobs, output: Floats) -> Floats:
    """Split census jobs of mining and manufacturing by output and national labour per output."""
    found = jobs.known.copy()
    labour = figures.by_industry("employment_per_output", file="industry_intensity.csv")
    for industries, total in ((MINING, jobs.mining), (MANUFACTURING, jobs.manufacturing)):
        columns = [int(industry) for industry in industries]
        weight = output[:, columns] * labour[columns]
        none = weight.sum(axis=1) <= 0.0
        weight[none] = 1.0
        found[:, columns] = total[:, None] * weight / weight.sum(axis=1, keepdims=True)
    lonely = outputless(found, output)
    found[lonely] = 0.0
    return np.where((output > 0.0) & (found < FEWEST_JOBS), FEWEST_JOBS, found)


def outputless(jobs: Floats, output: Floats) -> Flags:
    """Tell which cells have jobs but no output."""
    return np.asarray((jobs > 0.0) & (output <= 0.0))
