"""Names of what the plan (总体方案) speaks about, in Chinese and English, read as data."""

import csv
import re
from collections.abc import Iterable
from functools import cache

from sezsim.base_year.figures import FOLDER
from sezsim.definitions.errors import DataError
from sezsim.definitions.wording import Language, Words, spoken

FILES = ("instruments.csv", "places.csv")
CLAUSE = re.compile(r"\[([^\]]*)\]")
PLACE = re.compile(r"\{(\w+)")


@cache
def plan_names() -> dict[str, Words]:
    """Return the names of all measures and places of the plan, by key."""
    names: dict[str, Words] = {}
    for file in FILES:
        try:
            with (FOLDER / "plan" / file).open(encoding="utf-8", newline="") as lines:
                for row in csv.DictReader(lines):
                    names[row["key"]] = Words(row["chinese"], row["english"])
        except (FileNotFoundError, UnicodeDecodeError, KeyError) as error:
            raise DataError(f"{file} cannot be read ({error}); restore it.") from error
    return names


def sentence_of(
    sentence: Words, settings: Iterable[tuple[str, object]], language: Language
) -> str:
    """Fill the places of a sentence; a clause in [brackets] is dropped if nothing is set in it."""
    values = dict(settings)

    def clause(found: re.Match[str]) -> str:
        return found[1] if any(values[name] for name in PLACE.findall(found[1])) else ""

    said = {name: spoken_in_plan(value, language) for name, value in values.items()}
    return CLAUSE.sub(clause, sentence.of(language)).format(**said)


def spoken_in_plan(value: object, language: Language) -> object:
    """Return a value as it is said in a language; what the plan names goes by its name there."""
    if isinstance(value, str) and value in plan_names():
        return plan_names()[value].of(language)
    return spoken(value, language)
