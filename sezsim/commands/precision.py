"""sezsim precision: how many replicates an effect needs, from the runs of a pilot."""

import click
import pandas as pd

from sezsim.ensemble import Result
from sezsim.ensemble.until_precise import Wanted
from sezsim.ensemble.until_precise import precision as planned


@click.command()
@click.argument("folder", metavar="DIR")
@click.argument("wanted", metavar="OUTCOME=X")
def command(folder: str, wanted: str) -> None:
    """Say how many replicates +-X on an outcome needs, such as gdp_real.2015=0.5."""
    asked = Wanted.read(wanted)
    say_precision(planned(Result.open(folder), asked.outcome, asked.width))


def say_precision(table: pd.DataFrame) -> None:
    """Print one sentence a scenario, in both languages."""
    for row in table.itertuples():
        click.echo(
            f"{row.scenario}: {row.outcome} is known to +-{row.half_width:.3g} from {row.pilot} "
            f"pairs; +-{row.wanted:g} needs {row.replicates} replicates ({row.careful} with care)."
        )
        click.echo(
            f"{row.scenario}：{row.outcome} 由 {row.pilot} 对模拟得到的误差为 ±{row.half_width:.3g}；"
            f"±{row.wanted:g} 需要 {row.replicates} 次重复（保守 {row.careful} 次）。"
        )
