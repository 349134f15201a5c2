"""Scrapping (设备报废): equipment that has not paid its way for two years is scrapped.

The price of a firm's goods has to cover what a unit costs on a vintage: inputs, energy and all of its
labour. The months in a row in which it does not are counted where equipment is run
(`production.py`). After so many quarters a part of the vintage goes at the end of each quarter,

    part = pace                                  (private and foreign owners)
    part = pace * (1 - rescue * soft budget)     (state owners)

A vintage is many furnaces or shafts, and a row many firms: a chance for each is a part of all. What
scrap is worth pays for clearing the site; the debt stays with the firm. Farms and public services scrap
nothing. Who stands idle only because orders are few has a price that covers the cost.
"""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES, Industry
from sezsim.observation.run_record import Event
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership

STATE = int(Ownership.STATE)
FARMING, PUBLIC = int(Industry.AGR), int(Industry.PUBSRV)
QUARTER, YEAR = 3, 12  # months


class Parameters(Declared):
    """What scrapping needs to know."""

    pace: float = parameter(
        0.25, "part of the equipment that does not pay that goes in a quarter (0: none)",
        unit="1/quarter", within=(0.0, 1.0), source="assumption: a year on average",
    )  # fmt: skip
    quarters: int = parameter(
        8, "quarters of negative cash margin before scrapping", unit="quarter", within=(4, 12),
        source="parameters.csv n_scrap: memory", grade="D",
    )  # fmt: skip


def scrap(economy: Economy, month: int, date: str, p: Parameters, rescue: float) -> list[Event]:
    """Scrap what has not paid its way; tell of it. Rescue is what a state owner can count on."""
    if (month + 1) % QUARTER or p.pace <= 0.0:
        return []
    firms = economy.firms
    lost = scrap_vintages(
        firms.industry, firms.ownership, firms.losing, QUARTER * p.quarters, p.pace,
        p.pace * (1.0 - rescue * float(economy.rules.soft_budget)), firms.capacity, firms.running,
    )  # fmt: skip
    return events_of(economy, lost, date) if len(lost) else []


@compiled
def scrap_vintages(
    industry: Ints, ownership: Ints, losing: Ints, patience: int, part: float,
    part_of_state: float, capacity: Floats, running: Floats,
) -> Floats:  # fmt: skip
    """Scrap a part of each vintage whose patience has run out; return row and capacity."""
    number, lost = 0, np.empty((losing.size, 2))
    for row in range(len(industry)):
        i = uint64(row)
        for age in range(losing.shape[1]):
            v = uint64(age)
            if losing[i, v] < patience or industry[i] == FARMING or industry[i] == PUBLIC:
                continue
            gone = capacity[i, v] * (part_of_state if ownership[i] == STATE else part)
            if gone > 0.0:
                lost[number, 0], lost[number, 1] = row, gone
                number += 1
                capacity[i, v] -= gone
                running[i, v] = min(running[i, v], capacity[i, v])
    return lost[:number]


def events_of(economy: Economy, lost: Floats, date: str) -> list[Event]:
    """Tell what was scrapped in each trade of each city, and by how many rows."""
    firms, tonnes = economy.firms, economy.structure.tonnes
    rows, capacity = lost[:, 0].astype(np.int64), lost[:, 1] * YEAR
    found: dict[tuple[int, int], tuple[float, set[int]]] = {}
    cells = zip(firms.industry[rows].tolist(), firms.city[rows].tolist(), strict=True)
    for cell, row, amount in zip(cells, rows.tolist(), capacity.tolist(), strict=True):
        before, who = found.get(cell, (0.0, set()))
        found[cell] = before + amount, who | {row}
    return [
        Event(
            date, "equipment_scrapped", "", INDUSTRY_NAMES[s], CITY_NAMES[c], "", 0.0,
            amount * (float(tonnes[c, s]) or 1.0), "t/year" if tonnes[c, s] > 0.0 else "yuan/year",
            0.0, 0.0, "price below cost", firms=len(who),
        )
        for (s, c), (amount, who) in found.items()
    ]  # fmt: skip
