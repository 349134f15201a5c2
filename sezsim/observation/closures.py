"""Closures (退出记录): what happened to each firm under an order to close, as dated events."""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITY_NAMES
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
    forced = compelled[chosen] > SMALLEST * told.closed[chosen]
    reasons = [f"{'enforced' if each else 'freely'}, {how}" for each in forced.tolist()]
    running = np.divide(
        told.ran, told.closed, out=np.zeros(len(told.ran)), where=told.closed > 0
    )
    return events_of(
        economy, month, order, told._replace(ran=running), chosen, "capacity_closed",
        told.closed, reasons,
    )  # fmt: skip


def resistance(
    economy: Economy, month: str, order: ClosingOrder, told: Told, resisted: Floats
) -> list[Event]:
    """Report firms that resist, with the capacity that they keep."""
    none = np.zeros(len(resisted))
    chosen = np.flatnonzero(resisted > SMALLEST * told.whole)
    return events_of(
        economy, month, order, told._replace(people=none, award=none, gain=none, ran=none),
        chosen, "closing_resisted", resisted, ["award below the loss"] * len(chosen),
    )  # fmt: skip


def events_of(
    economy: Economy, month: str, order: ClosingOrder, told: Told, chosen: Ints, kind: str,
    capacity: Floats, reasons: list[str],
) -> list[Event]:  # fmt: skip
    """Tell what happened to the firms chosen; their gain is the award less the loss of closing.

    A named firm has its own event; firms without a name share one per city and reason, with
    their number. What ran is told as the part of what closed.
    """
    firms, s, rows = economy.firms, int(order.industry), told.rows[chosen]
    city, name = firms.city[rows].astype(np.int64), firms.name[rows].astype(np.int64)
    tonnes = economy.structure.tonnes[city, s]
    value = capacity[chosen] * YEAR * np.where(tonnes > 0.0, tonnes, 1.0)
    why, reason = np.unique(np.array(reasons, str), return_inverse=True)
    key = np.stack((city, reason, name), axis=1)
    cases, case = np.unique(key, axis=0, return_inverse=True)

    def total(values: Floats) -> list[float]:
        summed: list[float] = np.bincount(case, weights=values, minlength=len(cases)).tolist()
        return summed

    columns = (
        cases.tolist(), total(told.people[chosen]), total(value), total(told.gain[chosen]),
        total(told.ran[chosen] * value), total(told.award[chosen]),
        np.bincount(case, minlength=len(cases)).tolist(),
    )  # fmt: skip
    return [
        Event(
            month, kind, str(number) if number >= 0 else "", INDUSTRY_NAMES[s], CITY_NAMES[c],
            "province", people, amount,
            "t/year" if economy.structure.tonnes[c, s] > 0.0 else "yuan/year", gain, 0.0,
            str(why[r]), ran / amount if amount > 0.0 else 0.0, award, count,
        )
        for (c, r, number), people, amount, gain, ran, award, count in zip(*columns, strict=True)
    ]  # fmt: skip
