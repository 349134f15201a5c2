"""Shares of the cities in the zone's GDP, in the model and in the data."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Language
from sezsim.report.chart import Chart, Column, Figure, Mark, Table
from sezsim.report.numbers import plain
from sezsim.report.study import Study
from sezsim.report.style import BLUE, INK, axis, figure
from sezsim.report.wordings import place, say

MEASURED = "gdp_reported"
LEFT = 74
COLUMNS = ("city", "year", "data", "model", "unit")


@dataclass(frozen=True)
class Shares:
    """Shares in per cent by city, in one year."""

    year: int
    table: pd.DataFrame  # city, data, model

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw one row per city, a bar for the model and a ring for the data."""
        rows = self.table.iloc[::-1]
        names = [place(str(city)).of(language) for city in rows["city"]]
        bars = go.Bar(
            x=list(rows["model"]),
            y=names,
            orientation="h",
            marker={"color": BLUE, "opacity": 0.55},
            name=say("model").of(language),
        )
        rings = go.Scatter(
            x=list(rows["data"]),
            y=names,
            mode="markers",
            marker={"color": "#ffffff", "size": 10, "line": {"color": INK, "width": 2}},
            name=say("data").of(language),
        )
        layout = {
            "xaxis": axis(ticksuffix="%", rangemode="tozero", nticks=6 if narrow else 10),
            "yaxis": axis(showgrid=False),
            "margin": {"l": LEFT, "r": 20, "t": 10, "b": 30},
            "bargap": 0.35,
        }
        return figure([bars, rings], 320, **layout)

    def as_table(self) -> Table:
        """Return the shares as data."""
        columns = tuple(Column(each, say(each), 2) for each in COLUMNS)
        rows = [
            (
                place(str(row["city"])), self.year, float(row["data"]), float(row["model"]),
                say("unit_percent"),
            )
            for _, row in self.table.iterrows()
        ]  # fmt: skip
        return Table("13_shares_of_cities", say("share_of_gdp"), columns, rows)


def shares_chart(study: Study, points: pd.DataFrame) -> tuple[Chart, ...]:
    """Make the chart of the last year in which all cities have data, but not the partly corrected."""
    rows = points[(points["indicator"] == MEASURED) & (points["city"] != ZONE)]
    counts = rows.groupby("year")["city"].nunique()
    full = [int(year) for year in counts.index[counts == len(study.cities)]]
    if not full or not study.cities:
        return ()
    year = max([each for each in full if each < PARTLY_CORRECTED] or full)
    rows = rows[rows["year"] == year]
    table = pd.DataFrame({"city": rows["city"]}).assign(
        **{side: 100.0 * rows[side] / rows[side].sum() for side in ("data", "model")}
    )
    order = {city: i for i, city in enumerate(study.cities)}
    table = table.sort_values("city", key=lambda names: names.map(order))
    worst = table.loc[(table["model"] - table["data"]).abs().idxmax()]
    shares = Shares(year, table)
    said = say(
        "data_cities_finding",
        year=year,
        city=place(str(worst["city"])),
        model=plain(float(worst["model"]), 1),
        data=plain(float(worst["data"]), 1),
    )
    return (
        Chart(
            "data_cities",
            said,
            say("data_cities_note", replicates=study.replicates),
            say("data_cities_alt", finding=said),
            shares.as_table(),
            shares.draw,
            (Mark("band", "#73b1d6", say("model")), Mark("ring", INK, say("data"))),
        ),
    )


PARTLY_CORRECTED = 2014  # the nominal GDP of this year is partly corrected downwards
