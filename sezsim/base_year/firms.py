"""Firms at the opening: named firms one to one, the rest drawn from a Pareto tail with weights.

In each city and industry the named firms come first; what they leave of staff and output is shared
among sampled firms whose sizes are quantiles of a Pareto distribution. The small ones stand for
many (weight), the large ones for themselves. State and foreign shares are those of the industry,
tilted by the city's share of state-controlled output.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year.figures import rows_of
from sezsim.base_year.opening_table import OpeningTable
from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES, Industry
from sezsim.randomness import child_id
from sezsim.state.firms import Ownership

TAIL = 1.06  # Pareto exponent of firm sizes (facts.csv F35: about 1; grade A)
FIRMS_WANTED = 3000  # rows of the firm table (economics 0.4: design)
FEWEST, MOST = 6, 60  # sampled firms in a city and industry (design)
FEW_OWNERS = 0.02  # share below which no sampled firm is state or foreign (design)
MEAN_STAFF = 30.0  # persons in a mean real firm; sets the number of real firms (assumption D)
NAMED_PRODUCTIVITY = (0.4, 2.5)  # range of a named firm's labour productivity over the cell (D)

# State share of output by industry where the city's share is one half (assumption D).
STATE_SHARE = np.array(
    [0.0, 0.85, 0.95, 0.5, 0.1, 0.1, 0.65, 0.15, 0.6, 0.4,
     0.35, 0.5, 0.1, 0.3, 0.95, 0.35, 0.6, 0.12, 1.0]
)  # fmt: skip
FOREIGN_SHARE = np.array(
    [0.0, 0.0, 0.0, 0.05, 0.15, 0.2, 0.05, 0.05, 0.03, 0.1,
     0.15, 0.3, 0.45, 0.2, 0.05, 0.01, 0.05, 0.08, 0.0]
)  # fmt: skip
# State-controlled share of above-scale output by city (estimates, grade D).
CITY_STATE_SHARE = np.array([0.35, 0.70, 0.70, 0.75, 0.15, 0.45, 0.65, 0.35])

HEAVY = (
    Industry.COAL, Industry.PETCHEM, Industry.BMAT, Industry.STEEL, Industry.NONFER,
    Industry.POWER,
)  # fmt: skip
# Shares of backward, old, standard and frontier capacity (assumption D): small and large firms.
HEAVY_SMALL = np.array([0.30, 0.35, 0.25, 0.10])
HEAVY_LARGE = np.array([0.04, 0.22, 0.50, 0.24])
LIGHT_MIX = np.array([0.0, 0.0, 0.6, 0.4])


@dataclass(frozen=True)
class NamedFirm:
    """A large firm that the model knows by name."""

    name: str
    city: int
    industry: int
    ownership: int
    staff: float  # persons
    output_share: float  # of the output of its city and industry; 0 where only staff is known


@dataclass(frozen=True)
class FirmSample:
    """The firms of the opening; rows by firm."""

    id: np.ndarray
    name: Ints
    city: Ints
    industry: Ints
    ownership: Ints
    weight: Floats
    staff_share: Floats  # of the jobs of the city and industry
    output_share: Floats  # of the output of the city and industry
    vintages: Floats  # (rows, 4), shares of capacity


LEAST_LEFT = 0.6  # least labour productivity of sampled firms over the mean of the cell (D)
CUT = 0.85  # most of the census jobs of a city and industry that named firms may hold (9.1)
USE_OF_CAPACITY = 0.9  # named plants whose capacity is known in tonnes (D)


def named_firms(table: OpeningTable) -> tuple[NamedFirm, ...]:
    """Read the named firms; capacity in tonnes gives their share of output where it is known."""
    found = []
    for row in rows_of("named_firms.csv"):
        city = CITY_NAMES.index(row["city"])
        industry = INDUSTRY_NAMES.index(row["industry"])
        if " many small firms" in row["firm"] or row["firm"].endswith("small mills"):
            continue
        share = 0.0
        tonnes = table.tonnes[city, industry]
        if row["capacity"] and tonnes > 0.0:
            share = float(row["capacity"]) * 1e6 * USE_OF_CAPACITY / tonnes
        owner = Ownership[row["ownership"].upper()]
        found.append(
            NamedFirm(row["firm"], city, industry, int(owner), float(row["employees"]), share)
        )
    return tuple(found)


def sample_firms(
    table: OpeningTable, named: tuple[NamedFirm, ...], backward: float = 1.0
) -> FirmSample:
    """Draw the firms of all cities and industries; backward scales backward capacity."""
    rows: list[tuple[int, int, int, int, float, float, float, Floats]] = []
    count = sample_sizes(table.output)
    for c in range(CITIES):
        for s in range(INDUSTRIES):
            if table.output[c, s] > 0.0:
                rows.extend(firms_of_cell(c, s, int(count[c, s]), table, named))
    number = np.arange(len(rows), dtype=np.uint64)
    ids = np.array([child_id(np.uint64(0xF1), n) for n in number], dtype=np.uint64)
    columns = list(zip(*rows, strict=True))
    vintages = with_backward(np.array(columns[7]), np.array(columns[2]), backward)
    return FirmSample(
        ids,
        np.array(columns[0], np.int32),
        np.array(columns[1], np.int8),
        np.array(columns[2], np.int8),
        np.array(columns[3], np.int8),
        np.array(columns[4]),
        np.array(columns[5]),
        np.array(columns[6]),
        vintages,
    )


def with_backward(vintages: Floats, industry: Ints, factor: float) -> Floats:
    """Scale backward capacity of heavy industry; what comes or goes is old equipment."""
    if factor != 1.0:
        rows = np.isin(industry, [int(each) for each in HEAVY])
        more = (factor - 1.0) * vintages[rows, 0]
        vintages[rows, 0] += more
        vintages[rows, 1] -= more
    return vintages


def sample_sizes(output: Floats) -> Ints:
    """Number of sampled firms in each city and industry, by the root of output."""
    root = np.sqrt(output)
    count = np.clip(np.rint(root / root.sum() * FIRMS_WANTED), FEWEST, MOST)
    count[:, Industry.AGR] = 1
    count[:, Industry.PUBSRV] = FEWEST
    count[output <= 0.0] = 0
    return count.astype(np.int64)


def firms_of_cell(
    city: int, industry: int, count: int, table: OpeningTable, named: tuple[NamedFirm, ...]
) -> list[tuple[int, int, int, int, float, float, float, Floats]]:
    """List name, place, ownership, weight, shares and vintages of the firms of a cell."""
    jobs = max(float(table.jobs[city, industry]), 1.0)
    rows = []
    staff_left = output_left = 1.0
    for number, firm in enumerate(named):
        if (firm.city, firm.industry) != (city, industry):
            continue
        staff = min(firm.staff / jobs, CUT - (1.0 - staff_left))
        if staff <= 0.0:
            continue
        low, high = NAMED_PRODUCTIVITY
        output = firm.output_share or staff
        output = min(np.clip(output, low * staff, high * staff), 0.9 * output_left)
        staff_left -= staff
        output_left -= output
        mix = HEAVY_LARGE if industry in HEAVY else LIGHT_MIX
        rows.append((number, city, industry, firm.ownership, 1.0, staff, output, mix))
    room = 1.0 - LEAST_LEFT * staff_left
    if 1.0 - output_left > room:
        scale = room / (1.0 - output_left)
        rows = [(*row[:6], row[6] * scale, row[7]) for row in rows]
        output_left = 1.0 - room
    sizes = pareto_sizes(count)
    firms = max(jobs * staff_left / MEAN_STAFF, float(count))
    weights = sample_weights(sizes, firms)
    owners = ownerships(city, industry, sizes)
    for size, weight, owner in zip(sizes, weights, owners, strict=True):
        mix = vintage_mix(industry, size, sizes)
        rows.append(
            (-1, city, industry, owner, weight, size * staff_left, size * output_left, mix)
        )
    return rows


def pareto_sizes(count: int) -> Floats:
    """Shares of `count` strata of a Pareto distribution, the largest first; they add up to 1."""
    upper = (np.arange(count) + 0.5) / count
    sizes = upper ** (-1.0 / TAIL)
    return np.asarray(sizes / sizes.sum())


def sample_weights(sizes: Floats, firms: float) -> Floats:
    """Real firms behind each row: the small stand for many, together `firms`."""
    inverse = 1.0 / sizes
    return np.asarray(np.maximum(1.0, inverse / inverse.sum() * firms))


def ownerships(city: int, industry: int, sizes: Floats) -> list[int]:
    """Ownership of sampled firms: the state takes large ones, foreigners some of the middle."""
    if industry == Industry.PUBSRV:
        return [int(Ownership.STATE)] * len(sizes)
    tilt = 0.5 + CITY_STATE_SHARE[city]
    state = min(STATE_SHARE[industry] * tilt, 0.97)
    foreign = min(FOREIGN_SHARE[industry], 1.0 - state)
    owners = [int(Ownership.PRIVATE)] * len(sizes)
    held = np.zeros(3)
    for k, size in enumerate(sizes):
        lack = np.array([state, 1.0 - state - foreign, foreign]) - held
        if state < FEW_OWNERS and foreign < FEW_OWNERS:
            continue
        owners[k] = int(np.argmax(lack))
        held[owners[k]] += size
    return owners


def vintage_mix(industry: int, size: float, sizes: Floats) -> Floats:
    """Shares of vintages: small firms of heavy industry have more backward equipment."""
    if industry not in HEAVY:
        return LIGHT_MIX
    rank = float((sizes < size).mean())
    return HEAVY_SMALL + rank * (HEAVY_LARGE - HEAVY_SMALL)
