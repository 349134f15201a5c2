"""sezsim: an agent-based model of the Shenyang Economic Zone (沈阳经济区) and its reforms.

The public names are opened on demand, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

PUBLIC = {
    "City": "sezsim.definitions.geography",
    "Industry": "sezsim.definitions.industry",
    "Month": "sezsim.definitions.calendar",
    "Parameters": "sezsim.parameters",
    "Result": "sezsim.ensemble",
    "Scenario": "sezsim.scenario",
    "SezModel": "sezsim.model",
    "evaluate": "sezsim.ensemble",
    "options": "sezsim.ensemble.script_options",
    "run": "sezsim.ensemble",
    "sweep": "sezsim.ensemble.sweep",
}


def __getattr__(name: str) -> Any:
    """Open a public name."""
    if name not in PUBLIC:
        raise AttributeError(f"module 'sezsim' has no attribute '{name}'")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    """Name what is public."""
    return sorted([*globals(), *PUBLIC])
