"""What a manifest tells about plants on the eve of the reforms, so that a report needs no model."""

from functools import cache
from typing import Any

from sezsim.base_year.firms import named_firms
from sezsim.kept import kept
from sezsim.observation.plants import backward_stock, named_plants
from sezsim.prepared import opening_table
from sezsim.zone import Zone

COARSE = 5000  # persons a row: what is told are firms


@cache
def opening_told() -> dict[str, Any]:
    """Tell stock and plants; kept in the cache folder, so that who only hands out runs lives none."""
    return kept("told", {"persons_per_agent": COARSE}, tell_opening)


def tell_opening() -> dict[str, Any]:
    """Live the first month, in which plants sell, hire and are taxed; tell stock and plants."""
    zone = Zone.open("baseline", persons_per_agent=COARSE)
    zone.step()
    names = [firm.name for firm in named_firms(opening_table())]
    return {
        "stock": [row._asdict() for row in backward_stock(zone.economy)],
        "plants": [
            {**plant._asdict(), "name": names[plant.number]}
            for plant in named_plants(zone.economy)
        ],
    }
