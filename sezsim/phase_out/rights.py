"""Capacity rights (产能置换指标): building x needs r x of retired capacity.

Owners of old plant sell at the loss of closing, builders pay at most the value of building over
the ratio; the price clears the two step functions.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled


@compiled
def clear_rights(
    loss: Floats, retired: Floats, value: Floats, wanted: Floats, ratio: float
) -> tuple[float, float]:
    """Price of a right (yuan a unit) and the rights traded (units of capacity).

    loss and retired are the ask and size of every old plant, value and wanted the value and size
    of every project. The last seller sets the price; if the sellers run out, the last buyer does.
    """
    asks, bids = np.argsort(loss), np.argsort(-value)
    i = j = 0
    price = traded = 0.0
    left = retired[asks[0]] if len(asks) else 0.0
    need = ratio * wanted[bids[0]] if len(bids) else 0.0
    while i < len(asks) and j < len(bids):
        offer = value[bids[j]] / ratio
        ask = max(loss[asks[i]], 0.0)
        if offer < ask:
            break
        moved = min(left, need)
        traded += moved
        left -= moved
        need -= moved
        price = ask
        if left <= 0.0:
            i += 1
            if i == len(asks):
                price = offer
                break
            left = retired[asks[i]]
        if need <= 0.0:
            j += 1
            if j < len(bids):
                need = ratio * wanted[bids[j]]
    return price, traded
