"""Offers (奖补标准): the award that each lot under an order would get, yuan a unit of capacity."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.phase_out import Basis, Form, Listing
from sezsim.phase_out.awards import bids, early_factor, formula_awards
from sezsim.phase_out.decision import ask_owners
from sezsim.phase_out.lots import Lots
from sezsim.phase_out.order import ClosingOrder
from sezsim.phase_out.ranking import asks

YEAR = 12.0


def offers(
    lots: Lots, order: ClosingOrder, ranked: Ints, pool: Ints, room: Floats, money: float,
    hardship: Floats, effort: Floats,
) -> Floats:  # fmt: skip
    """Award offered to every lot (yuan a unit of monthly capacity).

    hardship (8) is unemployment of a city over that of the zone, effort (8) its enforcement.
    """
    if order.form is Form.FORMULA:
        listed = on_list(lots, ranked, pool, room)
        return by_formula(lots, order, listed, money, hardship, effort)
    paid_for = {
        Basis.CAPACITY: np.full(len(lots.row), YEAR), Basis.OUTPUT: YEAR * lots.used,
        Basis.WORKERS: lots.workers,
    }[order.basis]  # fmt: skip
    if order.form is Form.BID and order.listing is Listing.AUCTION:
        ask = asks(lots, order.basis)
        bid = bids(ranked, lots.amount, ask, float(room.sum()), order.shading)
        unit = 1.0 if order.basis is Basis.WORKERS else YEAR
        most = order.rate if order.rate > 0.0 else np.inf
        rate = np.where(np.isfinite(ask), np.minimum(bid / unit, most), 0.0)
        return np.asarray(rate * paid_for)
    return np.asarray(order.rate * paid_for)


def by_formula(
    lots: Lots, order: ClosingOrder, listed: Floats, money: float, hardship: Floats,
    effort: Floats,
) -> Floats:  # fmt: skip
    """Award by the rule of 2016 if all that is listed this month closes.

    Difficulty counts workers where unemployment is high; the ladder rewards cities that enforce
    more than the others.
    """
    workers = listed * lots.workers
    ahead = listed * np.maximum(effort[lots.city] - effort[lots.city].mean(), 0.0)
    award = formula_awards(
        money / max(order.months_left, 1), listed, workers, workers * hardship[lots.city],
        early_factor(order.year), ahead,
    )  # fmt: skip
    return np.divide(award, listed, out=np.zeros(len(listed)), where=listed > 0.0)


def on_list(lots: Lots, ranked: Ints, pool: Ints, room: Floats) -> Floats:
    """Capacity of each lot that this month's quotas reach."""
    count = len(lots.row)
    listed, compelled, paid, resisted = (np.zeros(count) for _ in range(4))
    ask_owners(
        ranked, lots.amount, pool, room.copy(), np.full(count, -np.inf), np.zeros(count),
        np.zeros(count), 0, 0.0, listed, compelled, paid, resisted,
    )  # fmt: skip
    return listed
