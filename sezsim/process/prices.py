"""Prices (价格): bulk goods at the national price, all others at cost plus markup.

    cost          = inputs at buyers' prices + energy of the present equipment + labour
    ln(1+markup)' = ln(1+markup) + gain (use - opening use) - return (ln(1+markup) - ln(1+opening))

Without the return the markup would double in a decade. Coal, oil, ores and steel are price takers:
only their quantities react. What orders have closed and ran is missing from the national market,
whose price rises as far as others do not make up for it (phase_out/market.py).
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.industry import BULK, ENERGY, INDUSTRIES, Industry
from sezsim.phase_out.market import price_rise
from sezsim.state.cells import Cells
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure

IS_BULK = np.isin(np.arange(INDUSTRIES), [int(industry) for industry in BULK])
MOST_WITHDRAWN = 0.9  # of national supply
MINE, MINERALS = int(Industry.MINE), int(Industry.BMAT)
IS_ENERGY = np.isin(np.arange(INDUSTRIES), [int(industry) for industry in ENERGY])


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
    demand: float = parameter(
        0.8, "elasticity of national demand for a bulk good to its price", unit="1",
        within=(0.1, 3.0), source="parameters.csv eS_eD: 0.8 (0.3 to 1.5)",
    )  # fmt: skip
    others: float = parameter(
        1.5, "elasticity of the supply of others to the price of a bulk good", unit="1",
        within=(0.0, 10.0), source="parameters.csv eS_eD: 1.5 (0.5 to 4)",
    )  # fmt: skip
    response: float = parameter(
        1.0, "part of what orders close that the national price does not yet know (0: the path "
        "of prices contains it)", unit="1", within=(0.0, 1.0),
        source="design: the recorded path contains the recorded closures", grade="A",
    )  # fmt: skip


def set_prices(
    cells: Cells, structure: Structure, rules: Rules, national: Floats, p: Parameters
) -> None:
    """Set producer prices of the month; national prices (19) of the month pass through at once."""
    follow_nation(
        national, structure.iron_ore, cells.buyer_price, cells.outside_price, cells.peer_price
    )
    cost_inputs(cells, structure, rules)
    price_goods(
        IS_BULK, structure.output, structure.labour_cost, structure.wage, structure.markup,
        structure.utilisation, cells.peer_price, cells.wage, cells.productivity, cells.research_gain,
        cells.labour_index, cells.energy_index, cells.utilisation, cells.input_cost,
        cells.energy_cost, rules.charge, rules.charge_above, p.gain, p.back,
        cells.unit_cost, cells.markup, cells.price,
    )  # fmt: skip


@compiled
def price_goods(
    bulk: Flags, output: Floats, labour_cost: Floats, wage_before: Floats,
    markup_before: Floats, use_before: Floats, national: Floats, wage: Floats,
    productivity: Floats, gained: Floats, labour_index: Floats, energy_index: Floats,
    use: Floats, input_cost: Floats, energy_cost: Floats, charge: Floats, above: Floats,
    gain: float, back: float, unit_cost: Floats, markup: Floats, price: Floats,
) -> None:  # fmt: skip
    """Set unit cost, markup and price of each city and industry."""
    for c in range(price.shape[0]):
        for s in range(price.shape[1]):
            labour = labour_cost[c, s] * wage[c, s] / wage_before[c, s] / productivity[s]
            labour /= gained[c, s]
            cost = input_cost[c, s] + energy_cost[c, s] * (energy_index[c, s] - 1.0)
            cost += labour * labour_index[c, s] + (charge[c, s] + above[c, s]) * price[c, s]
            unit_cost[c, s] = cost
            if bulk[s]:
                price[c, s] = national[c, s]
                markup[c, s] = national[c, s] / max(cost, 1e-9) - 1.0 if cost > 0.0 else 0.0
                continue
            pressure = use[c, s] - use_before[c, s]
            markup[c, s] = next_markup(markup[c, s], pressure, markup_before[c, s], gain, back)
            price[c, s] = (1.0 + markup[c, s]) * cost if output[c, s] > 0.0 else national[c, s]


def after_closures(national: Floats, withdrawn: Floats, p: Parameters) -> Floats:
    """National prices (19) once a part of national supply (19) has been closed by order."""
    if not np.count_nonzero(withdrawn):
        return national
    missing = np.minimum(p.response * withdrawn, MOST_WITHDRAWN)
    return np.asarray(national * price_rise(missing, p.demand, p.others))


@compiled
def follow_nation(
    national: Floats, iron: Floats, buyer_price: Floats, outside: Floats, peers: Floats
) -> None:
    """Pass national prices on; mines dig iron ore, or minerals priced as building materials."""
    for c in range(len(peers)):
        for s in range(len(national)):
            buyer_price[c, s] *= national[s] / outside[s]
            peers[c, s] = national[s]
        ores, minerals = national[MINE] ** iron[c], national[MINERALS] ** (1.0 - iron[c])
        peers[c, MINE] = ores * minerals
    outside[:] = national


def cost_inputs(cells: Cells, structure: Structure, rules: Rules) -> None:
    """Price the inputs of one unit of output, and the energy among them."""
    add_inputs(
        structure.coefficients, cells.buyer_price, IS_ENERGY, float(rules.energy_price),
        cells.input_cost, cells.energy_cost,
    )  # fmt: skip


@compiled
def add_inputs(
    coefficients: Floats, buyer_price: Floats, is_energy: Flags, energy_price: float,
    cost: Floats, energy: Floats,
) -> None:  # fmt: skip
    """Add up the value of all inputs and of energy in a unit of output."""
    cost[:], energy[:] = 0.0, 0.0
    for c in range(cost.shape[0]):
        for bought in range(cost.shape[1]):
            price = buyer_price[c, bought] * (energy_price if is_energy[bought] else 1.0)
            for s in range(cost.shape[1]):
                value = coefficients[c, bought, s] * price
                cost[c, s] += value
                if is_energy[bought]:
                    energy[c, s] += value


@compiled
def next_markup(
    markup: Floats, pressure: Floats, opening: Floats, gain: float, back: float
) -> Floats:
    """Markup of the month, given utilisation above the opening (pressure)."""
    logs = np.log1p(markup)
    return np.expm1(logs + gain * pressure - back * (logs - np.log1p(opening)))
