"""Equipment and people of closed plant (关停设备与职工): what is dismantled or sealed, who goes."""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.phase_out.lots import Lots, firms_of
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


@compiled
def by_firm(
    row: Ints, use: Floats, workers: Floats, loss: Floats, closed: Floats, compelled: Floats,
    paid: Floats, resisted: Floats, capacity: Floats,
) -> tuple[Ints, Floats]:  # fmt: skip
    """Return the firms of lots and, for each, its sums (8, firms), the last its capacity.

    They are what closed, what of it ran, persons, losses of closing, what was compelled, awards, and
    what resisted.
    """
    rows, place = firms_of(row)
    sums = np.zeros((8, len(rows)))
    for k in range(len(row)):
        i = place[k]
        sums[0, i] += closed[k]
        sums[1, i] += closed[k] * use[k]
        sums[2, i] += closed[k] * workers[k]
        sums[3, i] += closed[k] * loss[k]
        sums[4, i] += compelled[k]
        sums[5, i] += paid[k]
        sums[6, i] += resisted[k]
    for i in range(len(rows)):
        for v in range(VINTAGES):
            sums[7, i] += capacity[rows[i], v]
    return rows, sums


def dismiss(economy: Economy, rows: Ints, people: Floats) -> Floats:
    """Dismiss the staff of closed plant; state firms keep as many as they have vacancies for."""
    firms, flows = economy.firms, economy.flows
    return dismiss_staff(
        rows, people, firms.city, firms.industry, firms.ownership, firms.vacancies, firms.staff,
        firms.wanted, flows.displaced, flows.posts_closed,
    )  # fmt: skip


@compiled
def dismiss_staff(
    rows: Ints, people: Floats, city: Ints, industry: Ints, ownership: Ints, vacancies: Floats,
    staff: Floats, wanted: Floats, displaced: Floats, posts_closed: Floats,
) -> Floats:  # fmt: skip
    """Return how many each firm dismisses; count them by city and industry."""
    gone, by_city = np.empty(len(rows)), np.zeros(CITIES)
    for k in range(len(rows)):
        i = rows[k]
        kept = min(people[k], vacancies[i]) if ownership[i] == STATE else 0.0
        gone[k] = min(people[k] - kept, staff[i])
        staff[i] -= gone[k]
        wanted[i] = max(wanted[i] - people[k], 0.0)
        by_city[city[i]] += gone[k]
        posts_closed[city[i], industry[i]] += gone[k]
    displaced += by_city
    return gone


@compiled
def mark_firms(
    rows: Ints, closed: Floats, resisted: Floats, whole: Floats, remnant: float, next_list: int,
    city: Ints, capacity: Floats, sealed: Floats, closing: Flags, resisting: Ints,
    closed_in: Floats,
) -> None:  # fmt: skip
    """Mark firms of which no more than a remnant is left, and those that resisted; count what closed."""
    by_city = np.zeros(CITIES)
    for k in range(len(rows)):
        i, left = rows[k], 0.0
        for v in range(VINTAGES):
            left += capacity[i, v] * (1.0 - sealed[i, v])
        if closed[k] > 0.0 and left < remnant * whole[k]:
            closing[i] = True
        if resisted[k] > 0.0:
            resisting[i] = next_list
        by_city[city[i]] += closed[k]
    for c in range(CITIES):
        closed_in[c] += by_city[c]
