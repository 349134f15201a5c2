"""Findings in words, computed from the data, in both languages."""

from typing import Literal

import pandas as pd

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Words, listed
from sezsim.report.measures import Measure, measure
from sezsim.report.numbers import in_text, short
from sezsim.report.statistics import sure_among
from sezsim.report.study import Study
from sezsim.report.wordings import BILLIONS, MILLIONS, UNITS, capital, in_sentence, joined, say

Verdict = Literal["better", "worse", "up", "down", "unclear", "none", "single"]
MONEY = "10^8 yuan/month"
HUNDRED = 100.0  # millions in the unit of money
TEN = 10.0  # units of money in a billion
LITTLE = 0.05  # per cent or percentage points
PAIR = 2  # pairs of replicates from which on there is an interval


def verdict(effect: pd.Series, good: int = 0) -> Verdict:
    """Judge an effect: sure of its sign or not, and whether that is good."""
    if effect["n"] < PAIR:
        return "single"
    if effect["low95"] == effect["high95"] == 0:
        return "none"
    if effect["low95"] <= 0 <= effect["high95"]:
        return "unclear"
    up = bool(effect["mean"] > 0)
    if good == 0:
        return "up" if up else "down"
    return "better" if up == (good > 0) else "worse"


def is_sure(found: Verdict) -> bool:
    """Tell whether an effect has an interval that leaves out zero."""
    return found in {"better", "worse", "up", "down"}


def signs_among(effects: pd.DataFrame, many: int) -> list[Literal["down", "up", "unclear"]]:
    """Return the sign of every effect that stays beyond chance when so many are looked at."""
    sure = set(sure_among(effects, many).index)
    return [
        "unclear" if index not in sure else "up" if mean > 0 else "down"
        for index, mean in effects["mean"].items()
    ]


def sized(value: float, unit: Words) -> Words:
    """Write the size of a change with its unit."""
    if is_little(value, unit):
        key = "sized_percent" if unit.en == "%" else "sized"
        return say("sized_little", size=say(key, size=LITTLE, unit=unit))
    if unit.en == "%":
        return say("sized_percent", size=short(value))
    if unit == UNITS[MONEY]:
        many = abs(value) >= TEN
        english = short(value / TEN) if many else short(value * HUNDRED)
        named = (BILLIONS if many else MILLIONS)[MONEY]
        return say("sized", size=Words(short(value), english), unit=Words(unit.zh, named))
    return say("sized", size=in_text(value), unit=unit)


def is_little(value: float, unit: Words) -> bool:
    """Tell whether a change is too little to be worth a number, be it beyond chance or not."""
    return unit in (say("unit_percent"), say("unit_points")) and abs(value) < LITTLE


def is_next_to_nothing(effect: pd.Series, unit: Words) -> bool:
    """Tell whether an effect and its whole interval are too little to be worth a number."""
    bounds = (effect["mean"], effect["low95"], effect["high95"])
    return effect["n"] >= PAIR and all(is_little(float(each), unit) for each in bounds)


def changes_in_words(study: Study, name: str) -> Words:
    """Say what every reform does to an indicator in the zone; those alike in one part."""
    if not study.reforms:
        return say("no_reform", baseline=study.title(study.reference))
    parts: list[Words] = []
    alike: dict[str, list[str]] = {}
    for reform in study.reforms:
        effect = study.effect(reform, name, study.year)
        if effect is None:
            continue
        found = verdict(effect)
        if is_sure(found) or found == "single":
            parts.append(change_part(study, [reform], name, found, float(effect["mean"])))
        else:
            alike.setdefault(found, []).append(reform)
    parts += [change_part(study, reforms, name, found) for found, reforms in alike.items()]
    title = short_title(measure(name))
    return say("changes", indicator=title, year=study.year, parts=joined(parts))


def change_part(
    study: Study, reforms: list[str], name: str, found: str, value: float = 0.0
) -> Words:
    """Say by how much reforms change an indicator of the zone."""
    return say(
        f"change_{found}",
        name=listed_titles([study.title(reform) for reform in reforms]),
        size=sized(value, measure(name).change_unit),
    )


def listed_titles(titles: list[Words]) -> Words:
    """Join names to a list in both languages."""
    return Words(
        listed([title.zh for title in titles], "zh"),
        listed([title.en for title in titles], "en"),
    )


def title_of(shown: Measure) -> Words:
    """Return the name of an indicator as a heading."""
    return capital(shown.title)


def short_title(shown: Measure) -> Words:
    """Return the short name of an indicator as a heading."""
    words = in_sentence(shown.name, title_of(shown))
    bare = words.en.removeprefix("the ")
    return Words(words.zh, bare[:1].upper() + bare[1:])


def zone_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the zone."""
    return table[table["city"] == ZONE]


def city_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the cities."""
    return table[table["city"] != ZONE]
