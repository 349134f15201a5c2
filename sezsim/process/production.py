"""Production (生产): firms run their best equipment first, within plan, capacity and staff.

Unit variable cost of a vintage v, per unit at opening prices:

    cost[v] = inputs + energy * deviation[v] + labour[v] * pay * (1 + contributions) / productivity

A vintage runs while price >= cost[v] - fixed share of labour * labour part. It starts or stops by
at most a fifth of its capacity a month. Labour needed is the sum over vintages of
need * labour[v] * output[v] / productivity; overtime stretches the staff by a margin.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.state.cells import Cells
from sezsim.state.firms import Firms, Ownership
from sezsim.state.structure import Structure

STATE = int(Ownership.STATE)
AMPLE = 1.0 - 1e-9  # part of the hours left that is enough beyond all rounding


class Parameters(Declared):
    """What production needs to know."""

    full: float = parameter(
        0.95, "maximum utilisation", unit="1", within=(0.8, 1.0),
        source="parameters.csv u_max: memory", grade="C",
    )  # fmt: skip
    overtime: float = parameter(
        0.15, "overtime that staff can work", unit="1", within=(0.0, 0.5), source="assumption",
    )  # fmt: skip
    fixed_state: float = parameter(
        0.8, "share of labour cost that a state firm cannot avoid", unit="1", within=(0.0, 1.0),
        source="parameters.csv phi_L; sign Cooper, Gong and Yan, NBER working paper 16498",
    )  # fmt: skip
    fixed_private: float = parameter(
        0.3, "share of labour cost that a private firm cannot avoid", unit="1", within=(0.0, 1.0),
        source="parameters.csv phi_L; sign Cooper, Gong and Yan, NBER working paper 16498",
    )  # fmt: skip
    ramp: float = parameter(
        0.2, "share of a vintage's capacity that starts or stops in a month", unit="1/month",
        within=(0.01, 1.0), source="economics 2.1: design", grade="D",
    )  # fmt: skip


def produce(firms: Firms, cells: Cells, structure: Structure, p: Parameters) -> None:
    """Run equipment in merit order and add up output, labour and cost by cell."""
    run_cells(
        cells.input_cost, cells.energy_cost, cells.wage, cells.productivity,
        cells.research_gain, float(cells.energy_need), structure.labour_need, structure.labour_cost,
        structure.wage, structure.vintage_labour, structure.vintage_energy, structure.energy_base,
        firms.city, firms.industry, firms.ownership, firms.is_open, firms.plan, firms.normal,
        firms.staff, firms.productivity, firms.capacity, firms.sealed, cells.price,
        p.fixed_state, p.fixed_private, p.full, p.overtime, p.ramp, firms.running, firms.losing,
        firms.output, firms.wanted, firms.unit_cost, firms.costs, cells.output,
        cells.labour_index, cells.energy_index, cells.unit_cost, cells.utilisation,
    )  # fmt: skip


@compiled
def run_cells(
    input_cost: Floats, energy_cost: Floats, wage: Floats, trend: Floats, gained: Floats,
    energy_need: float, labour_need: Floats, labour_cost: Floats, wage_before: Floats,
    vintage_labour: Floats, vintage_energy: Floats, energy_base: Floats, city: Ints,
    industry: Ints, ownership: Ints, is_open: Flags, plan: Floats, normal: Floats, staff: Floats,
    productivity: Floats, capacity: Floats, sealed: Floats, price: Floats, fixed_state: float,
    fixed_private: float, full: float, overtime: float, ramp: float, running: Floats,
    losing: Ints, output: Floats, wanted: Floats, unit_cost: Floats, costs: Floats, made: Floats,
    labour_index: Floats, energy_index: Floats, cost: Floats, utilisation: Floats,
) -> None:  # fmt: skip
    """Run the firms of all cells and keep what each cell has made."""
    need, energy, variable, pay = by_vintage(
        input_cost, energy_cost, wage, trend, gained, energy_need, labour_need, labour_cost,
        wage_before, vintage_labour, vintage_energy, energy_base,
    )  # fmt: skip
    totals = np.zeros((*made.shape, 5))
    run_equipment(
        city, industry, ownership, is_open, plan, normal, staff, productivity, capacity, sealed,
        price, input_cost, energy_cost, need, energy, variable, pay, vintage_labour, fixed_state,
        fixed_private, full, overtime, ramp, running, losing, output, wanted, unit_cost, costs,
        totals,
    )  # fmt: skip
    summarise(totals, made, labour_index, energy_index, cost, utilisation)


@compiled
def summarise(
    totals: Floats, output: Floats, labour: Floats, energy: Floats, cost: Floats, use: Floats
) -> None:
    """Keep output, mix of equipment, cost and utilisation of each cell."""
    for c in range(output.shape[0]):
        for s in range(output.shape[1]):
            made, able = totals[c, s, 0], totals[c, s, 4]
            output[c, s] = made
            if made > 0.0:
                labour[c, s] = totals[c, s, 1] / made
                energy[c, s] = totals[c, s, 2] / made
                cost[c, s] = totals[c, s, 3] / made
            if able > 0.0:
                use[c, s] = made / able


@compiled
def by_vintage(
    input_cost: Floats, energy_cost: Floats, wage: Floats, productivity: Floats,
    gained: Floats, energy_need: float, labour_need: Floats, labour_cost: Floats,
    wage_before: Floats, vintage_labour: Floats, vintage_energy: Floats, energy_base: Floats,
) -> tuple[Floats, Floats, Floats, Floats]:  # fmt: skip
    """What a unit of output takes.

    Returns labour of average equipment (8, 19), persons; energy over the opening, cost of inputs
    and pay with contributions of each vintage (8, 19, 4).
    """
    mix = (*wage.shape, vintage_labour.shape[1])
    need, energy, cost, pay = np.empty(wage.shape), np.empty(mix), np.empty(mix), np.empty(mix)
    for c in range(mix[0]):
        for s in range(mix[1]):
            able = productivity[s] * gained[c, s]
            need[c, s] = labour_need[c, s] / able
            average = labour_cost[c, s] * wage[c, s] / wage_before[c, s] / able
            base = energy_base[c, s] / energy_need
            for v in range(mix[2]):
                extra = (1.0 + vintage_energy[s, v]) / base - 1.0
                energy[c, s, v] = 1.0 + extra
                cost[c, s, v] = input_cost[c, s] + energy_cost[c, s] * extra
                pay[c, s, v] = average * vintage_labour[s, v]
    return need, energy, cost, pay


@compiled
def run_equipment(
    city: Ints, industry: Ints, ownership: Ints, is_open: Flags, plan: Floats, normal: Floats,
    staff: Floats, productivity: Floats, capacity: Floats, sealed: Floats, price: Floats,
    input_cost: Floats, energy_cost: Floats, need: Floats, energy_of: Floats, cost_of: Floats,
    pay_of: Floats, vintage_labour: Floats, fixed_state: float, fixed_private: float,
    full: float, overtime: float, ramp: float, running: Floats, losing: Ints, output: Floats,
    wanted: Floats, unit_cost: Floats, costs: Floats, totals: Floats,
) -> None:  # fmt: skip
    """Run each firm's vintages from the frontier down; divide by hands only where hands may lack.

    Count the months in a row in which the price does not cover the cost of a vintage.
    """
    for row in range(len(city)):
        i = uint64(row)
        if not is_open[i]:
            output[i] = wanted[i] = costs[i] = 0.0
            running[i, :] = 0.0
            continue
        c, s, efficiency = uint64(city[i]), uint64(industry[i]), productivity[i]
        farming = industry[i] == 0
        fixed = fixed_state if ownership[i] == STATE else fixed_private
        hours = staff[i] * (1.0 + overtime) * efficiency / max(need[c, s], 1e-30)
        left, work, energy, spent, total, present = plan[i], 0.0, 0.0, 0.0, 0.0, totals[c, s, 4]
        for age in range(4):
            v = uint64(3 - age)
            able = capacity[i, v] * (1.0 - sealed[i, v])
            if able <= 0.0:
                running[i, v], losing[i, v] = 0.0, 0
                continue
            pay = pay_of[c, s, v] / efficiency
            cost = cost_of[c, s, v] + pay
            ran, change, hands = running[i, v], ramp * able, vintage_labour[s, v]
            most = min(full * able, ran + change)
            losing[i, v] = losing[i, v] + 1 if price[c, s] < cost else 0
            if price[c, s] < cost - fixed * pay:
                most = min(most, max(0.0, ran - change))
            made = min(left, most)
            if not farming and hands > 0.0 and not made * hands < (hours - work) * AMPLE:
                made = min(made, (hours - work) / hands)
            made = max(made, 0.0)
            running[i, v] = made
            left -= made
            work += hands * made
            energy += energy_of[c, s, v] * made
            spent += cost * made
            total += made
            present += able
        load = normal[i] / total if total > 0.0 else 0.0
        idle_need = normal[i] if total <= 0.0 and plan[i] > 0.0 and hours <= 0.0 else 0.0
        wanted[i] = (
            0.0 if farming else need[c, s] * (work * min(load, 2.0) + idle_need) / efficiency
        )
        output[i], unit_cost[i] = total, spent / total if total > 0.0 else 0.0
        costs[i] = input_cost[c, s] * total + energy_cost[c, s] * (energy - total)
        totals[c, s, 0] += total
        totals[c, s, 1] += work / efficiency
        totals[c, s, 2] += energy
        totals[c, s, 3] += spent
        totals[c, s, 4] = present


def shutdown_price(cost: float, pay: float, fixed: float) -> float:
    """Lowest price at which a vintage runs: cost less the labour that is paid anyway."""
    return cost - fixed * pay
