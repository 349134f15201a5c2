"""Industrial parks and clusters (产业园区与产业集群): places that draw firms of an industry to a city.

Overall plan, part 2 (1): 34 parks and clusters by name, 56 lead parks, zones that receive moving
firms. They are rows of calibration/data/plan/places.csv; this policy reads them all. A park gives
entry and new orders a premium (log points), in the part of the city's industry that it can hold, and
sells land below price, which the city pays as a grant on equipment; a cluster adds to the effect of
density on productivity. Effects come in over five years.
"""

from typing import ClassVar

import numpy as np
from pydantic import Field, field_validator

from sezsim.accounting.books import Books
from sezsim.base_year.places import Place, places, places_named
from sezsim.definitions.declare import setting
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.likely import intention
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import ALL, Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import block

GROUPS = ("parks", "clusters")
BUILT = 5.0  # years until a park is full (D)
LAND = 0.05  # land over the cost of equipment (D, as in relocation.land)
DENSITY = 0.07  # elasticity of productivity to density (B, parameters.csv eta_agg)


class IndustrialPark(Instrument):
    """Open parks and clusters."""

    moment = Moment.RULING
    together = "places"
    title: ClassVar[Words] = Words("产业园区与产业集群", "Industrial parks and clusters")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，建设园区或集群（{places}）：[，"
        "园区企业进入和订单溢价{premium:g}对数点][，园区地价优惠{land:.0%}][，"
        "集群密度效应提高{agglomeration:.0%}]。",
        "From {since} to {until}, parks or clusters are built ({places}):[; a premium of "
        "{premium:g} log points on entry and orders in parks][; land at {land:.0%} off in "
        "parks][; {agglomeration:.0%} more effect of density in clusters].",
    )

    places: str = Field(ALL, description="a park or cluster of places.csv, or all of them")
    premium: float = setting(
        "premium of entry and orders in a park",
        unit="log point", within=(0.0, 1.0), neutral=0.0, value=0.2,
        source="parameters.csv zone",
    )  # fmt: skip
    land: float = setting(
        "part of the land price that the city remits",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.5,
    )  # fmt: skip
    agglomeration: float = setting(
        "rise of the effect of density in a cluster",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.2,
    )  # fmt: skip

    @field_validator("places")
    @classmethod
    def known(cls, value: str) -> str:
        """Refuse a park that is not in the table."""
        names = [place.key for place in places() if place.group in GROUPS]
        if value != ALL and value not in names:
            raise ScenarioError(
                f"industrial_park.places = {value!r} is no park. {intention(value, [ALL, *names])}"
            )
        return value

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Give the places what they promise this month."""
        part = min(self.years_in_force(draws.month) / BUILT, 1.0)
        for place in places_named(self.places, GROUPS):
            self.open_place(economy, place, part)

    def open_place(self, economy: Economy, place: Place, part: float) -> None:
        """Raise entry, orders and grants, or productivity, where a place stands."""
        rules, held = economy.rules, place.value
        where = block(place.cities, place.industries)
        if place.group == "clusters":
            gain = self.agglomeration * DENSITY * held * part
            rules.productivity[where] *= np.exp(gain)
            rules.entry_ease[where] *= np.exp(gain)
            return
        drawn = np.exp(self.premium * held * part)
        rules.entry_ease[where] *= drawn
        rules.outside_sales[where] *= drawn
        grant = rules.investment_grant
        grant[where] = 1.0 - (1.0 - grant[where]) * (1.0 - self.land * LAND * held * part)
