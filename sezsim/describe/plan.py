"""The plan's levers, places and targets: what each moves, by which instrument, and how deep."""

import csv

from sezsim.definitions.errors import DataError
from sezsim.describe.section import Section
from sezsim.describe.sources import DATA
from sezsim.policy import instruments

FILE = DATA / "plan" / "instruments.csv"
COLUMNS = (
    "area", "section", "chinese", "instrument", "priority", "lever", "default", "reform", "unit",
    "source", "grade", "depth", "kind", "key", "mechanism", "settings",
    "indicator", "sign", "place", "shift",
)  # fmt: skip
READ = {"instrument": "english"}  # columns of another name in the file


def plan_rows() -> list[dict[str, str]]:
    """Read every row of the plan's table."""
    try:
        with FILE.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise DataError(f"{FILE.name} cannot be read ({error}); restore it.") from error


def plan_section() -> Section:
    """Return the levers, places and targets of the plan, each once."""
    rows = tuple(
        tuple(row.get(READ.get(column, column), "") for column in COLUMNS)
        for row in ({**row, "shift": shift_of(row)} for row in plan_rows())
    )
    return Section("levers, places and targets of the plan", COLUMNS, rows)


def shift_of(row: dict[str, str]) -> str:
    """Say what a row does that its settings do not tell: which rule moves, by how much a year."""
    instrument = instruments().get(row["mechanism"])
    return "" if instrument is None else instrument.beyond_settings(row["key"])
