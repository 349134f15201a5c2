"""The proof (核对): what all holders really hold must be what the ledger says, to the fen."""

import numpy as np

from sezsim.accounting.accounts import holders
from sezsim.definitions.columns import Ints, Money
from sezsim.definitions.compiled import compiled, compiled_rows, uint64
from sezsim.state.economy import PLACES, SECTORS, Sector

LANES = uint64(8)  # sums side by side, so that none waits for the last one
HOUSEHOLDS = int(Sector.HOUSEHOLDS)


@compiled
def sum_balances(
    households: Money, balance: Money, place: Ints, first: Ints, cash: Money, city: Ints,
    found: Money,
) -> None:  # fmt: skip
    """Add up the balances of every sector by place; those of households are given by chunk."""
    found[HOUSEHOLDS] = households.sum(axis=0)
    for sector in range(1, SECTORS):
        balances, places = holders(sector, balance, place, first, cash, city)
        here, total = uint64(places[0]), 0
        for i in range(len(balances)):
            if uint64(places[i]) != here:
                found[sector, here] += total
                here, total = uint64(places[i]), 0
            total += balances[i]
        found[sector, here] += total


@compiled_rows
def sum_rows(
    chunk: int, first: int, last: int, balance: Money, place: Ints, found: Money
) -> None:
    """Add up the balances of a chunk of rows by place, in lanes that do not wait on each other."""
    lanes = np.zeros((LANES, PLACES), np.int64)
    for row in range(first, last):
        i = uint64(row)
        lanes[i % LANES, uint64(place[i])] += balance[i]
    found[chunk] = lanes.sum(axis=0)


@compiled
def sum_at_once(
    count: int, deposits: Money, home: Ints, balance: Money, place: Ints, first: Ints,
    cash: Money, city: Ints, found: Money,
) -> None:  # fmt: skip
    """Add up the balances of every sector by place where the households are one chunk of rows."""
    parts = np.zeros((1, PLACES), np.int64)
    sum_rows(0, 0, count, deposits, home, parts)
    sum_balances(parts, balance, place, first, cash, city, found)


@compiled
def end_month(found: Money, ledger: Money, market: Money, paid: Money, known: int) -> bool:
    """Tell whether the books hold and the market is empty; add the month to the year if so."""
    for sector in range(SECTORS):
        for place in range(PLACES):
            if found[sector, place] != ledger[sector, place]:
                return False
    if market.any():
        return False
    for flow in range(known):
        for origin in range(PLACES):
            for destination in range(PLACES):
                paid[1, flow, origin, destination] += paid[0, flow, origin, destination]
    return True
