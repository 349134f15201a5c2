"""From the opening table to the structure of the run: monthly, at prices of January 2010.

The table is the mean month of 2010; January is the table times .935 (money) and .945 (quantity),
because the year itself grew by 13% in real terms. Output is solved anew so that production, stocks
that grow with sales and all purchases agree exactly under the growth that firms expect.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year.elimination import solved
from sezsim.base_year.opening_table import OpeningTable
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import ENERGY, INDUSTRIES, Industry
from sezsim.state.firms import VINTAGES

JANUARY_MONEY = 0.930  # January over the mean month of 2010, money (see calibration/README.md)
HUNDRED_MILLION = 1e8
MONTHS = 12.0
STEEL_LABOUR = np.array([7.0, 5.5, 4.0, 1.8])  # workers/kt by vintage (parameters.csv l_v, B)
STEEL_ENERGY = np.array(
    [760.0, 660.0, 605.0, 560.0]
)  # kgce/t by vintage (parameters.csv e_v, B)
STEEL_SULPHUR = np.array([3.0, 2.2, 1.6, 0.9])  # kg/t by vintage (parameters.csv s_v, C)
PLAIN_LABOUR = np.array([1.5, 1.2, 1.0, 0.75])  # assumption D
PLAIN_ENERGY = np.array([1.25, 1.10, 1.0, 0.92])  # assumption D
PLAIN_SULPHUR = np.array([1.8, 1.3, 1.0, 0.6])  # assumption D
UTILISATION = 0.82  # parameters.csv u_star (A)
FIRM_LOANS, PLATFORM_LOANS = 0.60, 0.22  # shares of bank loans; the rest is homes (D)
HOUSEHOLD_DEPOSITS, FIRM_DEPOSITS, CITY_DEPOSITS = 0.60, 0.32, 0.05  # shares (D)


@dataclass(frozen=True)
class OpeningMonth:
    """January 2010: output and the purchases of all buyers, yuan a month (8, 19 where by industry)."""

    output: Floats
    sales: Floats
    inputs: Floats
    households: Floats
    government: Floats
    building: Floats
    exports: Floats  # (8, 19, 3)
    weights: Floats  # (19, 11, 8)


def january(table: OpeningTable, growth: float, stock: float) -> OpeningMonth:
    """Solve the opening month.

    Args:
        table: the balanced table of 2010.
        growth: real growth that firms expect, 1/month.
        stock: stocks in months of sales.
    """
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    flows = table.flows * money
    bought = flows[:, :, :CITIES].sum(axis=1)
    weights = flows[:, :, :CITIES] / np.where(bought > 0.0, bought, 1.0)[:, None, :]
    idle = bought <= 0.0
    weights[:, CITIES + 1, :][idle] = 1.0
    exports = flows[:, :CITIES, CITIES:].transpose(1, 0, 2).copy()
    final = (table.households + table.government + table.investment) * money
    outside = exports.sum(axis=2)
    output = solve_output(table.coefficients, weights, final, outside, 1.0 + growth * stock)
    inputs = np.einsum("cis,cs->ci", table.coefficients, output)
    return OpeningMonth(
        output, output / (1.0 + growth * stock), inputs, table.households * money,
        table.government * money, table.investment * money, exports, weights,
    )  # fmt: skip


def solve_output(
    coefficients: Floats, weights: Floats, final: Floats, outside: Floats, stocking: float
) -> Floats:
    """Output (8, 19) that meets all purchases: y = stocking (T (A y + f) + e)."""
    size = CITIES * INDUSTRIES
    buys = np.zeros((CITIES, INDUSTRIES, CITIES, INDUSTRIES))
    for city in range(CITIES):
        buys[:, :, city, :] = np.einsum(
            "iod,is->ois", weights[:, :CITIES, city : city + 1], coefficients[city]
        )
    system = np.eye(size) - stocking * buys.reshape(size, size)
    demand = np.einsum("iod,di->oi", weights[:, :CITIES], final) + outside
    output = solved(system, stocking * demand.reshape(size))
    return np.maximum(output.reshape(CITIES, INDUSTRIES), 0.0)


def ratio(part: Floats, whole: Floats) -> Floats:
    """Return part over whole, zero where there is no whole."""
    return np.divide(
        part, whole, out=np.zeros(np.broadcast(part, whole).shape), where=whole > 0
    )


def vintage_profile(heavy: Floats, plain: Floats) -> Floats:
    """Profile by vintage (19, 4) with standard equipment at 1."""
    profile = np.tile(plain / plain[2], (INDUSTRIES, 1))
    profile[Industry.STEEL] = heavy / heavy[2]
    return profile


def normal_utilisation(output: Floats, heavy: float) -> Floats:
    """Opening utilisation (8, 19)."""
    use = np.full((CITIES, INDUSTRIES), UTILISATION)
    for industry in (Industry.STEEL, Industry.COAL, Industry.BMAT, Industry.NONFER):
        use[:, industry] = heavy
    return np.where(output > 0.0, use, UTILISATION)


def energy_coefficients(coefficients: Floats) -> Floats:
    """Energy bought per output (8, 19)."""
    return np.asarray(coefficients[:, list(ENERGY), :].sum(axis=1))


def running_by_vintage(capacity: Floats, output: Floats, full: float) -> Floats:
    """Opening output by vintage, the best equipment first, at most `full` of each."""
    running = np.zeros((len(output), VINTAGES))
    left = output.copy()
    for vintage in range(VINTAGES - 1, -1, -1):
        running[:, vintage] = np.minimum(left, full * capacity[:, vintage])
        left -= running[:, vintage]
    return running


def ageing_rates(shares: Floats, gross: Floats, frontier: float) -> Floats:
    """Ageing (rows, 3) that keeps the mix of equipment when a firm invests `gross` a month.

    Column v is what vintage v+1 hands down to vintage v: standard to old, and so on.
    """
    new = np.zeros_like(shares)
    new[:, 3], new[:, 2] = frontier, 1.0 - frontier
    surplus = np.cumsum((new - shares)[:, ::-1], axis=1)[:, ::-1]
    handed = gross[:, None] * surplus[:, 1:]
    return np.clip(ratio(handed, shares[:, 1:]), 0.0, 0.2)
