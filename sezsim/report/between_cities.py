"""Item 6, continued: firms and money that go from city to city, as streams."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Cell, Chart, Column, Figure, Table
from sezsim.report.numbers import in_text, short
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import BLUE, INK, figure, see_through
from sezsim.report.wordings import place, say

FIRMS, MONEY = ("firm_transfer",), ("tax_sharing", "compensation", "shared_revenue")
KEYS = ["scenario", "replicate", "origin", "destination"]
STATISTICS = ("mean", "low95", "high95")
HUNDRED_MILLION, TEN = 1e8, 10.0
SHADE, HEIGHT, NARROW = 0.35, 460, 400


def streams(study: Study, kinds: tuple[str, ...]) -> pd.DataFrame:
    """Return the sum of all years by scenario, origin and destination; absent flows are 0."""
    flows = study.tables.flows
    if flows is None or flows.empty:
        return pd.DataFrame()
    mine = flows[flows["kind"].isin(kinds) & flows["scenario"].isin(study.scenarios)]
    if mine.empty:
        return pd.DataFrame()
    runs = study.tables.design[KEYS[:2]].drop_duplicates()
    runs = pd.MultiIndex.from_frame(runs[runs["scenario"].isin(study.scenarios)])
    wide = mine.groupby(KEYS)["value"].sum().unstack(KEYS[2:])
    long = wide.reindex(runs).fillna(0.0).melt(ignore_index=False, value_name="value")
    return summary(long.reset_index(), ["scenario", *KEYS[2:]])


@dataclass(frozen=True)
class Streams:
    """Streams of one kind; the scenario with most of them is drawn."""

    study: Study
    found: pd.DataFrame
    key: str  # firms_between or money_between

    @property
    def scenario(self) -> str:
        """The scenario drawn."""
        return str(self.found.groupby("scenario")["mean"].sum().idxmax())

    @property
    def drawn(self) -> pd.DataFrame:
        """The streams drawn, the largest first."""
        rows = self.found[(self.found["scenario"] == self.scenario) & (self.found["mean"] > 0)]
        return rows.sort_values("mean", ascending=False)

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw origins on the left and destinations on the right."""
        rows = self.drawn
        left = [city for city in self.study.cities if city in set(rows["origin"])]
        right = [city for city in self.study.cities if city in set(rows["destination"])]
        stream = go.Sankey(
            node={
                "label": [place(city).of(language) for city in (*left, *right)],
                "color": BLUE, "pad": 14, "thickness": 12, "line": {"width": 0},
            },
            link={
                "source": [left.index(city) for city in rows["origin"]],
                "target": [len(left) + right.index(city) for city in rows["destination"]],
                "value": [float(value) for value in rows["mean"]],
                "color": see_through(BLUE, SHADE),
            },
            textfont={"color": INK, "size": 11},
        )  # fmt: skip
        margin = {"l": 8, "r": 8, "t": 12, "b": 12}
        return figure([stream], NARROW if narrow else HEIGHT, margin=margin)

    def amount(self, value: float) -> Words:
        """Say an amount: persons, or money."""
        if self.key == "firms_between":
            return say("persons", size=in_text(value))
        money = value / HUNDRED_MILLION
        return say("billions", size=Words(short(money), short(money / TEN)))

    def finding(self) -> Words:
        """Name the largest stream and the sum of all."""
        rows = self.drawn
        top = rows.iloc[0]
        return say(
            f"{self.key}_finding", name=self.study.title(self.scenario),
            origin=place(str(top["origin"])), destination=place(str(top["destination"])),
            size=self.amount(float(top["mean"])), total=self.amount(float(rows["mean"].sum())),
        )  # fmt: skip

    def table(self) -> Table:
        """Return all streams of all scenarios."""
        names = ("scenario", "origin", "destination", *STATISTICS, "n", "unit")
        unit = say("unit_persons" if self.key == "firms_between" else "unit_plain_yuan")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), place(str(row["origin"])),
                place(str(row["destination"])), *(float(row[each]) for each in STATISTICS),
                int(row["n"]), unit,
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 0) for each in names)
        return Table(f"06_{self.key}", say(f"{self.key}_title"), columns, rows)


def stream_charts(study: Study) -> tuple[Chart, ...]:
    """Return the charts of firms and of money between cities, as far as there are any."""
    charts = []
    for key, kinds in (("firms_between", FIRMS), ("money_between", MONEY)):
        found = streams(study, kinds)
        if found.empty or not (found["mean"] > 0).any():
            continue
        shown = Streams(study, found, key)
        said = shown.finding()
        note = say(
            f"{key}_note", name=study.title(shown.scenario), first=study.years[0],
            last=study.years[-1], replicates=study.replicates,
        )  # fmt: skip
        alt = say(f"{key}_alt", finding=said)
        charts.append(Chart(key, said, note, alt, shown.table(), shown.draw))
    return tuple(charts)
