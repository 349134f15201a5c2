"""sezsim report: the report from stored results."""

from pathlib import Path
from typing import Literal

import click

from sezsim.ensemble import Result

REPORT = "report.html"


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--lang", type=click.Choice(["zh", "en", "both"]), default="both")
@click.option("--with", "studies", multiple=True, metavar="DIR", help="A sensitivity study.")
@click.option("--png", is_flag=True, help="Each chart as a picture too (needs Chromium).")
def command(
    folder: str, *, lang: Literal["zh", "en", "both"], studies: tuple[str, ...], png: bool
) -> None:
    """Write the report of the runs in DIR again, with the findings of sensitivity studies."""
    path = Path(folder) / REPORT
    Result.open(folder).report(path, language=lang, studies=studies, pictures=png)
    click.echo(path)
