"""The first lines of the page: one row per reform with what it does, to whom, and how sure."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Words
from sezsim.report.headline import HeadlineCell, HeadlineRow, rows
from sezsim.report.numbers import in_text
from sezsim.report.sentences import PAIR
from sezsim.report.study import Study
from sezsim.report.style import reform_style
from sezsim.report.summary import FIRST, JOBS, peaks, sure_of
from sezsim.report.wordings import place, say


@dataclass(frozen=True)
class BriefRow:
    """What the first lines say about one reform."""

    title: Words
    colour: str
    effects: tuple[tuple[HeadlineRow, HeadlineCell | None], ...]
    loses: Words
    gains: Words
    sure: Words


def shown(study: Study) -> tuple[HeadlineRow, ...]:
    """Return the indicators that have a column."""
    return tuple(row for row in rows(study) if row.shown.name in FIRST)


def brief(study: Study) -> list[BriefRow]:
    """Return one row per reform; nothing where there is only one replicate."""
    if study.replicates < PAIR:
        return []
    columns = shown(study)
    return [row_of(study, columns, reform, i) for i, reform in enumerate(study.reforms)]


def row_of(
    study: Study, columns: tuple[HeadlineRow, ...], reform: str, number: int
) -> BriefRow:
    """Gather what is said about one reform."""
    lost, gained = peaks(study, reform) if study.has(JOBS) else (None, None)
    sure, count = sure_of(study, reform)
    return BriefRow(
        study.title(reform),
        reform_style(number)[0],
        tuple((row, row.of(reform, study.year)) for row in columns),
        city(lost, "brief_fewer"),
        city(gained, "brief_more"),
        say("brief_sure", sure=sure, count=count),
    )


def city(peak: pd.Series | None, key: str) -> Words:
    """Name a city, its change of jobs and the year."""
    if peak is None:
        return say("brief_none")
    size = in_text(float(peak["mean"]))
    return say(key, city=place(str(peak["city"])), size=size, year=int(peak["year"]))
