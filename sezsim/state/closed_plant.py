"""Equipment and people of closed plant (关停设备与职工): what is dismantled or sealed, who goes."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.phase_out.lots import Lots
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.economy import Economy
from sezsim.state.firms import VINTAGES, Ownership

STATE = int(Ownership.STATE)
YEAR = 12.0
ROUNDING = 1e-12  # of an amount, what processors round differently


def follow_use(economy: Economy, order: ClosingOrder) -> None:
    """Follow the output of plants of the industry over a year, from the first order on."""
    firms = economy.firms
    smooth_use(int(order.industry), firms.industry, firms.running, firms.used)


@compiled
def smooth_use(chosen: int, industry: Ints, running: Floats, used: Floats) -> None:
    """Move the smoothed output of an industry's plants a month on; begin with what runs."""
    for row in range(len(industry)):
        i = uint64(row)
        if industry[i] != chosen:
            continue
        fresh = True
        for v in range(VINTAGES):
            fresh = fresh and used[i, v] == 0.0
        for v in range(VINTAGES):
            before = running[i, v] if fresh else used[i, v]
            used[i, v] = before + (running[i, v] - before) / YEAR


def take_out(economy: Economy, order: ClosingOrder, lots: Lots, closing: Floats) -> None:
    """Dismantle or seal what closes; what ran no longer runs."""
    firms = economy.firms
    take_out_lots(
        lots.row, lots.vintage, closing, lots.use, int(order.dismantle), firms.capacity,
        firms.sealed, firms.running, firms.used,
    )  # fmt: skip


@compiled
def take_out_lots(
    row: Ints, vintage: Ints, closing: Floats, use: Floats, dismantled: int, capacity: Floats,
    sealed: Floats, running: Floats, used: Floats,
) -> None:  # fmt: skip
    """Take what closes of each lot out of its firm; the lots of a firm stand together."""
    closed, stopped = np.zeros(VINTAGES), np.zeros(VINTAGES)
    for k in range(len(row)):
        closed[vintage[k]] += closing[k]
        stopped[vintage[k]] += closing[k] * use[k]
        i = row[k]
        if k + 1 < len(row) and row[k + 1] == i:
            continue
        for v in range(VINTAGES):
            left = rest(capacity[i, v] * (1.0 - sealed[i, v]), closed[v])
            after = rest(capacity[i, v], closed[v] if dismantled else 0.0)
            share = (after - left) / after if after > 0.0 else 0.0
            capacity[i, v] = after
            sealed[i, v] = min(max(share, 0.0), 1.0)
            running[i, v] = rest(running[i, v], stopped[v])
            used[i, v] = rest(used[i, v], stopped[v])
        closed[:] = stopped[:] = 0.0


@compiled
def rest(held: float, taken: float) -> float:
    """What is left of an amount; no more than rounding of it is nothing."""
    left = held - taken
    return left if left > ROUNDING * held else 0.0


def dismiss(economy: Economy, rows: Ints, people: Floats) -> Floats:
    """Dismiss the staff of closed plant; state firms keep as many as they have vacancies for."""
    firms = economy.firms
    state = firms.ownership[rows] == STATE
    kept = np.where(state, np.minimum(people, firms.vacancies[rows]), 0.0)
    gone = np.minimum(people - kept, firms.staff[rows])
    firms.staff[rows] -= gone
    firms.wanted[rows] = np.maximum(firms.wanted[rows] - people, 0.0)
    economy.flows.displaced += np.bincount(firms.city[rows], gone, CITIES)
    np.add.at(economy.flows.posts_closed, (firms.city[rows], firms.industry[rows]), gone)
    return np.asarray(gone)
