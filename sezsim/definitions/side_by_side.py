"""Compiling side by side (并行编译): a cold start shares out the listed kernels among processes.

This process and its helpers take every n-th line of the list each, so that all have about as much to do.
A helper is a fresh interpreter that never sees the caller's script. It compiles into a folder of its own,
for numba would mix up two processes that compile one kernel for different arguments at a time; what
it has compiled is moved over when it has ended. Whatever a helper leaves undone, because it could
not start, died or took too long, is compiled when it is first called.
"""

import gc
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import numba
from numba.core.errors import NumbaError

from sezsim.definitions.compiled import PACKAGE, kernel_folder
from sezsim.definitions.signatures import LIST, known_kernels, listed, understood

MOST = 4  # processes; beyond, each would compile the same small functions once more
PATIENCE = 300.0  # seconds for a helper to end when this process has done its share
OUT_OF_DATE = (NumbaError, AttributeError, KeyError, TypeError)  # of a line for another kernel
PROGRAM = (
    "import sys; sys.path.insert(0, {root!r}); "
    "from sezsim.definitions.side_by_side import help_out; "
    "help_out({opened!r}, {kernels!r}, {share}, {shares}, {folder!r})"
)


def is_warm() -> bool:
    """Tell whether this machine has compiled all kernels of a quarter before."""
    return mark().is_file()


def keep_warm() -> None:
    """Remember that this machine has compiled all kernels of a quarter."""
    with suppress(OSError):  # a folder that cannot be written to only costs time
        mark().touch()


def mark() -> Path:
    """Name the file that says so; machines that share a folder may have different processors."""
    return kernel_folder() / f"whole-{platform.node()}"


def compile_side_by_side(opened: str, kernels: Path = LIST) -> None:
    """Compile the listed kernels of the modules that a module opens, on all cores."""
    shares = min(len(os.sched_getaffinity(0)), MOST)
    folder = kernel_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".helpers-") as aside:
        places = [Path(aside) / str(share) for share in range(1, shares)]
        with helpers(opened, kernels, places) as started:
            compile_share(kernels, 0, shares)
            for helper in started:
                wait_for(helper)
        for place in places:
            move_over(place, folder)


@contextmanager
def helpers(
    opened: str, kernels: Path, places: Sequence[Path]
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start a helper for each place; none outlives this process's own compiling."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        for share, place in enumerate(places, start=1):
            program = PROGRAM.format(
                root=str(PACKAGE.parent), opened=opened, kernels=str(kernels), share=share,
                shares=len(places) + 1, folder=str(place),
            )  # fmt: skip
            started.append(start(program))
        yield started
    finally:
        for helper in started:
            helper.kill()
            helper.wait()


def start(program: str) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter that says nothing."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for(helper: subprocess.Popen[bytes]) -> None:
    """Wait until a helper has ended; say so where it fails."""
    try:
        failed = helper.wait(PATIENCE) != 0
    except subprocess.TimeoutExpired:
        failed = True
    if failed:
        sys.stderr.write(
            "a helper that compiles could not finish; this process does the rest. "
            "编译辅助进程未完成，其余由本进程编译。\n"
        )


def help_out(opened: str, kernels: str, share: int, shares: int, folder: str) -> None:
    """Compile a share of the list into a folder; what a helper process does."""
    numba.config.CACHE_DIR = folder  # before any kernel is declared
    import_module(opened)
    compile_share(Path(kernels), share, shares)


def compile_share(kernels: Path, share: int, shares: int) -> None:
    """Compile every n-th kernel of the list; a line that no longer fits its kernel is passed over."""
    known = known_kernels()
    with without_collection():
        for name, arguments in listed(kernels)[share::shares]:
            if name in known:
                try:
                    known[name].compile(tuple(understood(each) for each in arguments))
                except OUT_OF_DATE:
                    continue


@contextmanager
def without_collection() -> Iterator[None]:
    """Leave out the search for circular garbage, a tenth of the time of compiling."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def move_over(place: Path, folder: Path) -> None:
    """Move the kernels compiled in one folder to another that does not have them yet.

    The index of a kernel goes last: who finds it, finds its code.
    """
    for index in sorted(place.rglob("*.nbi")):
        target = folder / index.relative_to(place)
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        for code in index.parent.glob(f"{index.stem}.*.nbc"):
            code.replace(target.with_name(code.name))
        index.replace(target)
