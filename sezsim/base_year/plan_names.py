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
FIRST_OF_LIST = re.compile(r"([:：])[,;，；](?!\.)")  # no comma stands before the first clause
NOTHING_LISTED = ((re.compile("：。"), "：无。"), (re.compile(r":\.(?!\d)"), ": none."))


class Together(tuple[object, ...]):
    """Values of several policies that are told in one sentence."""

    __slots__ = ()


@cache
def plan_names() -> dict[str, Words]:
    """Return the names of all measures and places of the plan, by key."""
    rows = [row for file in FILES for row in rows_of(file)]
    return {row["key"]: Words(row["chinese"], row["english"]) for row in rows}


@cache
def plan_sections() -> dict[str, str]:
    """Return the section of the plan in which each measure stands, by key, in the plan's order."""
    return {row["key"]: row["section"] for row in rows_of(FILES[0])}


def rows_of(file: str) -> list[dict[str, str]]:
    """Read the rows of a table of the plan that have a key, two names and perhaps a section."""
    try:
        with (FOLDER / "plan" / file).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        return [{**row, "key": row["key"], "chinese": row["chinese"]} for row in rows]
    except (FileNotFoundError, UnicodeDecodeError, KeyError) as error:
        raise DataError(f"{file} cannot be read ({error}); restore it.") from error


def sentence_of(
    sentence: Words,
    settings: Iterable[tuple[str, object]],
    language: Language,
    silent: set[str] | frozenset[str] = frozenset(),
) -> str:
    """Fill the places of a sentence; a clause in [brackets] of silent settings only is dropped.

    Clauses after a colon begin with the mark that parts them from the one before, which the first
    one drops.
    """
    values = dict(settings)

    def clause(found: re.Match[str]) -> str:
        return "" if silent.issuperset(PLACE.findall(found[1])) else found[1]

    text = FIRST_OF_LIST.sub(r"\1", CLAUSE.sub(clause, sentence.of(language)))
    for empty, nothing in NOTHING_LISTED:
        text = empty.sub(nothing, text)
    said = {name: spoken_in_plan(value, language) for name, value in values.items()}
    return text.format(**said)


def spoken_in_plan(value: object, language: Language) -> object:
    """Return a value as it is said in a language; what the plan names goes by its name there."""
    if isinstance(value, Together):
        return (
            Words("；", "; ")
            .of(language)
            .join(str(spoken_in_plan(each, language)) for each in value)
        )
    if isinstance(value, Words):
        return value.of(language)
    if isinstance(value, str) and value in plan_names():
        return plan_names()[value].of(language)
    return spoken(value, language)
