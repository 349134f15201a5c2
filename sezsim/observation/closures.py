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
    """Report what each firm closed, in tonnes where they are known."""
    how = "dismantled" if order.dismantle else "sealed"
    return [
        event_of(
            economy, month, order, told, int(k), "capacity_closed", told.closed[k],
            f"{'enforced' if compelled[k] > SMALLEST * told.closed[k] else 'freely'}, {how}",
        )
        for k in np.flatnonzero(told.closed > SMALLEST * told.whole)
    ]  # fmt: skip


def resistance(
    economy: Economy, month: str, order: ClosingOrder, told: Told, resisted: Floats
) -> list[Event]:
    """Report firms that resist, with the capacity that they keep."""
    new = resisted > SMALLEST * told.whole
    none = told._replace(
        people=np.zeros(len(new)), award=np.zeros(len(new)), gain=np.zeros(len(new))
    )
    return [
        event_of(
            economy, month, order, none, int(k), "closing_resisted", resisted[k],
            "award below the loss",
        )
        for k in np.flatnonzero(new)
    ]  # fmt: skip


def event_of(
    economy: Economy, month: str, order: ClosingOrder, told: Told, k: int, kind: str,
    capacity: float, reason: str,
) -> Event:  # fmt: skip
    """Tell what happened to one firm; its gain is the award less the loss of closing."""
    firms, row = economy.firms, int(told.rows[k])
    c, s = int(firms.city[row]), int(order.industry)
    tonnes = economy.structure.tonnes[c, s]
    unit = "t/year" if tonnes > 0.0 else "yuan/year"
    value = float(capacity) * YEAR * (float(tonnes) if tonnes > 0.0 else 1.0)
    running = float(told.ran[k] / told.closed[k]) if told.closed[k] > 0.0 else 0.0
    name = str(int(firms.name[row])) if firms.name[row] >= 0 else ""
    return Event(
        month, kind, name, INDUSTRY_NAMES[s], CITY_NAMES[c], "province",
        float(told.people[k]), value, unit, float(told.gain[k]), 0.0, reason,
        running if kind == "capacity_closed" else 0.0, float(told.award[k]),
    )  # fmt: skip
