"""What every run of this process shares: the package's sources, the data, library versions."""

import hashlib
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sezsim.definitions.compiled import PACKAGE, source_digest

LIBRARIES = ("numpy", "numba", "scipy")
CALIBRATION = PACKAGE.parent / "calibration"


@cache
def surroundings() -> dict[str, str]:
    """Return what every run of this process shares: sources, data and versions."""
    return {
        "sources": source_digest(),
        "data": folder_digest(CALIBRATION / "data"),
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }


def folder_digest(folder: Path) -> str:
    """Hash the names and contents of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
