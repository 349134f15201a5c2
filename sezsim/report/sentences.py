"""Findings in words, computed from the data, in both languages."""

from typing import Literal

import pandas as pd

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Words
from sezsim.report.measures import Measure, measure
from sezsim.report.numbers import short
from sezsim.report.study import Study
from sezsim.report.wordings import joined, say

Verdict = Literal["better", "worse", "up", "down", "unclear", "none", "single"]


def verdict(effect: pd.Series, good: int) -> Verdict:
    """Judge an effect: sure of its sign or not, and whether that is good."""
    if effect["n"] > 1 and effect["low95"] == effect["high95"] == 0:
        return "none"
    if effect["n"] < 2:  # noqa: PLR2004 - one pair has no interval
        return "single"
    if effect["low95"] <= 0 <= effect["high95"]:
        return "unclear"
    up = effect["mean"] > 0
    if good == 0:
        return "up" if up else "down"
    return "better" if up == (good > 0) else "worse"


def is_sure(found: Verdict) -> bool:
    """Tell whether an effect has an interval that leaves out zero."""
    return found in {"better", "worse", "up", "down"}


def change_sentence(study: Study, scenario: str, name: str, year: int, city: str = ZONE) -> Words:
    """Say by how much a reform changes an indicator."""
    shown = measure(name)
    effect = study.effect(scenario, name, year, city)
    if effect is None:
        return Words("", "")
    found = verdict(effect, 0)
    key = f"change_{found}"
    return say(
        key,
        name=study.title(scenario),
        indicator=shown.title,
        year=year,
        size=short(effect["mean"]),
        unit=spaced(shown),
    )


def spaced(shown: Measure) -> Words:
    """Return the unit of a change as it follows a number."""
    return shown.change_unit


def changes_in_words(study: Study, name: str) -> Words:
    """Say what every reform does to an indicator in the zone."""
    return joined([change_sentence(study, reform, name, study.year) for reform in study.reforms])
