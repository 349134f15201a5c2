"""Write the report: one HTML file that opens anywhere, and one CSV file per chart beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from plotly.offline import get_plotlyjs

from sezsim.definitions.wording import LANGUAGES, Language, Words
from sezsim.report import headline
from sezsim.report.brief import brief, lead
from sezsim.report.chart import SECTIONS, Chart, Item, Table
from sezsim.report.data_tables import as_csv, packed_tables
from sezsim.report.items import build_items
from sezsim.report.packing import as_json, packed
from sezsim.report.study import Study
from sezsim.report.summary import cards
from sezsim.report.tables import ReportTables
from sezsim.report.wordings import capital, say

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
        capital=capital,
        html_language=HTML_LANGUAGE,
    )
    return environment.get_template("page.html").render(
        languages=languages,
        study=study,
        sections=[
            (section, [item for item in items if item.section == section])
            for section in SECTIONS
        ],
        tables=list(all_tables(items)),
        headline=headline.rows(study),
        cards=cards(study),
        brief=brief(study),
        lead=lead(study),
        style=source("page.css"),
        script=source("page.js"),
        plotly=Markup(get_plotlyjs()),  # noqa: S704 - the library as it is shipped
        figures=Markup(packed(figures(items, languages))),  # noqa: S704 - JSON without '<'
        packed_tables=Markup(packed_tables(all_tables(items))),  # noqa: S704 - JSON without '<'
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
