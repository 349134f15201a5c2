"""Item 9: trade-offs between aims: no aim can be had more of but at the cost of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
import plotly.graph_objects as go

from sezsim.definitions.wording import Language, Words
from sezsim.report.chart import Cell, Chart, Column, Figure, Item, Mark, Table
from sezsim.report.measures import Measure, measure
from sezsim.report.numbers import scaled_digits, signed
from sezsim.report.sentences import listed_titles, short_title
from sezsim.report.study import Study
from sezsim.report.style import (
    GREY,
    INK,
    Symbol,
    axis,
    domains,
    figure,
    heading,
    long_name,
    name,
    reform_style,
)
from sezsim.report.wordings import in_sentence, joined, say

AIMS = (
    "gdp_real", "employed", "unemployment_rate", "fiscal_balance", "so2", "energy_gdp",
)  # fmt: skip
PAIRS = (("gdp_real", "so2"), ("employed", "fiscal_balance"))  # across, upwards
STATISTICS = ("mean", "low95", "high95")
COLUMNS = ("scenario", "indicator", "mean", "low95", "high95", "unit", "in_pareto_set")
HIGH, LINES_HIGH = 330, 300
NAME = 16  # letters in a line below a scale
ROUND = 0.14  # of the range, room around the marks


@dataclass(frozen=True)
class TradeOffs:
    """Mean effects of the reforms on the aims in one year; the reference has none."""

    study: Study
    aims: tuple[str, ...]

    @property
    def scenarios(self) -> list[str]:
        """All scenarios, the reference first."""
        return self.study.scenarios

    def effect(self, scenario: str, aim: str) -> tuple[float, float, float]:
        """Return mean effect and its interval; zero for the reference."""
        if scenario == self.study.reference:
            return 0.0, 0.0, 0.0
        found = self.study.effect(scenario, aim, self.study.year)
        if found is None:
            return float("nan"), float("nan"), float("nan")
        mean, low, high = (float(found[each]) for each in STATISTICS)
        return mean, low if np.isfinite(low) else mean, high if np.isfinite(high) else mean

    def pareto(self) -> list[str]:
        """Return the scenarios that no other beats in one aim without losing in another."""
        good = {
            scenario: [self.gain(scenario, aim) for aim in self.aims]
            for scenario in self.scenarios
        }
        return [
            each
            for each in self.scenarios
            if not any(beats(good[other], good[each]) for other in self.scenarios)
        ]

    def gain(self, scenario: str, aim: str) -> float:
        """Return the effect on an aim, above zero if good; what chance may make counts as none."""
        mean, low, high = self.effect(scenario, aim)
        return measure(aim).good * mean if low > 0.0 or high < 0.0 else 0.0

    def look(self, scenario: str) -> tuple[str, str, Symbol]:
        """Return colour, dash and symbol of a scenario."""
        if scenario == self.study.reference:
            return GREY, "solid", "circle"
        return reform_style(self.study.reforms.index(scenario))

    def scatter(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one panel per pair of aims; rings around the Pareto set."""
        pairs = self.pairs()
        count = len(pairs)
        x = [(0.0, 1.0)] * count if narrow else domains(count, 0.16)
        y = list(reversed(domains(count, 0.2))) if narrow else [(0.0, 1.0)] * count
        layout: dict[str, Any] = {
            "annotations": [],
            "margin": {"l": 66, "r": 20, "t": 30, "b": 52},
        }
        traces: list[Any] = []
        for i, (across, upwards) in enumerate(pairs):
            layout[long_name("x", i + 1)] = self.scale(
                across, language, domain=x[i], anchor=name("y", i + 1)
            )
            layout[long_name("y", i + 1)] = self.scale(
                upwards, language, domain=y[i], anchor=name("x", i + 1)
            )
            layout["annotations"].append(better_corner(across, upwards, x[i], y[i], language))
            traces += [
                self.mark(scenario, across, upwards, i + 1, language)
                for scenario in self.scenarios
            ]
        return figure(traces, HIGH * (count if narrow else 1) + 60, **layout)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the pairs of aims that the panel knows."""
        return [pair for pair in PAIRS if set(pair) <= set(self.aims)]

    def scale(self, aim: str, language: Language, **more: Any) -> dict[str, Any]:
        """Return an axis with the name and unit of an aim and room around its marks."""
        ends = [end for each in self.scenarios for end in self.effect(each, aim)]
        low, high = float(np.nanmin(ends)), float(np.nanmax(ends))
        room = ROUND * (high - low) or 1.0
        shown = measure(aim)
        text = f"{short_title(shown).of(language)} ({shown.change_unit.of(language)})"
        return axis(
            title={"text": text, "font": {"size": 12}, "standoff": 6},
            range=(low - room, high + room), nticks=5, tickformat=",", zeroline=True, **more,
        )  # fmt: skip

    def mark(
        self, scenario: str, across: str, upwards: str, panel: int, language: Language
    ) -> Any:
        """Draw one scenario with the intervals of both aims."""
        colour, _, symbol = self.look(scenario)
        (x, x_low, x_high), (y, y_low, y_high) = (
            self.effect(scenario, aim) for aim in (across, upwards)
        )
        error = {"symmetric": False, "color": colour, "thickness": 1.4, "width": 3}
        ring = {"color": INK, "width": 2.2 if scenario in self.pareto() else 0.0}
        return go.Scatter(
            x=[x], y=[y],
            error_x={"array": [x_high - x], "arrayminus": [x - x_low], **error},
            error_y={"array": [y_high - y], "arrayminus": [y - y_low], **error},
            mode="markers", name=self.study.title(scenario).of(language),
            marker={"color": colour, "symbol": symbol, "size": 12, "line": ring},
            xaxis=name("x", panel), yaxis=name("y", panel),
        )  # fmt: skip

    def lines(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one line per scenario over all aims; the better end of each aim is up."""
        shapes, notes = [], []
        for i, aim in enumerate(self.aims):
            worst, best = self.ends(aim)
            shapes.append(upright(i))
            digits = scaled_digits(worst, best)
            for at, value, anchor in ((1.0, best, "bottom"), (0.0, worst, "top")):
                notes.append(end_note(i, at, signed(value, digits), anchor))
            notes.append(aim_name(i, measure(aim), language, narrow=narrow))
        traces = [self.line(scenario, language) for scenario in self.scenarios]
        layout = {
            "xaxis": axis(visible=False, range=(-0.5, len(self.aims) - 0.5)),
            "yaxis": axis(visible=False, range=(-0.6 if not narrow else -1.2, 1.15)),
            "shapes": shapes, "annotations": notes,
            "margin": {"l": 4, "r": 4, "t": 10, "b": 6},
        }  # fmt: skip
        return figure(traces, LINES_HIGH + (120 if narrow else 0), **layout)

    def ends(self, aim: str) -> tuple[float, float]:
        """Return the worst and the best effect on an aim."""
        values = [self.effect(each, aim)[0] for each in self.scenarios]
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        return (low, high) if measure(aim).good > 0 else (high, low)

    def line(self, scenario: str, language: Language) -> Any:
        """Draw one scenario over all aims."""
        colour, dash, symbol = self.look(scenario)
        heights = []
        for aim in self.aims:
            worst, best = self.ends(aim)
            value = self.effect(scenario, aim)[0]
            heights.append((value - worst) / (best - worst) if best != worst else 0.5)
        return go.Scatter(
            x=list(range(len(self.aims))), y=heights, mode="lines+markers",
            line={"color": colour, "dash": dash, "width": 2.4},
            marker={"color": colour, "symbol": symbol, "size": 8},
            name=self.study.title(scenario).of(language),
        )  # fmt: skip

    def finding(self) -> Words:
        """Name the Pareto set, or the scenarios that are beaten in everything."""
        chosen = self.pareto()
        beaten = [each for each in self.scenarios if each not in chosen]
        if not beaten:
            return say("pareto_all", count=len(chosen), aims=len(self.aims))
        if len(chosen) == 1:
            title = self.study.title(chosen[0])
            return say("pareto_one", chosen=title, aims=len(self.aims))
        return say(
            "pareto_some",
            chosen=listed_titles([self.study.title(each) for each in chosen]),
            beaten=listed_titles([self.study.title(each) for each in beaten]),
        )

    def best_at(self) -> Words:
        """Name the scenario that does best in each aim, as far as chance lets tell."""
        parts: dict[str, list[Words]] = {}
        for aim in self.aims:
            gains = {each: self.gain(each, aim) for each in self.scenarios}
            most = max(gains.values())
            best = [each for each, value in gains.items() if value == most]
            said = in_sentence(aim, measure(aim).title)
            parts.setdefault(best[0] if len(best) == 1 else "", []).append(said)
        said_of = [
            say("best_at", name=self.study.title(scenario), aims=listed_titles(aims))
            for scenario, aims in parts.items()
            if scenario
        ]
        if "" in parts:
            said_of.append(say("best_at_none", aims=listed_titles(parts[""])))
        return joined(said_of)

    def table(self) -> Table:
        """Return effects on all aims as data."""
        chosen = self.pareto()
        rows: list[tuple[Cell, ...]] = [
            (
                self.study.title(scenario), measure(aim).title, *self.effect(scenario, aim),
                measure(aim).change_unit, say("yes" if scenario in chosen else "no"),
            )
            for scenario in self.scenarios
            for aim in self.aims
        ]  # fmt: skip
        columns = tuple(Column(each, say(each), 4) for each in COLUMNS)
        return Table("09_trade_offs", say("item_9"), columns, rows)


def beats(one: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether one is at least as good in everything and better in something."""
    pairs = list(zip(one, other, strict=True))
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def better_corner(
    across: str,
    upwards: str,
    x: tuple[float, float],
    y: tuple[float, float],
    language: Language,
) -> dict[str, Any]:
    """Say in the corner where both aims are better that it is the better one."""
    right, up = measure(across).good > 0, measure(upwards).good > 0
    arrow = {(True, True): "↗", (True, False): "↘", (False, True): "↖", (False, False): "↙"}
    return heading(
        f'<span style="color:{GREY}">{arrow[right, up]} {say("better_for_both").of(language)}</span>',
        x[0], y[1],
    )  # fmt: skip


def upright(place: int) -> dict[str, Any]:
    """Return the scale of one aim."""
    line = {"color": "#9aa5b1", "width": 1}
    return {"type": "line", "x0": place, "x1": place, "y0": 0.0, "y1": 1.0, "line": line}


def end_note(place: int, at: float, text: str, anchor: str) -> dict[str, Any]:
    """Write the value at one end of a scale."""
    return {
        "text": text, "x": place, "y": at, "yanchor": anchor, "yshift": 5 if anchor == "bottom" else -5,
        "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip


def aim_name(place: int, shown: Measure, language: Language, *, narrow: bool) -> dict[str, Any]:
    """Write the name and unit of an aim below its scale; upright where there is little room."""
    lines = [short_title(shown).of(language), shown.change_unit.of(language)]
    if language == "en" and not narrow:
        lines = ["<br>".join(wrap(line, NAME)) for line in lines]
    unit = f'<span style="color:{GREY}">{lines[1]}</span>'
    return {
        "text": f"{lines[0]}<br>{unit}", "x": place, "y": 0.0,
        "yanchor": "top", "yshift": -26, "showarrow": False, "textangle": -90 if narrow else 0,
        "font": {"size": 12},
    }  # fmt: skip


def build(study: Study) -> Item:
    """Build the item; one reform alone trades nothing off."""
    title = say("item_9")
    aims = tuple(aim for aim in AIMS if study.has(aim))
    shown = TradeOffs(study, aims)
    if not study.reforms or not shown.pairs():
        return Item(9, "trade_offs", "evidence", title, left_out=say("trade_offs_none"))
    said, best = shown.finding(), say("in_year", year=study.year, text=shown.best_at())
    legend = tuple(
        Mark("line", shown.look(each)[0], study.title(each), shown.look(each)[1])
        for each in study.scenarios
    )
    dots = tuple(
        Mark(shown.look(each)[2], shown.look(each)[0], study.title(each))
        for each in study.scenarios
    )
    ring = Mark("ring", INK, say("pareto_ring"))
    table = shown.table()
    lines_table = Table("09_best_at", say("item_9_lines"), table.columns, table.rows)
    charts = (
        Chart(
            "trade_offs", said,
            say("trade_offs_note", year=study.year, baseline=study.title(study.reference),
                replicates=study.replicates),
            say("trade_offs_alt", finding=said), table, shown.scatter, (*dots, ring),
        ),
        Chart(
            "trade_off_lines", best,
            say("trade_off_lines_note", year=study.year, replicates=study.replicates),
            say("trade_off_lines_alt", finding=best), lines_table, shown.lines, legend,
        ),
    )  # fmt: skip
    return Item(9, "trade_offs", "evidence", title, charts=charts)
