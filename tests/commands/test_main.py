"""The command line is lazy, names its commands, and refuses wrong input with status 2."""

import subprocess
import sys
from pathlib import Path

import pytest

from sezsim.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def test_help_names_every_command(sezsim):
    result = sezsim("--help")
    assert result.exit_code == 0
    for name in COMMANDS:
        assert name in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(sezsim, name):
    result = sezsim(name, "--help")
    assert result.exit_code == 0, result.output
    assert "Usage:" in result.output


def test_a_misspelt_command_is_refused_with_the_likely_intention(sezsim):
    result = sezsim("scenarois")
    assert result.exit_code == 2
    assert "Did you mean 'scenarios'?" in result.stderr


def test_an_unknown_option_is_refused(sezsim):
    assert sezsim("show", "baseline", "--loud").exit_code == 2


def test_the_module_can_be_run():
    done = subprocess.run(
        [sys.executable, "-m", "sezsim", "--version"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert "sezsim" in done.stdout
