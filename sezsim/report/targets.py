"""Item 2: how likely each scenario is to meet the targets of the plan, and when."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Chart, Column, Figure, Item, Table
from sezsim.report.measures import TARGETS, Measure, measure
from sezsim.report.sentences import short_title
from sezsim.report.study import Study
from sezsim.report.style import BLUE, INK, axis, figure, see_through, wrapped
from sezsim.report.wordings import in_sentence, say

LIKELY = 0.5
DARK = 0.6  # share from which on the text is white
SCENARIO = 0.25  # where the names of scenarios begin, of the width
TILES = 0.5  # where the tiles begin, of the width
COLUMNS = ("scenario", "indicator", "target_value", "year", "met", "year_met", "n")


@dataclass(frozen=True)
class Chance:
    """How likely a scenario is to meet a target in a year."""

    scenario: str
    shown: Measure
    year: int
    share: float
    first: int | None  # the year in which most replicates first meet it
    replicates: int

    @property
    def text(self) -> str:
        """What stands in the cell."""
        percent = f"{100 * self.share:.0f}%"
        return f"{percent} ({self.first})" if self.first else percent


def chances(study: Study) -> list[Chance]:
    """Return the chance of every target in every scenario and turning year."""
    made = []
    for name in TARGETS:
        if study.has(name):
            table = study.levels(measure(name))
            table = table[table["city"] == ZONE]
            met = table.assign(met=table["value"] >= TARGETS[name])
            shares = met.groupby(["scenario", "year"])["met"].mean()
            counts = met.groupby(["scenario", "year"])["met"].count()
            for scenario in study.scenarios:
                first = first_year(shares[scenario].to_dict())
                made += [
                    Chance(
                        scenario,
                        measure(name),
                        year,
                        float(shares[scenario, year]),
                        first,
                        int(counts[scenario, year]),
                    )
                    for year in study.turning_years
                ]
    return made


def first_year(shares: dict[int, float]) -> int | None:
    """Return the first year in which more than half of the replicates meet the target."""
    return next((int(year) for year, share in sorted(shares.items()) if share > LIKELY), None)


@dataclass(frozen=True)
class Matrix:
    """What the matrix shows."""

    study: Study
    found: list[Chance]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one cell per target, scenario and year; two blocks if the page is narrow."""
        names = list(dict.fromkeys(chance.shown.name for chance in self.found))
        rows = [(scenario, name) for name in names for scenario in self.study.scenarios]
        years = self.study.turning_years
        places = {row: len(rows) - 1 - i for i, row in enumerate(rows)}
        shapes, texts = [], []
        for chance in self.found:
            x, y = years.index(chance.year), places[chance.scenario, chance.shown.name]
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
        return figure([marks], 40 + len(rows) * (30 if not narrow else 44), **layout)

    def headings(
        self,
        places: dict[tuple[str, str], int],
        language: Language,
        narrow: bool,  # noqa: FBT001
    ) -> list[dict[str, Any]]:
        """Name targets and scenarios at the left."""
        common = {"xref": "paper", "showarrow": False, "xanchor": "left", "align": "left"}
        made = []
        for (scenario, name), y in places.items():
            title = wrapped(self.study.title(scenario).of(language), language)
            first = scenario == self.study.scenarios[0]
            target = target_text(measure(name)).of(language)
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
                self.study.title(chance.scenario), chance.shown.title,
                TARGETS[chance.shown.name], chance.year, chance.share,
                str(chance.first or ""), chance.replicates,
            )
            for chance in self.found
        ]  # fmt: skip
        return Table("02_targets", say("targets_title"), titles, rows)


def tile(x: int, y: int, share: float) -> dict[str, Any]:
    """Return a cell whose colour deepens with the share."""
    return {
        "type": "rect", "x0": x - 0.48, "x1": x + 0.48, "y0": y - 0.44, "y1": y + 0.44,
        "fillcolor": see_through(BLUE, 0.05 + 0.95 * share), "line": {"width": 0},
        "layer": "below",
    }  # fmt: skip


def target_text(shown: Measure) -> Words:
    """Write a target: services at least 42%."""
    return say("target_row", indicator=short_title(shown), value=f"{TARGETS[shown.name]:g}")


def finding(study: Study, found: list[Chance]) -> Words:
    """Say which scenario meets most targets, and which target is hardest."""
    year = study.year
    now = [chance for chance in found if chance.year == year]
    met = {
        scenario: sum(c.share > LIKELY for c in now if c.scenario == scenario)
        for scenario in study.scenarios
    }
    best = max(study.scenarios, key=lambda scenario: met[scenario])
    of_best = [chance for chance in now if chance.scenario == best]
    if met[best] == 0:
        closest = max(of_best, key=lambda chance: nearness(study, chance))
        return say("targets_finding_none", year=year, hardest=spoken(closest))
    hardest = min(of_best, key=lambda chance: nearness(study, chance))
    return say(
        "targets_finding",
        best=study.title(best),
        year=year,
        met=met[best],
        count=len(of_best),
        hardest=spoken(hardest),
    )


def nearness(study: Study, chance: Chance) -> float:
    """Return the mean level over the target."""
    table = study.levels(chance.shown)
    chosen = (table["city"] == ZONE) & (table["scenario"] == chance.scenario)
    level = table.loc[chosen & (table["year"] == chance.year), "value"].mean()
    return float(level) / TARGETS[chance.shown.name]


def spoken(chance: Chance) -> Words:
    """Return the indicator of a chance as it stands inside a sentence."""
    return in_sentence(chance.shown.name, chance.shown.title)


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
