"""Every figure of the calibration data with its unit, source and grade."""

import csv
from collections.abc import Iterator
from pathlib import Path

from sezsim.definitions.errors import DataError
from sezsim.describe.section import Section

DATA = Path(__file__).resolve().parents[2] / "calibration" / "data"
SHOWN = ("unit", "source", "grade")


def sources_section() -> Section:
    """Return one row per figure: file, what it is, value, unit, source, grade."""
    files = sorted(DATA.glob("*.csv"))
    if not files:
        raise DataError(
            f"{DATA} holds no figures; the model cannot be calibrated without them."
        )
    rows = tuple(row for path in files for row in figures(path))
    return Section("sources", ("file", "figure", "value", *SHOWN), rows)


def figures(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the figures of a file."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            names = [
                value
                for key, value in row.items()
                if key and key not in {"value", *SHOWN} and isinstance(value, str) and value
            ]
            yield (
                path.stem,
                " ".join(names),
                row.get("value") or "",
                *(row.get(key) or "" for key in SHOWN),
            )
