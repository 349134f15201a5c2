"""Item 11: moves of firms that were agreed, and moves that cities blocked."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Language, Words, listed
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.numbers import plain
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import wrapped
from sezsim.report.wordings import say

KINDS = {  # how a request ends: its colour
    "move_agreed": "#56B4E9",
    "blocked_efficient": "#E69F00",
    "blocked_other": "#F0E442",
    "move_refused": "#c3cad2",
}
REQUESTS = ("move_agreed", "move_blocked", "move_refused")
BLOCKED = ("blocked_efficient", "blocked_other")
SHORTEST, SHORTEST_NARROW = 0.04, 0.2  # bars that can hold a number, of the longest
STATISTICS = ("mean", "low95", "high95")


def requests(study: Study) -> pd.DataFrame:
    """Count requests by scenario, replicate and how they ended."""
    events = study.tables.events
    if events is None:
        return pd.DataFrame()
    moves = events[events["kind"].isin(REQUESTS) & events["scenario"].isin(study.scenarios)]
    together = moves["value"] + moves["gain_origin"] + moves["gain_destination"]
    blocked = together.gt(0).map({True: BLOCKED[0], False: BLOCKED[1]})
    ended = moves["kind"].where(moves["kind"] != "move_blocked", blocked)
    if moves.empty:
        return pd.DataFrame()
    counts = moves.groupby([moves["scenario"], moves["replicate"], ended.rename("kind")]).size()
    wide = counts.unstack("kind", fill_value=0).reindex(columns=list(KINDS), fill_value=0)
    return wide.melt(ignore_index=False, var_name="kind").reset_index()


@dataclass(frozen=True)
class Requests:
    """What the chart shows: the mean number of requests of a run by how they ended."""

    study: Study
    found: pd.DataFrame  # scenario, kind, mean, n, low95, high95, ...

    def mean(self, scenario: str, kind: str) -> float:
        """Return the mean number of one kind in one scenario."""
        chosen = (self.found["scenario"] == scenario) & (self.found["kind"] == kind)
        return float(self.found.loc[chosen, "mean"].sum())

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per scenario."""
        scenarios = self.study.scenarios
        totals = [sum(self.mean(scenario, kind) for kind in KINDS) for scenario in scenarios]
        shortest = max(totals) * (SHORTEST_NARROW if narrow else SHORTEST)
        parts = []
        for kind, colour in KINDS.items():
            values = [self.mean(scenario, kind) for scenario in scenarios]
            texts = [plain(value) if value >= shortest else "" for value in values]
            parts.append(Part(say(kind).of(language), colour, values, texts))
        rows = [
            wrapped(self.study.title(scenario).of(language), language) for scenario in scenarios
        ]
        return stacked([Panel("", rows, parts)], narrow=narrow)

    def blocked(self, scenario: str) -> Words:
        """Say which share of the requests of a scenario was blocked."""
        total = sum(self.mean(scenario, kind) for kind in KINDS)
        part = sum(self.mean(scenario, kind) for kind in BLOCKED)
        share = plain(100.0 * part / total) if total else "0"
        return say("transfers_share", name=self.study.title(scenario), share=share)

    def finding(self) -> Words:
        """Say which share of the moves asked for is blocked in every scenario."""
        parts = [self.blocked(scenario) for scenario in self.study.scenarios]
        shares = Words(
            listed([part.zh for part in parts], "zh"), listed([part.en for part in parts], "en")
        )
        return say("transfers_finding", shares=shares)

    def table(self) -> Table:
        """Return the counts as data."""
        names = ("scenario", "kind", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), say(str(row["kind"])),
                *(float(row[each]) for each in STATISTICS), int(row["n"]), say("unit_moves"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("11_transfers", say("transfers_title"), columns, rows)


def build(study: Study) -> Item:
    """Build the item."""
    title, counted = say("transfers_title"), requests(study)
    if counted.empty:
        return Item(11, "transfers", "evidence", title, left_out=say("transfers_none"))
    shown = Requests(study, summary(counted, ["scenario", "kind"]))
    said = shown.finding()
    note = say("transfers_note", first=study.years[0], last=study.years[-1], n=study.replicates)
    legend = tuple(Mark("band", colour, say(kind)) for kind, colour in KINDS.items())
    alt = say("transfers_alt", finding=said)
    chart = Chart("transfers", said, note, alt, shown.table(), shown.draw, legend)
    return Item(11, "transfers", "evidence", title, charts=(chart,))
