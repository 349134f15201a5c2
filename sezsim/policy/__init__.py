"""Policies (政策): every file of this folder is an instrument, registered under its name."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.likely import intention
from sezsim.policy.instrument import Instrument, Moment

__all__ = ["Instrument", "Moment", "find_instrument", "instruments", "read_instrument"]
FRAME = ("instrument", "rulebook")  # what an instrument is, and how many act together


@cache
def instruments() -> Mapping[str, type[Instrument]]:
    """Return every instrument by name, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name not in FRAME)
    return {name: instrument_in(name) for name in names}


def instrument_in(name: str) -> type[Instrument]:
    """Return the instrument that a file of this folder declares."""
    module = import_module(f"{__name__}.{name}")
    declared = getattr(module, name.title().replace("_", ""))
    if not (isinstance(declared, type) and issubclass(declared, Instrument)):
        raise TypeError(f"{name}.py declares no instrument of its own name.")
    return declared


def find_instrument(name: str) -> type[Instrument]:
    """Return an instrument by name; raise ScenarioError with the likely intention."""
    known = instruments()
    if name not in known:
        raise ScenarioError(f"There is no instrument called '{name}'. {intention(name, known)}")
    return known[name]


def read_instrument(name: str, settings: Mapping[str, Any]) -> Instrument:
    """Read an instrument from settings as a scenario file writes them."""
    return find_instrument(name).read(dict(settings))
