"""The names of what a sensitivity study varies and of what it looks at."""

from sezsim.definitions.wording import Language, Words
from sezsim.report.measures import Measure, measure
from sezsim.report.sentences import short_title
from sezsim.report.wordings import FACTORS, in_sentence, place, say

REPLICATE, UNDER = "replicate", "under"
PARTS_WITH_CITY = 3  # indicator.city.year


def factor(name: str) -> Words:
    """Return the name of a factor: its own if it has one, else the dotted name."""
    bare = name.removeprefix("parameters.")
    return FACTORS.get(bare, Words(bare, bare))


def shown_factor(name: str, language: Language) -> str:
    """Return the name of a factor broken into lines at its dot, where it is a dotted one."""
    text = factor(name).of(language)
    return text.replace(".", ".<br>", 1) if "." in text and " " not in text else text


def outcome_parts(outcome: str) -> tuple[Measure, str, int]:
    """Return the indicator, the place and the year of 'indicator.city.year'."""
    parts = outcome.split(".")
    city = parts[1] if len(parts) == PARTS_WITH_CITY else "zone"
    return measure(parts[0]), city, int(parts[-1])


def outcome_title(outcome: str) -> Words:
    """Return the name of an outcome as a heading."""
    shown, city, year = outcome_parts(outcome)
    if city == "zone":
        return say("outcome_zone", indicator=short_title(shown), year=year)
    return say("outcome_city", indicator=short_title(shown), city=place(city), year=year)


def outcome_in_text(outcome: str) -> Words:
    """Return the name of an outcome inside a sentence."""
    shown, city, year = outcome_parts(outcome)
    named = in_sentence(shown.name, shown.title)
    if city == "zone":
        return say("outcome_zone", indicator=named, year=year)
    return say("outcome_city", indicator=named, city=place(city), year=year)


def absolute_unit(shown: Measure) -> Words:
    """Return the unit of a difference of two levels, not in per cent of either."""
    return say("unit_points") if shown.kind == "points" else shown.unit
