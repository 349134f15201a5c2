"""The items of the report in the order of the page; a new item is one file and one line here."""

from collections.abc import Callable

from sezsim.report import fans, headline
from sezsim.report.chart import Item
from sezsim.report.study import Study

ITEMS: tuple[Callable[[Study], Item], ...] = (
    headline.build,
    fans.build,
)


def build_items(study: Study) -> list[Item]:
    """Build all items; one without data says why it is left out."""
    return [build(study) for build in ITEMS]
