"""The points of a sweep kept apart: runs of different swept values are no replicates of each other."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from sezsim.definitions.wording import Words
from sezsim.report.tables import ReportTables, ScenarioText
from sezsim.report.wordings import say

MOST = 6  # scenarios that the charts of one page can hold
PARTS = ("panel", "flows", "events", "groups", "spells", "failures")


def told_apart(tables: ReportTables) -> ReportTables:
    """Return tables in which each point of a sweep is a scenario that carries its values.

    With more points than a page can hold only those of the first one stay; the page and the error
    stream say so, and that the outcomes of all stand in tables/outcomes.csv.
    """
    design = tables.design
    label = labels(design)
    if not (label != "").any():
        return tables
    if (design["scenario"] + label).nunique() > MOST:
        point = ", ".join(label.iloc[0].strip("|").split("|"))
        tables = replace(tables, points=int(label.nunique()), point=point)
        told = say("first_point", count=tables.points, point=point)
        sys.stderr.write(f"{told.en} {told.zh}\n")
        label = label[label == label.iloc[0]]
        design = design.loc[label.index]
    named = design["scenario"] + label
    of_run = dict(zip(design["run"], named, strict=True))
    parts: dict[str, Any] = {name: renamed(getattr(tables, name), of_run) for name in PARTS}
    texts = {
        name: text_with(tables.scenarios[scenario], name.removeprefix(scenario))
        for name, scenario in dict(zip(named, design["scenario"], strict=True)).items()
        if scenario in tables.scenarios
    }
    return replace(tables, **parts, design=design.assign(scenario=named), scenarios=texts)


def renamed(table: pd.DataFrame | None, of_run: Mapping[str, str]) -> pd.DataFrame | None:
    """Return the rows of the runs that stay, each under the scenario of its point."""
    if table is None or "run" not in table:
        return table
    kept = table[table["run"].isin(list(of_run))]
    return kept.assign(scenario=kept["run"].map(of_run))


def text_with(text: ScenarioText, label: str) -> ScenarioText:
    """Return what is said about a scenario with the swept values in its title."""
    values = ", ".join(label.strip("|").split("|"))
    title = Words(f"{text.title.zh}（{values}）", f"{text.title.en} ({values})")
    return replace(text, title=title)


def swept_names(design: pd.DataFrame) -> list[str]:
    """Name the columns of a design that hold swept values."""
    return [
        name for name in design.columns if name not in {"run", "scenario", "replicate", "seed"}
    ]


def labels(design: pd.DataFrame) -> pd.Series:
    """Write out the swept values of every run, empty where nothing is swept."""
    text = pd.Series("", index=design.index)
    for name in swept_names(design):
        told = design[name].map(plainly)
        text += (f"|{name}=" + told).where(design[name].notna(), "")
    return text


def plainly(value: object) -> str:
    """Write a number with six digits, anything else as it is."""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
