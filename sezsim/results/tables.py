"""The tables of one run: from what it leaves in memory to columns with plain keys."""

import json
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

import numpy as np
import pyarrow as pa

from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.observation.run_record import PeopleRecord, RunRecord, Spell
from sezsim.results.addresses import Task
from sezsim.results.columns import (
    DIGITS,
    coded,
    column,
    flags,
    names,
    numbers,
    shortened,
    words,
)
from sezsim.results.store import encode

PARTS = ("flows", "events", "people", "panel")
SKILLS = ("low", "middle", "high")
HUKOU = ("local_urban", "local_rural", "elsewhere")
NO_POST = "none"
ZONE_DIGITS, INCOME_DIGITS = 15, 11  # binary digits kept of zone and incomes
NOWHERE = "away"
FLOWS_ALIKE = attrgetter("kind", "unit", "origin", "destination", "year")
EVENTS_ALIKE = attrgetter(
    "kind", "unit", "reason", "sector", "city", "partner", "month", "firm", "value"
)

FLOWS = pa.schema(
    {
        "year": pa.int16(),
        "kind": pa.string(),
        "origin": pa.string(),
        "destination": pa.string(),
        "value": pa.float32(),
        "unit": pa.string(),
    }
)
EVENTS = pa.schema(
    {
        "month": pa.string(),
        "kind": pa.string(),
        "firm": pa.string(),
        "sector": pa.string(),
        "city": pa.string(),
        "partner": pa.string(),
        "workers": pa.float32(),
        "value": pa.float32(),
        "unit": pa.string(),
        "gain_origin": pa.float32(),
        "gain_destination": pa.float32(),
        "reason": pa.string(),
        "running": pa.float32(),
        "award": pa.float32(),
        "firms": pa.int32(),
    }
)


def run_parts(task: Task, record: RunRecord) -> dict[str, bytes]:
    """Return all parts of a run as Parquet."""
    return {part: encode(table) for part, table in run_tables(task, record).items()}


def run_tables(task: Task, record: RunRecord) -> dict[str, pa.Table]:
    """Return all parts of a run as tables."""
    tables = {
        "panel": panel_table(record),
        "flows": rows_table(FLOWS, sorted(record.flows, key=FLOWS_ALIKE)),
        "events": rows_table(EVENTS, sorted(record.events, key=EVENTS_ALIKE)),
        "people": people_table(record.people),
    }
    if task.trace:
        tables["spells"] = spells_table(record.spells)
    return {part: with_run(table, task) for part, table in tables.items()}


def parts_of(task: Task) -> tuple[str, ...]:
    """Name the parts that a run leaves behind."""
    return (*PARTS, "spells") if task.trace else PARTS


def spells_table(spells: Sequence[Spell]) -> pa.Table:
    """Return one row per change in the life of a person traced, sorted by person and time."""
    rows = sorted(spells, key=lambda spell: (spell.person, spell.month))
    return pa.table(
        {
            "person": pa.array([spell.person for spell in rows], pa.uint64()),
            "month": words([spell.month for spell in rows]),
            "event": words([spell.event for spell in rows]),
            "city": words([CITY_NAMES[spell.city] for spell in rows]),
            "sector": words(
                [
                    INDUSTRY_NAMES[spell.sector] if spell.sector >= 0 else NO_POST
                    for spell in rows
                ]
            ),
            "wage": numbers([spell.wage for spell in rows], pa.float32()),
            "hukou": words([HUKOU[spell.hukou] for spell in rows]),
            "age": numbers([spell.age for spell in rows], pa.int16()),
            "dismissed": flags(np.array([spell.group > 0 for spell in rows], bool)),
            "ordered": flags(np.array([spell.ordered > 0 for spell in rows], bool)),
        }
    )


def with_run(table: pa.Table, task: Task) -> pa.Table:
    """Put the columns run, scenario and replicate before all others."""
    rows = len(table)
    named = {
        "run": coded(np.zeros(rows), [task.run]),
        "scenario": coded(np.zeros(rows), [task.scenario.name]),
        "replicate": numbers(np.full(rows, task.replicate), pa.int32()),
    }
    columns = {**named, **{name: table[name] for name in table.column_names}}
    return pa.table(columns, metadata=table.schema.metadata)


def panel_table(record: RunRecord) -> pa.Table:
    """Return one row per month and place, one float32 column per indicator.

    The zone keeps 15 binary digits, a part in 30,000, a city 12: what chance moves in a yearly
    difference of two runs is many times that, and less in the zone. What the books proved goes
    along as metadata.
    """
    order = np.argsort(record.places)
    values = np.asarray(record.panel, np.float32)[:, order, :]
    rows = values.reshape(-1, values.shape[2])
    months, places = len(record.months), len(record.places)
    keys = {
        "month": names(np.repeat(np.arange(months), places), record.months),
        "city": names(np.tile(order, months), record.places),
    }
    kept = [ZONE_DIGITS if record.places[place] == ZONE else DIGITS for place in order]
    digits = np.tile(np.array(kept, np.float64), months)
    series = {name: shortened(rows[:, k], digits) for k, name in enumerate(record.indicators)}
    books = {"checks": int(record.checks), "residual_fen": int(record.residual_fen)}
    return pa.table({**keys, **series}, metadata={"books": json.dumps(books)})


def rows_table(schema: pa.Schema, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Turn named tuples in the order of a schema into a table."""
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(schema)
    pairs = zip(columns, schema, strict=True)
    return pa.table([column(values, field.type) for values, field in pairs], schema=schema)


def people_table(people: PeopleRecord) -> pa.Table:
    """Return one row per person and year present; people alike stand together, years in order.

    Income is rounded to three digits and a half: it is meant for comparisons between groups, and
    the digits beyond would double the size.
    """
    present = np.isfinite(people.income)
    first = people.city[np.arange(len(people.ids)), present.argmax(axis=1)]
    order = np.lexsort(
        (people.ids, people.age, people.industry, people.skill, people.hukou, first)
    )
    person, year = np.nonzero(present[order])
    row = order[person]
    return pa.table(
        {
            "person": numbers(people.ids[row], pa.uint64()),
            "year": numbers(np.asarray(people.years)[year], pa.int16()),
            "city": coded(people.city[row, year], CITY_NAMES, absent=NOWHERE),
            "income": shortened(people.income[row, year], INCOME_DIGITS),
            "unemployed": numbers(people.unemployed[row, year], pa.float32()),
            "age": numbers(people.age[row], pa.int16()),
            "skill": coded(people.skill[row], SKILLS),
            "hukou": coded(people.hukou[row], HUKOU),
            "industry": coded(people.industry[row], INDUSTRY_NAMES, absent=NO_POST),
            "displaced": flags(people.displaced[row] > 0),
            "persons": numbers(np.full(len(row), people.persons), pa.float32()),
        }
    )
