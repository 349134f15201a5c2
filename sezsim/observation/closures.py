"""Closures (退出记录): what happened to each firm under an order to close, as dated events."""

from math import prod
from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints
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
    chosen = np.flatnonzero(told.closed > SMALLEST * told.whole)
    freely = compelled[chosen] <= SMALLEST * told.closed[chosen]
    return events_of(
        economy, month, order, told, chosen, "capacity_closed", told.closed,
        (f"enforced, {how}", f"freely, {how}"), freely.astype(np.int64),
    )  # fmt: skip


def resistance(
    economy: Economy, month: str, order: ClosingOrder, told: Told, resisted: Floats
) -> list[Event]:
    """Report firms that resist, with the capacity that they keep."""
    none = np.zeros(len(resisted))
    chosen = np.flatnonzero(resisted > SMALLEST * told.whole)
    return events_of(
        economy, month, order, told._replace(people=none, award=none, gain=none, ran=none),
        chosen, "closing_resisted", resisted, ("award below the loss",),
        np.zeros(len(chosen), np.int64),
    )  # fmt: skip


def events_of(
    economy: Economy, month: str, order: ClosingOrder, told: Told, chosen: Ints, kind: str,
    capacity: Floats, reasons: tuple[str, ...], reason: Ints,
) -> list[Event]:  # fmt: skip
    """Tell what happened to the firms chosen; their gain is the award less the loss of closing.

    A named firm has its own event; firms without a name share one per city and reason, with
    their number. What ran is told as the part of what closed. Reasons stand in the order of letters.
    """
    if not len(chosen):
        return []
    firms, s, rows = economy.firms, int(order.industry), told.rows[chosen]
    city, name = firms.city[rows].astype(np.int64), firms.name[rows].astype(np.int64)
    tonnes = economy.structure.tonnes[:, s]
    value = capacity[chosen] * YEAR * np.where(tonnes > 0.0, tonnes, 1.0)[city]
    shape = (CITIES, len(reasons), int(name.max()) + 2)
    case = (city * shape[1] + reason) * shape[2] + name + 1
    firms_in = np.bincount(case, minlength=prod(shape))
    cases = np.flatnonzero(firms_in)
    ran = told.ran[chosen] / np.where(told.closed[chosen] > 0.0, told.closed[chosen], 1.0)

    def total(values: Floats) -> list[float]:
        summed: list[float] = np.bincount(case, values, prod(shape))[cases].tolist()
        return summed

    columns = (
        *(place.tolist() for place in np.unravel_index(cases, shape)),
        total(told.people[chosen]), total(value), total(told.gain[chosen]), total(ran * value),
        total(told.award[chosen]), firms_in[cases].tolist(),
    )  # fmt: skip
    return [
        Event(
            month, kind, str(number - 1) if number else "", INDUSTRY_NAMES[s], CITY_NAMES[c],
            "province", people, amount, "t/year" if tonnes[c] > 0.0 else "yuan/year", gain, 0.0,
            reasons[r], ran / amount if amount > 0.0 else 0.0, award, count,
        )
        for c, r, number, people, amount, gain, ran, award, count in zip(*columns, strict=True)
    ]  # fmt: skip
