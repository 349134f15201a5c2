"""sezsim sweep: grids, Latin hypercubes, Sobol points and switched levers, replicates crossed."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd
from rich.console import Console
from rich.table import Table

from sezsim.commands.run import progress_bar
from sezsim.commands.stopping import can_be_stopped
from sezsim.ensemble.sweep import Sweep, sweep
from sezsim.ensemble.sweep_design import read_sweep

WIDE, FAILED = 118, 1


@click.command()
@click.argument("design", metavar="DESIGN.yaml")
@click.option("--out", default=None, help="Result folder  [default: results/<time>-sweep]")
@click.option("--resume", is_flag=True, help="Take what is in --out and do only the rest.")
@click.option("--workers", type=int, default=None, help="Processes  [default: all cores]")
@click.option(
    "--cluster", default=None, help="Scheduler of a cluster, such as tcp://host:8786."
)
@click.option("--quiet", is_flag=True, help="No progress and no table; only the folder.")
def command(design: str, *, out: str | None, quiet: bool, **how: Any) -> None:
    """Run a design over levers and parameters; outcomes stand in tables/outcomes.csv."""
    chosen = read_sweep(design)
    folder = Path(out) if out else new_folder()
    go_on = f"Go on with: sezsim sweep {design} --out {folder} --resume"
    with can_be_stopped(go_on), progress_bar(quiet=quiet) as tell:
        done = sweep(chosen, out=folder, progress=tell, **how)
    if not quiet:
        show(done, chosen.outcomes)
    click.echo(folder)
    if done.result.manifest["failures"]:
        sys.exit(FAILED)


def new_folder() -> Path:
    """Return a result folder that does not exist yet."""
    return Path("results") / f"{datetime.now(UTC).strftime('%Y-%m-%d-%H%M%S')}-sweep"


def show(done: Sweep, outcomes: tuple[str, ...]) -> None:
    """Print the spread of every outcome, or each lever's share of it."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    if not done.shares.empty:
        columns = ["scenario", "outcome", "lever", "share", "low", "high"]
        console.print(printed("Shapley shares", done.shares[columns]))
    elif outcomes and not done.outcomes.empty:
        spread = done.outcomes[list(outcomes)].describe().T.reset_index(names="outcome")
        console.print(
            printed(f"{len(done.outcomes)} runs", spread[["outcome", "mean", "min", "max"]])
        )


def printed(title: str, rows: pd.DataFrame) -> Table:
    """Return a table of words and numbers."""
    table = Table(title=title, title_justify="left")
    for name in rows.columns:
        number = pd.api.types.is_numeric_dtype(rows[name])
        table.add_column(name, justify="right" if number else "left")
    for row in rows.itertuples(index=False):
        table.add_row(
            *(f"{each:.4g}" if isinstance(each, float) else str(each) for each in row)
        )
    return table
