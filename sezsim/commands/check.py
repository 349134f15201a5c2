"""sezsim check: every mistake of scenario files and of data files at once."""

from pathlib import Path

import click

from sezsim.definitions.errors import ScenarioError, SezsimError
from sezsim.describe.sources import figures
from sezsim.scenario import check_file

DATA = ".csv"


@click.command()
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> None:
    """Check scenario or data FILES: every mistake at once, with its likely intention.

    A file that ends in .csv is a table of figures with value, unit, source and grade; everything
    else is a scenario, by name or by file.
    """
    problems: list[str] = []
    for file in files:
        try:
            found = check_data(file) if file.endswith(DATA) else check_file(file)
        except SezsimError as error:
            problems += error.problems
        else:
            click.echo(f"{file}: in order{found}")
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))


def check_data(file: str) -> str:
    """Check a data file; return how many figures it holds."""
    return f" ({len(figures(Path(file)))} figures)"
