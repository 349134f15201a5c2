"""Item 7: who is better off and who is worse off, by group and city."""

from dataclasses import dataclass
from math import isfinite

import pandas as pd

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.displacement import displacement_charts
from sezsim.report.numbers import plain
from sezsim.report.statistics import summary
from sezsim.report.study import Study
from sezsim.report.style import BLUE, VERMILION, see_through, wrapped
from sezsim.report.wordings import WORDS, capital, joined, place, say

KINDS = ("displaced", "sector", "age", "skill", "hukou")
MEASURED = ("worse_off", "better_off", "mean_change")
SHADE = 0.6
LEFT = 132
SHORTEST, SHORTEST_NARROW = 0.14, 0.2  # bars that can hold a number, of the longest
EDGES = (5.0, 20.0, 50.0)  # per cent at which the axis may be marked, to both sides
GAP = ("", "", "")  # a row without bars, between kinds of groups


@dataclass(frozen=True)
class Winners:
    """Shares better and worse off in one year, means over replicates."""

    study: Study
    found: dict[
        str, pd.DataFrame
    ]  # by what is measured: scenario, city, kind, group, mean, ...
    rows: list[tuple[str, str, str]]  # city, kind, group

    def values(self, measured: str, scenario: str) -> list[float]:
        """Return the means of all rows in one scenario."""
        table = self.found[measured]
        table = table[table["scenario"] == scenario]
        by_row = table.set_index(["city", "group_kind", "group"])["mean"]
        return [float(by_row.get(row, float("nan"))) for row in self.rows]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw losers to the left and winners to the right, one panel per reform."""
        names = [row_name(row).of(language) for row in self.rows]
        longest = 100.0 * max(self.most(each) for each in MEASURED[:2])
        shortest = longest * (SHORTEST_NARROW if narrow else SHORTEST)
        panels = []
        for reform in self.study.reforms:
            worse = [-100.0 * value for value in self.values("worse_off", reform)]
            better = [100.0 * value for value in self.values("better_off", reform)]
            parts = [
                Part(
                    say("worse_off").of(language),
                    see_through(VERMILION, SHADE),
                    worse,
                    whole(worse, shortest),
                ),
                Part(
                    say("better_off").of(language),
                    see_through(BLUE, SHADE),
                    better,
                    whole(better, shortest),
                ),
            ]
            panels.append(
                Panel(wrapped(self.study.title(reform).of(language), language), names, parts)
            )
        edge = max((each for each in EDGES if each < longest), default=longest)
        ticks = [-edge, 0.0, edge]
        return stacked(
            panels, narrow=narrow, left=LEFT, range=(-longest, longest), tickvals=ticks,
            ticktext=[f"{plain(abs(each))}%" for each in ticks],
        )  # fmt: skip

    def most(self, measured: str) -> float:
        """Return the largest value of all rows and reforms, and a little more."""
        values = [
            value for reform in self.study.reforms for value in self.values(measured, reform)
        ]
        return 1.08 * max((value for value in values if isfinite(value)), default=1.0)

    def finding(self) -> Words:
        """Name for every reform the group in which losers outnumber winners most."""
        parts = []
        for reform in self.study.reforms:
            worse, better = (self.values(each, reform) for each in MEASURED[:2])
            pairs = zip(worse, better, strict=True)
            net = [b - w if isfinite(b - w) else 1.0 for w, b in pairs]
            most = net.index(min(net))
            if net[most] >= 0.0:
                parts.append(say("winners_none_lose", name=self.study.title(reform)))
                continue
            parts.append(
                say(
                    "winners_finding",
                    name=self.study.title(reform),
                    group=in_text(self.rows[most]),
                    worse=plain(100.0 * worse[most]),
                    better=plain(100.0 * better[most]),
                )
            )
        return say("in_year", year=self.study.year, text=joined(parts))

    def table(self) -> Table:
        """Return shares and mean changes with their intervals."""
        statistics = ("mean", "low95", "high95")
        names = (
            "scenario",
            "group_kind",
            "group",
            "city",
            "quantity",
            *statistics,
            "n",
            "unit",
        )
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), say(f"kind_{row['group_kind']}"),
                group_name(str(row["group_kind"]), str(row["group"])), place(str(row["city"])),
                say(measured), *(factor * float(row[each]) for each in statistics),
                int(row["n"]), unit,
            )
            for measured, factor, unit in (
                ("worse_off", 100.0, say("unit_percent")),
                ("better_off", 100.0, say("unit_percent")),
                ("mean_change", 1.0, say("unit_income")),
            )
            for _, row in self.found[measured].iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 1) for each in names)
        return Table("07_winners_and_losers", say("winners_title"), columns, rows)


def whole(values: list[float], shortest: float) -> list[str]:
    """Write shares in whole per cent, where a bar is long enough."""
    return [plain(abs(value)) if abs(value) >= shortest else "" for value in values]


def group_name(kind: str, group: str) -> Words:
    """Return the name of a group; groups that are not known by their own names."""
    key = f"group_{kind}_{group}"
    return WORDS.get(key, Words(group, group.replace("_", " ")))


def row_name(row: tuple[str, str, str]) -> Words:
    """Return the name of a row: a group of the zone, or a city; a gap has none."""
    city, kind, group = row
    if row == GAP:
        return Words("", "")
    return capital(group_name(kind, group) if city == ZONE else place(city))


def in_text(row: tuple[str, str, str]) -> Words:
    """Return the name of a row inside a sentence."""
    city, kind, group = row
    return group_name(kind, group) if city == ZONE else say("people_of", city=place(city))


def groups_of(study: Study) -> pd.DataFrame:
    """Return the groups of the first turning year: all groups of the zone, everyone of a city."""
    table = study.tables.groups
    if table is None or table.empty:
        return pd.DataFrame()
    table = table[(table["year"] == study.year) & table["scenario"].isin(study.reforms)]
    known = (table["city"] == ZONE) | (table["group_kind"] == "all")
    return table[known & table["group_kind"].isin(["all", *KINDS])]


def rows_of(table: pd.DataFrame, study: Study) -> list[tuple[str, str, str]]:
    """Return the rows of the chart: everyone, the groups of the zone, the cities."""
    rows = [(ZONE, "all", "all")]
    for kind in KINDS:
        named = table.loc[(table["group_kind"] == kind) & (table["city"] == ZONE), "group"]
        known = sorted(set(named), key=lambda group: order_of(kind, group))
        rows += [GAP, *((ZONE, kind, group) for group in known)] if known else []
    with_rows = set(table.loc[table["group_kind"] == "all", "city"])
    cities = [(city, "all", "all") for city in study.cities if city in with_rows]
    return [*rows, GAP, *cities] if cities else rows


def order_of(kind: str, group: str) -> int:
    """Return the place of a group among its kind: that of its wording."""
    key = f"group_{kind}_{group}"
    return list(WORDS).index(key) if key in WORDS else len(WORDS)


def build(study: Study) -> Item:
    """Build the item; lives of the dismissed are shown for a single scenario too."""
    title = say("winners_title")
    charts = (*winners_charts(study), *displacement_charts(study))
    if not charts:
        return Item(7, "winners", "evidence", title, left_out=say("winners_none"))
    return Item(7, "winners", "evidence", title, charts=charts)


def winners_charts(study: Study) -> tuple[Chart, ...]:
    """Return the chart of winners and losers, or none where there is nothing to compare."""
    table = groups_of(study)
    if table.empty or table[list(MEASURED)].isna().all().all():
        return ()
    by = ["scenario", "city", "group_kind", "group"]
    found = {
        measured: summary(table.rename(columns={measured: "value"}).dropna(subset="value"), by)
        for measured in MEASURED
    }
    shown = Winners(study, found, rows_of(table, study))
    said = shown.finding()
    legend = (
        Mark("band", see_through(VERMILION, SHADE), say("worse_off")),
        Mark("band", see_through(BLUE, SHADE), say("better_off")),
    )
    note = say("winners_note", year=study.year, replicates=study.replicates)
    alt = say("winners_alt", finding=said)
    return (Chart("winners", said, note, alt, shown.table(), shown.draw, legend),)
