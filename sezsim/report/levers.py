"""Item 8: what each lever of a package contributes (Shapley shares)."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.factors import absolute_unit, outcome_in_text, outcome_parts, outcome_title
from sezsim.report.numbers import scaled_digits, signed
from sezsim.report.sentences import sized
from sezsim.report.study import Study
from sezsim.report.style import BLUE, VERMILION, see_through, wrapped
from sezsim.report.wordings import WORDS, joined, say

MOST = 4  # outcomes drawn
SHADE = 0.6
COLUMNS = ("scenario", "outcome", "lever", "share", "low", "high", "unit")


def lever_name(lever: str) -> Words:
    """Return the name of a lever: that of the instrument if it has one."""
    return WORDS.get(f"lever_{lever}", Words(lever, lever.replace("_", " ")))


@dataclass(frozen=True)
class Levers:
    """The shares of all levers of a package in some outcomes, in shown units."""

    study: Study
    found: pd.DataFrame

    @property
    def outcomes(self) -> list[str]:
        """The outcomes that are drawn."""
        return list(dict.fromkeys(self.found["outcome"]))[:MOST]

    @property
    def levers(self) -> list[str]:
        """The levers, in the order of the package."""
        return list(dict.fromkeys(self.found["lever"]))

    def shares(self, outcome: str) -> pd.DataFrame:
        """Return the shares in one outcome by lever."""
        rows = self.found[self.found["outcome"] == outcome].set_index("lever")
        return (
            rows.loc[self.levers, ["share", "low", "high"]] * outcome_parts(outcome)[0].factor
        )

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one bar per lever, one panel per outcome."""
        names = [wrapped(lever_name(each).of(language), language) for each in self.levers]
        panels = []
        for outcome in self.outcomes:
            values = [float(value) for value in self.shares(outcome)["share"]]
            digits = scaled_digits(*values)
            up = [max(value, 0.0) for value in values]
            down = [min(value, 0.0) for value in values]
            parts = [
                Part(say("lever_up").of(language), see_through(BLUE, SHADE), up, written(up, digits)),
                Part(
                    say("lever_down").of(language), see_through(VERMILION, SHADE), down,
                    written(down, digits),
                ),
            ]  # fmt: skip
            panels.append(
                Panel(wrapped(outcome_title(outcome).of(language), language), names, parts)
            )
        return stacked(panels, narrow=narrow)

    def finding(self) -> Words:
        """Name the lever that carries most of each outcome's change."""
        parts = []
        for outcome in self.outcomes:
            shares = self.shares(outcome)["share"]
            lever = str(shares.abs().idxmax())
            unit = absolute_unit(outcome_parts(outcome)[0])
            parts.append(
                say(
                    "lever_up_most" if shares[lever] > 0 else "lever_down_most",
                    lever=lever_name(lever),
                    outcome=outcome_in_text(outcome),
                    size=sized(float(shares[lever]), unit),
                )
            )
        return joined(parts)

    def table(self) -> Table:
        """Return all shares with their intervals."""
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), outcome_title(str(row["outcome"])),
                lever_name(str(row["lever"])),
                *(outcome_parts(str(row["outcome"]))[0].factor * float(row[each])
                  for each in ("share", "low", "high")),
                absolute_unit(outcome_parts(str(row["outcome"]))[0]),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 4) for each in COLUMNS)
        return Table("08_levers", say("item_8"), columns, rows)


def written(values: list[float], digits: int) -> list[str]:
    """Write the values that are not zero."""
    return [signed(value, digits) if value else "" for value in values]


def build(study: Study) -> Item:
    """Build the item."""
    found = study.tables.analyses.get("shapley")
    if found is None or found.empty:
        return Item(8, "levers", "evidence", say("item_8"), left_out=say("levers_none"))
    shown = Levers(study, found[found["scenario"] == found["scenario"].iloc[0]])
    said = shown.finding()
    legend = (
        Mark("band", see_through(BLUE, SHADE), say("lever_up")),
        Mark("band", see_through(VERMILION, SHADE), say("lever_down")),
    )
    note = say(
        "levers_note", replicates=int(found["n"].min()) if "n" in found else study.replicates
    )
    alt = say("levers_alt", finding=said)
    chart = Chart("levers", said, note, alt, shown.table(), shown.draw, legend)
    return Item(8, "levers", "evidence", say("item_8"), charts=(chart,))
