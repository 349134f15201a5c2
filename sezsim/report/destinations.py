"""Item 10, continued: where dismissed workers went, one and five years after, from lives recorded."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.displacement import REASONS, RUN, group_name
from sezsim.report.numbers import in_text, plain
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.wordings import say

YEARS = (1, 5)  # after the post was lost
WHERE = {  # what the last event says about a person
    "hired": "post", "changed_post": "post", "farms": "farm", "course": "without",
    "dismissed": "without", "lost_post": "without", "course_ended": "without",
    "gave_up": "without", "internally_retired": "retired", "retired": "retired",
    "left": "left",
}  # fmt: skip
COLOURS = {
    "same_trade": "#0072B2", "other_trade": "#56B4E9", "farm": "#009E73",
    "without": "#D55E00", "retired": "#E69F00", "left": "#c3cad2",
}  # fmt: skip
ALL = "all"
GROUPS = ((ALL, ALL), *(("reason", reason) for reason in REASONS))
STATISTICS = ("mean", "low95", "high95")
SHORTEST, SHORTEST_NARROW, LEFT = 4.0, 12.0, 132


def months_of(month: pd.Series) -> pd.Series:
    """Return months as numbers that count on."""
    return month.str[:4].astype(int) * MONTHS_A_YEAR + month.str[5:7].astype(int)


def whereabouts(spells: pd.DataFrame) -> pd.DataFrame:
    """Return where each person dismissed is some years after, as far as the run lasts so long."""
    person = [*RUN, "person"]
    spells = spells.assign(number=months_of(spells["month"]))
    last = int(spells["number"].max())
    lost = spells[(spells["event"] == "dismissed") & spells["dismissed"]]
    lost = lost.sort_values("number").drop_duplicates(person)
    start = lost.assign(reason=np.where(lost["ordered"], *REASONS))
    start = start[[*person, "number", "sector", "reason"]]
    told = spells[spells["event"].isin(WHERE)][[*person, "number", "event", "sector"]]
    both = told.merge(start, on=person, suffixes=("", "_lost"))
    both = both[both["number"] >= both["number_lost"]].sort_values("number", kind="stable")
    parts = []
    for after in YEARS:
        until = both["number_lost"] + after * MONTHS_A_YEAR
        known = both[(both["number"] <= until) & (until <= last)]
        parts.append(known.drop_duplicates(person, keep="last").assign(after=after))
    found = pd.concat(parts)
    where = found["event"].map(WHERE)
    trade = np.where(found["sector"] == found["sector_lost"], "same_trade", "other_trade")
    return found.assign(where=where.where(where != "post", trade))


def shares(found: pd.DataFrame) -> pd.DataFrame:
    """Return the per cent of persons by scenario, group, year and whereabouts."""
    parts = []
    for kind, group in GROUPS:
        rows = found if kind == ALL else found[found["reason"] == group]
        counts = rows.groupby([*RUN, "after", "where"]).size().unstack("where", fill_value=0)
        counts = counts.reindex(columns=list(COLOURS), fill_value=0)
        parts_of = 100.0 * counts.div(counts.sum(axis=1), axis=0)
        long = parts_of.melt(ignore_index=False, var_name="where", value_name="value")
        parts.append(long.reset_index().assign(group_kind=kind, group=group))
    keys = ["scenario", "group_kind", "group", "after", "where"]
    return summary(pd.concat(parts), keys)


@dataclass(frozen=True)
class Destinations:
    """Where the dismissed of one scenario went."""

    study: Study
    found: pd.DataFrame
    scenario: str

    def share(self, group: tuple[str, str], after: int, where: str) -> float:
        """Return the per cent of a group."""
        table = self.found[self.found["scenario"] == self.scenario]
        chosen = (table["group_kind"] == group[0]) & (table["group"] == group[1])
        chosen &= (table["after"] == after) & (table["where"] == where)
        return float(table.loc[chosen, "mean"].sum())

    @property
    def groups(self) -> list[tuple[str, str]]:
        """The groups that hold anybody."""
        return [g for g in GROUPS if any(self.share(g, 1, where) for where in COLOURS)]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per group, one panel per year after."""
        names = [group_name(*group).of(language) for group in self.groups]
        shortest = SHORTEST_NARROW if narrow else SHORTEST
        panels = []
        for after in YEARS:
            parts = []
            for where, colour in COLOURS.items():
                values = [self.share(group, after, where) for group in self.groups]
                texts = [plain(value) if value >= shortest else "" for value in values]
                parts.append(Part(say(f"went_{where}").of(language), colour, values, texts))
            panels.append(Panel(say("years_since", years=after).of(language), names, parts))
        return stacked(panels, narrow=narrow, left=LEFT, ticksuffix="%", range=(0, 100))

    def finding(self) -> Words:
        """Say how many have a post again, are retired and are without a post."""
        everybody, after = GROUPS[0], YEARS[-1]
        if not any(self.share(everybody, after, where) for where in COLOURS):
            after = YEARS[0]
        said = {where: self.share(everybody, after, where) for where in COLOURS}
        working = said["same_trade"] + said["other_trade"] + said["farm"]
        return say(
            "went_finding", name=self.study.title(self.scenario), years=after,
            working=plain(working), same=plain(said["same_trade"]),
            without=plain(said["without"]), retired=plain(said["retired"]),
        )  # fmt: skip

    def table(self) -> Table:
        """Return all scenarios."""
        names = ("scenario", "group", "after", "went", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])),
                group_name(str(row["group_kind"]), str(row["group"])), int(row["after"]),
                say(f"went_{row['where']}"), *(float(row[each]) for each in STATISTICS),
                int(row["n"]), say("unit_percent"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("10_where_the_dismissed_went", say("went_title"), columns, rows)


def destination_charts(study: Study) -> tuple[Chart, ...]:
    """Return the chart of where the dismissed went, or none where no lives were recorded."""
    spells = study.tables.spells
    if spells is None or spells.empty:
        return ()
    found = whereabouts(spells[spells["scenario"].isin(study.scenarios)])
    if found.empty:
        return ()
    ordered = found[found["after"] == YEARS[0]].groupby("scenario")["reason"]
    sizes = ordered.agg(lambda each: (each == REASONS[0]).sum())
    shown = Destinations(study, shares(found), str(sizes.idxmax()))
    mine = found[(found["scenario"] == shown.scenario) & (found["after"] == YEARS[0])]
    said = shown.finding()
    note = say("went_note", persons=in_text(len(mine)), name=study.title(shown.scenario))
    legend = tuple(
        Mark("band", colour, say(f"went_{where}")) for where, colour in COLOURS.items()
    )
    alt = say("went_alt", finding=said)
    return (Chart("destinations", said, note, alt, shown.table(), shown.draw, legend),)
