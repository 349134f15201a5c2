"""The only importer of numba: compiled loops over columns, cached under a digest of all sources.

Numba looks only at the file of a kernel when it decides whether a cached binary is fresh; a change
in a compiled function of another file would silently run the old code. So the cache folder carries
a digest of every source of the package and of numba's version.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numba
import numpy as np

Key = np.uint64
Kernel = TypeVar("Kernel", bound=Callable[..., Any])

PACKAGE = Path(__file__).resolve().parents[1]


def cache_root() -> Path:
    """Return the folder for caches: SEZSIM_CACHE, else the user's cache folder."""
    named = os.environ.get("SEZSIM_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "sezsim"


def source_digest() -> str:
    """Hash every source file of the package and the version of numba."""
    digest = hashlib.sha256(numba.__version__.encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def kernel_folder() -> Path:
    """Return the folder in which compiled kernels of exactly these sources are kept."""
    return cache_root() / f"kernels-{source_digest()}"


numba.config.CACHE_DIR = str(kernel_folder())


def compiled(function: Kernel) -> Kernel:
    """Compile a loop over columns at its first call."""
    return numba.njit(cache=True, error_model="numpy")(function)


def compiled_rows(function: Kernel) -> Kernel:
    """Compile a loop over a chunk of workers; other threads may run beside it.

    Rows are made unsigned in the loop: else every access asks whether it counts from the end.
    """
    return numba.njit(cache=True, error_model="numpy", nogil=True)(function)


uint64, int32 = np.uint64, np.int32
