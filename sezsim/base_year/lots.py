"""Lots for the opening: whole numbers that add up, and rows chosen by weight without chance of run.

The draws belong to the permanent ids of the rows, so the opening is the same in every replicate.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.randomness import name_hash, uniforms


def whole_parts(parts: Floats, total: int) -> Ints:
    """Round parts to whole numbers that add up to total, the largest remainders up."""
    parts = np.maximum(np.asarray(parts, dtype=float), 0.0)
    if parts.sum() <= 0.0 or total <= 0:
        return np.zeros(len(parts), np.int64)
    exact = parts / parts.sum() * total
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole


def lots(purpose: str, ids: Ids) -> Floats:
    """One number in (0, 1] for each id and purpose."""
    return np.asarray(1.0 - uniforms(np.uint64(name_hash(f"opening/{purpose}")), ids))


def choose(purpose: str, ids: Ids, weight: Floats | Flags, number: int) -> Ints:
    """Return `number` places chosen by weight; places of no weight are never chosen.

    The place with weight w has the key -ln(lot) / w; the smallest keys win.
    """
    eligible = np.flatnonzero(np.asarray(weight) > 0.0)
    number = min(number, len(eligible))
    if number <= 0:
        return eligible[:0]
    keys = -np.log(lots(purpose, ids[eligible])) / np.asarray(weight, dtype=float)[eligible]
    if number == len(eligible):
        return eligible
    return eligible[np.argpartition(keys, number - 1)[:number]]


def choose_by_kind(purpose: str, ids: Ids, weight: Floats, number: int, kind: Ints) -> Ints:
    """Return `number` places chosen by weight, each kind of row in proportion to its weight."""
    parts = whole_parts(np.bincount(kind, weight), number)
    chosen = []
    for each, many in enumerate(parts):
        members = np.flatnonzero(kind == each)
        chosen.append(members[choose(purpose, ids[members], weight[members], int(many))])
    return np.concatenate(chosen)


def interleaved(numbers: Ints) -> Ints:
    """Return each index so many times, spread so that every stretch holds its share of each."""
    index = np.repeat(np.arange(len(numbers)), numbers)
    place = np.concatenate([(np.arange(n) + 0.5) / max(n, 1) for n in numbers])
    return index[np.argsort(place, kind="stable")]
