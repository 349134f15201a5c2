"""The first lines of the page: the answer in a sentence, then one row per reform."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Words
from sezsim.report.headline import HeadlineCell, HeadlineRow, rows
from sezsim.report.measures import measure
from sezsim.report.numbers import MINUS, in_text
from sezsim.report.sentences import (
    PAIR,
    Verdict,
    is_little,
    is_next_to_nothing,
    is_sure,
    listed_titles,
    sized,
    verdict,
)
from sezsim.report.study import Study
from sezsim.report.style import reform_style
from sezsim.report.summary import FIRST, JOBS, peaks, sure_of
from sezsim.report.targets import chances, finding
from sezsim.report.wordings import in_sentence, joined, place, say

OUTPUT_AND_JOBS = ("gdp_real", "employed")


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
    parts = sure_of(study, reform)
    return BriefRow(
        study.title(reform),
        reform_style(number)[0],
        tuple((row, row.of(reform, study.year)) for row in columns),
        city(lost, "brief_fewer"),
        city(gained, "brief_more"),
        say("brief_sure", sure=parts["sure"], count=sum(parts.values())),
    )


def lead(study: Study) -> list[Words]:
    """Say in a sentence what all reforms do to output and jobs, and which targets are met."""
    if not study.reforms or study.replicates < PAIR:
        return []
    found: dict[str, list[str]] = {}
    for reform in study.reforms:
        found.setdefault(direction(study, reform), []).append(reform)
    parts = [
        say(f"lead_{way}", name=quoted(study, reform), sizes=sizes(study, reform))
        for way in ("up", "mixed", "down")
        for reform in found.get(way, [])
    ]
    if "none" in found:
        names = listed_titles([quoted(study, reform) for reform in found["none"]])
        parts.append(say("lead_none", names=names))
    reference = study.title(study.reference)
    said = say("lead", year=study.year, baseline=reference, parts=joined(parts))
    met = chances(study)
    return [said, *([say("lead_targets", finding=finding(study, met))] if met else [])]


def quoted(study: Study, reform: str) -> Words:
    """Return the title of a reform in quotation marks."""
    return say("lead_quoted", name=study.title(reform))


def clear(study: Study, reform: str) -> list[tuple[str, pd.Series, Verdict]]:
    """Return the first indicators that a reform changes beyond chance and by more than nothing."""
    found = []
    for name in FIRST:
        effect = study.effect(reform, name, study.year) if study.has(name) else None
        if effect is None or is_next_to_nothing(effect, measure(name).change_unit):
            continue
        if is_sure(verdict(effect)):
            found.append((name, effect, verdict(effect)))
    return found


def direction(study: Study, reform: str) -> str:
    """Tell whether a reform moves output and jobs up, down, both ways, or not at all."""
    ways = {way for name, _, way in clear(study, reform) if name in OUTPUT_AND_JOBS}
    return "mixed" if len(ways) > 1 else str(next(iter(ways), "none"))


def sizes(study: Study, reform: str) -> Words:
    """Write the changes of the first indicators with their signs, but for what is too little."""
    found = clear(study, reform)
    told = [
        each
        for each in found
        if not is_little(float(each[1]["mean"]), measure(each[0]).change_unit)
    ]
    parts = [
        say(
            "lead_size",
            indicator=in_sentence(name, measure(name).title),
            arrow="+" if way == "up" else MINUS,
            size=sized(float(effect["mean"]), measure(name).change_unit),
        )
        for name, effect, way in told or found
    ]
    return joined(parts, zh="，", en=", ")


def city(peak: pd.Series | None, key: str) -> Words:
    """Name a city, its change of jobs and the year."""
    if peak is None:
        return say("brief_none")
    size = in_text(float(peak["mean"]))
    return say(key, city=place(str(peak["city"])), size=size, year=int(peak["year"]))
