"""Equipment and people of closed plant (关停设备与职工): what is dismantled or sealed, who goes."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITIES
from sezsim.phase_out.lots import Lots
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.economy import Economy
from sezsim.state.firms import VINTAGES, Ownership

STATE = int(Ownership.STATE)
YEAR = 12.0


def follow_use(economy: Economy, order: ClosingOrder) -> None:
    """Follow the output of plants of the industry over a year, from the first order on."""
    firms = economy.firms
    rows = np.flatnonzero(firms.industry == order.industry)
    used, now = firms.used[rows], firms.running[rows]
    fresh = ~used.any(axis=1)
    used[fresh] = now[fresh]
    firms.used[rows] = used + (now - used) / YEAR


def take_out(economy: Economy, order: ClosingOrder, lots: Lots, closing: Floats) -> None:
    """Dismantle or seal what closes; what ran no longer runs."""
    firms = economy.firms
    shape = (len(firms.id), VINTAGES)
    plant = lots.row * VINTAGES + lots.vintage
    size = shape[0] * VINTAGES
    rows = np.unique(lots.row)
    closed = np.bincount(plant, closing, size).reshape(shape)[rows]
    stopped = np.bincount(plant, closing * lots.use, size).reshape(shape)[rows]
    able = firms.capacity[rows] * (1.0 - firms.sealed[rows])
    before = firms.capacity[rows]
    firms.running[rows] = np.maximum(firms.running[rows] - stopped, 0.0)
    firms.used[rows] = np.maximum(firms.used[rows] - stopped, 0.0)
    left = np.maximum(able - closed, 0.0)
    if order.dismantle:
        after = before - closed
        firms.capacity[rows] = np.maximum(after, 0.0)
    else:
        after = before
    share = np.divide(after - left, after, out=np.zeros(after.shape), where=after > 0.0)
    firms.sealed[rows] = np.clip(share, 0.0, 1.0)


def dismiss(economy: Economy, rows: Ints, people: Floats) -> Floats:
    """Dismiss the staff of closed plant; state firms keep as many as they have vacancies for."""
    firms = economy.firms
    state = firms.ownership[rows] == STATE
    kept = np.where(state, np.minimum(people, firms.vacancies[rows]), 0.0)
    gone = np.minimum(people - kept, firms.staff[rows])
    firms.staff[rows] -= gone
    firms.wanted[rows] = np.maximum(firms.wanted[rows] - people, 0.0)
    economy.flows.displaced += np.bincount(firms.city[rows], gone, CITIES)
    return np.asarray(gone)
