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
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES, Industry
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
    gone, rows = np.zeros((2, CITIES, INDUSTRIES))
    scrap_vintages(
        firms.city, firms.industry, firms.ownership, firms.losing, QUARTER * p.quarters, p.pace,
        p.pace * (1.0 - rescue * float(economy.rules.soft_budget)), firms.capacity, firms.running,
        gone, rows,
    )  # fmt: skip
    return events_of(gone, rows, economy.structure.tonnes, date)


@compiled
def scrap_vintages(
    city: Ints, industry: Ints, ownership: Ints, losing: Ints, patience: int, part: float,
    part_of_state: float, capacity: Floats, running: Floats, gone: Floats, rows: Floats,
) -> None:  # fmt: skip
    """Scrap a part of each vintage whose patience has run out; add up capacity and rows by cell."""
    for row in range(len(city)):
        i, scraps = uint64(row), 0.0
        c, s = uint64(city[i]), uint64(industry[i])
        lost = part_of_state if ownership[i] == STATE else part
        if industry[i] == FARMING or industry[i] == PUBLIC:
            lost = 0.0
        for age in range(losing.shape[1]):
            v = uint64(age)
            if losing[i, v] >= patience and capacity[i, v] * lost > 0.0:
                gone[c, s] += capacity[i, v] * lost
                capacity[i, v] -= capacity[i, v] * lost
                running[i, v] = min(running[i, v], capacity[i, v])
                scraps = 1.0
        rows[c, s] += scraps


def events_of(gone: Floats, rows: Floats, tonnes: Floats, date: str) -> list[Event]:
    """Tell what was scrapped in each trade of each city (yuan a month), and by how many rows."""
    cells = np.argwhere(gone).tolist()
    return [
        Event(
            date, "equipment_scrapped", "", INDUSTRY_NAMES[s], CITY_NAMES[c], "", 0.0,
            float(gone[c, s] * YEAR * (tonnes[c, s] or 1.0)),
            "t/year" if tonnes[c, s] > 0.0 else "yuan/year", 0.0, 0.0, "price below cost",
            firms=int(rows[c, s]),
        )
        for c, s in cells
    ]  # fmt: skip
