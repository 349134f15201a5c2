"""sezsim scenarios: every shipped scenario and the question it answers."""

import click
from rich.console import Console
from rich.table import Table

from sezsim.scenario import listed_scenarios


@click.command()
def command() -> None:
    """List every shipped scenario and the question it answers."""
    shown = Table(show_lines=True)
    shown.add_column("scenario", no_wrap=True)
    shown.add_column("question / 问题", overflow="fold")
    for name, question, is_overlay in listed_scenarios():
        kind = " (overlay)" if is_overlay else ""
        shown.add_row(f"{name}{kind}", f"{question.en}\n{question.zh}")
    Console().print(shown)
