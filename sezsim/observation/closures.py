"""Closures (退出记录): what happened to each firm under an order to close, as dated events."""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.observation.run_record import Event
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.economy import Economy

YEAR = 12.0
SMALLEST = 1e-6  # part of a firm's capacity too small to be told


class Told(NamedTuple):
    """What closed in each firm: capacity, the part that ran, people, award and gain (yuan)."""

    rows: Ints
    closed: Floats
    ran: Floats
    people: Floats
    award: Floats
    gain: Floats
    whole: Floats


def closures(
    economy: Economy, month: str, order: ClosingOrder, told: Told, compelled: Floats
) -> list[Event]:
    """Report what firms closed, in tonnes where they are known."""
    how = "dismantled" if order.dismantle else "sealed"
    freely = (compelled <= SMALLEST * told.closed).astype(np.int64)
    return events_of(
        economy, month, order, told, "capacity_closed", told.closed,
        (f"enforced, {how}", f"freely, {how}"), freely,
    )  # fmt: skip


def resistance(
    economy: Economy, month: str, order: ClosingOrder, told: Told, resisted: Floats
) -> list[Event]:
    """Report firms that resist, with the capacity that they keep."""
    if not np.count_nonzero(resisted):
        return []
    none = np.zeros(len(resisted))
    return events_of(
        economy, month, order, told._replace(people=none, award=none, gain=none, ran=none),
        "closing_resisted", resisted, ("award below the loss",),
        np.zeros(len(resisted), np.int64),
    )  # fmt: skip


def events_of(
    economy: Economy, month: str, order: ClosingOrder, told: Told, kind: str, capacity: Floats,
    reasons: tuple[str, ...], reason: Ints,
) -> list[Event]:  # fmt: skip
    """Tell what happened to firms; their gain is the award less the loss of closing.

    A named firm has its own event; firms without a name share one per city and reason, with
    their number. What ran is told as the part of what closed. Reasons stand in the order of letters.
    """
    firms, s = economy.firms, int(order.industry)
    tonnes = economy.structure.tonnes[:, s]
    cases, sums = add_up_cases(
        told, capacity, reason, len(reasons), firms.city, firms.name, tonnes
    )
    return [
        Event(
            month, kind, str(number - 1) if number else "", INDUSTRY_NAMES[s], CITY_NAMES[c],
            "province", people, amount, "t/year" if tonnes[c] > 0.0 else "yuan/year", gain, 0.0,
            reasons[r], ran / amount if amount > 0.0 else 0.0, award, int(count),
        )
        for (c, r, number), (people, amount, gain, ran, award, count) in zip(
            cases.tolist(), sums.tolist(), strict=True
        )
    ]  # fmt: skip


@compiled
def add_up_cases(
    told: Told, capacity: Floats, reason: Ints, reasons: int, city: Ints, name: Ints,
    tonnes: Floats,
) -> tuple[Ints, Floats]:  # fmt: skip
    """Return each case (city, reason, name + 1), and its sums over firms with more than a trifle.

    They are persons, capacity of a year, gain, capacity that ran, award and number of firms.
    """
    names = 0
    for k in range(len(told.rows)):
        names = max(names, int(name[told.rows[k]]) + 2)
    summed, found = np.zeros((CITIES, reasons, names, 6)), 0
    for k in range(len(told.rows)):
        if not capacity[k] > SMALLEST * told.whole[k]:
            continue
        i = told.rows[k]
        c = city[i]
        value = capacity[k] * YEAR * (tonnes[c] if tonnes[c] > 0.0 else 1.0)
        ran = told.ran[k] / (told.closed[k] if told.closed[k] > 0.0 else 1.0)
        case = summed[c, reason[k], name[i] + 1]
        found += case[5] == 0.0
        case[0] += told.people[k]
        case[1] += value
        case[2] += told.gain[k]
        case[3] += ran * value
        case[4] += told.award[k]
        case[5] += 1.0
    cases, sums, end = np.empty((found, 3), np.int64), np.empty((found, 6)), 0
    for c in range(CITIES):
        for r in range(reasons):
            for n in range(names):
                if summed[c, r, n, 5] > 0.0:
                    cases[end, 0], cases[end, 1], cases[end, 2] = c, r, n
                    sums[end] = summed[c, r, n]
                    end += 1
    return cases, sums
