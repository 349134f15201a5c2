"""Energy use and pollution (能源与污染): output times intensity, the levy and what it abates.

    emission  = intensity * output * mix of equipment * (levy over the opening)^elasticity
    levy paid = rate * collection * sulphur dioxide, beyond what the opening taxes hold

Energy, water and carbon follow the energy index of the present equipment.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import Substance

LEVY = Flow("pollution levy", Sector.FIRMS, Sector.CITY_GOVERNMENTS)
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
    used = cells.output * cells.energy_index * progress
    use = economy.rules.resource_use
    flows.energy[:] = (used * use[Substance.ENERGY]) @ structure.energy
    flows.water[:] = (used * use[Substance.WATER]) @ structure.water
    flows.co2[:] = (used * use[Substance.ENERGY]) @ structure.co2
    sulphur = used * use[Substance.SO2] * structure.so2 * levy**p.elasticity
    flows.so2[:] = sulphur.sum(axis=1)
    flows.cod[:] = (used * use[Substance.COD]) @ structure.cod
    if np.isfinite(economy.rules.cap).any():
        flows.emitted[Substance.SO2] = sulphur
        flows.emitted[Substance.COD] = used * use[Substance.COD] * structure.cod
        flows.emitted[Substance.WATER] = used * use[Substance.WATER] * structure.water
        flows.emitted[Substance.ENERGY] = used * use[Substance.ENERGY] * structure.energy
    collect_levy(economy, books, sulphur, levy, p)


def zeal(weight: float, p: Parameters) -> float:
    """Levy collected over the opening where pollution weighs more in scores; all of it at most."""
    return float(min(weight**p.attention, 1.0 / max(p.collected, LEAST)))


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
