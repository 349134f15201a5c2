"""Awards (奖补资金): rates, the formula of 2016 and sealed bids, per unit of capacity closed."""

import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled

TASK, WORKERS, DIFFICULTY = 0.5, 0.3, 0.2  # policy_parameters.csv award_2016 (grade A)
BASE, LADDER = 0.8, 0.2  # policy_parameters.csv award_2016 (grade A)
EARLY = (1.1, 1.0, 0.9, 0.8, 0.7)  # factor on capacity by year of closing, same source


def early_factor(year: int) -> float:
    """Factor on capacity that closes in a year of the programme, the first being 0."""
    return EARLY[min(max(year, 0), len(EARLY) - 1)]


def shares(amount: Floats) -> Floats:
    """Shares of a whole; zero where there is nothing to share."""
    whole = amount.sum()
    return amount / whole if whole > 0.0 else np.zeros(len(amount))


def formula_awards(
    instalment: float, capacity: Floats, workers: Floats, difficulty: Floats,
    early: float, ahead: Floats,
) -> Floats:  # fmt: skip
    """Share an instalment (yuan) among those on the list by the rule of 2016, in yuan each.

    Four fifths go by capacity times the early factor, by workers and by difficulty; one fifth
    climbs the ladder: it goes to capacity closed beyond the quota.
    """
    base = TASK * early * shares(capacity)
    base += WORKERS * shares(workers) + DIFFICULTY * shares(difficulty)
    return np.asarray(instalment * (BASE * base + LADDER * shares(ahead)))


@compiled
def shaded_bid(loss: float, clearing: float, shading: float) -> float:
    """Bid of an owner who hides a part of the way from its loss to the last bid accepted.

    shading 0 is the truth; 1 is the bid that just wins, so that all are paid alike.
    """
    true = max(loss, 0.0)
    return true + shading * max(clearing - true, 0.0)


@compiled
def last_accepted(ranked: Ints, amount: Floats, ask: Floats, quota: float) -> float:
    """Ask of the last owner that an auction needs to fill its quota, the lowest first."""
    left, ask_of_last = quota, 0.0
    for k in ranked:
        if left <= 0.0 or not np.isfinite(ask[k]):
            break
        left -= amount[k]
        ask_of_last = max(ask[k], 0.0)
    return ask_of_last


@compiled
def bids(ranked: Ints, amount: Floats, ask: Floats, quota: float, shading: float) -> Floats:
    """Sealed bids of all owners in an auction for a quota."""
    clearing = last_accepted(ranked, amount, ask, quota)
    found = np.zeros(len(ask))
    for k in range(len(ask)):
        found[k] = shaded_bid(ask[k], clearing, shading)
    return found
