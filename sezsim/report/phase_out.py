"""Item 10: phase-out: capacity on paper against capacity that was running, and what it cost."""

from dataclasses import dataclass
from math import isfinite

import pandas as pd

from sezsim.definitions.industry import INDUSTRY_NAMES, INDUSTRY_NAMES_ZH
from sezsim.definitions.wording import INDUSTRY_NAMES_EN, Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.destinations import destination_charts
from sezsim.report.numbers import plain, short
from sezsim.report.plants import plant_charts
from sezsim.report.study import Study
from sezsim.report.style import VERMILION, see_through, wrapped
from sezsim.report.wordings import capital, joined, say

CLOSED = "capacity_closed"
IDLE = "#c3cad2"
SHADE = 0.7
HUNDRED_MILLION = 1e8
TEN = 10.0  # hundred millions in a billion
SUMS = ["value", "running", "workers", "award"]
COLUMNS = (
    "scenario", "industry", "closed", "running", "award", "award_per_unit", "unit",
    "dismissed",
)  # fmt: skip


def closures(study: Study) -> pd.DataFrame:
    """Return capacity closed, the part that was running and awards, per run on average."""
    events = study.tables.events
    if events is None:
        return pd.DataFrame()
    closed = events[(events["kind"] == CLOSED) & events["scenario"].isin(study.scenarios)]
    if closed.empty:
        return pd.DataFrame()
    closed = closed.assign(running=closed["value"] * closed["running"])
    keys = ["scenario", "sector", "unit"]
    sums = closed.groupby(keys)[SUMS].sum().reset_index()
    design = study.tables.design.groupby("scenario")["replicate"].nunique()
    runs = sums["scenario"].map(design).astype(float)
    for column in SUMS:
        sums[column] = sums[column] / runs
    return sums


@dataclass(frozen=True)
class Closures:
    """What the chart shows."""

    study: Study
    found: pd.DataFrame

    @property
    def scenarios(self) -> list[str]:
        """The scenarios that close anything."""
        return [each for each in self.study.scenarios if each in set(self.found["scenario"])]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per industry: the part that was running and the part that was idle."""
        panels = []
        sectors = sorted(set(self.found["sector"]))
        names = [capital(industry(each)).of(language) for each in sectors]
        for scenario in self.scenarios:
            rows = self.found[self.found["scenario"] == scenario]
            sums = rows.groupby("sector")[["running", "value"]].sum().reindex(sectors)
            share = list(100.0 * sums["running"] / sums["value"])
            idle = [100.0 - value for value in share]
            texts = [f"{plain(each)}%" if isfinite(each) else "" for each in idle]
            parts = [
                Part(say("was_running").of(language), see_through(VERMILION, SHADE), share),
                Part(
                    say("was_idle").of(language),
                    IDLE,
                    idle,
                    texts,
                ),
            ]
            panels.append(
                Panel(wrapped(self.study.title(scenario).of(language), language), names, parts)
            )
        return stacked(panels, narrow=narrow, ticksuffix="%")

    def finding(self) -> Words:
        """Say what the awards cost and how much of the capacity was running."""
        parts = []
        for scenario in self.scenarios:
            rows = self.found[self.found["scenario"] == scenario]
            weight = rows["award"].where(rows["award"] > 0, rows["value"])
            share = 100.0 * float(
                (weight * rows["running"] / rows["value"]).sum() / weight.sum()
            )
            award = float(rows["award"].sum()) / HUNDRED_MILLION
            parts.append(
                say(
                    "phase_out_finding" if award > 0 else "phase_out_unpaid",
                    name=self.study.title(scenario),
                    share=plain(share),
                    award=say("billions", size=Words(short(award), short(award / TEN))),
                )
            )
        return joined(parts)

    def table(self) -> Table:
        """Return closures and awards as data."""
        rows: list[tuple[Cell, ...]] = []
        for _, row in self.found.iterrows():
            tonnes = str(row["unit"]).startswith("t")
            scale = 1e4 if tonnes else HUNDRED_MILLION
            running = float(row["running"])
            each = float(row["award"]) / running if running > 0 else float("nan")
            rows.append(
                (
                    self.study.title(str(row["scenario"])), industry(str(row["sector"])),
                    float(row["value"]) / scale, running / scale,
                    float(row["award"]) / HUNDRED_MILLION, each,
                    say("unit_tonnes" if tonnes else "unit_yuan"), float(row["workers"]),
                )
            )  # fmt: skip
        columns = tuple(Column(name, say(name), 2) for name in COLUMNS)
        return Table("10_phase_out", say("phase_out_title"), columns, rows)


def industry(name: str) -> Words:
    """Return the name of an industry."""
    if name not in INDUSTRY_NAMES:
        return Words(name, name)
    number = INDUSTRY_NAMES.index(name)
    return Words(INDUSTRY_NAMES_ZH[number], INDUSTRY_NAMES_EN[number])


def build(study: Study) -> Item:
    """Build the item."""
    title, found = say("phase_out_title"), closures(study)
    if found.empty:
        return Item(10, "phase_out", "evidence", title, left_out=say("phase_out_none"))
    shown = Closures(study, found)
    said = shown.finding()
    legend = (
        Mark("band", see_through(VERMILION, SHADE), say("was_running")),
        Mark("band", IDLE, say("was_idle")),
    )
    note = say("phase_out_note", replicates=study.replicates)
    alt = say("phase_out_alt", finding=said)
    chart = Chart("phase_out", said, note, alt, shown.table(), shown.draw, legend)
    charts = (*plant_charts(study), chart, *destination_charts(study))
    return Item(10, "phase_out", "evidence", title, charts=charts)
