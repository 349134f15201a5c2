"""What a command says when it is stopped (Ctrl-C): what was done stays, and how to go on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

STOPPED = 130  # exit status of what was stopped by hand


@contextmanager
def can_be_stopped(go_on: str) -> Iterator[None]:
    """Turn Ctrl-C into a sentence that names the command to go on with."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(
            f"Stopped; what was done stays. 已停止，已完成的部分保留。 {go_on}", err=True
        )
        sys.exit(STOPPED)
