"""Places of the plan on the map: belts, railways with opening dates, rivers, reservoirs, parks, clusters.

Lines join the cities that a place names, in the order of the map from north-east to south-west for
roads and rails and in the order of the data for rivers; they show who is joined, not the true course.
"""

from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from sezsim.base_year.places import Place, places
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.wording import Language
from sezsim.report.chart import Mark
from sezsim.report.style import BLUE, GREY, INK, see_through
from sezsim.report.wordings import say

Point = tuple[float, float]
GREEN, PURPLE = "#009e73", "#cc79a7"  # Okabe-Ito
COURSES = {  # group: colour, width, dash, alpha, shift to the east and north (degrees)
    "belts": (GREY, 9.0, "solid", 0.22, 0.0, 0.0),
    "rivers": (BLUE, 2.2, "solid", 0.55, 0.05, -0.05),
    "railways": (INK, 1.3, "dash", 0.75, -0.03, 0.03),
}
SPOTS = {  # group: symbol, colour, place in the row of marks beside a city
    "reservoirs": ("square", BLUE, 0), "parks": ("triangle-up", GREEN, 1),
    "clusters": ("diamond", PURPLE, 2),
}  # fmt: skip
STEP = 0.16  # degrees between the marks of a city
BESIDE = {  # where a city's row of marks begins, clear of its name (degrees)
    "shenyang": (-0.62, 0.21), "anshan": (-0.85, -0.13), "fushun": (0.12, -0.2),
    "benxi": (0.12, -0.22), "yingkou": (-0.62, 0.0), "fuxin": (-0.2, -0.19),
    "liaoyang": (0.08, -0.13), "tieling": (0.02, 0.0),
}  # fmt: skip
SMALL = 8.0


def group(name: str) -> list[Place]:
    """Return the places of a group that the table holds."""
    return [place for place in places() if place.group == name]


def course(place: Place, at: dict[str, Point], east: float, north: float) -> list[Point]:
    """Return the points of a place that joins cities."""
    points = [at[CITY_NAMES[city]] for city in place.cities if CITY_NAMES[city] in at]
    if place.group != "rivers":
        points.sort(key=lambda point: -point[1])
    return [(x + east, y + north) for x, y in points]


def lines(name: str, at: dict[str, Point], number: str) -> Any:
    """Draw all belts, rivers or railways as one trace with gaps."""
    colour, width, dash, alpha, east, north = COURSES[name]
    x: list[float | None] = []
    y: list[float | None] = []
    for place in group(name):
        for here, there in pairwise(course(place, at, east, north)):
            x += [here[0], there[0], None]
            y += [here[1], there[1], None]
    return go.Scatter(
        x=x, y=y, mode="lines", hoverinfo="skip", xaxis=f"x{number}", yaxis=f"y{number}",
        line={"color": see_through(colour, alpha), "width": width, "dash": dash},
    )  # fmt: skip


def openings(at: dict[str, Point], number: str) -> Any:
    """Write the year in which each railway opens at the middle of its last stretch."""
    found = [(place, course(place, at, -0.03, 0.03)) for place in group("railways")]
    ends = [(place, points[-2:]) for place, points in found if len(points) > 1 and place.opened]
    return go.Scatter(
        x=[(a[0] + b[0]) / 2 for _, (a, b) in ends],
        y=[(a[1] + b[1]) / 2 for _, (a, b) in ends],
        text=[str(place.opened) for place, _ in ends], mode="text", hoverinfo="skip",
        textposition=[clear_of(*points) for _, points in ends],
        textfont={"size": 10, "color": INK}, xaxis=f"x{number}", yaxis=f"y{number}",
    )  # fmt: skip


def clear_of(here: Point, there: Point) -> str:
    """Return the side of the middle of a line, drawn southward, on which a text is clear of it."""
    east, south = there[0] - here[0], here[1] - there[1]
    if abs(east) > 2 * south:
        return "top center"
    return "middle right" if east > 0 else "middle left"


def spots(name: str, at: dict[str, Point], number: str, language: Language) -> Any:
    """Mark the cities that hold places of a group, with their number and names on hovering."""
    symbol, colour, step = SPOTS[name]
    held: dict[str, list[str]] = {}
    for place in group(name):
        cities = place.cities[:1] if name == "reservoirs" else place.cities
        for city in cities:
            title = place.chinese if language == "zh" else place.english
            held.setdefault(CITY_NAMES[city], []).append(title)
    shown = [city for city in held if city in at]
    return go.Scatter(
        x=[at[city][0] + BESIDE[city][0] + step * STEP for city in shown],
        y=[at[city][1] + BESIDE[city][1] for city in shown],
        text=[str(len(held[city])) for city in shown], mode="markers+text",
        textposition="middle right", textfont={"size": 10, "color": colour},
        marker={"symbol": symbol, "size": SMALL, "color": colour},
        hovertext=["<br>".join(held[city]) for city in shown], hoverinfo="text",
        xaxis=f"x{number}", yaxis=f"y{number}",
    )  # fmt: skip


def traces(at: dict[str, Point], number: str, language: Language) -> list[Any]:
    """Draw everything that lies below the cities."""
    return [
        *(lines(name, at, number) for name in COURSES),
        *(spots(name, at, number, language) for name in SPOTS),
        openings(at, number),
    ]


def legend() -> tuple[Mark, ...]:
    """Explain lines and marks."""
    return (
        Mark("line", see_through(GREY, 0.5), say("places_belts")),
        Mark("line", INK, say("places_railways"), "dash"),
        Mark("line", BLUE, say("places_rivers")),
        Mark("square", BLUE, say("places_reservoirs")),
        Mark("triangle-up", GREEN, say("places_parks")),
        Mark("diamond", PURPLE, say("places_clusters")),
    )
