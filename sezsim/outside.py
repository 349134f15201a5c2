"""The world outside (外部环境): national prices, demand, productivity and rates, month by month.

The path `history` is what the country really saw; `trend` grows evenly; `still` does not move.
All indices are 1 in January 2010. Annual figures are met in the middle of their year and joined
by straight lines of the logarithm.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.industry import ENERGY, INDUSTRIES, Industry

# Utilisation of national steel capacity, 2010 to 2020: .72 in 2012 and .654 in 2015 (facts.csv F79
# and F80, A), the other years general knowledge (C). A mill sells what the nation's mills sell.
STEEL_UTILISATION = np.array(
    [0.79, 0.77, 0.72, 0.75, 0.70, 0.654, 0.69, 0.75, 0.78, 0.80, 0.79]
)
OUTLOOK = 6  # months that firms look back and ahead


class Parameters(Declared):
    """How the outside path is drawn."""

    growth: float = parameter(
        0.09,
        "real growth that firms expect at the opening; also the even growth of path 'trend'",
        unit="1/year", within=(0.0, 0.15), grade="D",
        source="chosen between the 13% of 2010 and the 8-9% of 2011-13",
    )  # fmt: skip
    inflation: float = parameter(
        0.03,
        "inflation that is expected at the opening; also of path 'trend'",
        unit="1/year", within=(0.0, 0.10), grade="C",
        source="national CPI 3.3% in 2010 (general knowledge)",
    )  # fmt: skip
    stock_growth: float = parameter(
        0.073,
        "nominal growth of deposits and debts that the opening flows carry",
        unit="1/year", within=(0.0, 0.20), grade="D",
        source="closure: claims on the outside change by at most 3% of GDP a year",
    )  # fmt: skip
    industry_productivity: float = parameter(
        0.046, "growth of labour productivity in industry to 2013", unit="1/year",
        within=(0.0, 0.15), source="economics 8: start, calibrated with employment",
    )  # fmt: skip
    services_productivity: float = parameter(
        0.068, "growth of labour productivity in services to 2013", unit="1/year",
        within=(0.0, 0.12), source="economics 8: start, calibrated with employment",
    )  # fmt: skip
    construction_productivity: float = parameter(
        0.03, "growth of labour productivity in construction to 2013", unit="1/year",
        within=(0.0, 0.10), source="economics 8: start",
    )  # fmt: skip
    farm_productivity: float = parameter(
        0.06, "growth of labour productivity in farming to 2013", unit="1/year",
        within=(0.0, 0.12), source="economics 8: start",
    )  # fmt: skip
    industry_productivity_later: float = parameter(
        0.05, "growth of labour productivity in industry after 2013", unit="1/year",
        within=(0.0, 0.12), source="economics 8: start",
    )  # fmt: skip
    services_productivity_later: float = parameter(
        0.04, "growth of labour productivity in services after 2013", unit="1/year",
        within=(0.0, 0.10), source="economics 8: start",
    )  # fmt: skip
    construction_productivity_later: float = parameter(
        0.03, "growth of labour productivity in construction after 2013", unit="1/year",
        within=(0.0, 0.10), source="economics 8: start",
    )  # fmt: skip
    farm_productivity_later: float = parameter(
        0.05, "growth of labour productivity in farming after 2013", unit="1/year",
        within=(0.0, 0.12), source="economics 8: start",
    )  # fmt: skip
    demand: float = parameter(
        0.97, "elasticity of outside demand to national real growth", unit="1",
        within=(0.3, 2.0), source="calibrated on growth and employment of 2010-13",
    )  # fmt: skip
    slump: float = parameter(
        -0.04, "extra growth of outside demand for the north-east's goods, 2014 to 2016",
        unit="1/year", within=(-0.2, 0.1),
        source="facts.csv F24, F27-F29: slump of 2014-16 (sign and order)", grade="C",
    )  # fmt: skip
    energy_saving: float = parameter(
        0.011, "fall of energy bought per output, at home and in the zone", unit="1/year",
        within=(0.0, 0.06), grade="B",
        source="facts.csv F100: 1.1% a year in steel; twelfth plan: energy per GDP -17% in five",
    )  # fmt: skip
    ore_passed_on: float = parameter(
        0.63, "elasticity of home prices of ores and magnesite to the import price of ore",
        unit="1", within=(0.2, 1.0), grade="D",
        source="assumption: prices of the mining trade moved less than the imported ton",
    )  # fmt: skip
    oil_passed_on: float = parameter(
        0.5, "elasticity of home prices of crude and gas to the world price of oil", unit="1",
        within=(0.2, 1.0), source="assumption: the price of gas is administered",
    )  # fmt: skip


@dataclass(frozen=True)
class OutsidePath:
    """Monthly series of the outside; arrays (months, 19) unless said otherwise."""

    price: Floats  # national price over January 2010
    demand: Floats  # outside real demand for the zone's goods over January 2010
    productivity: Floats  # labour productivity over January 2010
    nominal: (
        Floats  # (months,) outside nominal demand over January 2010, indexes standing flows
    )
    loan_rate: Floats  # (months,) 1/year
    consumer_price: Floats  # (months,) national consumer price over January 2010
    consumer_inflation: Floats  # (months,) expected consumer inflation, 1/year
    pull: Floats  # (months,) attraction of the rest of China, utility
    minimum_wage: Floats  # (months,) minimum wage over January 2010
    energy_need: Floats  # (months,) energy bought per output over January 2010

    @cached_property
    def outlook(self) -> Floats:
        """Growth of outside demand (months, 19; 1/month) over the year around each month."""
        first = np.maximum(np.arange(len(self.demand)) - OUTLOOK, 0)
        last = np.minimum(first + 2 * OUTLOOK, len(self.demand) - 1)
        first = np.maximum(last - 2 * OUTLOOK, 0)
        ratio = self.demand[last] / self.demand[first]
        return np.asarray(ratio ** (1.0 / np.maximum(last - first, 1))[:, None] - 1.0)


def still_path(months: int, growth: float, inflation: float, loan_rate: float) -> OutsidePath:
    """Return a path on which everything grows at one rate (zero: stands still)."""
    t = np.arange(months) / MONTHS_A_YEAR
    real, prices = (1.0 + growth) ** t, (1.0 + inflation) ** t
    spread = np.ones(INDUSTRIES)
    return OutsidePath(
        price=prices[:, None] * spread,
        demand=real[:, None] * spread,
        productivity=real[:, None] * spread,
        nominal=real * prices,
        loan_rate=np.full(months, loan_rate),
        consumer_price=prices,
        consumer_inflation=np.full(months, np.log1p(inflation)),
        pull=np.zeros(months),
        minimum_wage=real * prices,
        energy_need=np.ones(months),
    )


def joined(annual: Floats, months: int, before: float | None = None) -> Floats:
    """Join annual means from 2010 on to months.

    Args:
        annual: positive annual means, the first of 2010, shape (years,).
        months: number of months to draw, the first January 2010.
        before: growth of 2010 over 2009; the growth of 2011 where it is not known.

    Returns:
        A monthly series divided by its value in January 2010.
    """
    logs = np.log(annual)
    earlier = logs[0] - (logs[1] - logs[0] if before is None else np.log1p(before))
    after = logs[-1] + (logs[-1] - logs[-2])
    years = np.arange(-1, len(annual) + 1)
    middles = years * MONTHS_A_YEAR + (MONTHS_A_YEAR - 1) / 2.0
    series = np.interp(np.arange(months), middles, np.concatenate([[earlier], logs, [after]]))
    return np.exp(series - series[0])


def cumulated(growth_percent: Floats) -> Floats:
    """Turn yearly growth (percent) into levels, 1 in the first year."""
    steps = np.log1p(np.asarray(growth_percent)[1:] / 100.0)
    return np.exp(np.concatenate([[0.0], np.cumsum(steps)]))


def history_path(
    annual: dict[str, Floats], coefficients: Floats, months: int, p: Parameters
) -> OutsidePath:
    """Draw the path that the country really saw.

    Args:
        annual: annual means 2010 to 2020 of the series of calibration/data/outside_paths.csv.
        coefficients: inputs of industries per output (19 bought, 19) of a mean producer.
        months: number of months from January 2010 on.
        p: elasticities and productivity growth.
    """
    consumer_growth = annual["china_cpi_growth"] / 100.0
    consumer = joined(cumulated(annual["china_cpi_growth"]), months, consumer_growth[0])
    real = annual["china_real_gdp_growth"]
    growth = p.demand * real / 100.0
    growth[4:7] += p.slump
    demand = joined(cumulated(growth * 100.0), months, growth[0])
    productivity = productivity_path(months, p)
    energy_need = np.exp(-p.energy_saving * np.arange(months) / MONTHS_A_YEAR)
    output = joined(cumulated(real), months, real[0] / 100.0)
    return OutsidePath(
        price=national_prices(
            bulk_prices(annual, months, p), coefficients, consumer, productivity, energy_need
        ),
        demand=outside_demand(annual, demand),
        productivity=productivity,
        nominal=output * consumer,
        loan_rate=annual_to_months(annual["loan_rate_1y_benchmark"] / 100.0, months),
        consumer_price=consumer,
        consumer_inflation=annual_to_months(np.log1p(consumer_growth), months),
        pull=np.zeros(months),
        minimum_wage=joined(MINIMUM_WAGE, months),
        energy_need=energy_need,
    )


def annual_to_months(annual: Floats, months: int) -> Floats:
    """Join annual means to months by straight lines through the middles of the years."""
    middles = np.arange(len(annual)) * MONTHS_A_YEAR + (MONTHS_A_YEAR - 1) / 2.0
    return np.asarray(np.interp(np.arange(months), middles, annual))


def bulk_prices(annual: dict[str, Floats], months: int, p: Parameters) -> dict[int, Floats]:
    """Prices (months,) of the goods that have a price of their own in the country."""
    exchange = annual["exchange_rate"]
    coal = 0.6 * annual["thermal_coal_5500_qinhuangdao"] + 0.4 * annual["coking_coal_premium"]
    oil = (annual["crude_oil_brent"] * exchange) ** p.oil_passed_on
    ore = (annual["iron_ore_62_cfr_china"] * exchange) ** p.ore_passed_on
    steel = annual["steel_price_mill_exVAT"]
    series = {
        Industry.COAL: coal, Industry.OILGAS: oil, Industry.MINE: ore, Industry.STEEL: steel
    }  # fmt: skip
    return {int(industry): joined(price, months) for industry, price in series.items()}


def national_prices(
    own: dict[int, Floats],
    coefficients: Floats,
    consumer: Floats,
    productivity: Floats,
    energy_need: Floats,
) -> Floats:
    """National price of each industry (months, 19).

    Coal, oil, ores and steel have prices of their own. All others follow the costs of a producer
    who meets these prices, and pay that follows consumer prices and the mean productivity:

        ln P = A' ln P + (1 - inputs) (ln consumer price + ln mean productivity - ln productivity)

    so that what everybody in the country pays changes no one's place in competition. Energy inputs
    in A fall as everybody saves.
    """
    work = np.log(productivity)
    value = np.log(consumer)[:, None] + work[:, Industry.LIGHT :].mean(axis=1)[:, None] - work
    logs = np.zeros_like(productivity)
    for industry, price in own.items():
        logs[:, industry] = np.log(price)
    free = np.array([i for i in range(INDUSTRIES) if i not in own])
    known = np.array(sorted(own))
    energy = np.isin(np.arange(INDUSTRIES), ENERGY)[:, None] * coefficients
    rest = (1.0 - coefficients.sum(axis=0))[free]
    for month, need in enumerate(energy_need):
        now = coefficients - (1.0 - need) * energy
        saved = np.log1p(-(1.0 - need) * energy.sum(axis=0))[free]
        system = np.eye(len(free)) - now[np.ix_(free, free)].T
        burden = logs[month, known] @ now[np.ix_(known, free)] + value[month, free] * rest
        logs[month, free] = np.linalg.solve(system, burden + saved)
    return np.asarray(np.exp(logs))


def outside_demand(annual: dict[str, Floats], general: Floats) -> Floats:
    """Outside real demand for each industry (months, 19) over January 2010."""
    use = annual["china_crude_steel_apparent_use"] * STEEL_UTILISATION
    steel = joined(use, len(general))
    series = [general] * INDUSTRIES
    series[Industry.AGR] = general**0.5
    series[Industry.COAL] = general**0.4
    series[Industry.OILGAS] = general**0.1
    series[Industry.MINE] = steel
    series[Industry.STEEL] = steel
    return np.stack(series, axis=1)


def productivity_path(months: int, p: Parameters) -> Floats:
    """Labour productivity of each industry (months, 19) over January 2010."""
    early = np.full(INDUSTRIES, p.industry_productivity)
    late = np.full(INDUSTRIES, p.industry_productivity_later)
    for industry, first, then in (
        (Industry.AGR, p.farm_productivity, p.farm_productivity_later),
        (Industry.CONSTR, p.construction_productivity, p.construction_productivity_later),
        (Industry.PSRV, p.services_productivity, p.services_productivity_later),
        (Industry.CSRV, p.services_productivity, p.services_productivity_later),
        (Industry.PUBSRV, p.services_productivity, p.services_productivity_later),
    ):
        early[industry], late[industry] = first, then
    turn = np.clip((np.arange(months) - 42) / 12.0, 0.0, 1.0)[:, None]
    growth = np.log1p(early) * (1.0 - turn) + np.log1p(late) * turn
    return np.asarray(np.exp(np.cumsum(growth, axis=0) / 12.0 - growth[0] / 12.0))


# Mean minimum wage of the cities over 2010, estimates of grade D (calibration/data).
MINIMUM_WAGE = np.array([1.0, 1.2, 1.3, 1.42, 1.5, 1.6, 1.72, 1.78, 1.86, 2.05, 2.05])


@compiled
def trend_of_cities(jobs: Floats, path: Floats, month: int) -> tuple[Floats, Floats]:
    """Productivity (8) and its growth in a month (8), by the jobs (8, 19) of each city's trades.

    The path is that of each trade (months, 19); the first month grows as the second does.
    """
    level, step = np.zeros(len(jobs)), np.zeros(len(jobs))
    second = max(month, 1)
    growth = np.log(path[second] / path[second - 1])
    for c in range(len(jobs)):
        for s in range(path.shape[1]):
            level[c] += jobs[c, s] * path[month, s]
            step[c] += jobs[c, s] * growth[s]
    return level, step
