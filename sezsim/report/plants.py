"""Item 10, first: backward capacity of 2010 by city and owner, and what each named plant gives its city."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sezsim.definitions.wording import Language, Words
from sezsim.observation.plants import Plant, Stock
from sezsim.report.bars import Panel, Part, stacked
from sezsim.report.chart import Cell, Chart, Column, Figure, Mark, Table
from sezsim.report.numbers import plain
from sezsim.report.study import Study
from sezsim.report.style import see_through
from sezsim.report.wordings import PLANTS, place, say

OWNERS = {"state": "#0072B2", "private": "#E69F00", "foreign": "#009E73"}
SHADE = 0.75
STEEL = "steel"
STOCK_COLUMNS = (
    "place", "industry", "owner", "capacity", "backward", "wasteful", "small", "unit",
)  # fmt: skip
PLANT_COLUMNS = ("plant", "place", "industry", "tax_each", "jobs_each", "pay_each", "unit")


@dataclass(frozen=True)
class Opening:
    """Stock and named plants of the opening."""

    stock: list[Stock]
    plants: list[Plant]
    names: list[Words]  # of the plants

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Opening":
        """Read what the manifest tells about the opening."""
        plants = [dict(row) for row in told["plants"]]
        names = [PLANTS.get(name := row.pop("name"), Words(name, name)) for row in plants]
        stock = [Stock(**row) for row in told["stock"]]
        return cls(stock, [Plant(**row) for row in plants], names)

    @property
    def steel(self) -> list[Stock]:
        """The stock of steel."""
        return [row for row in self.stock if row.industry == STEEL]

    def draw(self, language: Language, narrow: bool) -> Figure:  # noqa: FBT001
        """Draw backward steel by city, one part an owner."""
        cities = list(dict.fromkeys(row.city for row in self.steel))
        parts = [
            Part(
                say(f"owner_{owner}").of(language), see_through(colour, SHADE),
                [self.backward(city, owner) for city in cities],
            )
            for owner, colour in OWNERS.items()
        ]  # fmt: skip
        names = [place(city).of(language) for city in cities]
        return stacked([Panel(say("plants_unit").of(language), names, parts)], narrow=narrow)

    def backward(self, city: str, owner: str) -> float:
        """Return the backward steel of the owners of one kind in a city (10^4 t a year)."""
        return sum(r.backward for r in self.steel if r.city == city and r.owner == owner)

    def finding(self) -> Words:
        """Say how much steel capacity is backward by generation, by energy and by size."""
        whole = sum(row.capacity for row in self.steel)
        parts = {
            name: plain(100.0 * sum(getattr(row, name) for row in self.steel) / whole)
            for name in ("backward", "wasteful", "small")
        }
        return say("plants_finding", **parts)

    def stock_table(self) -> Table:
        """Return the stock as data."""
        rows: list[tuple[Cell, ...]] = [
            (
                place(row.city), say(f"industry_{row.industry}"), say(f"owner_{row.owner}"),
                row.capacity, row.backward, row.wasteful, row.small, row.unit,
            )
            for row in self.stock
        ]  # fmt: skip
        columns = tuple(Column(name, heading(name), 1) for name in STOCK_COLUMNS)
        return Table("10_backward_capacity_2010", say("plants_title"), columns, rows)

    def plant_table(self) -> Table:
        """Return what each named plant gives its city."""
        rows: list[tuple[Cell, ...]] = [
            (
                name, place(plant.city), say(f"industry_{plant.industry}"),
                plant.tax, plant.jobs, plant.pay, plant.unit,
            )
            for plant, name in zip(self.plants, self.names, strict=True)
            if plant.unit == "t"
        ]  # fmt: skip
        columns = tuple(Column(name, heading(name), 1) for name in PLANT_COLUMNS)
        return Table("10_tax_and_jobs_of_named_plants", say("named_title"), columns, rows)

    def named_finding(self) -> Words:
        """Say what cities keep of a tonne of steel and how many it employs."""
        steel = [plant for plant in self.plants if plant.industry == STEEL]
        taxes, jobs = [plant.tax for plant in steel], [plant.jobs for plant in steel]
        return say(
            "named_finding", low=plain(min(taxes)), high=plain(max(taxes)),
            few=plain(min(jobs), 1), many=plain(max(jobs), 1),
        )  # fmt: skip


def heading(name: str) -> Words:
    """Return the heading of a column."""
    return say("unit" if name == "unit" else f"plants_{name}")


def plant_charts(study: Study) -> tuple[Chart, ...]:
    """Return the chart of backward capacity and the table of named plants, if they were told."""
    told = study.tables.manifest.get("opening")
    if not told:
        return ()
    found = Opening.read(told)
    legend = tuple(
        Mark("band", see_through(colour, SHADE), say(f"owner_{owner}"))
        for owner, colour in OWNERS.items()
    )
    said, named = found.finding(), found.named_finding()
    stock = Chart(
        "backward_2010", said, say("plants_note"), say("plants_alt", finding=said),
        found.stock_table(), found.draw, legend,
    )  # fmt: skip
    plants = Chart(
        "named_plants", named, say("named_note"), say("named_alt", finding=named),
        found.plant_table(),
    )  # fmt: skip
    return stock, plants
