"""Closing orders (关停淘汰): backward capacity on the list is dismantled, with award if there is one.

    closed = order * enforcement of the city * backward capacity of each plant

Idle equipment closes as well as running: an order on paper need not touch output. The award is
paid by the province per 10,000 yuan of yearly capacity closed. A firm left with next to nothing
closes altogether.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES
from sezsim.observation.run_record import Event
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Vintage

AWARD = Flow("award for closing", Sector.UPPER_GOVERNMENTS, Sector.FIRMS)
PROVINCE = 0
YEAR, UNIT = 12.0, 1e4


class Parameters(Declared):
    """What closing orders need to know."""

    remnant: float = parameter(
        0.05, "capacity over the opening below which a firm closes altogether", unit="1",
        within=(0.0, 0.5), source="assumption",
    )  # fmt: skip


def close_capacity(economy: Economy, books: Books, month: str, p: Parameters) -> list[Event]:
    """Carry out the month's closing orders; return what happened."""
    firms, rules = economy.firms, economy.rules
    ordered = rules.closing_quota * economy.governments.enforcement[:, None]
    if not ordered.any():
        return []
    c, s = firms.city, firms.industry
    backward = firms.capacity[:, Vintage.BACKWARD]
    closed = np.where(firms.is_open, backward * ordered[c, s], 0.0)
    idle = np.maximum(backward - firms.running[:, Vintage.BACKWARD], 0.0)
    firms.capacity[:, Vintage.BACKWARD] -= closed
    still = np.minimum(firms.running[:, 0], firms.capacity[:, 0])
    firms.running[:, Vintage.BACKWARD] = still
    award = closed * YEAR / UNIT * rules.closing_award[c, s]
    rows = np.arange(len(closed))
    books.pay(AWARD, np.full(len(rows), PROVINCE), rows, fen(award))
    economy.flows.capacity_closed[:] = by_cell(closed, c, s)
    touched = by_cell(np.maximum(closed - idle, 0.0), c, s)
    left = firms.capacity.sum(axis=1)
    gone = firms.is_open & (closed > 0.0) & (left < p.remnant * (left + closed))
    firms.closing[gone] = True
    return reports(economy, month, touched, by_cell(award, c, s))


def by_cell(values: Floats, city: np.ndarray, industry: np.ndarray) -> Floats:
    """Add up values of firms by city and industry (8, 19)."""
    cell = city.astype(np.int64) * INDUSTRIES + industry
    return np.bincount(cell, values, CITIES * INDUSTRIES).reshape(CITIES, INDUSTRIES)


def reports(economy: Economy, month: str, touched: Floats, award: Floats) -> list[Event]:
    """Report the capacity closed in each city and industry, in tonnes where they are known."""
    closed, tonnes = economy.flows.capacity_closed, economy.structure.tonnes
    events = []
    for c, s in zip(*np.nonzero(closed), strict=True):
        known = tonnes[c, s] > 0.0
        value = closed[c, s] * YEAR * (tonnes[c, s] if known else 1.0)
        running = touched[c, s] / closed[c, s]
        events.append(
            Event(
                month, "capacity_closed", "", INDUSTRY_NAMES[s], CITY_NAMES[c], "province",
                0.0, float(value), "t/year" if known else "yuan/year", float(award[c, s]),
                0.0, f"{running:.0%} of it was running",
            )
        )  # fmt: skip
    return events


def operating_removed(order: Floats, idle: Floats) -> Floats:
    """Operating capacity removed when an order takes idle capacity first."""
    return np.asarray(np.maximum(0.0, order - idle))
