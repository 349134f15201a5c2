"""What holds in all futures: signs of effects, the futures in which they turn, regret."""

from dataclasses import dataclass

import pandas as pd

from sezsim.definitions.wording import Language, Words
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.factors import factor, outcome_in_text, outcome_title
from sezsim.report.numbers import plain, short
from sezsim.report.sentences import listed_titles
from sezsim.report.study import Study
from sezsim.report.style import BLUE, VERMILION, see_through, wrapped
from sezsim.report.wordings import capital, joined, say

SHADE, SHORTEST = 0.6, 12.0  # the shortest bar that can hold a number, per cent
SIGN_COLUMNS = ("scenario", "outcome", "share_up", "share_down", "turned_by", "n")
ROBUST_COLUMNS = (
    "scenario", "outcome", "best_in", "most_regret", "mean_regret", "worst", "holds_up", "n",
)  # fmt: skip
HUNDRED = 100.0


@dataclass(frozen=True)
class Signs:
    """In how many futures an effect is up or down, by reform and outcome."""

    study: Study
    found: pd.DataFrame

    @property
    def outcomes(self) -> list[str]:
        """The outcomes in their order."""
        return list(dict.fromkeys(self.found["outcome"]))

    @property
    def reforms(self) -> list[str]:
        """The reforms in their order."""
        return list(dict.fromkeys(self.found["scenario"]))

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw the share of futures with less to the left and with more to the right."""
        names = [wrapped(outcome_title(each).of(language), language) for each in self.outcomes]
        panels = []
        for reform in self.reforms:
            rows = (
                self.found[self.found["scenario"] == reform]
                .set_index("outcome")
                .reindex(self.outcomes)
            )
            down = [-HUNDRED * float(value) for value in rows["share_down"].fillna(0.0)]
            up = [HUNDRED * float(value) for value in rows["share_up"].fillna(0.0)]
            parts = [
                Part(
                    say("down").of(language), see_through(VERMILION, SHADE), down, percent(down)
                ),
                Part(say("up").of(language), see_through(BLUE, SHADE), up, percent(up)),
            ]
            title = wrapped(self.study.title(reform).of(language), language)
            panels.append(Panel(title, names, parts))
        return stacked(
            panels, narrow=narrow, range=(-100, 100), tickvals=[-100, -50, 0, 50, 100],
            ticktext=["100%", "50%", "0", "50%", "100%"],
        )  # fmt: skip

    def finding(self) -> Words:
        """Count the effects whose sign an uncertain parameter turns."""
        turned = int((self.found["turned_by"] != "").sum())
        firm = int((self.found[["share_up", "share_down"]].max(axis=1) >= FIRM).sum())
        return say("signs_finding", count=len(self.found), firm=firm, turned=turned)

    def table(self) -> Table:
        """Return the shares as data."""
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), outcome_title(str(row["outcome"])),
                HUNDRED * float(row["share_up"]), HUNDRED * float(row["share_down"]),
                factor(str(row["turned_by"])), int(row["futures"]),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(f"future_{each}"), 1) for each in SIGN_COLUMNS)
        return Table("12_signs", say("signs_title"), columns, rows)


FIRM = 0.95  # share of futures from which on a sign is called firm


def percent(values: list[float]) -> list[str]:
    """Write shares in whole per cent where a bar is long enough."""
    return [f"{plain(abs(value))}%" if abs(value) >= SHORTEST else "" for value in values]


@dataclass(frozen=True)
class Robustness:
    """Which scenario does well in many futures."""

    study: Study
    found: pd.DataFrame

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw in how many futures each scenario is the best, one panel per outcome pair."""
        scenarios = list(dict.fromkeys(self.found["scenario"]))
        names = [wrapped(self.study.title(each).of(language), language) for each in scenarios]
        panels = []
        for outcome in list(dict.fromkeys(self.found["outcome"]))[:3]:
            rows = (
                self.found[self.found["outcome"] == outcome]
                .set_index("scenario")
                .loc[scenarios]
            )
            best = [HUNDRED * float(value) for value in rows["best_in"]]
            title = wrapped(outcome_title(outcome).of(language), language)
            part = Part(
                say("best_in").of(language), see_through(BLUE, SHADE), best, percent(best)
            )
            panels.append(Panel(title, names, [part]))
        return stacked(panels, narrow=narrow, range=(0, 104), ticksuffix="%")

    def finding(self) -> Words:
        """Name the scenario of least regret in each outcome."""
        parts = []
        for outcome, rows in self.found.groupby("outcome", sort=False):
            least = rows.loc[rows["most_regret"].idxmin()]
            parts.append(
                say(
                    "regret_finding",
                    outcome=outcome_in_text(str(outcome)),
                    name=self.study.title(str(least["scenario"])),
                )
            )
        return capital(joined(parts))

    def table(self) -> Table:
        """Return regret, worst case and shares as data."""
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(str(row["scenario"])), outcome_title(str(row["outcome"])),
                HUNDRED * float(row["best_in"]), float(row["most_regret"]),
                float(row["mean_regret"]), float(row["good"]) * float(row["worst"]),
                HUNDRED * float(row["holds_up"]), int(row["futures"]),
            )
            for _, row in self.found.iterrows()
        ]  # fmt: skip
        columns = tuple(Column(each, say(f"future_{each}"), 4) for each in ROBUST_COLUMNS)
        return Table("12_robustness", say("robustness_title"), columns, rows)


def future_charts(study: Study) -> tuple[Chart, ...]:
    """Return the charts of signs and of regret, as far as there are tables."""
    charts = []
    signs, robust = (study.tables.analyses.get(each) for each in ("signs", "robustness"))
    if signs is not None and not signs.empty:
        shown = Signs(study, signs)
        said = shown.finding()
        legend = (
            Mark("band", see_through(VERMILION, SHADE), say("down")),
            Mark("band", see_through(BLUE, SHADE), say("up")),
        )
        note = say("signs_note", futures=int(signs["futures"].max()))
        alt = say("signs_alt", finding=said)
        charts.append(Chart("signs", said, note, alt, shown.table(), shown.draw, legend))
    if robust is not None and not robust.empty:
        held = Robustness(study, robust)
        said = held.finding()
        note = say("robustness_note", futures=int(robust["futures"].max()))
        alt = say("robustness_alt", finding=said)
        charts.append(Chart("robustness", said, note, alt, held.table(), held.draw))
    return tuple(charts)


def future_lists(study: Study) -> tuple[tuple[Words, tuple[Words, ...]], ...]:
    """Return the boxes of futures in which an effect has its rarer sign, as sentences."""
    boxes = study.tables.analyses.get("boxes")
    if boxes is None or boxes.empty:
        return ()
    grouped = boxes.groupby(["scenario", "outcome"], sort=False)
    return ((say("boxes_title"), tuple(box_sentence(study, rows) for _, rows in grouped)),)


def box_sentence(study: Study, rows: pd.DataFrame) -> Words:
    """Say in which futures an effect has its rarer sign, and how well the box tells them."""
    first = rows.iloc[0]
    limits = [limit(study, row) for _, row in rows.iterrows()]
    return say(
        "box_sentence",
        name=study.title(str(first["scenario"])),
        outcome=outcome_in_text(str(first["outcome"])),
        event=say(f"box_{first['event']}"),
        limits=listed_titles(limits),
        density=plain(HUNDRED * float(first["density"])),
        coverage=plain(HUNDRED * float(first["coverage"])),
        base=plain(HUNDRED * float(first["base"])),
    )


def limit(study: Study, row: pd.Series) -> Words:
    """Say between which values a factor lies; a listed one by the part of its list."""
    named = factor(str(row["factor"]))
    low, high = (
        value_at(study, str(row["factor"]), float(row[each])) for each in ("low", "high")
    )
    if float(row["low"]) <= 0.0:
        return say("limit_below", factor=named, high=high)
    if float(row["high"]) >= 1.0:
        return say("limit_above", factor=named, low=low)
    return say("limit_between", factor=named, low=low, high=high)


def value_at(study: Study, name: str, place: float) -> str:
    """Return the value of a factor at a place between its bounds."""
    factors = study.tables.analyses.get("factors")
    known = factors[factors["factor"] == name] if factors is not None else pd.DataFrame()
    if known.empty:
        return plain(place, 2)
    row = known.iloc[0]
    several = str(row["listed"]).split()
    if several:
        return several[min(int(place * len(several)), len(several) - 1)]
    value = float(row["low"]) + place * (float(row["high"]) - float(row["low"]))
    return ("\u2212" if value < 0 else "") + short(value)
