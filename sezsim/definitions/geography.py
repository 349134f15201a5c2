"""The eight cities of the Shenyang Economic Zone (沈阳经济区), the belts and the world outside."""

from enum import IntEnum


class City(IntEnum):
    """A city of the zone, in the order of its administrative code."""

    SHENYANG = 0
    ANSHAN = 1
    FUSHUN = 2
    BENXI = 3
    YINGKOU = 4
    FUXIN = 5
    LIAOYANG = 6
    TIELING = 7


class Outside(IntEnum):
    """A region outside the zone, numbered after the cities."""

    REST_OF_LIAONING = 8
    REST_OF_CHINA = 9
    WORLD = 10


CITIES = len(City)
REGIONS = CITIES + len(Outside)
CITY_NAMES = tuple(city.name.lower() for city in City)
CITY_NAMES_ZH = ("沈阳", "鞍山", "抚顺", "本溪", "营口", "阜新", "辽阳", "铁岭")
ADMINISTRATIVE_CODES = (210100, 210300, 210400, 210500, 210800, 210900, 211000, 211200)
ZONE = "zone"
