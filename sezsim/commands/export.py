"""sezsim export: the stored results in the forms that other tools read."""

from pathlib import Path

import click

from sezsim.ensemble import Result
from sezsim.ensemble.exports import experiments_outcomes, iamc_table


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--form", type=click.Choice(["iamc", "ema"]), default="iamc", show_default=True)
@click.option("--indicator", "indicators", multiple=True, help="Only these; all if none.")
def command(folder: str, *, form: str, indicators: tuple[str, ...]) -> None:
    """Write the IAMC long table, or experiments and outcomes, as CSV into DIR/exports."""
    result, place = Result.open(folder), Path(folder) / "exports"
    chosen = list(indicators) or None
    if form == "iamc":
        tables = {"iamc.csv": iamc_table(result, chosen)}
    else:
        experiments, outcomes = experiments_outcomes(result, chosen)
        years = outcomes.pop("year")[0]
        tables = {"experiments.csv": experiments} | {
            f"{name}.csv": experiments[[]].assign(
                **{str(year): values[:, k] for k, year in enumerate(years)}
            )
            for name, values in outcomes.items()
        }
    for name, table in tables.items():
        result.store.write(f"exports/{name}", table.to_csv(index=False).encode())
    click.echo(place)
