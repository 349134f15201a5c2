"""What the report is drawn from: tables and words, so that nothing depends on how they are stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from sezsim.definitions.errors import ResultError
from sezsim.definitions.wording import Words

KEYS = ("run", "scenario", "replicate", "month", "city")
PARAMETER_COLUMNS = ("name", "meaning", "value", "low", "high", "unit", "source", "grade")
OBSERVED_COLUMNS = ("indicator", "city", "year", "value", "source", "grade", "use")
FITTED = "fit"  # use of an observed figure that the opening or the calibration was fitted to
HELD_OUT = "held out"


@dataclass(frozen=True)
class ScenarioText:
    """What is said about a scenario: title, question, and its differences from the baseline."""

    title: Words
    question: Words = Words("", "")
    differences: tuple[Words, ...] = ()


@dataclass(frozen=True)
class ReportTables:
    """The tables of a result; whatever is None leaves out the items that need it.

    panel and design are those of the result folder; the first scenario of design is the
    reference. observed has OBSERVED_COLUMNS in units of the panel with flows as yearly sums;
    without it the calibration data are read. parameters has PARAMETER_COLUMNS, and meaning_zh
    if there is one. analyses are the tables of sensitivity studies by name (sobol, morris,
    tornado, signs, boxes, robustness, futures, factors) and shapley.
    """

    panel: pd.DataFrame
    design: pd.DataFrame
    manifest: Mapping[str, Any]
    flows: pd.DataFrame | None = None
    events: pd.DataFrame | None = None
    groups: pd.DataFrame | None = None
    spells: pd.DataFrame | None = None  # of the persons traced
    failures: pd.DataFrame | None = None
    observed: pd.DataFrame | None = None
    parameters: pd.DataFrame | None = None
    scenarios: Mapping[str, ScenarioText] = field(default_factory=dict)
    analyses: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    points: int = 1  # of a sweep; the page shows the first of them
    point: str = ""  # its values, where there are more

    def __post_init__(self) -> None:
        """Refuse tables that lack columns or rows."""
        check("panel", self.panel, KEYS)
        check("design", self.design, ("run", "scenario", "replicate"))
        for name, table in (("panel", self.panel), ("design", self.design)):
            if table.empty:
                raise ResultError(f"The table {name} is empty; there is nothing to report.")
        if self.observed is not None:
            check("observed", self.observed, OBSERVED_COLUMNS)
        if self.parameters is not None:
            check("parameters", self.parameters, PARAMETER_COLUMNS)


def check(name: str, table: pd.DataFrame, columns: tuple[str, ...]) -> None:
    """Refuse a table that lacks some of its columns."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ResultError(f"The table {name} lacks the columns {', '.join(missing)}.")
