"""sezsim show: what a scenario sets, and in words how it differs from the baseline."""

import sys
from typing import Any

import click
from ruamel.yaml import YAML

from sezsim.definitions.wording import LANGUAGES, Words
from sezsim.scenario import Scenario, in_words, shipped_comparison

HEADING = Words("与基准情景的差别", "How it differs from the baseline")


@click.command()
@click.argument("scenario")
@click.option("--under", multiple=True, help="An overlay to put over the scenario.")
def command(scenario: str, under: tuple[str, ...]) -> None:
    """Show the resolved settings of SCENARIO, and in words what differs from the baseline."""
    baseline = Scenario.read(shipped_comparison()[0])
    for read in Scenario.read_all(scenario):
        chosen = read.under(under) if under else read
        click.echo(f"# {chosen.name} (digest {chosen.digest()})")
        write_yaml(chosen.as_text())
        for language in LANGUAGES:
            click.echo(f"\n{chosen.title.of(language)}: {HEADING.of(language)}")
            for sentence in in_words(chosen, baseline, language):
                click.echo(f"  - {sentence}")
        click.echo()


def write_yaml(text: dict[str, Any]) -> None:
    """Write plain values as YAML."""
    yaml = YAML()
    yaml.default_flow_style = None
    yaml.allow_unicode = True
    yaml.width = 96
    yaml.dump(text, sys.stdout)
