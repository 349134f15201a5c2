"""sezsim check: every mistake of scenario files at once."""

from pathlib import Path

import click

from sezsim.definitions.errors import ScenarioError
from sezsim.scenario import check_file


@click.command()
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> None:
    """Check scenario FILES (or names): every mistake at once, with its likely intention."""
    problems: list[str] = []
    for file in files:
        try:
            arms = check_file(file)
        except ScenarioError as error:
            problems += error.problems
        else:
            click.echo(f"{Path(file)}: in order{arms}")
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))
