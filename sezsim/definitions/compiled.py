"""The only importer of numba: compiled loops over columns, cached under a digest of all sources.

Numba looks only at the file of a kernel when it decides whether a cached binary is fresh; a change
in a compiled function of another file would silently run the old code. So the cache folder carries
a digest of every source of the package that a kernel can import, and of numba's version.
"""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numba
import numpy as np

Key = np.uint64
Kernel = TypeVar("Kernel", bound=Callable[..., Any])

PACKAGE = Path(__file__).resolve().parents[1]
ABOVE = (  # parts above the zone: no kernel can import them
    "__main__", "commands", "ensemble", "model", "report", "analysis", "results", "describe",
)  # fmt: skip


def cache_root() -> Path:
    """Return the folder for caches: SEZSIM_CACHE, else the user's cache folder."""
    named = os.environ.get("SEZSIM_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "sezsim"


@cache
def source_digests() -> tuple[str, str]:
    """Hash every source file of the package and the version of numba; and those kernels may hang on."""
    whole, below = (hashlib.sha256(numba.__version__.encode()) for _ in range(2))
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        text = place.as_posix().encode() + path.read_bytes()
        whole.update(text)
        if place.parts[0].removesuffix(".py") not in ABOVE:
            below.update(text)
    return whole.hexdigest()[:16], below.hexdigest()[:16]


def source_digest() -> str:
    """Hash every source file of the package and the version of numba."""
    return source_digests()[0]


def kernel_folder() -> Path:
    """Return the folder in which compiled kernels of exactly these sources are kept."""
    return cache_root() / f"kernels-{source_digests()[1]}"


WAY: dict[str, Any] = {  # no kernel is handed to code in C, which would ask for one more form of it
    "cache": True, "error_model": "numpy", "no_cfunc_wrapper": True,
}  # fmt: skip
numba.config.CACHE_DIR = str(kernel_folder())


def compiled(function: Kernel) -> Kernel:
    """Compile a loop over columns at its first call."""
    return numba.njit(**WAY)(function)


def compiled_rows(function: Kernel) -> Kernel:
    """Compile a loop over a chunk of workers; other threads may run beside it.

    Rows are made unsigned in the loop: else every access asks whether it counts from the end.
    """
    return numba.njit(**WAY, nogil=True)(function)


uint64, int32 = np.uint64, np.int32
