"""The owner's decision (企业退出决策): close, resist or be made to close.

Going down the list, an owner closes freely if the award covers the loss. Otherwise a compulsory
order closes the part that the city enforces; without compulsion the next owner is asked. The fund
pays as long as it lasts: whoever comes when it is nearly empty gets what is left.
"""

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.compiled import compiled

ROUNDING = 1e-9  # of a loss: who is paid its own bid is not refused for the last digit


@compiled
def closes_freely(award: float, loss: float) -> bool:
    """Tell whether an award (yuan a unit) covers the loss of closing."""
    return award >= loss - ROUNDING * abs(loss)


@compiled
def ask_owners(
    ranked: Ints, amount: Floats, pool: Ints, room: Floats, loss: Floats, award: Floats,
    effort: Floats, compulsory: int, money: float, closed: Floats, compelled: Floats,
    paid: Floats, resisted: Floats,
) -> float:  # fmt: skip
    """Go down the list until each quota (room) is filled; return the money left.

    Amounts are capacity, awards yuan a unit, effort the share (0-1) that the city of each lot
    makes close; closed includes what was compelled.
    """
    for k in ranked:
        take = min(amount[k], room[pool[k]])
        if take <= 0.0:
            continue
        offer = min(award[k], money / take)
        if closes_freely(offer, loss[k]):
            closed[k] = take
        else:
            compelled[k] = closed[k] = take * effort[k] if compulsory else 0.0
            resisted[k] = take - closed[k]
        room[pool[k]] -= take if compulsory else closed[k]
        paid[k] = closed[k] * offer
        money = max(money - paid[k], 0.0)
    return money
