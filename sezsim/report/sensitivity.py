"""Item 12: which uncertainty moves the results, beside what chance alone moves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.factors import (
    REPLICATE,
    absolute_unit,
    factor,
    outcome_in_text,
    outcome_parts,
    outcome_title,
    shown_factor,
)
from sezsim.report.futures import future_charts, future_lists
from sezsim.report.numbers import plain, short
from sezsim.report.study import Study
from sezsim.report.style import BLUE, VERMILION, see_through, wrapped
from sezsim.report.wordings import WORDS, capital, joined, say

Key = tuple[str, str]  # scenario, outcome
PANELS, FACTORS = 3, 9  # drawn; the tables hold all
SHADE, FAINTER = 0.75, 0.35
INDEX = {"sobol": "total", "morris": "mu_star"}
TITLES = ("scenario", "outcome", "factor")


@dataclass(frozen=True)
class Sensitivity:
    """The tables of a sensitivity study as they are drawn."""

    study: Study
    tornado: pd.DataFrame
    indices: pd.DataFrame
    kind: str  # sobol or morris
    futures: int

    @property
    def keys(self) -> list[Key]:
        """What is drawn: levels of the first scenario if it is studied alone, else effects."""
        pairs = list(
            dict.fromkeys(zip(self.tornado["scenario"], self.tornado["outcome"], strict=True))
        )
        first = pairs[0][0]
        effects = [pair for pair in pairs if pair[0] != first]
        return (effects or pairs)[:PANELS]

    def rows(self, table: pd.DataFrame, key: Key) -> pd.DataFrame:
        """Return the rows of one outcome by factor."""
        chosen = (table["scenario"] == key[0]) & (table["outcome"] == key[1])
        return table[chosen].set_index("factor")

    @property
    def factors(self) -> list[str]:
        """The factors that are drawn: those that matter most, chance always among them, last."""
        value = INDEX[self.kind]
        tables = [self.rows(self.indices, key)[value] for key in self.keys]
        most = pd.concat([each / each.max() for each in tables if each.max() > 0], axis=1).max(
            axis=1
        )
        named = [
            str(each) for each in most.sort_values(ascending=False).index if each != REPLICATE
        ]
        return named[:FACTORS] + ([REPLICATE] if REPLICATE in most.index else [])

    def names(self, language: Language) -> list[str]:
        """Return the names of the factors."""
        return [wrapped(shown_factor(each, language), language) for each in self.factors]

    def title(self, key: Key, language: Language) -> str:
        """Return the heading of a panel: whose effect on what, and the unit."""
        said = wrapped(outcome_title(key[1]).of(language), language)
        if key[0] == str(self.tornado["scenario"].iloc[0]):
            return said
        return f"{wrapped(self.study.title(key[0]).of(language), language)}<br>{said}"

    def draw_tornado(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw how far the mean outcome stands off where a factor is low and where it is high."""
        panels = []
        for key in self.keys:
            rows = self.rows(self.tornado, key).reindex(self.factors)
            times = outcome_parts(key[1])[0].factor
            low = [float(v) for v in times * (rows["at_low"] - rows["mean"])]
            high = [float(v) for v in times * (rows["at_high"] - rows["mean"])]
            parts = [
                Part(say("factor_low").of(language), see_through(VERMILION, SHADE), low),
                Part(say("factor_high").of(language), see_through(BLUE, SHADE), high),
            ]
            panels.append(Panel(self.title(key, language), self.names(language), parts))
        drawn = stacked(panels, narrow=narrow)
        drawn["layout"]["barmode"] = "overlay"
        return drawn

    def draw_indices(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw the part of the variance of each factor, or its mean elementary effect."""
        panels = []
        for key in self.keys:
            rows = self.rows(self.indices, key).reindex(self.factors)
            if self.kind == "morris":
                times = outcome_parts(key[1])[0].factor
                parts = [
                    self.coloured(
                        "mu_star", [float(v) * times for v in rows["mu_star"]], language
                    )
                ]
            else:
                alone = [100.0 * max(float(value), 0.0) for value in rows["first"]]
                whole = [100.0 * max(float(value), 0.0) for value in rows["total"]]
                rest = [max(w - a, 0.0) for w, a in zip(whole, alone, strict=True)]
                parts = [
                    self.coloured("first", alone, language),
                    Part(say("interactions").of(language), see_through(BLUE, FAINTER), rest),
                ]
            panels.append(Panel(self.title(key, language), self.names(language), parts))
        suffix = "" if self.kind == "morris" else "%"
        return stacked(panels, narrow=narrow, ticksuffix=suffix)

    def coloured(self, what: str, values: list[float], language: Language) -> Part:
        """Return bars in one colour."""
        return Part(say(f"index_{what}").of(language), see_through(BLUE, SHADE), values)

    def tornado_finding(self) -> Words:
        """Name the factor that moves each outcome most, and say whether chance moves it more."""
        parts = []
        for key in self.keys:
            rows = self.rows(self.tornado, key)
            swing = (rows["at_high"] - rows["at_low"]).abs()
            others = swing.drop(REPLICATE, errors="ignore")
            if others.empty:
                continue
            shown = outcome_parts(key[1])[0]
            parts.append(
                say(
                    "tornado_finding",
                    outcome=self.said(key),
                    factor=factor(str(others.idxmax())),
                    size=say("sized", size=short(shown.factor * float(others.max())),
                             unit=absolute_unit(shown)),
                )
            )  # fmt: skip
        return capital(joined(parts))

    def said(self, key: Key) -> Words:
        """Name an outcome inside a sentence."""
        said = outcome_in_text(key[1])
        if key[0] == str(self.tornado["scenario"].iloc[0]):
            return said
        return say("effect_in_text", name=self.study.title(key[0]), outcome=said)

    def index_finding(self) -> Words:
        """Say how large the part of chance is."""
        value = INDEX[self.kind]
        parts = []
        for key in self.keys:
            rows = self.rows(self.indices, key)[value]
            others = rows.drop(REPLICATE, errors="ignore")
            floor = float(rows.get(REPLICATE, 0.0))
            above = int((others > floor).sum())
            share = plain(100.0 * min(floor, 1.0))
            name = "floor_share" if self.kind == "sobol" else "floor_count"
            parts.append(
                say(name, outcome=self.said(key), share=share, above=above, count=len(others))
            )
        return capital(joined(parts))

    def table(self, name: str, title: str, table: pd.DataFrame) -> Table:
        """Return a table of the study as data, in the units of the panel."""
        numbers = [each for each in table.columns if each not in TITLES]
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), outcome_title(str(row["outcome"])),
                factor(str(row["factor"])), *(float(row[each]) for each in numbers),
            )
            for _, row in table.iterrows()
        ]  # fmt: skip
        columns = [Column(each, column_title(each), 4) for each in (*TITLES, *numbers)]
        return Table(name, say(title), tuple(columns), rows)


def column_title(name: str) -> Words:
    """Return the heading of a column."""
    return say(f"index_{name}" if f"index_{name}" in WORDS else name)


def charts_of(shown: Sensitivity, dropped: int) -> tuple[Chart, ...]:
    """Return the tornado and the indices."""
    tornado, indices = shown.tornado_finding(), shown.index_finding()
    common = {"futures": shown.futures, "dropped": dropped}
    legends = {
        "tornado": (
            Mark("band", see_through(VERMILION, SHADE), say("factor_low")),
            Mark("band", see_through(BLUE, SHADE), say("factor_high")),
        ),
        "sobol": (
            Mark("band", see_through(BLUE, SHADE), say("index_first")),
            Mark("band", see_through(BLUE, FAINTER), say("interactions")),
        ),
        "morris": (Mark("band", see_through(BLUE, SHADE), say("index_mu_star")),),
    }
    return (
        Chart(
            "tornado", tornado, say("tornado_note", **common), say("tornado_alt", finding=tornado),
            shown.table("12_tornado", "tornado_title", shown.tornado), shown.draw_tornado,
            legends["tornado"],
        ),
        Chart(
            shown.kind, indices, say(f"{shown.kind}_note", **common),
            say("indices_alt", finding=indices),
            shown.table(f"12_{shown.kind}", f"{shown.kind}_title", shown.indices),
            shown.draw_indices, legends[shown.kind],
        ),
    )  # fmt: skip


def build(study: Study) -> Item:
    """Build the item."""
    tables = study.tables.analyses
    kind = next((each for each in INDEX if each in tables), None)
    item = Item(12, "sensitivity", "robustness", say("item_12"))
    if kind is None or "tornado" not in tables:
        return replace(item, left_out=say("sensitivity_none"))
    kept, dropped = counted(tables)
    shown = Sensitivity(study, tables["tornado"], tables[kind], kind, kept)
    return replace(
        item,
        intro=say("sensitivity_intro", futures=kept, dropped=dropped),
        charts=(*charts_of(shown, dropped), *future_charts(study)),
        lists=future_lists(study),
    )


def counted(tables: Mapping[str, pd.DataFrame]) -> tuple[int, int]:
    """Return how many futures were kept and how many dropped."""
    if "futures" not in tables:
        return 0, 0
    dropped = int((tables["futures"]["dropped"] != "").sum())
    return len(tables["futures"]) - dropped, dropped
