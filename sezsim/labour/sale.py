"""Sales of state firms (国企出售): the contracts of a firm that turns private go with it."""

import numpy as np

from sezsim.definitions.columns import Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled
from sezsim.randomness import uniform
from sezsim.state.economy import Economy
from sezsim.state.employers import pool_at
from sezsim.state.firms import Ownership

PRIVATE = int(Ownership.PRIVATE)


def sell_firms(economy: Economy, sold: Ints, key: Key, key_row: Key) -> None:
    """Turn state firms private, and their contracts with them."""
    firms, pools, workers = economy.firms, economy.pools, economy.workers
    firms.ownership[sold] = PRIVATE
    alone = pools.firm[firms.pool[sold]] == sold
    pools.ownership[firms.pool[sold[alone]]] = PRIVATE
    others = sold[~alone]
    if len(others):
        hand_over_contracts(
            key, key_row, others, firms.id, firms.city, firms.industry, firms.staff,
            firms.pool, pools.rows, 1.0 / workers.persons_per_agent, workers.count,
            workers.id, workers.pool,
        )  # fmt: skip


@compiled
def hand_over_contracts(
    key: Key, key_row: Key, sold: Ints, firm: Ids, city: Ints, industry: Ints, staff: Floats,
    firm_pool: Ints, pool_rows: Ints, per_person: float, count: int, person: Ids, pool: Ints,
) -> None:  # fmt: skip
    """Move the contracts of each firm, chosen by lot, to the private pool of its trade."""
    for i in sold:
        here, there = firm_pool[i], pool_at(city[i], industry[i], PRIVATE)
        firm_pool[i] = there
        wanted = int(staff[i] * per_person + uniform(key, firm[i]))
        if here == there or not wanted:
            continue
        held = contracts_of(key_row, here, count, person, pool)
        for w in held[:wanted]:
            pool[w] = there
            pool_rows[here] -= 1
            pool_rows[there] += 1


@compiled
def contracts_of(key: Key, held: int, count: int, person: Ids, pool: Ints) -> Ints:
    """List the rows of a pool in the order of their lots."""
    found, lots, number = np.empty(count, np.int64), np.empty(count), 0
    for w in range(count):
        if pool[w] == held:
            found[number], lots[number] = w, uniform(key, person[w])
            number += 1
    return found[np.argsort(lots[:number])]
