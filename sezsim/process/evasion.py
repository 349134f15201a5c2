"""Evasion (死灰复燃): plant that was sealed and not dismantled starts again when it pays.

Each month a firm with sealed plant whose price covers its cost opens it again with a chance,
unless an order to close is in force for its industry in its city. The plant is then neither
closed nor modern: the quota stays fulfilled on paper.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.observation.run_record import Event
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy

YEAR = 12.0


class Parameters(Declared):
    """What evasion needs to know."""

    restart: float = parameter(
        0.25, "chance of sealed plant to start again while its price covers its cost",
        unit="1/year", within=(0.0, 0.9),
        source="parameters.csv p_rest: 54 Mt of steel restarted in 2016", grade="B",
    )  # fmt: skip


def restart_sealed(economy: Economy, month: str, p: Parameters, draws: Draws) -> list[Event]:
    """Let sealed plant that pays start again; return what happened."""
    firms, cells, structure = economy.firms, economy.cells, economy.structure
    if not count_sealed(firms.sealed):
        return []
    gained = cells.productivity * cells.research_gain
    wage = np.where(structure.wage > 0.0, structure.wage, 1.0)
    freed = np.zeros(firms.sealed.shape)
    open_sealed(
        draws.key("evasion/restart"), monthly_chance(p.restart), firms.id, firms.is_open,
        firms.city, firms.industry, firms.productivity,
        cells.price * (1.0 - structure.tax_rate), cells.input_cost, cells.energy_cost,
        structure.energy_base, structure.labour_cost * cells.wage / wage / gained,
        structure.vintage_labour, structure.vintage_energy,
        economy.rules.closing_quota > 0.0, firms.capacity, firms.sealed, freed,
    )  # fmt: skip
    return restarts(economy, month, freed.sum(axis=1))


@compiled
def count_sealed(sealed: Floats) -> int:
    """Count the vintages of firms that are sealed, wholly or in part."""
    parts, number = sealed.reshape(-1), 0
    for k in range(len(parts)):
        number += parts[k] != 0.0
    return number


def monthly_chance(yearly: float) -> float:
    """Chance in a month that adds up to a yearly one."""
    return float(1.0 - (1.0 - yearly) ** (1.0 / YEAR))


@compiled
def open_sealed(
    key: Key, chance: float, firm: Ids, is_open: Flags, city: Ints, industry: Ints,
    productivity: Floats, price: Floats, inputs: Floats, energy: Floats, energy_base: Floats,
    labour: Floats, vintage_labour: Floats, vintage_energy: Floats, watched: Flags,
    capacity: Floats, sealed: Floats, freed: Floats,
) -> None:  # fmt: skip
    """Open the sealed plant of firms that draw the chance, and note how much it was."""
    for i in range(len(firm)):
        c, s = city[i], industry[i]
        if not is_open[i] or watched[c, s] or uniform(key, firm[i]) >= chance:
            continue
        for v in range(sealed.shape[1]):
            extra = (1.0 + vintage_energy[s, v]) / energy_base[c, s] - 1.0
            cost = inputs[c, s] + energy[c, s] * extra
            cost += labour[c, s] * vintage_labour[s, v] / productivity[i]
            if sealed[i, v] > 0.0 and price[c, s] > cost:
                freed[i, v] = capacity[i, v] * sealed[i, v]
                sealed[i, v] = 0.0


def restarts(economy: Economy, month: str, freed: Floats) -> list[Event]:
    """Report the firms whose sealed plant runs again, in tonnes where they are known."""
    firms, events = economy.firms, []
    for row in np.flatnonzero(freed > 0.0):
        c, s = int(firms.city[row]), int(firms.industry[row])
        tonnes = float(economy.structure.tonnes[c, s])
        events.append(
            Event(
                month, "capacity_restarted",
                str(int(firms.name[row])) if firms.name[row] >= 0 else "", INDUSTRY_NAMES[s],
                CITY_NAMES[c], "", 0.0, float(freed[row]) * YEAR * (tonnes or 1.0),
                "t/year" if tonnes > 0.0 else "yuan/year", 0.0, 0.0, "price covers cost",
            )
        )  # fmt: skip
    return events
