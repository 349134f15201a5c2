"""Names in Chinese and English of what scenarios speak about."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Literal, NamedTuple

from sezsim.definitions.geography import CITY_NAMES_ZH, City
from sezsim.definitions.industry import INDUSTRY_NAMES_ZH, Industry
from sezsim.definitions.phase_out import (
    Basis,
    Form,
    Identification,
    Listing,
    Sharing,
    TradeScope,
)

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


KINDS: dict[type[Enum], tuple[Words, ...]] = {
    Identification: (
        Words("能耗标准", "intensity"), Words("规模标准", "size"),
        Words("能耗或规模标准", "intensity or size"),
    ),
    Sharing: (
        Words("落后产能存量", "backward stock"), Words("产量", "output"),
        Words("退出成本", "avoided cost"),
    ),
    Listing: (
        Words("名单（能耗最高者先）", "a list of the worst plants"),
        Words("等比例", "equal shares"), Words("拍卖", "auction"),
    ),
    Form: (
        Words("统一标准", "one rate"), Words("2016年公式", "the formula of 2016"),
        Words("密封报价", "sealed bids"),
    ),
    Basis: (
        Words("产能", "capacity"), Words("上年产量", "last year's output"),
        Words("安置职工", "worker resettled"),
    ),
    TradeScope: (Words("企业内", "firm"), Words("市内", "city"), Words("全区", "zone")),
}  # fmt: skip

NAMES = {  # other words that scenario files use
    "all": Words("全部", "all"),
    "belts": Words("各连接带", "belts"),
    "railways": Words("高速铁路", "high-speed railways"),
    "core": Words("同城化核心区", "links of the core"),
    "rural_elders": Words("农村老人", "old people in the countryside"),
    "energy": Words("能耗", "energy"),
    "water": Words("用水", "water"),
    "so2": Words("二氧化硫", "SO2"),
    "cod": Words("化学需氧量", "COD"),
    "urban_poor": Words("城镇困难人员", "poor people in town"),
}


def spoken(value: Any, language: Language) -> Any:
    """Return a value as it is said in a language; numbers and months stay as they are."""
    if isinstance(value, Enum):
        return spoken_kind(value, language)
    if isinstance(value, bool):
        return Words("是" if value else "否", "yes" if value else "no").of(language)
    if value == tuple(City):
        return "全区八市" if language == "zh" else "all eight cities"
    if isinstance(value, tuple):
        return listed([str(spoken(item, language)) for item in value], language)
    if isinstance(value, str) and value in NAMES:
        return NAMES[value].of(language)
    return value


def spoken_kind(value: Enum, language: Language) -> str:
    """Return the name of a city, an industry or another kind."""
    if isinstance(value, City):
        return CITY_NAMES_ZH[value] if language == "zh" else value.name.title()
    if isinstance(value, Industry):
        return INDUSTRY_NAMES_ZH[value] if language == "zh" else INDUSTRY_NAMES_EN[value]
    if type(value) in KINDS:
        return KINDS[type(value)][value.value].of(language)
    name = value.name.lower()
    return NAMES[name].of(language) if name in NAMES else name.replace("_", " ")


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
