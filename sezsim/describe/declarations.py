"""Tables, rules, parameters, instruments and indicators, read from their declarations."""

from collections.abc import Iterator
from dataclasses import Field, fields
from enum import Enum

from pydantic.fields import FieldInfo

from sezsim.definitions.explain import declared, meaning
from sezsim.definitions.wording import named
from sezsim.describe.section import Section
from sezsim.observation.indicator import INDICATORS
from sezsim.observation.indicators import measured
from sezsim.parameters import Parameters
from sezsim.policy import Instrument, instruments
from sezsim.state.banks import Banks
from sezsim.state.cells import Cells
from sezsim.state.economy import Purses
from sezsim.state.firms import Firms, Pools
from sezsim.state.governments import Governments
from sezsim.state.month_flows import MonthFlows
from sezsim.state.requests import Request
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure
from sezsim.state.workers import Workers

TABLES = (
    Workers, Firms, Pools, Cells, Governments, Banks, Purses, Structure, MonthFlows, Request,
    Rules,
)  # fmt: skip
REGISTER = measured.__module__  # importing the indicators fills the register


def tables_sections() -> list[Section]:
    """Return the declared columns of every table of the state."""
    return [table_section(table) for table in TABLES]


def table_section(table: type) -> Section:
    """Return the declared columns of a table."""
    rows = tuple(
        (field.name, field.metadata["meaning"], field.metadata["unit"])
        for field in declared_fields(table)
    )
    return Section(table.__name__, ("column", "meaning", "unit"), rows)


def declared_fields(table: type) -> Iterator[Field[object]]:
    """Yield the fields that carry a meaning."""
    for field in fields(table):
        if "meaning" in field.metadata:
            yield field


def parameters_sections() -> list[Section]:
    """Return the parameters of every process: value, unit, range, grade, meaning, source."""
    groups: dict[str, list[tuple[object, ...]]] = {}
    for p in Parameters().listed():
        process, _, name = p.name.partition(".")
        within = f"{p.within[0]:g} to {p.within[1]:g}"
        row = (name, p.value, p.unit, within, p.grade, p.meaning, p.source)
        groups.setdefault(process, []).append(row)
    columns = ("parameter", "value", "unit", "range", "grade", "meaning", "source")
    return [Section(process, columns, tuple(rows)) for process, rows in groups.items()]


def instruments_sections() -> list[Section]:
    """Return the settings of every instrument."""
    columns = ("setting", "unit", "range", "neutral", "default", "meaning")
    return [
        Section(
            f"{name}: {found.title.zh} / {found.title.en}",
            columns,
            tuple(setting_row(found, setting) for setting in found.model_fields),
        )
        for name, found in instruments().items()
    ]


def setting_row(instrument: type[Instrument], setting: str) -> tuple[object, ...]:
    """Return unit, range, neutral value, default and meaning of a setting."""
    field, extra = instrument.model_fields[setting], declared(instrument, setting)
    required = "the instrument" if setting == "id" else "required"
    return (
        setting,
        extra.get("unit", ""),
        "{:g} to {:g}".format(*extra["within"]) if "within" in extra else kinds_of(field),
        "" if extra.get("neutral") is None else extra["neutral"],
        required if field.is_required() else named(field.default),
        meaning(instrument, setting),
    )


def kinds_of(field: FieldInfo) -> str:
    """Name the kinds of which a setting is one."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum) and field.json_schema_extra:
        return ", ".join(str(named(each)) for each in kind)
    return "true, false" if kind is bool else ""


def indicators_section() -> Section:
    """Return every indicator with unit and names."""
    rows = tuple((i.name, i.unit, i.en, i.zh) for i in INDICATORS.values())
    return Section("indicators", ("indicator", "unit", "English", "中文"), rows)
