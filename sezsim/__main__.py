"""The command line: a bare, lazy group that opens commands/<name>.py when it is called.

Worker processes import the caller's main module again, so nothing heavy may be imported here.
"""

from importlib import import_module
from typing import Any

import click

from sezsim import __version__
from sezsim.definitions.errors import AccountingError, SezsimError
from sezsim.definitions.likely import intention

COMMANDS = {
    "run": "Run scenarios and compare them; without arguments the shipped comparison.",
    "scenarios": "List every shipped scenario and the question it answers.",
    "show": "Show what a scenario sets, and in words how it differs from the baseline.",
    "check": "Check scenario files: every mistake at once, with place and likely intention.",
    "sweep": "Run a design over levers and parameters, replicates crossed.",
    "describe": "Describe the model from its own declarations.",
    "compare": "Print the table of effects again, from stored results.",
    "sensitivity": "Say which uncertainty moves an outcome: Morris screening, Sobol indices.",
    "precision": "Say how many replicates an effect needs, from the runs of a pilot.",
    "export": "Write stored results as an IAMC table or as experiments and outcomes.",
    "report": "Write the report again, from stored results.",
    "schema": "Print a JSON Schema of a scenario, for editors.",
}
WRONG_INPUT = 2
FAILED_RUN = 1


class Refusal(click.ClickException):
    """A mistake that sezsim explains, shown without a traceback."""

    exit_code = WRONG_INPUT

    def show(self, file: Any = None) -> None:
        """Write one problem a line to the error stream."""
        for line in self.message.splitlines():
            click.echo(f"Error: {line}", file=file, err=file is None)


class FailedRun(Refusal):
    """A run that broke a law of the model."""

    exit_code = FAILED_RUN


class LazyGroup(click.Group):
    """A group whose commands are opened by name from a table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Open the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sezsim.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without opening any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; name the likely intention behind a misspelt one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(
                f"There is no command '{args[0]}'. {intention(args[0], COMMANDS)}", ctx
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn what sezsim explains into a message without traceback."""
        try:
            return super().invoke(ctx)
        except SezsimError as error:
            kind = FailedRun if isinstance(error, AccountingError) else Refusal
            raise kind(str(error)) from error


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="sezsim")
def main() -> None:
    """Model the Shenyang Economic Zone (沈阳经济区) and its reforms, 2010-2020."""


if __name__ == "__main__":
    main()
