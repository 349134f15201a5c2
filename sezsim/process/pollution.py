"""Energy use and pollution (能源与污染): output times intensity, the levy and what it abates.

    emission  = intensity * output * mix of equipment * (levy over the opening)^elasticity
    levy paid = rate * collection * sulphur dioxide, beyond what the opening taxes hold

Energy, water and carbon follow the energy index of the present equipment.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.payments import OWN
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import Substance

LEVY = Flow("pollution levy", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
SO2, COD = int(Substance.SO2), int(Substance.COD)
WATER, ENERGY = int(Substance.WATER), int(Substance.ENERGY)
OF_THE_CITY = np.array([OWN])
KILOGRAMS, FEN = 1000.0, 100.0
LEAST = 0.01  # share of the levy that is collected at least


class Parameters(Declared):
    """What pollution needs to know."""

    elasticity: float = parameter(
        -0.45, "elasticity of sulphur dioxide to the levy", unit="1", within=(-1.5, 0.0),
        source="parameters.csv e_levy: sulphur fell by 27% when the levy doubled", grade="B",
    )  # fmt: skip
    rate: float = parameter(
        1.26, "levy on sulphur dioxide", unit="yuan/kg", within=(0.0, 20.0),
        source="parameters.csv levy_so2 (2010)", grade="A",
    )  # fmt: skip
    collected: float = parameter(
        0.6, "share of the levy that is collected", unit="1", within=(0.0, 1.0),
        source="assumption",
    )  # fmt: skip
    attention: float = parameter(
        0.2, "elasticity of the levy collected to the weight of pollution in city scores",
        unit="1", within=(0.0, 1.0), source="assumption: who is judged by it collects it",
    )  # fmt: skip
    efficiency: float = parameter(
        0.015, "fall of energy, water and emissions per output beside the energy saved",
        unit="1/year",
        within=(0.0, 0.1), source="twelfth plan: energy per GDP -17% in five years", grade="B",
    )  # fmt: skip


def emit(economy: Economy, books: Books, month: int, p: Parameters) -> None:
    """Count energy, water and emissions of the month; collect the levy."""
    cells, structure, flows = economy.cells, economy.structure, economy.flows
    rules, failed = economy.rules, economy.scratch.failed
    levy = float(rules.levy) * zeal(float(rules.score_damage), p)
    whole = float(rules.levy) / max(p.collected, LEAST)
    progress = (1.0 - p.efficiency) ** (month / 12.0)
    count_use(
        cells.output, cells.energy_index, progress, rules.resource_use, failed,
        levy**p.elasticity, whole**p.elasticity, structure.energy,
        structure.water, structure.co2, structure.so2, structure.cod,
        flows.energy, flows.water, flows.co2, flows.so2, flows.cod, flows.emitted,
    )  # fmt: skip
    collect_levy(economy, books, levy, whole, p)


def zeal(weight: float, p: Parameters) -> float:
    """Levy collected over the opening where pollution weighs more in scores; all of it at most."""
    return float(min(weight**p.attention, 1.0 / max(p.collected, LEAST)))


@compiled
def count_use(
    output: Floats, energy_index: Floats, progress: float, use: Floats, failed: Flags,
    usual: float, strict: float,
    energy_per: Floats, water_per: Floats, co2_per: Floats, so2_per: Floats, cod_per: Floats,
    energy: Floats, water: Floats, co2: Floats, so2: Floats, cod: Floats, emitted: Floats,
) -> None:  # fmt: skip
    """Count what the trades of each city use and emit, and what they would without caps."""
    for c in range(output.shape[0]):
        energy[c] = water[c] = co2[c] = so2[c] = cod[c] = 0.0
        levied = strict if failed[c] else usual
        for s in range(output.shape[1]):
            scale = output[c, s] * energy_index[c, s] * progress
            burnt = scale * use[ENERGY, c, s]
            emitted[SO2, c, s] = scale * use[SO2, c, s] * so2_per[s] * levied
            emitted[COD, c, s] = scale * use[COD, c, s] * cod_per[s]
            emitted[WATER, c, s] = scale * use[WATER, c, s] * water_per[s]
            emitted[ENERGY, c, s] = burnt * energy_per[s]
            energy[c] += emitted[ENERGY, c, s]
            co2[c] += burnt * co2_per[s]
            water[c] += emitted[WATER, c, s]
            so2[c] += emitted[SO2, c, s]
            cod[c] += emitted[COD, c, s]


def collect_levy(
    economy: Economy, books: Books, levy: float, whole: float, p: Parameters
) -> None:
    """Let firms pay the levy above the opening rate, which other local revenue contains.

    A city that failed its evaluation collects the whole levy.
    """
    failed = economy.scratch.failed
    if levy == 1.0 and not np.count_nonzero(failed):
        return
    firms = economy.firms
    paid, received = levy_firms(
        firms.city, firms.industry, firms.output, economy.cells.output,
        economy.flows.emitted[SO2], p.rate, p.collected, failed, levy, whole,
    )  # fmt: skip
    books.pay_with_firms((LEVY,), OF_THE_CITY, firms.city, paid)
    economy.governments.revenue += received


@compiled
def levy_firms(
    city: Ints, industry: Ints, made: Floats, output: Floats, sulphur: Floats, rate: float,
    collected: float, failed: Flags, levy: float, whole: float,
) -> tuple[Money, Floats]:  # fmt: skip
    """Return what each firm pays above the opening levy (fen), and the sums by city (yuan)."""
    paid, received = np.zeros((1, len(city)), np.int64), np.zeros(CITIES)
    for i in range(len(city)):
        c, s = city[i], industry[i]
        if output[c, s] > 0.0:
            due = made[i] * (sulphur[c, s] / output[c, s]) * KILOGRAMS
            rise = (whole if failed[c] else levy) - 1.0
            above = max(due * rate * collected * rise, 0.0)
            paid[0, i] = np.int64(np.rint(above * FEN))
            received[c] += paid[0, i] / FEN
    return paid, received
