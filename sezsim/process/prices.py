"""Prices (价格): bulk goods at the national price, all others at cost plus markup.

    cost          = inputs at buyers' prices + energy of the present equipment + labour
    ln(1+markup)' = ln(1+markup) + gain (use - opening use) - return (ln(1+markup) - ln(1+opening))

Without the return the markup would double in a decade. Coal, oil, ores and steel are price takers:
only their quantities react.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.industry import BULK, ENERGY
from sezsim.state.cells import Cells
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure

BULK_GOODS = list(BULK)
ENERGY_GOODS = list(ENERGY)


class Parameters(Declared):
    """How prices move."""

    gain: float = parameter(
        0.03, "rise of the markup per point of utilisation above the opening", unit="1/month",
        within=(0.0, 0.2), source="parameters.csv phi_mu: memory of model practice",
    )  # fmt: skip
    back: float = parameter(
        0.05, "return of the markup to its opening value", unit="1/month", within=(0.0, 1.0),
        source="economics 2.2: design", grade="D",
    )  # fmt: skip


def set_prices(
    cells: Cells, structure: Structure, rules: Rules, national: Floats, p: Parameters
) -> None:
    """Set producer prices of the month; national prices (19) of the month pass through at once."""
    cells.buyer_price *= national / cells.outside_price
    cells.outside_price[:] = national
    cost_inputs(cells, structure, rules)
    labour = structure.labour_cost * cells.wage / structure.wage / cells.productivity
    labour /= cells.research_gain
    cells.unit_cost[:] = (
        cells.input_cost
        + cells.energy_cost * (cells.energy_index - 1.0)
        + labour * cells.labour_index
    )
    cells.markup[:] = next_markup(
        cells.markup, cells.utilisation - structure.utilisation, structure.markup, p.gain, p.back
    )
    bulk = cells.outside_price[BULK_GOODS]
    cells.price[:] = (1.0 + cells.markup) * cells.unit_cost
    cells.price[:, BULK_GOODS] = bulk
    cost = cells.unit_cost[:, BULK_GOODS]
    cells.markup[:, BULK_GOODS] = np.where(cost > 0.0, bulk / np.maximum(cost, 1e-9) - 1.0, 0.0)
    idle = structure.output <= 0.0
    cells.price[idle] = np.broadcast_to(cells.outside_price, idle.shape)[idle]


def cost_inputs(cells: Cells, structure: Structure, rules: Rules) -> None:
    """Price the inputs of one unit of output, and the energy among them."""
    prices = cells.buyer_price.copy()
    prices[:, ENERGY_GOODS] *= rules.energy_price
    cells.input_cost[:] = np.einsum("cis,ci->cs", structure.coefficients, prices)
    energy = structure.coefficients[:, ENERGY_GOODS]
    cells.energy_cost[:] = np.einsum("cis,ci->cs", energy, prices[:, ENERGY_GOODS])


def next_markup(
    markup: Floats, pressure: Floats, opening: Floats, gain: float, back: float
) -> Floats:
    """Markup of the month, given utilisation above the opening (pressure)."""
    logs = np.log1p(markup)
    return np.expm1(logs + gain * pressure - back * (logs - np.log1p(opening)))
