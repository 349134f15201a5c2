"""Contracts of the opening (期初劳动合同): pools of firms, and who works in which."""

import numpy as np

from sezsim.base_year.firms import FirmSample
from sezsim.base_year.opening_table import OpeningTable
from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.firms import OWNERSHIPS, Firms, Pools
from sezsim.state.workers import NOBODY, Status, Workers

OWN_POOL_ROWS = 20  # contracts from which a named firm is a pool of its own (economics 8)


def open_pools(sample: FirmSample, table: OpeningTable, persons: int) -> Pools:
    """Make one pool for each city, industry and ownership, and one for each big named firm."""
    cells = np.arange(CITIES * INDUSTRIES * OWNERSHIPS)
    city, rest = np.divmod(cells, INDUSTRIES * OWNERSHIPS)
    industry, ownership = np.divmod(rest, OWNERSHIPS)
    staff = sample.staff_share * table.jobs[sample.city, sample.industry]
    big = np.flatnonzero((sample.name >= 0) & (staff >= OWN_POOL_ROWS * persons))
    pool_firm = np.concatenate([np.full(len(cells), NOBODY), big])
    count = len(pool_firm)
    spread = (np.arange(count) * 0.6180339887498949 + 0.5) % 1.0
    return Pools(
        city=np.concatenate([city, sample.city[big]]).astype(np.int8),
        industry=np.concatenate([industry, sample.industry[big]]).astype(np.int8),
        ownership=np.concatenate([ownership, sample.ownership[big]]).astype(np.int8),
        firm=pool_firm.astype(np.int32),
        offset=spread,
        rows=np.zeros(count, np.int64),
        payroll=np.zeros(count),
    )


def assign_contracts(workers: Workers, pools: Pools, firms: Firms) -> None:
    """Give every employee row a contract with a pool of its city and industry."""
    rows = np.flatnonzero(workers.status[: workers.count] == Status.EMPLOYED)
    cell = workers.city[rows].astype(np.int64) * INDUSTRIES + workers.industry[rows]
    order = rows[np.argsort(cell, kind="stable")]
    cells, start, number = np.unique(np.sort(cell), return_index=True, return_counts=True)
    staff = np.bincount(firms.pool, firms.staff, len(pools.city))
    pool_cell = pools.city.astype(np.int64) * INDUSTRIES + pools.industry
    for place, begin, many in zip(cells, start, number, strict=True):
        members = np.flatnonzero(pool_cell == place)
        weight = staff[members] if staff[members].sum() > 0 else np.ones(len(members))
        edges = np.rint(np.cumsum(weight) / weight.sum() * many).astype(np.int64)
        chosen = np.repeat(members, np.diff(np.concatenate([[0], edges])))
        mixed = (np.arange(many) * 7919) % many if many % 7919 else np.arange(many)
        workers.pool[order[begin : begin + many]] = chosen[mixed]
    held = workers.pool[rows]
    pools.rows[:] = np.bincount(held, minlength=len(pools.city))
    exact = staff / workers.persons_per_agent
    pools.offset[:] = thresholds(pools.rows, exact, pools.offset)


def thresholds(rows: Ints, exact: Floats, spread: Floats) -> Floats:
    """Return rounding thresholds at which each pool holds its rows.

    They are spread evenly over what its rows admit. With every pool in the middle of its step, one
    of two rows would hire nobody until its staff had grown by a quarter, and coarse scales would
    hold fewer posts than fine ones in a growing zone.

    Args:
        rows: rows that a pool holds.
        exact: staff of the pool over the persons of a row.
        spread: place of each pool between the lowest and the highest threshold, 0 to 1.
    """
    low, high = np.clip(rows - exact, 0.0, 1.0), np.clip(rows + 1.0 - exact, 0.0, 1.0)
    return np.minimum(low + spread * (high - low), 1.0 - 1e-9)
