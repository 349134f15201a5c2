"""Months; quarters and years hang on them."""

import re
from dataclasses import dataclass
from functools import cache

from sezsim.definitions.errors import ScenarioError

MONTHS_A_YEAR = 12
MONTHS_A_QUARTER = 3
FIRST_YEAR = 2010


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month, counted from 2010-01 (number 0)."""

    number: int

    @classmethod
    def read(cls, text: str) -> "Month":
        """Read a month such as 2011-04; raise ScenarioError for anything else."""
        found = re.fullmatch(r"(\d{4})-(\d{2})", str(text))
        if not found or not 1 <= int(found[2]) <= MONTHS_A_YEAR:
            if date := re.match(r"(\d{4}-\d{2})-\d", str(text)):
                raise ScenarioError(f"'{text}' is a full date; write the month as '{date[1]}'.")
            year = re.match(r"\d{4}", str(text))
            hint = f"; write it as '{year[0]}-01'" if year else "; write it as '2011-01'"
            raise ScenarioError(f"'{text}' is not a month{hint}.")
        return cls((int(found[1]) - FIRST_YEAR) * MONTHS_A_YEAR + int(found[2]) - 1)

    @property
    def year(self) -> int:
        """The calendar year."""
        return FIRST_YEAR + self.number // MONTHS_A_YEAR

    @property
    def of_year(self) -> int:
        """The month of the year, 1 to 12."""
        return self.number % MONTHS_A_YEAR + 1

    def next(self) -> "Month":
        """Return the month that follows."""
        return Month(self.number + 1)

    def __str__(self) -> str:
        """Write the month as 2011-04."""
        return written(self.number)


@cache
def written(number: int) -> str:
    """Write the month of a number as 2011-04; it is asked for several times a month."""
    year, month = divmod(number, MONTHS_A_YEAR)
    return f"{FIRST_YEAR + year:04d}-{month + 1:02d}"


FIRST_MONTH = Month(0)
LAST_MONTH = Month(131)
