"""The tables of the charts: as CSV files, and packed into the page, which shows them on demand."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from sezsim.definitions.wording import Words
from sezsim.report.chart import Cell, Column, Table
from sezsim.report.packing import as_json

DIGITS = 6  # that count in a file


def as_csv(table: Table) -> bytes:
    """Return a table as CSV, marked as UTF-8 for spreadsheets; texts in both languages."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    bilingual = [is_bilingual(table, i) for i in range(len(table.columns))]
    writer.writerow(
        [
            name
            for column, two in zip(table.columns, bilingual, strict=True)
            for name in ([f"{column.name}_zh", f"{column.name}_en"] if two else [column.name])
        ]
    )
    for row in table.rows:
        cells = zip(row, bilingual, strict=True)
        writer.writerow([part for cell, two in cells for part in csv_cells(cell, two=two)])
    return text.getvalue().encode("utf-8-sig")


def is_bilingual(table: Table, place: int) -> bool:
    """Tell whether a column holds texts that differ between the languages."""
    cells = [row[place] for row in table.rows]
    return any(isinstance(cell, Words) and cell.zh != cell.en for cell in cells)


def csv_cells(cell: Cell, *, two: bool) -> list[str]:
    """Return what a cell writes into a CSV file."""
    if isinstance(cell, Words):
        return list(cell) if two else [cell.en]
    written = csv_number(cell) if isinstance(cell, float) else str(cell)
    return [written, written] if two else [written]


def csv_number(value: float) -> str:
    """Write a number for a file; nothing for NaN."""
    return "" if value != value else f"{value:.{DIGITS}g}"  # noqa: PLR0124 - NaN


def packed_tables(tables: Iterable[Table]) -> str:
    """Return all tables as JSON; texts are written once and referred to by their number."""
    texts: dict[Words, int] = {}
    packed = {
        table.name: {
            "columns": [packed_column(table, i, texts) for i in range(len(table.columns))],
        }
        for table in tables
    }
    return as_json({"texts": [list(text) for text in texts], "tables": packed})


def packed_column(table: Table, place: int, texts: dict[Words, int]) -> dict[str, Any]:
    """Return a column: its names, how its cells are written, and the cells."""
    column: Column = table.columns[place]
    cells = [row[place] for row in table.rows]
    common = {"name": column.name, "title": number_of(column.title, texts)}
    if any(isinstance(cell, Words) for cell in cells):
        words = [
            cell if isinstance(cell, Words) else Words(str(cell), str(cell)) for cell in cells
        ]
        two = is_bilingual(table, place)
        numbers = [number_of(word, texts) for word in words]
        return {**common, "kind": "words", "two": two, "cells": numbers}
    if any(isinstance(cell, float) for cell in cells):
        numbers_ = [None if csv_number(float(cell)) == "" else float(csv_number(float(cell)))
                    for cell in cells if not isinstance(cell, Words)]  # fmt: skip
        return {**common, "kind": "number", "digits": column.digits, "cells": numbers_}
    return {**common, "kind": "text", "cells": [str(cell) for cell in cells]}


def number_of(text: Words, texts: dict[Words, int]) -> int:
    """Return the number of a text, a new one if it is new."""
    return texts.setdefault(text, len(texts))
