"""Places of the plan (规划布局): parks, clusters, belts, lines, reservoirs and rivers, read as data.

Each row of calibration/data/plan/places.csv is a place with its cities and industries. The first city
of a reservoir lies upstream, the others use its water; a river passes its cities in their order.
"""

import csv
from dataclasses import dataclass
from functools import cache

from sezsim.base_year.figures import FOLDER
from sezsim.definitions.calendar import Month
from sezsim.definitions.errors import DataError
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.definitions.likely import intention

FILE = FOLDER / "plan" / "places.csv"
ALL = "all"


@dataclass(frozen=True)
class Place:
    """A place of the plan."""

    key: str
    group: str
    chinese: str
    english: str
    cities: tuple[int, ...]
    industries: tuple[int, ...]
    opened: Month | None
    value: float
    source: str
    grade: str


@cache
def places() -> tuple[Place, ...]:
    """Read all places of the plan."""
    try:
        rows = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
        return tuple(read_place(row, number) for number, row in enumerate(rows, 2))
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise DataError(f"{FILE.name} cannot be read ({error}); restore it.") from error
    except KeyError as error:
        raise DataError(f"{FILE.name} has no column {error}.") from error


def read_place(row: dict[str, str], number: int) -> Place:
    """Read a place from a line; raise DataError with the line and the likely intention."""
    opened = Month.read(row["opened"]) if row["opened"] else None
    return Place(
        row["key"], row["group"], row["chinese"], row["english"],
        known(row["cities"], CITY_NAMES, number), known(row["industries"], INDUSTRY_NAMES, number),
        opened, float(row["value"] or 0.0), row["source"], row["grade"],
    )  # fmt: skip


def known(text: str, names: tuple[str, ...], number: int) -> tuple[int, ...]:
    """Return the numbers of the names that a cell holds, in its order."""
    found = [name for name in text.split(";") if name]
    for name in found:
        if name not in names:
            raise DataError(
                f"{FILE.name}, line {number}: '{name}' is not known. {intention(name, names)}"
            )
    return tuple(names.index(name) for name in found)


@cache
def in_group(group: str) -> tuple[Place, ...]:
    """Return the places of a group, such as belts."""
    return tuple(place for place in places() if place.group == group)


@cache
def places_named(name: str, groups: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the place of a name, or with 'all' the places of some groups."""
    if name == ALL:
        return tuple(place for place in places() if place.group in groups)
    return tuple(place for place in places() if place.key == name)
