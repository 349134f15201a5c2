"""Item 2: how likely each scenario is to meet the targets of the plan, and when."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language, Words
from sezsim.observation.targets import (
    AS_REPORTED,
    BASE,
    FIRST,
    PER_PRODUCT,
    TARGETS,
    Target,
    Yearly,
    all_met,
)
from sezsim.report.chart import Chart, Column, Figure, Item, Table
from sezsim.report.study import Study
from sezsim.report.style import BLUE, INK, axis, figure, see_through, wrapped
from sezsim.report.wordings import say

LIKELY = 0.5
DARK = 0.6  # share from which on the text is white
SCENARIO = 0.25  # where the names of scenarios begin, of the width
TILES = 0.5  # where the tiles begin, of the width
MOST_ACROSS = 10  # cells in a row of the wide matrix
ACROSS = 0.19  # where its cells begin, of the width
LETTERS = {"zh": 6, "en": 12}  # in a line above a cell
RELATIVE = {target.key for target in (*TARGETS, *AS_REPORTED) if target.relative}
Judged = tuple[str, Words, Callable[[Yearly, int], bool]]  # key, names, whether it is met
COLUMNS = ("scenario", "target", "year", "met", "year_met", "n")


@dataclass(frozen=True)
class Chance:
    """How likely a scenario is to meet a target in a year."""

    scenario: str
    key: str
    names: Words
    year: int
    share: float
    first: int | None  # the year in which most replicates first meet it
    replicates: int

    @property
    def text(self) -> str:
        """What stands in the cell."""
        percent = f"{100 * self.share:.0f}%"
        told = self.first is not None and self.first <= self.year and self.share > LIKELY
        return f"{percent} ({self.first})" if told else percent


def chances(study: Study) -> list[Chance]:
    """Return the chance of every target, and of all together, by scenario and turning year."""
    runs = {scenario: yearly_values(study, scenario) for scenario in study.scenarios}
    found = []
    for key, names, met in judged(study):
        for scenario in study.scenarios:
            shares = {
                year: sum(met(values, year) for values in runs[scenario]) / len(runs[scenario])
                for year in study.years
            }
            later = {year: share for year, share in shares.items() if year > BASE}
            first = first_year(later if key in RELATIVE else shares)
            found += [
                Chance(scenario, key, names, year, shares[year], first, len(runs[scenario]))
                for year in study.turning_years
            ]
    return found


def judged(study: Study) -> list[Judged]:
    """Return the targets that the panel can be judged by, and those of 2015 all together."""
    measured = [t for t in (*TARGETS, *AS_REPORTED) if study.has(*needed(t))]
    measured = [t for t in measured if not t.relative or BASE in study.years]
    rows: list[Judged] = [(t.key, t.names, t.met) for t in measured]
    if set(TARGETS) <= set(measured):
        rows.append(("all", say("targets_all"), partial(all_met_in, reported=False)))
        rows.append(("all_told", say("targets_all_told"), partial(all_met_in, reported=True)))
    return rows


def all_met_in(values: Yearly, year: int, *, reported: bool) -> bool:
    """Tell whether all targets of 2015 are met together in a year."""
    return all_met(values, FIRST, year, reported=reported)


def needed(target: Target) -> tuple[str, ...]:
    """Return the indicators that a target is judged by."""
    amount = target.indicator in PER_PRODUCT
    return (target.indicator, "gdp_real") if amount else (target.indicator,)


def yearly_values(study: Study, scenario: str) -> list[Yearly]:
    """Return the yearly means of the zone, one table for each replicate."""
    means = study.means.xs((scenario, ZONE), level=("scenario", "city"))
    wanted = {name for target in (*TARGETS, *AS_REPORTED) for name in needed(target)}
    columns = [name for name in means.columns if name in wanted]
    return [
        {
            (name, int(year)): float(value)
            for name in columns
            for (_, year), value in rows[name].items()
        }
        for _, rows in means.groupby(level="replicate")
    ]


def first_year(shares: dict[int, float]) -> int | None:
    """Return the first year in which more than half of the replicates meet the target."""
    return next((int(year) for year, share in sorted(shares.items()) if share > LIKELY), None)


@dataclass(frozen=True)
class Matrix:
    """What the matrix shows."""

    study: Study
    found: list[Chance]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one cell per target, scenario and year; targets as rows if the page is wide."""
        if (
            not narrow
            and len(self.study.scenarios) * len(self.study.turning_years) <= MOST_ACROSS
        ):
            return self.draw_across(language)
        names = list(dict.fromkeys(chance.key for chance in self.found))
        rows = [(scenario, name) for name in names for scenario in self.study.scenarios]
        years = self.study.turning_years
        places = {row: len(rows) - 1 - i for i, row in enumerate(rows)}
        shapes, texts = [], []
        for chance in self.found:
            x, y = years.index(chance.year), places[chance.scenario, chance.key]
            shapes.append(tile(x, y, chance.share))
            texts.append((x, y, chance.text, "#fff" if chance.share > DARK else INK))
        layout = {
            "xaxis": axis(
                domain=(TILES, 1), tickvals=list(range(len(years))), ticktext=years,
                side="top", range=(-0.5, len(years) - 0.5), showgrid=False, zeroline=False,
            ),
            "yaxis": axis(visible=False, range=(-0.5, len(rows) - 0.5)),
            "shapes": shapes,
            "annotations": self.headings(places, language, narrow),
            "margin": {"l": 4, "r": 8, "t": 28, "b": 6},
        }  # fmt: skip
        marks = go.Scatter(
            x=[x for x, *_ in texts],
            y=[y for _, y, *_ in texts],
            text=[text for *_, text, _ in texts],
            textfont={"color": [colour for *_, colour in texts]},
            mode="text",
            hoverinfo="skip",
        )
        return figure([marks], 40 + len(rows) * (32 if not narrow else 58), **layout)

    def draw_across(self, language: Language) -> Figure:
        """Draw a row per target and a cell per year and scenario."""
        years, scenarios = self.study.turning_years, self.study.scenarios
        titles = {chance.key: chance.names for chance in self.found}
        columns = [(year, scenario) for year in years for scenario in scenarios]
        gap = 0.4  # of a cell, between the years
        left = {each: i + gap * (i // len(scenarios)) for i, each in enumerate(columns)}
        below = {key: len(titles) - 1 - i for i, key in enumerate(titles)}
        common = {
            "showarrow": False,
            "yanchor": "bottom",
            "xref": "x",
            "yref": "paper",
            "y": 1.0,
        }
        notes: list[dict[str, Any]] = [
            {"text": "<br>".join(textwrap.wrap(self.study.title(scenario).of(language),
                                               LETTERS[language])),
             "x": x, "font": {"size": 10}, **common}
            for (_, scenario), x in left.items()
        ] + [
            {"text": f"<b>{year}</b>", "yshift": 46,
             "x": left[year, scenarios[0]] + (len(scenarios) - 1) / 2, **common}
            for year in years
        ]  # fmt: skip
        layout = {
            "xaxis": axis(domain=(ACROSS, 1), visible=False, range=(-0.5, max(left.values()) + 0.5)),
            "yaxis": axis(
                range=(-0.5, len(titles) - 0.5), showgrid=False, zeroline=False, showline=False,
                tickvals=list(below.values()), automargin=False,
                ticktext=[wrapped(each.of(language), language) for each in titles.values()],
                anchor="free", position=ACROSS,
            ),
            "shapes": [
                tile(left[c.year, c.scenario], below[c.key], c.share) for c in self.found
            ],
            "annotations": notes,
            "margin": {"l": 4, "r": 8, "t": 72, "b": 6},
        }  # fmt: skip
        marks = go.Scatter(
            x=[left[c.year, c.scenario] for c in self.found],
            y=[below[c.key] for c in self.found],
            text=[c.text for c in self.found],
            textfont={
                "size": 10,
                "color": ["#fff" if c.share > DARK else INK for c in self.found],
            },
            mode="text",
            hoverinfo="skip",
        )
        return figure([marks], 80 + len(titles) * 38, **layout)

    def headings(
        self,
        places: dict[tuple[str, str], int],
        language: Language,
        narrow: bool,  # noqa: FBT001
    ) -> list[dict[str, Any]]:
        """Name targets and scenarios at the left."""
        common = {"xref": "paper", "showarrow": False, "xanchor": "left", "align": "left"}
        made = []
        titles = {chance.key: chance.names for chance in self.found}
        for (scenario, name), y in places.items():
            title = wrapped(self.study.title(scenario).of(language), language)
            first = scenario == self.study.scenarios[0]
            target = wrapped(titles[name].of(language), language)
            if narrow:
                title = f"<b>{target}</b><br>{title}" if first else title
            made.append({"text": title, "x": 0.0 if narrow else SCENARIO, "y": y, **common})
            if first and not narrow:
                made.append({"text": f"<b>{target}</b>", "x": 0.0, "y": y, **common})
        return made

    def table(self) -> Table:
        """Return the chances as data."""
        titles = tuple(Column(name, say(name), 2) for name in COLUMNS)
        rows = [
            (
                self.study.title(chance.scenario), chance.names, chance.year, chance.share,
                str(chance.first or ""), chance.replicates,
            )
            for chance in self.found
        ]  # fmt: skip
        return Table("02_targets", say("targets_title"), titles, rows)


def tile(x: float, y: float, share: float) -> dict[str, Any]:
    """Return a cell whose colour deepens with the share."""
    return {
        "type": "rect", "x0": x - 0.48, "x1": x + 0.48, "y0": y - 0.44, "y1": y + 0.44,
        "fillcolor": see_through(BLUE, 0.05 + 0.95 * share), "line": {"width": 0},
        "layer": "below",
    }  # fmt: skip


def finding(study: Study, found: list[Chance]) -> Words:
    """Say which scenario meets most targets, and which target is hardest."""
    year = study.year
    now = [c for c in found if c.year == year and c.key in {target.key for target in TARGETS}]
    met = {
        scenario: sum(c.share > LIKELY for c in now if c.scenario == scenario)
        for scenario in study.scenarios
    }
    best = max(study.scenarios, key=lambda scenario: met[scenario])
    of_best = [chance for chance in now if chance.scenario == best]
    if met[best] == 0:
        closest = max(of_best, key=lambda chance: chance.share)
        return say("targets_finding_none", year=year, hardest=closest.names)
    hardest = min(of_best, key=lambda chance: chance.share)
    return say(
        "targets_finding", best=study.title(best), year=year, met=met[best],
        count=len(of_best), hardest=hardest.names,
    )  # fmt: skip


def build(study: Study) -> Item:
    """Build the item."""
    title, found = say("targets_title"), chances(study)
    if not found:
        return Item(2, "targets", "evidence", title, left_out=say("targets_none"))
    matrix = Matrix(study, found)
    said = finding(study, found)
    chart = Chart(
        "targets",
        said,
        say("targets_note", replicates=study.replicates),
        say("targets_alt", finding=said),
        matrix.table(),
        matrix.draw,
    )
    return Item(2, "targets", "evidence", title, charts=(chart,))
