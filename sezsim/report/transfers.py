"""Item 11: moves of firms: agreed by which rule, blocked though efficient, and who gains by them."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Language, Words, listed
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.numbers import plain
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import wrapped
from sezsim.report.transfer_gains import gains_chart, named_in_words, years_chart
from sezsim.report.wordings import say

ENDINGS = {  # reason of the event: how a request ends
    "unopposed": "moved_freely", "no_loss": "moved_freely",
    "tax_sharing": "moved_by_rule", "sum_at_once": "moved_by_rule",
    "product_credit": "moved_by_rule", "enclave": "moved_by_rule",
    "joint_area": "moved_by_rule", "bargain": "moved_by_sum", "fund": "moved_by_fund",
    "blocked_efficient": "blocked_efficient", "blocked_other": "blocked_other",
    "host_loses": "host_loses",
}  # fmt: skip
COLOURS = {
    "moved_freely": "#56B4E9", "moved_by_rule": "#009E73", "moved_by_sum": "#66C2A5",
    "moved_by_fund": "#B2DFD1", "blocked_efficient": "#E69F00", "blocked_other": "#F0E442",
    "host_loses": "#c3cad2",
}  # fmt: skip
REQUESTS = ("move_agreed", "move_blocked", "move_refused")
EFFICIENT = "blocked_efficient"
SHORTEST, SHORTEST_NARROW = 0.04, 0.2  # bars that can hold a number, of the longest
STATISTICS = ("mean", "low95", "high95")


def requests(study: Study) -> pd.DataFrame:
    """Return all requests with how they ended, as events of the runs shown."""
    events = study.tables.events
    if events is None:
        return pd.DataFrame()
    moves = events[events["kind"].isin(REQUESTS) & events["scenario"].isin(study.scenarios)]
    return moves.assign(ending=moves["reason"].map(ENDINGS)).dropna(subset="ending")


def counted(study: Study, moves: pd.DataFrame) -> pd.DataFrame:
    """Count requests by scenario and how they ended, with intervals over the replicates."""
    runs = study.tables.design[["scenario", "replicate"]].drop_duplicates()
    runs = pd.MultiIndex.from_frame(runs[runs["scenario"].isin(study.scenarios)])
    counts = moves.groupby(["scenario", "replicate", "ending"]).size().unstack("ending")
    wide = counts.reindex(index=runs, columns=list(COLOURS)).fillna(0.0)
    long = wide.melt(ignore_index=False, var_name="ending").reset_index()
    return summary(long, ["scenario", "ending"])


@dataclass(frozen=True)
class Requests:
    """What the chart shows: the mean number of requests of a run by how they ended."""

    study: Study
    found: pd.DataFrame  # scenario, ending, mean, n, low95, high95, ...

    def mean(self, scenario: str, ending: str) -> float:
        """Return the mean number of one ending in one scenario."""
        chosen = (self.found["scenario"] == scenario) & (self.found["ending"] == ending)
        return float(self.found.loc[chosen, "mean"].sum())

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per scenario."""
        scenarios = self.study.scenarios
        totals = [sum(self.mean(scenario, each) for each in COLOURS) for scenario in scenarios]
        shortest = max(totals) * (SHORTEST_NARROW if narrow else SHORTEST)
        parts = []
        for ending, colour in COLOURS.items():
            values = [self.mean(scenario, ending) for scenario in scenarios]
            texts = [plain(value) if value >= shortest else "" for value in values]
            parts.append(Part(say(ending).of(language), colour, values, texts))
        panel = Panel(say("unit_moves").of(language), names_of(self.study, language), parts)
        return stacked([panel], narrow=narrow)

    def share(self, scenario: str) -> float:
        """Return the per cent of the requests of a scenario blocked though efficient."""
        total = sum(self.mean(scenario, ending) for ending in COLOURS)
        return 100.0 * self.mean(scenario, EFFICIENT) / total if total else 0.0

    def finding(self) -> Words:
        """Say which share of the moves asked for is blocked though efficient."""
        blocked = {each: self.mean(each, EFFICIENT) for each in self.study.scenarios}
        parts = [
            say("transfers_share", name=self.study.title(each), share=plain(self.share(each)))
            for each in named_in_words(self.study, blocked)
        ]
        shares = Words(
            listed([part.zh for part in parts], "zh"), listed([part.en for part in parts], "en")
        )
        return say("transfers_finding", shares=shares)

    def table(self) -> Table:
        """Return the counts as data."""
        names = ("scenario", "kind", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), say(str(row["ending"])),
                *(float(row[each]) for each in STATISTICS), int(row["n"]), say("unit_moves"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("11_transfers", say("transfers_title"), columns, rows)

    def chart(self) -> Chart:
        """Return the chart."""
        study, said = self.study, self.finding()
        first, last = study.years[0], study.years[-1]
        note = say("transfers_note", first=first, last=last, n=study.replicates)
        present = self.found.groupby("ending")["mean"].sum()
        legend = tuple(
            Mark("band", colour, say(ending))
            for ending, colour in COLOURS.items()
            if present[ending] > 0
        )
        alt = say("transfers_alt", finding=said)
        return Chart("transfers", said, note, alt, self.table(), self.draw, legend)


def blocked_shares(study: Study) -> dict[str, float]:
    """Return the per cent of moves asked for that are blocked though efficient, by scenario."""
    moves = requests(study)
    if moves.empty:
        return {}
    shown = Requests(study, counted(study, moves))
    return {each: shown.share(each) for each in study.scenarios}


def blocking_differs(study: Study, reform: str) -> bool:
    """Tell whether the share blocked though efficient differs from the reference beyond chance."""
    moves = requests(study)
    keys = ["scenario", "replicate"]
    shares = (moves["ending"] == EFFICIENT).groupby([moves[key] for key in keys]).mean()
    wide = shares.unstack("scenario")
    if reform not in wide or study.reference not in wide:
        return False
    apart = (wide[reform] - wide[study.reference]).dropna()
    found = summary(pd.DataFrame({"scenario": reform, "value": apart}), ["scenario"])
    return not found.empty and bool((found["low95"] * found["high95"] > 0.0).iloc[0])


def acts_on_moves(study: Study, reform: str) -> bool:
    """Tell whether any firm moves under a rule, a sum or the fund of a reform."""
    moves = requests(study)
    agreed = moves["ending"].isin(["moved_by_rule", "moved_by_sum", "moved_by_fund"])
    return bool((agreed & (moves["scenario"] == reform)).any())


def names_of(study: Study, language: Language) -> list[str]:
    """Return the titles of the scenarios as they stand beside their bars."""
    return [wrapped(study.title(each).of(language), language) for each in study.scenarios]


def build(study: Study) -> Item:
    """Build the item."""
    title, moves = say("transfers_title"), requests(study)
    if moves.empty:
        return Item(11, "transfers", "evidence", title, left_out=say("transfers_none"))
    shown = Requests(study, counted(study, moves))
    agreed = moves[moves["kind"] == "move_agreed"]
    charts = [shown.chart(), years_chart(study, moves[moves["ending"] == EFFICIENT])]
    if not agreed.empty:
        charts.append(gains_chart(study, agreed))
    return Item(11, "transfers", "evidence", title, charts=tuple(charts))
