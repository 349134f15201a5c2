"""Figures (基础数据): the tables of calibration/data, read into arrays, every figure with its source.

Each file is tidy: one figure a row, with unit, source and a grade (A the source says so, B near to
it, C general knowledge, D an assumption or an estimate without source).
"""

import csv
import math
from functools import cache
from pathlib import Path

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import DataError
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES
from sezsim.definitions.likely import intention

FOLDER = Path(__file__).resolve().parents[2] / "calibration" / "data"
VALUE = "value"
KNOWN = {
    "city": CITY_NAMES, "city_a": CITY_NAMES, "city_b": CITY_NAMES,
    "industry": INDUSTRY_NAMES, "bought": INDUSTRY_NAMES,
}  # fmt: skip
GRADES = ("A", "B", "C", "D")
BASE_YEAR = 2010
FILES = (
    "cities.csv", "estimates.csv", "industry_mix.csv", "named_firms.csv", "input_output.csv",
    "industry_accounts.csv", "industry_intensity.csv", "outside_paths.csv", "city_pairs.csv",
)  # fmt: skip
Row = dict[str, str]


@cache
def rows_of(name: str) -> tuple[Row, ...]:
    """Read a file of calibration/data; raise DataError where it is missing or damaged."""
    return read_rows(FOLDER / name)


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read a tidy table; raise DataError with file, line and what is admitted."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{path.name} is missing in {path.parent}; restore it.") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name} is not UTF-8 ({error}); save it as UTF-8.") from None
    reader = csv.DictReader(text.splitlines())
    header = reader.fieldnames or []
    measured = {VALUE, "employees"} & set(header)
    lacking = {"source", "grade", *(() if measured else (VALUE,))} - set(header)
    if lacking:
        raise DataError(
            f"{path.name} has no column {', '.join(sorted(lacking))}; its header is {header}."
        )
    rows = []
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            raise DataError(f"{path.name}, line {number}: not {len(header)} cells.")
        check_row(row, f"{path.name}, line {number}")
        rows.append(row)
    return tuple(rows)


def check_row(row: Row, place: str) -> None:
    """Refuse a row with an unknown grade, place or industry, or without a number."""
    if row["grade"] not in GRADES:
        raise DataError(f"{place}: grade '{row['grade']}' is none of A, B, C, D.")
    for column, known in KNOWN.items():
        if column in row and row[column] not in known:
            raise DataError(
                f"{place}: {column} '{row[column]}' is none of {', '.join(known)}. "
                f"{intention(row[column], known)}"
            )
    if VALUE in row:
        number_in(row[VALUE], place)


def number_in(text: str, place: str) -> float:
    """Read a finite number; raise DataError otherwise."""
    try:
        value = float(text)
    except ValueError:
        raise DataError(f"{place}: '{text}' is not a number.") from None
    if not math.isfinite(value):
        raise DataError(f"{place}: {text} is not admitted; write a finite number.")
    return value


def by_city(indicator: str, *, file: str = "cities.csv", year: int = BASE_YEAR) -> Floats:
    """Return an indicator by city (8), NaN where the file has none."""
    found = np.full(CITIES, np.nan)
    for row in rows_of(file):
        if row["indicator"] == indicator and int(float(row["year"])) == year:
            found[CITY_NAMES.index(row["city"])] = float(row["value"])
    return found


def census(indicator: str) -> Floats:
    """Return a census figure by city (8); raise DataError where one is missing."""
    values = by_city(f"census_{indicator}")
    if np.isnan(values).any():
        lacking = [CITY_NAMES[c] for c in np.flatnonzero(np.isnan(values))]
        raise DataError(f"cities.csv: census_{indicator} is missing for {', '.join(lacking)}.")
    return values


def census_before() -> Floats:
    """Return the population of the census of 2000 by city (8)."""
    return by_city("census_population", year=2000)


def by_industry(indicator: str, *, file: str = "industry_accounts.csv") -> Floats:
    """Return a national figure by industry (19), zero where the file has none."""
    found = np.zeros(INDUSTRIES)
    for row in rows_of(file):
        if row["indicator"] == indicator:
            found[INDUSTRY_NAMES.index(row["industry"])] = float(row["value"])
    return found


def input_coefficients() -> Floats:
    """Return national inputs per output (19 bought, 19)."""
    table = np.zeros((INDUSTRIES, INDUSTRIES))
    for row in rows_of("input_output.csv"):
        bought = INDUSTRY_NAMES.index(row["bought"])
        table[bought, INDUSTRY_NAMES.index(row["industry"])] = float(row["value"])
    return table


def industry_mix() -> Floats:
    """Return estimated shares of above-scale output (8, 19)."""
    shares = np.zeros((CITIES, INDUSTRIES))
    for row in rows_of("industry_mix.csv"):
        city, industry = CITY_NAMES.index(row["city"]), INDUSTRY_NAMES.index(row["industry"])
        shares[city, industry] = float(row["value"])
    return shares


def outside_series() -> dict[str, Floats]:
    """Return the annual series of the world outside, 2010 to 2020."""
    series: dict[str, list[tuple[int, float]]] = {}
    for row in rows_of("outside_paths.csv"):
        series.setdefault(row["series"], []).append((int(row["year"]), float(row["value"])))
    return {name: np.array([v for _, v in sorted(pairs)]) for name, pairs in series.items()}


def pair_figures(indicator: str) -> Floats:
    """Return a figure between cities (8, 8), symmetric, NaN where the file has none."""
    found = np.full((CITIES, CITIES), np.nan)
    for row in rows_of("city_pairs.csv"):
        if row["indicator"] == indicator:
            a, b = CITY_NAMES.index(row["city_a"]), CITY_NAMES.index(row["city_b"])
            found[a, b] = found[b, a] = float(row["value"])
    return found


def distances() -> Floats:
    """Return distances (8, 8, km) between city centres; within a city half its own radius."""
    found = pair_figures("great_circle_distance_city_centres")
    np.fill_diagonal(found, WITHIN_CITY)
    if np.isnan(found).any():
        raise DataError("city_pairs.csv: a distance between city centres is missing.")
    return found


WITHIN_CITY = 15.0  # km, mean distance within a city (assumption D)


def sources() -> list[dict[str, str]]:
    """List every figure with its file, what it is, value, unit, source and grade."""
    listed = []
    for name in FILES:
        for row in rows_of(name):
            keys = [v for k, v in row.items() if k not in {"value", "unit", "source", "grade"}]
            value = row.get("value", row.get("employees", ""))
            listed.append(
                {
                    "file": name,
                    "figure": " ".join(key for key in keys if key),
                    "value": value,
                    "unit": row.get("unit", "person"),
                    "source": row["source"],
                    "grade": row["grade"],
                }
            )
    return listed
