"""sezsim describe: the model's own description."""

import csv
import sys
from collections.abc import Callable, Sequence

import click
from rich.console import Console
from rich.table import Table

from sezsim.describe import (
    Section,
    indicators_section,
    instruments_sections,
    month_section,
    odd_text,
    parameters_sections,
    sources_section,
    tables_sections,
)

SECTIONS: dict[str, Callable[[], Sequence[Section]]] = {
    "month": lambda: [month_section()],
    "tables": tables_sections,
    "parameters": parameters_sections,
    "instruments": instruments_sections,
    "indicators": lambda: [indicators_section()],
    "sources": lambda: [sources_section()],
}
ODD = "odd"
PAGE = 132  # letters in a line where there is no terminal


@click.command()
@click.argument("part", type=click.Choice([*SECTIONS, ODD]), default="month")
@click.option("--csv", "as_csv", is_flag=True, help="Write comma-separated values.")
def command(part: str, *, as_csv: bool) -> None:
    """Describe PART of the model: month, tables, parameters, instruments, indicators, ..."""
    if part == ODD:
        click.echo(odd_text())
        return
    sections = SECTIONS[part]()
    if as_csv:
        write_csv(sections)
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=PAGE)
    for section in sections:
        write_table(section, console)


def write_csv(sections: Sequence[Section]) -> None:
    """Write sections as comma-separated values, each row with the title of its section."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("part", *sections[0].columns))
    for section in sections:
        writer.writerows((section.title, *row) for row in section.rows)


def write_table(section: Section, console: Console) -> None:
    """Write a section as a table."""
    shown = Table(title=section.title, title_justify="left")
    for place, name in enumerate(section.columns):
        shown.add_column(name, overflow="fold", no_wrap=place == 0)
    for row in section.rows:
        shown.add_row(*(str(value) for value in row))
    console.print(shown)
