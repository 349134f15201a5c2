"""Quotas (淘汰任务分解): from the province to cities."""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.phase_out import Sharing
from sezsim.definitions.sums import total

LEAST = 1e-9


def city_weights(sharing: Sharing, stock: Floats, output: Floats, loss: Floats) -> Floats:
    """Weights by which a quota is shared among cities: backward stock, output or avoided cost.

    loss is the mean loss of closing a unit, yuan; cities with a lower one get more.
    """
    if sharing is Sharing.OUTPUT:
        return np.where(stock > 0.0, output, 0.0)
    if sharing is Sharing.AVOIDED_COST:
        cheap = 1.0 / np.maximum(loss, LEAST + 0.05 * np.abs(loss).max(initial=0.0))
        return np.asarray(stock * cheap)
    return stock


@compiled
def city_quotas(whole: float, weight: Floats, stock: Floats) -> Floats:
    """Share a whole among cities by weight; what a city cannot fill falls to the others."""
    quota = np.zeros(len(stock))
    left = min(whole, total(stock))
    for _ in range(len(stock)):
        room = stock - quota
        open_weight = np.where(room > 0.0, weight, 0.0)
        together = total(open_weight)
        if left <= LEAST * whole or together <= 0.0:
            break
        given = np.minimum(left * open_weight / together, room)
        quota += given
        left -= total(given)
    return quota
