"""The ODD description (Overview, Design concepts, Details), written from the declarations.

Everything that can be read from the declarations is; the sentences in this file say only what
no declaration can.
"""

from collections.abc import Iterator

from sezsim.definitions.geography import CITY_NAMES_ZH, City
from sezsim.definitions.industry import INDUSTRIES
from sezsim.describe.declarations import (
    indicators_section,
    instruments_sections,
    parameters_sections,
    tables_sections,
)
from sezsim.describe.month import equations_of, month_section, processes_section
from sezsim.describe.section import Section

PURPOSE = (
    "The model shows what reforms of the Shenyang Economic Zone do to jobs, output, budgets, "
    "migration and pollution of its eight cities, month by month from 2010-01 to 2020-12, and "
    "who gains and who loses. Every effect is a scenario minus the baseline, replicate by "
    "replicate."
)
CONCEPTS = {
    "Basic principles": (
        "Stock-flow consistent: all money is whole fen and moves through one door with payer and "
        "payee; the books are proved every month by sector and city."
    ),
    "Emergence": "Unemployment, wages, closures, migration and budgets emerge from decisions.",
    "Adaptation": "Firms adapt plans, staff, vintages and prices; persons search for posts.",
    "Interaction": (
        "Goods, labour, credit and tax markets between firms, persons, cities and the outside."
    ),
    "Stochasticity": (
        "Counter-based draws keyed by seed, replicate, purpose, month and permanent id; "
        "scenarios of one replicate meet the same chance."
    ),
    "Collectives": "Firms hold contracts through employer pools, so that every scale agrees.",
    "Observation": "Indicators are pure functions of monthly sums and never feed back.",
}
INPUT = (
    "The world outside follows a path of national prices, demand, productivity and rates; a "
    "scenario may put factors on it."
)


def odd_text() -> str:
    """Return the whole description as Markdown."""
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    """Yield the lines of the description."""
    yield from (
        "# ODD description of sezsim",
        "",
        "## 1. Purpose and patterns",
        "",
        PURPOSE,
        "",
    )
    yield from ("## 2. Entities, state variables and scales", "")
    cities = "、".join(CITY_NAMES_ZH)
    yield from (
        f"{len(City)} cities ({cities}), {INDUSTRIES} industries, one step a month.",
        "",
    )
    for section in tables_sections():
        yield from markdown(section, level=3)
    yield from ("## 3. Process overview and scheduling", "")
    yield from markdown(month_section(), level=3)
    yield from ("## 4. Design concepts", "")
    for name, sentence in CONCEPTS.items():
        yield f"- **{name}.** {sentence}"
    yield from ("", "## 5. Initialisation", "", "See `sezsim describe balance`.", "")
    yield from ("## 6. Input data", "", INPUT, "See `sezsim describe sources`.", "")
    yield from ("## 7. Submodels", "")
    for process, *_ in processes_section().rows:
        yield from (f"### {process}", "", "```", equations_of(process), "```", "")
    yield from ("## 8. Policy instruments", "")
    for section in instruments_sections():
        yield from markdown(section, level=3)
    yield from ("## 9. Parameters", "")
    for section in parameters_sections():
        yield from markdown(section, level=3)
    yield from markdown(indicators_section(), level=2)


def markdown(section: Section, *, level: int) -> Iterator[str]:
    """Yield a section as a Markdown table."""
    yield from (f"{'#' * level} {section.title}", "")
    yield row_of(section.columns)
    yield row_of(tuple("---" for _ in section.columns))
    for row in section.rows:
        yield row_of(row)
    yield ""


def row_of(values: tuple[object, ...]) -> str:
    """Return a row of a Markdown table."""
    return f"| {' | '.join(str(value).replace('|', '/') for value in values)} |"
