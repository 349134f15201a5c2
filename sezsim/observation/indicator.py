"""What an indicator (指标) is: a pure function of monthly aggregates, with unit and two names."""

from collections.abc import Callable
from dataclasses import dataclass

from sezsim.definitions.columns import Floats
from sezsim.observation.aggregates import Aggregates

Rule = Callable[[Aggregates], Floats]


@dataclass(frozen=True)
class Indicator:
    """An indicator: its column name in the panel, its names, its unit and its rule."""

    name: str
    zh: str
    en: str
    unit: str
    rule: Rule


INDICATORS: dict[str, Indicator] = {}


def indicator(*, zh: str, unit: str, en: str | None = None) -> Callable[[Rule], Rule]:
    """Enter a rule in the register of indicators under its own name."""

    def enter(rule: Rule) -> Rule:
        name = rule.__name__
        INDICATORS[name] = Indicator(name, zh, en or name.replace("_", " "), unit, rule)
        return rule

    return enter
