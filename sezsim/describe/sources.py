"""Every figure of the calibration data with its unit, source and grade."""

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

from sezsim.definitions.errors import DataError, ScenarioError
from sezsim.definitions.text import decoded, shown_path
from sezsim.describe.section import Section

DATA = Path(__file__).resolve().parents[2] / "calibration" / "data"
SHOWN = ("unit", "source", "grade")
VALUE = "value"
LARGEST = 20_000_000  # bytes
UNIT = "_unit"  # ending of the column that holds the unit of another one
COUNTED = {"employees": "person"}  # columns whose unit goes without saying
GRADES = ("A", "B", "C", "D")
Row = dict[str, str]
Lines = list[tuple[int, list[str]]]


def sources_section() -> Section:
    """Return one row per figure: file, what it is, value, unit, source, grade."""
    files = sorted(DATA.glob("*.csv"))
    if not files:
        raise DataError(
            f"{DATA} holds no figures; the model cannot be calibrated without them."
        )
    rows = tuple(
        (path.stem, named(row), row[VALUE], *(row[key] for key in SHOWN))
        for path in files
        for _, row in figures(path)
    )
    return Section("sources", ("file", "figure", VALUE, *SHOWN), rows)


def named(row: Row) -> str:
    """Say which figure a row holds."""
    return " ".join(text for key, text in row.items() if key not in {VALUE, *SHOWN} and text)


def figures(path: Path) -> list[tuple[int, Row]]:
    """Read the figures of a file with their lines; raise DataError with all problems."""
    header, rows = unfolded(*table(path))
    where = shown_path(path)
    problems = [f"{where}, line 1: {problem}" for problem in header_problems(header)]
    if problems:
        raise DataError(*problems)
    problems = [
        f"{where}, line {number}: {problem}"
        for number, line in rows
        for problem in line_problems(header, line)
    ]
    problems += [f"{where}, {problem}" for problem in twins(header, rows)]
    if not rows:
        problems.append(f"{where}: there are no figures below the header.")
    if problems:
        raise DataError(*problems)
    return [(number, dict(zip(header, line, strict=True))) for number, line in rows]


def table(path: Path) -> tuple[list[str], Lines]:
    """Read the header of a file and its lines with their numbers."""
    try:
        text = decoded(path, LARGEST)
    except ScenarioError as error:
        raise DataError(*error.problems) from error
    if not text.strip():
        raise DataError(f"{shown_path(path)}: the file is empty.")
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        lines = [(reader.line_num, line) for line in reader if line]
    except csv.Error as error:
        where = f"{shown_path(path)}, line {reader.line_num}"
        raise DataError(f"{where}: this is no CSV ({error}).") from error
    return lines[0][1], lines[1:]


def unfolded(header: list[str], rows: Lines) -> tuple[list[str], Lines]:
    """Turn a table of several figures a line (employees, capacity) into one figure a line."""
    measured = {name: f"{name}{UNIT}" for name in header if f"{name}{UNIT}" in header}
    measured |= {name: unit for name, unit in COUNTED.items() if name in header}
    if VALUE in header or not measured:
        return header, rows
    kept = [name for name in header if name not in {*measured, *measured.values()}]
    long = [
        (number, [*(row[name] for name in kept), name, row[name], row.get(unit, unit)])
        for number, line in rows
        for row in [dict(zip(header, line, strict=False))]
        for name, unit in measured.items()
        if len(line) == len(header) and row[name]
    ]
    return [*kept, "indicator", VALUE, "unit"], long


def header_problems(header: list[str]) -> Iterator[str]:
    """Yield what is wrong with a header."""
    lacking = [name for name in (VALUE, *SHOWN) if name not in header]
    if lacking:
        yield f"the header lacks {', '.join(lacking)}; every figure has unit, source and grade."
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        yield f"the header names '{twice[0]}' twice."


def line_problems(header: list[str], line: list[str]) -> Iterator[str]:
    """Yield what is wrong with a line."""
    if len(line) != len(header):
        yield f"there are {len(line)} fields instead of {len(header)}; quote texts with commas."
        return
    row = dict(zip(header, line, strict=True))
    if not is_number(row[VALUE]):
        yield f"value '{row[VALUE]}' is no finite number."
    if row["grade"] not in GRADES:
        yield f"grade '{row['grade']}' is not one of {', '.join(GRADES)}."
    for name in ("unit", "source"):
        if not row[name].strip():
            yield f"the figure has no {name}."


def is_number(text: str) -> bool:
    """Tell whether a text is a finite number."""
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def twins(header: list[str], rows: Lines) -> Iterator[str]:
    """Yield the lines that give the same figure again."""
    keys = [place for place, name in enumerate(header) if name not in {VALUE, *SHOWN, "note"}]
    seen: dict[tuple[str, ...], int] = {}
    for number, line in rows:
        key = tuple(line[place] for place in keys if place < len(line))
        if key in seen:
            yield f"line {number}: the same figure stands in line {seen[key]}."
        seen.setdefault(key, number)
