"""The model's own description, read from its declarations, so that it cannot go stale."""

from sezsim.describe.declarations import (
    indicators_section,
    instruments_sections,
    parameters_sections,
    tables_sections,
)
from sezsim.describe.month import month_section
from sezsim.describe.odd import odd_text
from sezsim.describe.plan import plan_section
from sezsim.describe.section import Section
from sezsim.describe.sources import sources_section

__all__ = [
    "Section",
    "indicators_section",
    "instruments_sections",
    "month_section",
    "odd_text",
    "parameters_sections",
    "plan_section",
    "sources_section",
    "tables_sections",
]
