"""Ranking (淘汰次序): who is asked first within a quota, and which quota a lot belongs to."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITIES
from sezsim.definitions.phase_out import Basis, Identification, Listing
from sezsim.phase_out.lots import Lots, firms_of
from sezsim.phase_out.order import ClosingOrder
from sezsim.phase_out.quotas import city_quotas, city_weights

YEAR = 12


def asks(lots: Lots, basis: Basis) -> Floats:
    """Loss of closing per unit of what the award is paid for; infinite where there is none."""
    per = {
        Basis.CAPACITY: np.ones(len(lots.loss)), Basis.OUTPUT: lots.used,
        Basis.WORKERS: lots.workers,
    }[basis]  # fmt: skip
    return np.divide(lots.loss, per, out=np.full(len(per), np.inf), where=per > 0.0)


def ranked(lots: Lots, order: ClosingOrder) -> Ints:
    """Rank lots: by bid, idle parts first, smallest first or most wasteful first."""
    if order.listing is Listing.AUCTION:
        return np.argsort(asks(lots, order.basis), kind="stable")
    if order.listing is Listing.EQUAL:
        return np.argsort(lots.use - lots.energy, kind="stable")
    if order.identification is Identification.SIZE:
        return np.argsort(lots.size, kind="stable")
    return np.lexsort((lots.size, -lots.energy))


def quotas(lots: Lots, order: ClosingOrder, output: Floats) -> tuple[Ints, Floats]:
    """Return the quota to which each lot belongs, and the room in each (yuan of capacity)."""
    stock = np.bincount(lots.city, lots.amount, CITIES)
    total = order.share * float(stock.sum())
    if order.listing is Listing.AUCTION:
        return np.zeros(len(lots.row), np.int64), np.array([total])
    lost = np.bincount(lots.city, lots.amount * np.maximum(lots.loss, 0.0), CITIES)
    mean = np.divide(lost, stock, out=np.zeros(CITIES), where=stock > 0.0)
    by_city = city_quotas(total, city_weights(order.sharing, stock, output, mean), stock)
    if order.listing is Listing.MERIT:
        return lots.city, by_city
    part = np.divide(by_city, stock, out=np.zeros(CITIES), where=stock > 0.0)
    rows, pool = firms_of(lots.row)
    room = np.bincount(pool, lots.amount * part[lots.city], len(rows))
    return pool, turn_of(rows, order) * room


def turn_of(rows: Ints, order: ClosingOrder) -> Floats:
    """Months of quota that each firm is asked for: a year's in one month, nothing in the others."""
    period = min(YEAR, order.months)
    return np.where((rows + order.month) % period == 0, float(period), 0.0)
