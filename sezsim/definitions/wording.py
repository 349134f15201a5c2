"""Names in Chinese and English of what scenarios speak about."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Literal, NamedTuple

from sezsim.definitions.geography import CITY_NAMES_ZH, City
from sezsim.definitions.industry import INDUSTRY_NAMES_ZH, Industry

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
INDUSTRY_NAMES_EN = (
    "farming", "coal", "oil and gas", "ores and minerals", "light industry", "textiles",
    "petrochemicals", "building materials", "steel", "non-ferrous metals", "machinery",
    "transport equipment", "electronics", "pharmaceuticals", "power, heat, gas and water",
    "construction", "producer services", "consumer services", "public services",
)  # fmt: skip


class Words(NamedTuple):
    """A text in Chinese and English."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Return the text in a language."""
        return self.zh if language == "zh" else self.en


def spoken(value: Any, language: Language) -> Any:
    """Return a value as it is said in a language; numbers and months stay as they are."""
    if isinstance(value, City):
        return CITY_NAMES_ZH[value] if language == "zh" else value.name.title()
    if isinstance(value, Industry):
        return INDUSTRY_NAMES_ZH[value] if language == "zh" else INDUSTRY_NAMES_EN[value]
    if isinstance(value, Enum):
        return value.name.lower().replace("_", " ")
    if value == tuple(City):
        return "全区八市" if language == "zh" else "all eight cities"
    if isinstance(value, tuple):
        return listed([str(spoken(item, language)) for item in value], language)
    return value


def listed(words: Sequence[str], language: Language) -> str:
    """Join words to a list."""
    if language == "zh":
        return "、".join(words)
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def named(value: Any) -> Any:
    """Return a value as a scenario file writes it."""
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, tuple):
        return [named(item) for item in value]
    if isinstance(value, bool | int | float | str) or value is None:
        return value
    return str(value)
