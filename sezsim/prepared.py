"""The opening economy, prepared once for each scale and each set of parameters that bear on it.

It is kept in the cache folder for all processes (`kept`) and in memory for the runs of this one, each
of which gets a copy. Where nearly every person has a row, one copy takes a gigabyte or two: it is
built for each run and handed over.
"""

import json
from copy import copy, deepcopy
from dataclasses import is_dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np

from sezsim.base_year.closures import Parameters as Closures
from sezsim.base_year.figures import outside_series
from sezsim.base_year.firms import NamedFirm, named_firms
from sezsim.base_year.opening_table import OpeningTable, build_opening_table, check_tolerances
from sezsim.base_year.people import open_workers
from sezsim.base_year.structure import HOUSEHOLD_DEPOSITS
from sezsim.definitions.columns import Floats
from sezsim.kept import kept
from sezsim.opening.economy import open_economy
from sezsim.outside import OutsidePath, history_path, still_path
from sezsim.outside import Parameters as National
from sezsim.parameters import Parameters
from sezsim.state.economy import Economy
from sezsim.state.one_buffer import OneBuffer
from sezsim.state.workers import Workers

Table = TypeVar("Table")
KEPT = 4  # opening economies kept in memory
KEPT_FROM = 8  # persons a row from which an opening is kept
STILL_LOAN_RATE = 0.058  # loan rate of the even paths (parameters.csv r_L, C)
PREPARED: dict[tuple[str, int, float], Economy] = {}
BEARING = (  # processes whose parameters the opening reads
    "credit_market",
    "expectations",
    "income",
    "investment",
    "labour_market",
    "migration",
    "national",
    "opening",
    "production",
    "public_finance",
    "taxes",
)


CLOSURES = Closures()  # those under which the table meets its anchors


@lru_cache(KEPT)
def opening_table(closures: Closures = CLOSURES) -> OpeningTable:
    """Build the opening table and refuse it outside its tolerances.

    Under other closures the anchors give way: such an opening is a future, not a fit.
    """
    table = build_opening_table(closures)
    if closures == CLOSURES:
        check_tolerances(table)
    return table


@lru_cache(KEPT)
def opening_firms(closures: Closures = CLOSURES) -> tuple[NamedFirm, ...]:
    """Read the named firms."""
    return named_firms(opening_table(closures))


@lru_cache(KEPT)
def opening_people(persons_per_agent: int, closures: Closures = CLOSURES) -> Workers:
    """Build the people of the opening at a scale."""
    determined = {"closures": closures.model_dump(mode="json"), "scale": persons_per_agent}
    return kept("people", determined, lambda: built_people(persons_per_agent, closures))


def people_to_change(persons_per_agent: int, closures: Closures) -> Workers:
    """Return a table of the people of the opening that belongs to the caller."""
    if persons_per_agent < KEPT_FROM:
        return built_people(persons_per_agent, closures)
    return deepcopy(opening_people(persons_per_agent, closures))


def built_people(persons_per_agent: int, closures: Closures) -> Workers:
    """Build the people of the opening from its table."""
    table = opening_table(closures)
    return open_workers(table, persons_per_agent, table.deposits * HOUSEHOLD_DEPOSITS * 1e10)


def mean_coefficients() -> Floats:
    """Inputs per output (19, 19) of the zone as a whole."""
    table = opening_table()
    bought = (table.coefficients * table.output[:, None, :]).sum(axis=0)
    return np.asarray(bought / np.maximum(table.output.sum(axis=0), 1e-9))


def outside_path(name: str, months: int, p: Parameters) -> OutsidePath:
    """Draw the outside path called history, trend or still, with some months to spare."""
    return path_of(name, months, p.national)


@lru_cache(KEPT)
def path_of(name: str, months: int, outside: National) -> OutsidePath:
    """Draw an outside path once for all replicates that share its parameters."""
    if name == "history":
        return history_path(outside_series(), mean_coefficients(), months, outside)
    growth, inflation = (0.0, 0.0) if name == "still" else (outside.growth, outside.inflation)
    return still_path(months, growth, inflation, STILL_LOAN_RATE)


def prepared_economy(p: Parameters, persons_per_agent: int, loan_rate: float) -> Economy:
    """Return a fresh copy of the opening economy."""
    if persons_per_agent < KEPT_FROM:
        return built_economy(p, persons_per_agent, loan_rate)
    key = (bearing(p), persons_per_agent, loan_rate)
    if key not in PREPARED:
        if len(PREPARED) >= KEPT:
            del PREPARED[next(iter(PREPARED))]
        PREPARED[key] = kept(
            "opening",
            dict(zip(("parameters", "persons_per_agent", "loan_rate"), key, strict=True)),
            lambda: built_economy(p, persons_per_agent, loan_rate),
        )
    return copied(PREPARED[key])


def copied(table: Table) -> Table:
    """Return a copy of a table with columns of its own; no two columns share any.

    To look for what is shared, as deepcopy does, would take four times as long.
    """
    if isinstance(table, np.ndarray) or not is_dataclass(table):
        return copy(table)
    if isinstance(table, OneBuffer):
        return deepcopy(table)
    twin = copy(table)
    vars(twin).update({name: copied(value) for name, value in vars(table).items()})
    return twin


def bearing(p: Parameters) -> str:
    """Write out the parameters that bear on the opening."""
    return json.dumps(p.model_dump(mode="json", include=set(BEARING)), sort_keys=True)


def built_economy(p: Parameters, persons_per_agent: int, loan_rate: float) -> Economy:
    """Build the opening economy from its table, firms and people."""
    return open_economy(
        opening_table(p.opening),
        opening_firms(p.opening),
        people_to_change(persons_per_agent, p.opening),
        p,
        loan_rate,
    )
