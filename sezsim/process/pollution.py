"""Energy use and pollution (能源与污染): output times intensity, the levy and what it abates.

    emission  = intensity * output * mix of equipment * (levy over the opening)^elasticity
    levy paid = rate * collection * sulphur dioxide, beyond what the opening taxes hold

Energy, water and carbon follow the energy index of the present equipment.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import Substance

LEVY = Flow("pollution levy", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
SO2, COD = int(Substance.SO2), int(Substance.COD)
WATER, ENERGY = int(Substance.WATER), int(Substance.ENERGY)
KILOGRAMS = 1000.0
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
    levy = float(economy.rules.levy) * zeal(float(economy.rules.score_damage), p)
    progress = (1.0 - p.efficiency) ** (month / 12.0)
    use, levied = economy.rules.resource_use, levy**p.elasticity
    used, sulphur = np.empty_like(cells.output), np.empty_like(cells.output)
    count_use(
        cells.output, cells.energy_index, progress, use, levied, structure.energy,
        structure.water, structure.co2, structure.so2, structure.cod, used, sulphur,
        flows.energy, flows.water, flows.co2, flows.so2, flows.cod,
    )  # fmt: skip
    if np.isfinite(economy.rules.cap).any():
        flows.emitted[Substance.SO2] = sulphur
        flows.emitted[Substance.COD] = used * use[Substance.COD] * structure.cod
        flows.emitted[Substance.WATER] = used * use[Substance.WATER] * structure.water
        flows.emitted[Substance.ENERGY] = used * use[Substance.ENERGY] * structure.energy
    collect_levy(economy, books, sulphur, levy, p)


def zeal(weight: float, p: Parameters) -> float:
    """Levy collected over the opening where pollution weighs more in scores; all of it at most."""
    return float(min(weight**p.attention, 1.0 / max(p.collected, LEAST)))


@compiled
def count_use(
    output: Floats, energy_index: Floats, progress: float, use: Floats, levied: float,
    energy_per: Floats, water_per: Floats, co2_per: Floats, so2_per: Floats, cod_per: Floats,
    used: Floats, sulphur: Floats, energy: Floats, water: Floats, co2: Floats, so2: Floats,
    cod: Floats,
) -> None:  # fmt: skip
    """Count what the trades of each city use and emit."""
    for c in range(output.shape[0]):
        energy[c] = water[c] = co2[c] = so2[c] = cod[c] = 0.0
        for s in range(output.shape[1]):
            scale = output[c, s] * energy_index[c, s] * progress
            used[c, s] = scale
            sulphur[c, s] = scale * use[SO2, c, s] * so2_per[s] * levied
            burnt = scale * use[ENERGY, c, s]
            energy[c] += burnt * energy_per[s]
            co2[c] += burnt * co2_per[s]
            water[c] += scale * use[WATER, c, s] * water_per[s]
            so2[c] += sulphur[c, s]
            cod[c] += scale * use[COD, c, s] * cod_per[s]


def collect_levy(
    economy: Economy, books: Books, sulphur: np.ndarray, levy: float, p: Parameters
) -> None:
    """Let firms pay the levy above the opening rate, which other local revenue contains."""
    if levy == 1.0:
        return
    firms, cells = economy.firms, economy.cells
    per_output = np.divide(
        sulphur, cells.output, out=np.zeros_like(sulphur), where=cells.output > 0.0
    )
    due = firms.output * per_output[firms.city, firms.industry] * KILOGRAMS
    paid = fen(np.maximum(due * p.rate * p.collected * (levy - 1.0), 0.0))
    books.pay(LEVY, np.arange(len(paid)), firms.city, paid)
    economy.governments.revenue += np.bincount(firms.city, paid / 100.0, CITIES)
