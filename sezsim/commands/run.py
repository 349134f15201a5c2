"""sezsim run: scenarios, replicates, a table of effects and the report."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from sezsim.commands.compare import print_effects
from sezsim.commands.precision import say_precision
from sezsim.commands.stopping import can_be_stopped
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.text import entries, plain
from sezsim.ensemble import run
from sezsim.ensemble.until_precise import Wanted, run_until_precise
from sezsim.scenario import Scenario, shipped_comparison

REPORT = "report.html"
FAILED = 1
DOING = {
    "compiling": "compiling once / 编译",
    "simulating": "simulating / 模拟",
    "comparing": "comparing / 比较",
    "writing": "writing / 写入",
    "drawing": "drawing / 绘图",
}


@click.command()
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO|FILE]...")
@click.option("--replicates", default=20, show_default=True, help="Runs of every scenario.")
@click.option("--persons-per-agent", default=1000, show_default=True, help="Scale: 1 in N.")
@click.option("--seed", default=2010, show_default=True, help="Seed of all chance.")
@click.option("--until", default=None, help="Last month  [default: 2020-12]")
@click.option(
    "--hold-outside", is_flag=True, help="Past 2020-12 the world outside stays as it is."
)
@click.option("--workers", type=int, default=None, help="Processes  [default: all cores]")
@click.option("--threads", default=1, show_default=True, help="Threads of each process.")
@click.option(
    "--cluster", default=None, help="Scheduler of a cluster, such as tcp://host:8786."
)
@click.option("--trace", default=0, help="Persons of each run whose lives are recorded.")
@click.option("--out", default=None, help="Result folder  [default: results/<time>]")
@click.option("--resume", is_flag=True, help="Take what is in --out and do only the rest.")
@click.option("--under", multiple=True, help="An overlay to put over every scenario.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Change a value.")
@click.option(
    "--until-precision", default=None, metavar="OUTCOME=X", help="Add replicates until +-X."
)
@click.option("--most", default=1000, show_default=True, help="Most replicates added to.")
@click.option("--png", is_flag=True, help="Each chart as a picture too (needs Chromium).")
@click.option("--quiet", is_flag=True, help="No progress and no table; only the report's path.")
def command(  # noqa: PLR0913 - the words of the command line
    scenarios: tuple[str, ...],
    *,
    out: str | None,
    under: tuple[str, ...],
    settings: tuple[str, ...],
    until_precision: str | None,
    most: int,
    png: bool,
    quiet: bool,
    **numbers: Any,
) -> None:
    """Run scenarios and compare them with the first; without arguments the shipped comparison."""
    chosen = chosen_scenarios(scenarios or shipped_comparison(), under, settings)
    wanted = None if until_precision is None else Wanted.read(until_precision)
    folder = Path(out) if out else new_folder()
    go_on = f"Go on with the same words and: --out {folder} --resume"
    with can_be_stopped(go_on), progress_bar(quiet=quiet) as tell:
        if wanted is None:
            result, known = run(chosen, out=folder, progress=tell, **numbers), None
        else:
            result, known = run_until_precise(
                chosen, wanted, most=most, out=folder, progress=tell, **numbers
            )
        tell("drawing", 0, 1)
        path = folder / REPORT
        result.report(path, pictures=png)
        tell("drawing", 1, 1)
    if not quiet:
        print_effects(result)
    if known is not None:
        say_precision(known)
    click.echo(path)
    if result.manifest["failures"]:
        for _, failure in result.failures().iterrows():
            click.echo(f"Error: {failure['run']}: {failure['reason']}", err=True)
        sys.exit(FAILED)


def new_folder() -> Path:
    """Return a result folder that does not exist yet."""
    return Path("results") / datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")


def chosen_scenarios(
    references: Sequence[str], under: Sequence[str], settings: Sequence[str]
) -> list[Scenario]:
    """Read scenarios, put overlays and settings over them; raise ScenarioError with all problems."""
    problems: list[str] = []
    chosen: list[Scenario] = []
    for reference in references:
        try:
            read = Scenario.read_all(reference)
            chosen += [scenario.under(under) if under else scenario for scenario in read]
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))
    return with_all_settings(chosen, read_settings(settings))


def with_all_settings(scenarios: list[Scenario], settings: Mapping[str, Any]) -> list[Scenario]:
    """Change values in all scenarios; those of a policy only where the policy is."""
    everywhere = {policy.id for scenario in scenarios for policy in scenario.policies}
    return [
        scenario.with_settings(
            {
                name: value
                for name, value in settings.items()
                if concerns(scenario, name, everywhere)
            }
        )
        for scenario in scenarios
    ]


def concerns(scenario: Scenario, name: str, everywhere: set[str]) -> bool:
    """Tell whether a setting concerns a scenario; a policy that none has is a mistake in all."""
    kind, _, rest = name.partition(".")
    identity = rest.partition(".")[0]
    if kind != "policies" or identity not in everywhere:
        return True
    return any(policy.id == identity for policy in scenario.policies)


def read_settings(settings: Sequence[str]) -> dict[str, Any]:
    """Read 'name=value' pairs; a value is written as in a scenario file."""
    read: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name or not value:
            raise ScenarioError(
                f"--set {setting}: write a name and a value, such as "
                "--set parameters.labour_market.pace=0.8."
            )
        read[name] = plain(entries(value, f"--set {name}"))
    return read


class PaceColumn(ProgressColumn):
    """Runs a minute and the time left, while runs are being lived."""

    max_refresh = 1.0  # seconds

    def render(self, task: Task) -> Text:
        """Write the pace of a bar that counts runs; nothing before it is known or at the end."""
        left = task.time_remaining
        if (
            task.description != DOING["simulating"]
            or task.finished
            or not task.speed
            or not left
        ):
            return Text()
        return Text(f"{60.0 * task.speed:.3g}/min, {timedelta(seconds=int(left))} left / 剩余")


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Any]:
    """Show what is being done; yield the function that is told."""
    console = Console(stderr=True, quiet=quiet)
    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        PaceColumn(),
    )
    with Progress(*columns, console=console) as progress:
        bars: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                bars[stage] = progress.add_task(DOING.get(stage, stage), total=total)
            progress.update(bars[stage], completed=done, total=total)

        yield tell
