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
    movers,
    phase_out,
    repeat,
    targets,
    transfers,
    winners,
)
from sezsim.report.chart import Item, Section
from sezsim.report.study import Study
from sezsim.report.wordings import say

Builder = Callable[[Study], Item]


def needs_sweep(number: int, section: Section, _study: Study) -> Item:
    """Say of an item that it needs the results of a sweep."""
    key = f"item_{number}"
    return Item(number, key, section, say(key), left_out=say("needs_sweep"))


ITEMS: tuple[Builder, ...] = (
    headline.build,
    targets.build,
    fans.build,
    forest.build,
    cities.build,
    movers.build,
    winners.build,
    partial(needs_sweep, 8, "evidence"),
    partial(needs_sweep, 9, "evidence"),
    phase_out.build,
    transfers.build,
    partial(needs_sweep, 12, "robustness"),
    model_against_data.build,
    assumptions.build,
    repeat.build,
)


def build_items(study: Study) -> list[Item]:
    """Build all items; one without data says why it is left out."""
    return [build(study) for build in ITEMS]
