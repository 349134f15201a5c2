"""Item 6: who moves: migration between the cities and the regions outside."""

from dataclasses import dataclass
from math import sqrt

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report.between_cities import stream_charts
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Table
from sezsim.report.numbers import plain, rounded, short
from sezsim.report.sentences import listed_titles
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import BLUE, INK, axis, figure, see_through
from sezsim.report.wordings import joined, place, say

MIGRATION = "migration"
LARGEST = (52.0, 26.0)  # pixels on a wide and on a narrow page
LEFT = (110, 78)
SHADE = 0.55
WRITTEN = 0.05  # share of the largest flow from which on a number is written
LITTLE = 0.1  # per cent of all moves
SMALL = 22.0  # pixels, below which a number stands above its bubble
OUTSIDE = ("rest_of_liaoning", "rest_of_china", "world")


def yearly_moves(study: Study) -> pd.DataFrame:
    """Return persons a year by scenario, replicate, origin and destination; absent flows are 0."""
    flows = study.tables.flows
    if flows is None or flows.empty:
        return pd.DataFrame()
    moves = flows[(flows["kind"] == MIGRATION) & flows["year"].isin(study.years)]
    moves = moves[moves["scenario"].isin(study.scenarios)]
    if moves.empty:
        return pd.DataFrame()
    keys = ["scenario", "replicate", "origin", "destination"]
    totals = moves.groupby(keys)["value"].sum() / len(study.years)
    wide = totals.unstack(["origin", "destination"], fill_value=0.0)
    return wide.melt(ignore_index=False, value_name="value").reset_index()


@dataclass(frozen=True)
class Movers:
    """Mean yearly moves by scenario, origin and destination."""

    study: Study
    found: pd.DataFrame

    @property
    def places(self) -> list[str]:
        """The cities, then the regions outside that have any moves."""
        known = set(self.found["origin"]) | set(self.found["destination"])
        return [each for each in (*self.study.cities, *OUTSIDE) if each in known]

    @property
    def base(self) -> pd.DataFrame:
        """The moves of the reference."""
        rows = self.found[self.found["scenario"] == self.study.reference]
        return rows[rows["mean"] > 0]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bubble per origin and destination."""
        base, places = self.base, self.places
        most = float(base["mean"].max())
        names = [place(each).of(language) for each in places]
        texts = [
            plain(rounded(value)) if value > WRITTEN * most and not narrow else ""
            for value in base["mean"]
        ]
        sizes = [LARGEST[narrow] * sqrt(value / most) for value in base["mean"]]
        bubbles = go.Scatter(
            x=[places.index(each) for each in base["destination"]],
            y=[places.index(each) for each in base["origin"]],
            mode="markers+text",
            text=texts,
            textposition=["top center" if size < SMALL else "middle center" for size in sizes],
            textfont={"size": 11, "color": INK},
            marker={
                "size": sizes,
                "color": see_through(BLUE, SHADE),
            },
            hovertext=[
                f"{place(str(row['origin'])).of(language)} → "
                f"{place(str(row['destination'])).of(language)}: {plain(row['mean'])}"
                for _, row in base.iterrows()
            ],
            hoverinfo="text",
        )
        ticks = {"tickvals": list(range(len(places))), "ticktext": names, "zeroline": False}
        edge = (-0.7, len(places) - 0.3)
        layout = {
            "xaxis": axis(side="top", range=edge, tickangle=-90 if narrow else -30, **ticks),
            "yaxis": axis(range=edge[::-1], **ticks),
            "margin": {"l": LEFT[narrow], "r": 16 if narrow else 70, "t": 64, "b": 8},
        }
        return figure([bubbles], 420 if narrow else 560, **layout)

    def finding(self) -> Words:
        """Name the largest flow, and how much the reforms change all moves together."""
        top = self.base.loc[self.base["mean"].idxmax()]
        largest = say(
            "movers_largest",
            origin=place(str(top["origin"])),
            destination=place(str(top["destination"])),
            size=plain(rounded(float(top["mean"]))),
        )
        totals = self.found.groupby("scenario")["mean"].sum()
        parts, same = [largest], []
        for reform in self.study.reforms:
            change = 100.0 * (totals.get(reform, 0.0) / totals[self.study.reference] - 1.0)
            name = self.study.title(reform)
            if abs(change) < LITTLE:
                same.append(name)
            else:
                key = "movers_change" if change > 0 else "movers_fewer"
                parts.append(say(key, name=name, size=short(change)))
        if same:
            parts.append(say("movers_same", name=listed_titles(same), size=f"{LITTLE:g}"))
        return joined(parts)

    def table(self) -> Table:
        """Return all flows as data."""
        statistics = ("mean", "low95", "high95")
        names = ("scenario", "origin", "destination", *statistics, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), place(str(row["origin"])),
                place(str(row["destination"])), *(float(row[each]) for each in statistics),
                int(row["n"]), say("unit_movers"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 0) for each in names)
        return Table("06_migration", say("movers_title"), columns, rows)


def build(study: Study) -> Item:
    """Build the item."""
    title, moves = say("movers_title"), yearly_moves(study)
    if moves.empty or study.reference not in set(moves["scenario"]):
        return Item(6, "movers", "evidence", title, left_out=say("movers_none"))
    shown = Movers(study, summary(moves, ["scenario", "origin", "destination"]))
    said = shown.finding()
    note = say(
        "movers_note",
        name=study.title(study.reference),
        first=study.years[0],
        last=study.years[-1],
        replicates=study.replicates,
    )
    alt = say("movers_alt", finding=said)
    chart = Chart("movers", said, note, alt, shown.table(), shown.draw)
    return Item(6, "movers", "evidence", title, charts=(chart, *stream_charts(study)))
