"""Names of outcomes, indicator.year or indicator.city.year, checked before anything runs."""

from collections.abc import Iterator

from sezsim.definitions.calendar import FIRST_YEAR
from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.likely import intention
from sezsim.observation.indicators import indicator_names

PARTS = (2, 3)


def problems_of(name: str) -> Iterator[str]:
    """Say what is wrong with the name of an outcome; nothing if runs have it."""
    parts = name.split(".")
    if len(parts) not in PARTS or not parts[-1].isdigit():
        yield (
            f"'{name}' is no outcome; write indicator.year or indicator.city.year, such as "
            "gdp_real.2015 or unemployment_rate.anshan.2015."
        )
        return
    indicator, *place, year = parts
    if indicator not in indicator_names():
        known = indicator_names()
        yield f"{name}: there is no indicator '{indicator}'. {intention(indicator, known)}"
    if place and place[0] not in (*CITY_NAMES, ZONE):
        yield f"{name}: there is no city '{place[0]}'. {intention(place[0], CITY_NAMES)}"
    if int(year) < FIRST_YEAR:
        yield f"{name}: {year} is before {FIRST_YEAR}, the first year."
