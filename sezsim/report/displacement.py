"""Item 7, continued: earnings of dismissed workers before and after, from the lives recorded."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
import pandas as pd

from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.numbers import in_text, plain
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import VERMILION, see_through
from sezsim.report.wordings import capital, say

AFTER = (0, 1, 2, 3, 4, 5)  # years since the post was lost
ALL = "all"
REASONS = ("order", "other")
GROUPS = {
    ALL: (ALL,),
    "hukou": ("local_urban", "local_rural", "elsewhere"),
    "age": ("16_29", "30_44", "45_59"),
    "reason": REASONS,
}
AGES, AGE_NAMES = (0, 30, 45, 60, 200), ("16_29", "30_44", "45_59", "60_up")
RUN = ["scenario", "replicate"]
STATISTICS = ("mean", "low95", "high95")
SHADE, LEFT = 0.6, 132
HALF = 0.5  # per cent, below which nothing is left of a loss
SHORTEST = 0.1  # bar that can hold a number, of the longest


def earnings(spells: pd.DataFrame) -> pd.DataFrame:
    """Return the change of earnings (%) of each person dismissed in each year since.

    Earnings of a year over the pay lost, against the pay of those of the fixed sample who have
    a post; until the pension or the departure.
    """
    spells = spells.assign(year=spells["month"].str[:4].astype(int))
    index = pay_of_others(spells)
    person = [*RUN, "person"]
    lost = spells[(spells["event"] == "dismissed") & spells["dismissed"]]
    lost = lost[lost["wage"] > 0.0].sort_values("month").drop_duplicates(person)
    ends = spells[spells["event"].isin(["retired", "left"])].groupby(person)["year"].min()
    years = spells.loc[spells["event"] == "year", [*person, "year", "wage"]]
    reason = np.where(lost["ordered"], *REASONS)
    start = lost.assign(reason=reason)[[*person, "year", "wage", "hukou", "age", "reason"]]
    both = years.merge(start, on=person, suffixes=("", "_lost"))
    both = both.join(ends.rename("end"), on=person)
    both["after"] = both["year"] - both["year_lost"]
    both = both[both["after"].isin(AFTER) & ~(both["year"] >= both["end"])]
    now = both.join(index.rename("now"), on=[*RUN, "year"])["now"]
    then = both.join(index.rename("then"), on=[*RUN, "year_lost"])["then"]
    growth = (now / then).fillna(1.0)
    both["value"] = 100.0 * (both["wage"] / both["wage_lost"] / growth - 1.0)
    both["age"] = pd.cut(both["age"], AGES, right=False, labels=AGE_NAMES).astype(str)
    return both


def pay_of_others(spells: pd.DataFrame) -> pd.Series:
    """Return mean pay by run and year of the fixed sample, as far as it has a post."""
    kept = spells[(spells["event"] == "year") & ~spells["dismissed"] & (spells["wage"] > 0.0)]
    return kept.groupby([*RUN, "year"])["wage"].mean()


def group_name(kind: str, group: str) -> Words:
    """Return the name of a group."""
    return say("kind_all" if kind == ALL else f"group_{kind}_{group}")


def since(after: int) -> Words:
    """Say how long ago the post was lost."""
    return say("years_since", years=after) if after else say("year_of_loss")


def by_group(found: pd.DataFrame) -> pd.DataFrame:
    """Return means over persons, then over replicates, by scenario, group and year since."""
    parts = []
    for kind, groups in GROUPS.items():
        label = found[kind] if kind in found else pd.Series(ALL, index=found.index)
        table = found.assign(group_kind=kind, group=label)
        table = table[table["group"].isin(groups)]
        keys = [*RUN, "group_kind", "group", "after"]
        parts.append(table.groupby(keys)["value"].mean().reset_index())
    return summary(pd.concat(parts), ["scenario", "group_kind", "group", "after"])


@dataclass(frozen=True)
class Displacement:
    """Change of earnings of the dismissed by group and year since."""

    study: Study
    found: pd.DataFrame
    scenario: str  # the one drawn: with most persons dismissed by orders to close

    def value(self, kind: str, group: str, after: int) -> float:
        """Return the mean change (%) of a group in a year since, NaN where nobody is left."""
        table = self.found
        chosen = (table["scenario"] == self.scenario) & (table["group_kind"] == kind)
        chosen &= (table["group"] == group) & (table["after"] == after)
        values = table.loc[chosen, "mean"]
        return float(values.iloc[0]) if len(values) else float("nan")

    def last(self) -> int:
        """Return the last year since in which somebody is left."""
        return int(self.found.loc[self.found["scenario"] == self.scenario, "after"].max())

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw the groups in the year of the loss and in the last year since."""
        rows = [
            (kind, group)
            for kind, groups in GROUPS.items()
            for group in groups
            if isfinite(self.value(kind, group, 0))
        ]
        names = [group_name(kind, group).of(language) for kind, group in rows]
        panels = []
        for after in dict.fromkeys((0, self.last())):
            values = [self.value(kind, group, after) for kind, group in rows]
            texts = written(values)
            bars = np.nan_to_num(values).tolist()
            part = Part(
                say("earnings_change").of(language), see_through(VERMILION, SHADE), bars, texts
            )
            panels.append(Panel(since(after).of(language), names, [part]))
        return stacked(panels, narrow=narrow, left=LEFT, ticksuffix="%")

    def finding(self) -> Words:
        """Say how much is lost at once and in the last year since."""
        last = self.value(ALL, ALL, self.last())
        said = say(
            "displacement_finding",
            name=self.study.title(self.scenario),
            first=plain(abs(self.value(ALL, ALL, 0))),
            last=say("still_less" if last <= -HALF else "by_then_more", size=plain(abs(last))),
            years=self.last(),
        )
        return capital(said)

    def table(self) -> Table:
        """Return all scenarios, groups and years."""
        names = ("scenario", "group_kind", "group", "after", *STATISTICS, "n", "unit")
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), say(f"kind_{row['group_kind']}"),
                group_name(str(row["group_kind"]), str(row["group"])), int(row["after"]),
                *(float(row[each]) for each in STATISTICS), int(row["n"]),
                say("unit_percent"),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("07_earnings_of_the_dismissed", say("displacement_title"), columns, rows)


def written(values: list[float]) -> list[str]:
    """Write the changes in whole per cent, as far as the bars can hold them."""
    longest = max((abs(value) for value in values if isfinite(value)), default=0.0)
    return [
        plain(value) if isfinite(value) and abs(value) > SHORTEST * longest else ""
        for value in values
    ]


def most_ordered(found: pd.DataFrame) -> str:
    """Return the scenario with most persons dismissed by orders, then most dismissed at all."""
    persons = found.assign(by_order=found["reason"] == REASONS[0]).groupby("scenario")
    sizes = persons["by_order"].agg(["sum", "size"]).sort_values(["sum", "size"])
    return str(sizes.index[-1])


def displacement_charts(study: Study) -> tuple[Chart, ...]:
    """Return the chart of earnings of the dismissed, or none where no lives were recorded."""
    spells = study.tables.spells
    if spells is None or spells.empty:
        return ()
    found = earnings(spells[spells["scenario"].isin(study.scenarios)])
    if found.empty or not (found["after"] == 0).any():
        return ()
    shown = Displacement(study, by_group(found), most_ordered(found))
    said = shown.finding()
    number = len(
        found.loc[found["scenario"] == shown.scenario, [*RUN, "person"]].drop_duplicates()
    )
    note = say("displacement_note", persons=in_text(number), name=study.title(shown.scenario))
    alt = say("displacement_alt", finding=said)
    legend = (Mark("band", see_through(VERMILION, SHADE), say("earnings_change")),)
    return (Chart("displacement", said, note, alt, shown.table(), shown.draw, legend),)
