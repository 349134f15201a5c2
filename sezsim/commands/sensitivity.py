"""sezsim sensitivity: which uncertainty moves an outcome, and which findings keep their sign."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd
from rich.console import Console
from rich.table import Table

from sezsim.commands.run import progress_bar
from sezsim.commands.stopping import can_be_stopped
from sezsim.ensemble.sensitivity import study
from sezsim.ensemble.sensitivity_design import read_design

WIDE = 118
MOST = 12  # factors shown
COLUMNS = {
    "sobol": ("first", "total", "total_low", "total_high"),
    "morris": ("mu", "mu_star", "low", "high", "sigma"),
}
ORDER = {"sobol": "total", "morris": "mu_star"}


@click.command()
@click.argument("design", metavar="DESIGN.yaml")
@click.option(
    "--out", default=None, help="Result folder  [default: results/<time>-sensitivity]"
)
@click.option("--workers", type=int, default=None, help="Processes  [default: all cores]")
@click.option("--resume", is_flag=True, help="Take what is in --out and do only the rest.")
@click.option(
    "--cluster", default=None, help="Scheduler of a cluster, such as tcp://host:8786."
)
@click.option("--quiet", is_flag=True, help="No progress and no tables; only the folder.")
def command(design: str, *, out: str | None, quiet: bool, **how: Any) -> None:
    """Morris screening or Sobol indices with the replicate as one more factor, the noise floor."""
    chosen = read_design(design)
    folder = Path(out) if out else new_folder()
    if not quiet:
        click.echo(
            f"{chosen.runs} runs: {len(chosen.factors)} factors, {chosen.kind}", err=True
        )
    go_on = f"Go on with: sezsim sensitivity {design} --out {folder} --resume"
    with can_be_stopped(go_on), progress_bar(quiet=quiet) as tell:
        tables = study(chosen, folder, tell, **how)
    if not quiet:
        show(tables)
    click.echo(folder)


def new_folder() -> Path:
    """Return a result folder that does not exist yet."""
    return Path("results") / f"{datetime.now(UTC).strftime('%Y-%m-%d-%H%M%S')}-sensitivity"


def show(tables: dict[str, pd.DataFrame]) -> None:
    """Print the indices, the signs and the futures that were dropped."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    for kind, columns in COLUMNS.items():
        if kind in tables:
            for key, rows in tables[kind].groupby(["scenario", "outcome"], sort=False):
                console.print(indices(f"{key[0]}: {key[1]}", rows, columns, ORDER[kind]))
    dropped = tables["futures"]["dropped"]
    lost = int((dropped != "").sum())
    console.print(
        f"Futures dropped because the first scenario runs away: {lost} of {len(dropped)}."
    )
    if "signs" in tables:
        for row in tables["signs"].itertuples():
            turned = f"; {row.turned_by} turns its sign" if row.turned_by else ""
            console.print(
                f"{row.scenario}: {row.outcome}{turned}: up in {row.share_up:.0%}, down in "
                f"{row.share_down:.0%} of {row.futures} futures."
            )


def indices(title: str, rows: pd.DataFrame, columns: tuple[str, ...], order: str) -> Table:
    """Return the factors of one outcome, those that matter most first."""
    table = Table(title=title, title_justify="left")
    for name in ("factor", *columns):
        table.add_column(name, justify="left" if name == "factor" else "right")
    for _, row in rows.sort_values(order, ascending=False).head(MOST).iterrows():
        table.add_row(str(row["factor"]), *(f"{row[name]:.3g}" for name in columns))
    return table
