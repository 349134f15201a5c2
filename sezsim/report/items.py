"""The items of the report in the order of the page; a new item is one file and one line here."""

from collections.abc import Callable
from functools import partial

from sezsim.report import (
    assumptions,
    cities,
    fans,
    forest,
    headline,
    model_against_data,
    repeat,
    targets,
)
from sezsim.report.chart import Item, Section
from sezsim.report.study import Study
from sezsim.report.wordings import say

Builder = Callable[[Study], Item]


def undrawn(number: int, section: Section, part: str, _study: Study) -> Item:
    """Say of an item why it is left out: its part is not drawn, or there is no sweep."""
    why = say("needs_drawing", part=part) if part else say("needs_sweep")
    return Item(number, f"item_{number}", section, say(f"item_{number}"), left_out=why)


ITEMS: tuple[Builder, ...] = (
    headline.build,
    targets.build,
    fans.build,
    forest.build,
    cities.build,
    partial(undrawn, 6, "evidence", "flows"),
    partial(undrawn, 7, "evidence", "groups"),
    partial(undrawn, 8, "evidence", ""),
    partial(undrawn, 9, "evidence", ""),
    partial(undrawn, 10, "evidence", "events"),
    partial(undrawn, 11, "evidence", "events"),
    partial(undrawn, 12, "robustness", ""),
    model_against_data.build,
    assumptions.build,
    repeat.build,
)


def build_items(study: Study) -> list[Item]:
    """Build all items; one without data says why it is left out."""
    return [build(study) for build in ITEMS]
