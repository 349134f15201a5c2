"""The likely intention behind a misspelt name."""

from collections.abc import Iterable
from difflib import get_close_matches

FEW = 12  # names that a message can list


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a name, if one is."""
    close = get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def intention(name: str, known: Iterable[str]) -> str:
    """Return a sentence that names the likely intention, or all that is admitted."""
    names = list(known)
    close = closest(name, names)
    if close:
        return f"Did you mean '{close}'?"
    if len(names) <= FEW:
        return f"Admitted: {', '.join(names)}."
    return f"Admitted are {len(names)} names, among them {', '.join(names[:FEW])}."
