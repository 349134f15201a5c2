"""Yearly flows (年度流量): people and money that went from one place to another."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.geography import CITIES, CITY_NAMES, Outside
from sezsim.observation.run_record import Event, FlowRecord

PLACE_NAMES = (*CITY_NAMES, *(region.name.lower() for region in Outside))
BETWEEN_CITIES = {
    "tax sharing": "tax_sharing",
    "transfer compensation": "compensation",
    "joint tax area": "shared_revenue",
    "deposits of migrants": "deposits_moved",
}
FEN = 100.0


def yearly_flows(year: int, moves: Floats, books: Books) -> list[FlowRecord]:
    """List migration and payments between cities of a year; the books begin a new year."""
    records = [
        FlowRecord(year, "migration", PLACE_NAMES[o], PLACE_NAMES[d], persons, "person")
        for o, d, persons in listed(moves)
    ]
    for flow, between in books.yearly.items():
        if flow.name in BETWEEN_CITIES:
            records.extend(payments(year, BETWEEN_CITIES[flow.name], between))
        between[...] = 0
    return records


def payments(year: int, kind: str, between: Floats) -> list[FlowRecord]:
    """List payments between different cities (yuan)."""
    inside = between[:CITIES, :CITIES]
    return [
        FlowRecord(year, kind, CITY_NAMES[o], CITY_NAMES[d], paid / FEN, "yuan")
        for o, d, paid in listed(inside)
        if o != d
    ]


def listed(table: Floats | Money) -> Iterable[tuple[int, int, float]]:
    """List the places of a table in which something stands, each with what stands there."""
    origins, destinations = np.nonzero(table)
    found = table[origins, destinations].tolist()
    return zip(origins.tolist(), destinations.tolist(), found, strict=True)


def firm_transfers(year: int, events: Iterable[Event]) -> list[FlowRecord]:
    """Add up the firms that moved between cities in a year by what they employ (persons)."""
    moved: dict[tuple[str, str], float] = defaultdict(float)
    for event in events:
        if event.kind == "move_agreed" and event.month.startswith(str(year)):
            moved[event.city, event.partner] += event.workers
    return [
        FlowRecord(year, "firm_transfer", origin, host, persons, "person")
        for (origin, host), persons in sorted(moved.items())
    ]
