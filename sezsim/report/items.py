"""The items of the report in the order of the page; a new item is one file and one line here."""

from collections.abc import Callable

from sezsim.report import (
    assumptions,
    cities,
    fans,
    forest,
    headline,
    levers,
    model_against_data,
    movers,
    phase_out,
    repeat,
    sensitivity,
    targets,
    trade_offs,
    transfers,
    winners,
)
from sezsim.report.chart import Item
from sezsim.report.study import Study

Builder = Callable[[Study], Item]


ITEMS: tuple[Builder, ...] = (
    headline.build,
    targets.build,
    fans.build,
    forest.build,
    cities.build,
    movers.build,
    winners.build,
    levers.build,
    trade_offs.build,
    phase_out.build,
    transfers.build,
    sensitivity.build,
    model_against_data.build,
    assumptions.build,
    repeat.build,
)


def build_items(study: Study) -> list[Item]:
    """Build all items; one without data says why it is left out."""
    return [build(study) for build in ITEMS]
