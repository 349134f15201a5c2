"""Unemployment benefit (失业保险金): for how long it runs."""

from sezsim.definitions.compiled import compiled

SHORT, LONG = 60, 120  # months paid that lengthen unemployment benefit


@compiled
def months_of_benefit(paid: int) -> int:
    """Months of unemployment benefit after so many months paid into the pools."""
    return 12 if paid < SHORT else (18 if paid < LONG else 24)
