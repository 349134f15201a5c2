"""The command line in one process."""

import pytest
from click.testing import CliRunner

from sezsim.__main__ import main


@pytest.fixture
def sezsim():
    """Return a function that calls a command and hands back what click saw."""

    def call(*arguments: str):
        return CliRunner().invoke(main, list(arguments))

    return call
