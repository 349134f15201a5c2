"""Write the report: one HTML file that opens anywhere, and one CSV file per chart beside it."""

import base64
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from plotly.offline import get_plotlyjs

from sezsim.definitions.wording import LANGUAGES, Language, Words
from sezsim.report import headline
from sezsim.report.chart import SECTIONS, Cell, Chart, Column, Item, Table
from sezsim.report.items import build_items
from sezsim.report.numbers import plain
from sezsim.report.packing import as_json, packed
from sezsim.report.study import Study
from sezsim.report.summary import cards
from sezsim.report.tables import ReportTables
from sezsim.report.wordings import say

Shown = Literal["zh", "en", "both"]
HTML_LANGUAGE = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True)
class Speaker:
    """Writes texts in the languages of the page."""

    languages: tuple[Language, ...]

    def __call__(self, words: Words | str) -> Markup:
        """Write a text once per language; the page shows one of them."""
        if isinstance(words, str):
            return escape(words)
        if words.zh == words.en or len(self.languages) == 1:
            return escape(words.of(self.languages[0]))
        return Markup("").join(
            Markup('<span class="{0}" lang="{1}">{2}</span>').format(
                language, HTML_LANGUAGE[language], words.of(language)
            )
            for language in self.languages
        )


def write_report(tables: ReportTables, path: str | Path, lang: Shown = "both") -> Path:
    """Write the report to path and its tables to the folder tables beside it; return the path."""
    target = Path(path)
    study = Study(tables)
    items = build_items(study)
    languages = LANGUAGES if lang == "both" else (lang,)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(study, items, languages), encoding="utf-8")
    folder = target.parent / "tables"
    folder.mkdir(exist_ok=True)
    for table in all_tables(items):
        (folder / f"{table.name}.csv").write_bytes(as_csv(table))
    return target


def page(study: Study, items: list[Item], languages: tuple[Language, ...]) -> str:
    """Return the page as text."""
    environment = Environment(
        loader=PackageLoader("sezsim.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=say,
        t=Speaker(languages),
        cell=cell_text,
        is_number=is_number,
        data_link=data_link,
        html_language=HTML_LANGUAGE,
    )
    return environment.get_template("page.html").render(
        languages=languages,
        study=study,
        sections=[
            (section, [item for item in items if item.section == section]) for section in SECTIONS
        ],
        left_out=[item for item in items if item.left_out],
        tables=list(all_tables(items)),
        headline=headline.rows(study),
        cards=cards(study),
        style=source("page.css"),
        script=source("page.js"),
        plotly=Markup(get_plotlyjs()),  # noqa: S704 - the library as it is shipped
        figures=Markup(packed(figures(items, languages))),  # noqa: S704 - JSON without '<'
        alts=Markup(as_json(alts(items))),  # noqa: S704 - JSON without '<'
    )


def source(name: str) -> Markup:
    """Return the text of a file of this folder."""
    return Markup((Path(__file__).parent / name).read_text(encoding="utf-8"))  # noqa: S704


def charts(items: list[Item]) -> Iterator[Chart]:
    """Yield all charts in the order of the page."""
    for item in items:
        yield from item.charts


def all_tables(items: list[Item]) -> Iterator[Table]:
    """Yield the tables of all charts in the order of the page."""
    for chart in charts(items):
        yield chart.table


def figures(items: list[Item], languages: tuple[Language, ...]) -> Iterator[tuple[str, Any]]:
    """Yield every chart in every language, for a wide and for a narrow page."""
    for chart in charts(items):
        if chart.draw is not None:
            for language in languages:
                yield f"{chart.key}/{language}/wide", chart.draw(language, False)  # noqa: FBT003
                yield f"{chart.key}/{language}/narrow", chart.draw(language, True)  # noqa: FBT003


def alts(items: list[Item]) -> dict[str, dict[str, str]]:
    """Return the alt texts of all charts."""
    return {chart.key: chart.alt._asdict() for chart in charts(items)}


def is_number(cell: Cell) -> bool:
    """Tell whether a cell is set to the right."""
    return isinstance(cell, int | float)


def cell_text(cell: Cell, column: Column) -> Words | str:
    """Write a cell of a table."""
    if isinstance(cell, float):
        return plain(cell, column.digits)
    return str(cell) if isinstance(cell, int) else cell


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
        writer.writerow(
            [
                part
                for cell, two in zip(row, bilingual, strict=True)
                for part in csv_cells(cell, two=two)
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def is_bilingual(table: Table, place: int) -> bool:
    """Tell whether a column holds texts that differ between the languages."""
    return any(
        isinstance(row[place], Words) and row[place].zh != row[place].en  # type: ignore[union-attr]
        for row in table.rows
    )


def csv_cells(cell: Cell, *, two: bool) -> list[str]:
    """Return what a cell writes into a CSV file."""
    if isinstance(cell, Words):
        return list(cell) if two else [cell.en]
    written = f"{cell:.6g}" if isinstance(cell, float) else str(cell)
    return [written, written] if two else [written]


def data_link(table: Table) -> str:
    """Return a table as the address of a download that needs no network."""
    return f"data:text/csv;base64,{base64.b64encode(as_csv(table)).decode()}"
