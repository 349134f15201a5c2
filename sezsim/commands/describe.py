"""sezsim describe: the model's own description."""

import csv
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from sezsim.base_year.balance_report import balance_report
from sezsim.base_year.firms import named_firms
from sezsim.base_year.opening_table import build_opening_table
from sezsim.definitions.errors import ResultError
from sezsim.describe import (
    Section,
    indicators_section,
    instruments_sections,
    month_section,
    odd_text,
    parameters_sections,
    plan_section,
    sources_section,
    tables_sections,
)
from sezsim.describe.biography import biography
from sezsim.describe.sources import DATA, SHOWN, figures, named
from sezsim.observation.plants import Plant, Stock, backward_stock, named_plants
from sezsim.prepared import opening_table
from sezsim.results.reading import open_folder, read_part
from sezsim.results.store import FolderStore
from sezsim.zone import Zone

SECTIONS: dict[str, Callable[[], Sequence[Section]]] = {
    "month": lambda: [month_section()],
    "tables": tables_sections,
    "parameters": parameters_sections,
    "instruments": lambda: [*instruments_sections(), plan_section()],
    "indicators": lambda: [indicators_section()],
    "sources": lambda: [sources_section()],
    "plants": lambda: plants_sections(),  # noqa: PLW0108 - defined below
}
TEXTS: dict[str, Callable[[], str]] = {
    "balance": lambda: balance_report(build_opening_table()),
    "odd": odd_text,
}
WORKER = "worker"
PEOPLE, PERSON, SPELLS = "people", "person", "spells"
COARSE = 5000  # persons a row where only firms are looked at
PAGE = 132  # letters in a line where there is no terminal


@click.command()
@click.argument("part", type=click.Choice([*SECTIONS, *TEXTS, WORKER]), default="month")
@click.argument("identity", metavar="[ID]", type=int, required=False)
@click.option("--run", "folder", metavar="DIR", help="The results in which a worker is sought.")
@click.option("--csv", "as_csv", is_flag=True, help="Write comma-separated values.")
def command(part: str, identity: int | None, *, folder: str | None, as_csv: bool) -> None:
    """Describe PART of the model, or with 'worker ID --run DIR' a person of a result.

    \b
    month        the order of one month
    tables       the columns of the state and the rules
    parameters   value, unit, range, grade and source
    instruments  the settings of every policy instrument, and the levers of the plan (--csv: these)
    indicators   what is measured
    sources      every figure of the calibration data
    plants       backward capacity of 2010 by owner, tax and jobs a tonne of named plants
    balance      the opening economy: residuals, product, pay, trade, income, money, outliers
    odd          the whole description, as Markdown
    worker       the years of one person, in every run that holds them; without ID, those dismissed
    """  # noqa: D301 - the backspace keeps click from joining the lines
    if part in TEXTS:
        click.echo(TEXTS[part]())
        return
    sections = person_sections(identity, folder) if part == WORKER else SECTIONS[part]()
    if as_csv and part == "instruments":
        write_rows(sections[-1])
        return
    if as_csv:
        write_csv(sections)
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=PAGE)
    for section in sections:
        write_table(section, console)


def plants_sections() -> list[Section]:
    """Return backward capacity of 2010 beside the records, and what named plants give cities."""
    zone = Zone.open("baseline", persons_per_agent=COARSE)
    zone.step()
    names = [firm.name for firm in named_firms(opening_table())]
    stock = tuple(tuple(rounded(cell) for cell in row) for row in backward_stock(zone.economy))
    plants = tuple(
        (names[plant.number], *(rounded(cell) for cell in plant[1:]))
        for plant in named_plants(zone.economy)
    )
    records = tuple(
        (named(row), row["value"], *(row[key] for key in SHOWN))
        for _, row in figures(DATA / "phase_out_records.csv")
    )
    return [
        Section(
            "backward capacity of 2010: generations assumed by size of firm (grade D), "
            "rule of size 25 x 10^8 yuan a year",
            Stock._fields, stock,
        ),
        Section("records of closures", ("figure", "value", *SHOWN), records),
        Section(
            "named plants: output a year, city tax, jobs a thousand, pay (a tonne or 10^4 yuan)",
            ("plant", *Plant._fields[1:]), plants,
        ),
    ]  # fmt: skip


def rounded(cell: str | float) -> str:
    """Write a cell of a table."""
    return cell if isinstance(cell, str) else f"{cell:,.1f}"


def person_sections(identity: int | None, folder: str | None) -> list[Section]:
    """Return the years of one person in every run of a result, and its life where it was traced."""
    if folder is None:
        raise click.UsageError(
            "Write 'describe worker ID --run DIR'; without ID it lists some."
        )
    store = open_folder(folder)
    if identity is None:
        return [dismissed_section(store, folder)]
    lives = life_sections(store, identity)
    people = read_part(store, PEOPLE)
    found = people.filter(people[PERSON].to_numpy() == identity)
    if not len(found) and lives:
        return lives
    if not len(found):
        some = ", ".join(str(person) for person in people[PERSON].to_pylist()[:3])
        raise ResultError(
            f"{folder} knows no person {identity}; it keeps 5% of all, such as {some}."
        )
    columns = tuple(name for name in found.column_names if name not in {PERSON, "run"})
    rows = tuple(tuple(shown(row[name]) for name in columns) for row in found.to_pylist())
    return [*lives, Section(f"person {identity}, year by year", columns, rows)]


def shown(value: Any) -> Any:
    """Write a share or an amount without the digits of its type."""
    return f"{value:,.4g}" if isinstance(value, float) else value


def dismissed_section(store: FolderStore, folder: str) -> Section:
    """List who was dismissed by orders to close, or for other reasons where no order was given."""
    if not store.names(SPELLS):
        raise ResultError(
            f"{folder} holds no lives; make it with 'sezsim run ... --trace 200'."
        )
    columns = (PERSON, "scenario", "replicate", "month", "city", "sector", "age", "hukou")
    spells = read_part(store, SPELLS).to_pylist()
    gone = [spell for spell in spells if spell["event"] == "dismissed"]
    ordered = [spell for spell in gone if spell["ordered"]]
    rows = sorted(tuple(spell[name] for name in columns) for spell in ordered or gone)
    return Section(
        "dismissed; 'describe worker ID --run DIR' tells the life", columns, tuple(rows)
    )


def life_sections(store: FolderStore, identity: int) -> list[Section]:
    """Tell the life of one person in words, in every run that traced it."""
    if not store.names(SPELLS):
        return []
    spells = read_part(store, SPELLS)
    found = spells.filter(spells[PERSON].to_numpy() == identity).to_pylist()
    return [
        Section(
            f"{scenario}, replicate {replicate}: person {identity}, pay in yuan of 2010",
            ("month", "中文", "English"),
            tuple(
                (month, told.zh, told.en)
                for month, told in biography([each for each in found if each["run"] == run])
            ),
        )
        for run, scenario, replicate in dict.fromkeys(
            (each["run"], each["scenario"], each["replicate"]) for each in found
        )
    ]


def write_csv(sections: Sequence[Section]) -> None:
    """Write sections as comma-separated values, each row with the title of its section."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("part", *sections[0].columns))
    for section in sections:
        writer.writerows((section.title, *row) for row in section.rows)


def write_rows(section: Section) -> None:
    """Write one section as comma-separated values."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(section.columns)
    writer.writerows(section.rows)


def write_table(section: Section, console: Console) -> None:
    """Write a section as a table."""
    table = Table(title=section.title, title_justify="left")
    for place, name in enumerate(section.columns):
        table.add_column(name, overflow="fold", no_wrap=place == 0)
    for row in section.rows:
        table.add_row(*(str(value) for value in row))
    console.print(table)
