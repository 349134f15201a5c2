"""Scenario discovery (情景发现): in which futures does something of interest happen?

The patient rule induction method (PRIM, Friedman and Fisher 1999): a box over all futures is peeled,
a thin slice at a time, always the slice whose removal leaves most cases of interest per future in
the box; at the end slices are pasted back as long as that does not dilute the box.

    density   share of the futures in the box that are of interest
    coverage  share of the futures of interest that are in the box
    mass      share of all futures that are in the box

Limits that would not be missed are dropped: a factor limited by chance says nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.errors import ResultError

Limits = dict[int, tuple[float, float]]  # column: lowest and highest value inside


@dataclass(frozen=True)
class Peeling:
    """How a box is peeled: thickness of a slice, smallest box, and when to stop."""

    slice: float = 0.05  # share of the futures in the box
    least_mass: float = 0.1  # share of all futures
    least_coverage: float = (
        0.6  # share of the cases of interest; a purer, smaller box is refused
    )
    tolerance: float = 0.02  # density that a limit must be worth


@dataclass(frozen=True)
class Box:
    """A box in the space of the factors and what it holds."""

    limits: Mapping[int, tuple[float, float]]
    density: float
    coverage: float
    mass: float


def inside(points: Floats, limits: Mapping[int, tuple[float, float]]) -> Flags:
    """Tell which points lie in a box."""
    held = np.ones(len(points), bool)
    for column, (low, high) in limits.items():
        held &= (points[:, column] >= low) & (points[:, column] <= high)
    return held


def box_of(points: Floats, cases: Flags, limits: Limits) -> Box:
    """Measure a box."""
    held = inside(points, limits)
    caught = float((cases & held).sum())
    return Box(
        dict(sorted(limits.items())),
        caught / max(float(held.sum()), 1.0),
        caught / float(cases.sum()),
        float(held.mean()),
    )


def discover(points: Floats, cases: Flags, peeling: Peeling | None = None) -> Box:
    """Return the box of the futures in which the cases of interest gather.

    Points are (futures, factors); raises ResultError if all or none of the futures are of interest.
    """
    points, cases = np.asarray(points, float), np.asarray(cases, bool)
    if not cases.any() or cases.all():
        which = "every future" if cases.all() else "no future"
        raise ResultError(f"There is nothing to discover: it happens in {which}.")
    manner = Peeling() if peeling is None else peeling
    limits = peeled(points, cases, manner)
    return box_of(
        points,
        cases,
        without_needless(points, cases, pasted(points, cases, limits, manner), manner),
    )


def peeled(points: Floats, cases: Flags, manner: Peeling) -> Limits:
    """Peel slices off until the box is small or would lose too many cases."""
    limits: Limits = {}
    while True:
        now = box_of(points, cases, limits)
        found = [
            box
            for trial in slices(points, limits, manner.slice)
            if (box := box_of(points, cases, trial)).mass >= manner.least_mass
            and box.coverage >= manner.least_coverage
        ]
        best = max(found, key=lambda box: (gain(now, box), box.coverage), default=None)
        if best is None or best.density <= now.density:
            return limits
        limits = dict(best.limits)


def gain(before: Box, after: Box) -> float:
    """Return the density won per share of the futures given up."""
    return (after.density - before.density) / max(before.mass - after.mass, 1e-12)


def slices(points: Floats, limits: Limits, share: float) -> Iterator[Limits]:
    """Yield the box less one slice, from below and from above, for every factor."""
    held = points[inside(points, limits)]
    for column in range(points.shape[1]):
        values = held[:, column]
        low, high = limits.get(column, (-np.inf, np.inf))
        lowest, highest = np.quantile(values, [share, 1.0 - share])
        above, below = values[values > lowest], values[values < highest]
        if len(above):
            yield limits | {column: (float(above.min()), high)}
        if len(below):
            yield limits | {column: (low, float(below.max()))}


def pasted(points: Floats, cases: Flags, limits: Limits, manner: Peeling) -> Limits:
    """Give slices back as long as the box does not become thinner."""
    now = box_of(points, cases, limits)
    for trial in wider(points, limits, manner.slice):
        box = box_of(points, cases, trial)
        if box.density >= now.density and box.mass > now.mass:
            return pasted(points, cases, trial, manner)
    return limits


def wider(points: Floats, limits: Limits, share: float) -> Iterator[Limits]:
    """Yield the box with one limit moved outwards by a slice."""
    for column, (low, high) in limits.items():
        rest = {other: ends for other, ends in limits.items() if other != column}
        values = np.sort(points[inside(points, rest), column])
        step = max(1, int(share * len(values)))
        under, over = values[values < low], values[values > high]
        if len(under):
            yield limits | {column: (float(under[-min(step, len(under))]), high)}
        if len(over):
            yield limits | {column: (low, float(over[min(step, len(over)) - 1]))}


def without_needless(points: Floats, cases: Flags, limits: Limits, manner: Peeling) -> Limits:
    """Drop limits whose loss costs less density than the tolerance, the least missed first."""
    while limits:
        now = box_of(points, cases, limits).density
        trials = [
            {other: ends for other, ends in limits.items() if other != column}
            for column in limits
        ]
        best = max(trials, key=lambda trial: box_of(points, cases, trial).density)
        if now - box_of(points, cases, best).density > manner.tolerance:
            break
        limits = best
    return limits
