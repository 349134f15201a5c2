"""sezsim schema: a JSON Schema of a scenario, for editors."""

import json

import click

from sezsim.scenario.schema import scenario_schema


@click.command()
def command() -> None:
    """Print a JSON Schema of a scenario, for editors."""
    click.echo(json.dumps(scenario_schema(), ensure_ascii=False, indent=2))
