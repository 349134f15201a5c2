"""Rebuilding (淘汰改扩建): owners of plants listed as too small build them larger instead.

Where an order lists plants by size alone, an owner who resists can leave the list by growing above
the threshold. In the month in which its projects are decided, such a firm draws whether it does;
it then invests for a quarter what it lacks. A rule of replacement asks rights for that, too.
"""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.definitions.phase_out import Identification
from sezsim.observation.run_record import Event
from sezsim.phase_out.order import ClosingOrder
from sezsim.randomness import Draws, uniforms
from sezsim.state.economy import Economy

QUARTER, YEAR = 3, 12.0


class Parameters(Declared):
    """What rebuilding needs to know."""

    chance: float = parameter(
        0.3, "chance that a listed plant that resists is built larger", unit="1/year",
        within=(0.0, 1.0), source="assumption; size-only rules were met by rebuilding to the "
        "threshold",
    )  # fmt: skip
    most: float = parameter(
        5.0, "size threshold over the plant up to which it is built larger", unit="1",
        within=(1.0, 20.0), source="assumption: growing further is another plant",
    )  # fmt: skip


def rebuild_bigger(
    economy: Economy, month: str, now: int, p: Parameters, draws: Draws
) -> list[Event]:
    """Let owners of small plants that resist build them larger; return what happened."""
    events: list[Event] = []
    for order in economy.orders:
        if order.identification is Identification.SIZE:
            rows = small_plants(economy, order, now, p)
            lots = uniforms(draws.key("rebuilding/bigger"), economy.firms.id[rows])
            rows = rows[lots < p.chance / (YEAR / QUARTER)]
            events += grown(economy, order, month, rows, grow(economy, order, rows))
    return events


def small_plants(economy: Economy, order: ClosingOrder, now: int, p: Parameters) -> Ints:
    """List firms that resist, whose projects are decided now and whose plants are too small."""
    firms = economy.firms
    mine = firms.is_open & (firms.industry == order.industry) & (firms.resisting > now)
    turn = (firms.id + np.uint64(now)) % np.uint64(QUARTER) == 0
    rows = np.flatnonzero(mine & turn & np.isin(firms.city, order.cities))
    size = plant_size(economy, rows)
    return rows[(size < order.size) & (size * p.most >= order.size)]


def plant_size(economy: Economy, rows: Ints) -> Floats:
    """Yearly capacity (yuan) of one plant of each firm."""
    firms = economy.firms
    return np.asarray(YEAR * firms.capacity[rows].sum(axis=1) / firms.weight[rows])


def grow(economy: Economy, order: ClosingOrder, rows: Ints) -> Floats:
    """Invest what lacks to the threshold within a quarter; return the capacity (yuan a year)."""
    firms, city = economy.firms, economy.firms.city[rows]
    lacking = (order.size - plant_size(economy, rows)) * firms.weight[rows]
    ratio = economy.structure.capital_ratio[city, order.industry]
    firms.investing[rows] = np.maximum(firms.investing[rows], 0.0)
    firms.investing[rows] += lacking / YEAR * ratio / QUARTER
    return np.asarray(lacking)


def grown(
    economy: Economy, order: ClosingOrder, month: str, rows: Ints, added: Floats
) -> list[Event]:
    """Tell which firms build larger and by how much, in tonnes where they are known."""
    firms, s = economy.firms, int(order.industry)
    events = []
    for row, more in zip(rows.tolist(), added.tolist(), strict=True):
        c = int(firms.city[row])
        tonnes = float(economy.structure.tonnes[c, s])
        events.append(
            Event(
                month, "rebuilt_bigger", str(int(firms.name[row])) if firms.name[row] >= 0 else "",
                INDUSTRY_NAMES[s], CITY_NAMES[c], "", 0.0, more * (tonnes or 1.0),
                "t/year" if tonnes > 0.0 else "yuan/year", 0.0, 0.0, "grows above the threshold",
            )
        )  # fmt: skip
    return events
