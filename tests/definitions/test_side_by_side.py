"""A cold start compiles on all cores and ends with the same kernels as one core would."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from numba.core.types import Literal

from sezsim.definitions.side_by_side import compile_share
from sezsim.definitions.signatures import known_kernels, listed, spelled, understood
from sezsim.phase_out.lots import firms_of
from sezsim.zone import live_a_quarter

OPENED = "sezsim.phase_out.offers"
KERNELS = (
    "sezsim.phase_out.decision:closes_freely ['float64', 'float64']\n"
    "sezsim.phase_out.awards:shaded_bid ['float64', 'float64', 'float64']\n"
    "sezsim.phase_out.awards:bids ['<i8*1', '<f8*1', '<f8*1', 'float64', 'float64']\n"
    "sezsim.phase_out.lots:firms_of ['<i8*1']\n"
)
PROGRAM = """
import os, sys
from pathlib import Path
import numpy as np
import {module}
from sezsim.definitions import side_by_side
from sezsim.phase_out.awards import bids
from sezsim.phase_out.lots import firms_of
os.sched_getaffinity = lambda _: set(range({cores}))
side_by_side.compile_side_by_side("{opened}", Path("kernels.txt"))
print(firms_of(np.array([4, 4, 7]))[0], sum(firms_of.stats.cache_misses.values()))
print(bids(np.array([0]), np.array([1.0]), np.array([2.0]), 1.0, 0.0))
"""


def compiled_on(folder: Path, cores: int, opened: str = OPENED) -> subprocess.CompletedProcess:
    (folder / "kernels.txt").write_text(KERNELS)
    program = PROGRAM.format(module=OPENED, cores=cores, opened=opened)
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder, env={**os.environ, "SEZSIM_CACHE": str(folder / "cache")},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip


def kept(folder: Path) -> set[str]:
    return {path.name for path in (folder / "cache").rglob("*.nb[ic]")}


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    compiled_on(folder, 1)
    return kept(folder)


def test_two_processes_leave_the_kernels_that_one_leaves(one, tmp_path):
    done = compiled_on(tmp_path, 2)
    assert kept(tmp_path) == one
    assert done.stdout.splitlines() == ["[4 7] 0", "[2.]"]  # nothing was compiled again
    assert not done.stderr
    assert not list((tmp_path / "cache").rglob(".helpers-*"))


def test_what_a_helper_fails_to_do_is_compiled_when_called(one, tmp_path):
    done = compiled_on(tmp_path, 2, opened="sezsim.no_such_module")
    assert "this process does the rest" in done.stderr
    assert done.stdout.splitlines() == ["[4 7] 1", "[2.]"]
    assert kept(tmp_path) == one


STALE = {
    "a kernel that is gone": "sezsim.phase_out.gone:away []",
    "a type that is gone": "sezsim.phase_out.lots:firms_of ['float99']",
    "a class that is gone": "sezsim.phase_out.lots:firms_of [{'sezsim.gone:Gone': ['int64']}]",
    "other fields": "sezsim.phase_out.lots:firms_of [{'sezsim.labour.search:Terms': ['int64']}]",
    "another argument": "sezsim.phase_out.lots:firms_of ['int64']",
    "one argument more": "sezsim.phase_out.lots:firms_of ['<i8*1', 'int64']",
}


@pytest.mark.parametrize("line", STALE.values(), ids=STALE)
def test_a_line_that_is_out_of_date_does_no_harm(tmp_path, line):
    (tmp_path / "kernels.txt").write_text(f"{line}\n")
    before = set(firms_of.overloads)
    compile_share(tmp_path / "kernels.txt", 0, 1)
    assert set(firms_of.overloads) == before


def test_the_list_holds_what_a_quarter_calls():
    """Asked of a process that finds all kernels compiled, so that it opens only what it calls."""
    asked = "from sezsim.zone import live_a_quarter; live_a_quarter()\n"
    told = (
        "from sezsim.definitions.signatures import called\n"
        + asked
        + "print(*called(), sep='\\n')"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        for program in (asked, told)
    ]
    wanted = {
        f"{name} {arguments!r}"
        for name, arguments in map(ast.literal_eval, said[1].stdout.splitlines())
    }
    there = {f"{name} {arguments!r}" for name, arguments in listed()}
    assert len(wanted) > 50
    missing = wanted - there
    assert len(missing) <= len(wanted) / 10, "run experiments/list_kernels.py"


def test_kinds_of_arguments_are_read_as_they_were_spelled():
    """But for constants, which only kernels inside others are given."""
    live_a_quarter()
    kernels = known_kernels()
    for kernel in (kernels[name] for name, _ in listed() if name in kernels):
        for kinds in kernel.overloads:
            if any(isinstance(each, Literal) for each in kinds):
                continue
            assert tuple(understood(each) for each in spelled(tuple(kinds))) == tuple(kinds)
