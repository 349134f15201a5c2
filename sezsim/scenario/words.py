"""A scenario in words: what differs from the baseline, in Chinese and English."""

from collections.abc import Iterator, Sequence

from sezsim.base_year.plan_names import plan_sections
from sezsim.definitions.wording import Language, Words
from sezsim.parameters import Parameters
from sezsim.policy.instrument import Instrument
from sezsim.scenario.outside_choice import Change
from sezsim.scenario.scenario import Scenario

NO_DIFFERENCE = Words("与基准情景相同。", "The same as the baseline.")
DROPPED = Words("取消：", "Dropped: ")
PARAMETER = Words(
    "参数{name}由{before}改为{after}（{meaning}，单位{unit}）。",
    "Parameter {name} is {after} instead of {before} ({meaning}; unit {unit}).",
)
SECTIONS = Words("（总体方案{}）", " (plan {})")
PATH = Words(
    "外部环境由“{before}”改为“{after}”。",
    "The outside follows '{after}' instead of '{before}'.",
)
CONSTANT = Words(
    "外部序列{series}全程乘以{factor:g}。",
    "The outside series {series} is multiplied by {factor:g}.",
)
POINTS = Words(
    "外部序列{series}乘以随时间变化的系数：{points}。",
    "The outside series {series} is multiplied by factors that change: {points}.",
)


def in_words(scenario: Scenario, baseline: Scenario, language: Language) -> list[str]:
    """Say in sentences how a scenario differs from the baseline."""
    sentences = [
        *policies_in_words(scenario.policies, baseline.policies, language),
        *parameters_in_words(scenario.parameters, baseline.parameters, language),
        *outside_in_words(scenario, baseline, language),
    ]
    return sentences or [NO_DIFFERENCE.of(language)]


def policies_in_words(
    policies: tuple[Instrument, ...], before: tuple[Instrument, ...], language: Language
) -> Iterator[str]:
    """Say which policies are new or changed, and which are dropped."""
    places = {key: number for number, key in enumerate(plan_sections())}
    new = [policy for policy in policies if policy not in before]
    new.sort(key=lambda policy: places.get(policy.id, len(places)))
    while new:
        first, rest = new[0], new[1:]
        alike = [policy for policy in rest if first.is_told_with(policy)]
        yield first.describe(language, alike) + source((first, *alike), language)
        new = [policy for policy in rest if policy not in alike]
    kept = {policy.id for policy in policies}
    for policy in before:
        if policy.id not in kept:
            yield DROPPED.of(language) + policy.describe(language)


def source(policies: Sequence[Instrument], language: Language) -> str:
    """Say in which sections of the plan policies stand; nothing if they go by other names."""
    known = plan_sections()
    sections = dict.fromkeys(known[each.id] for each in policies if each.id in known)
    return SECTIONS.of(language).format(", ".join(sections)) if sections else ""


def parameters_in_words(
    parameters: Parameters, before: Parameters, language: Language
) -> Iterator[str]:
    """Say which parameters differ."""
    declared = {parameter.name: parameter for parameter in parameters.listed()}
    for name, (after, was) in parameters.differences(before).items():
        yield PARAMETER.of(language).format(
            name=name,
            before=was,
            after=after,
            meaning=declared[name].meaning,
            unit=declared[name].unit,
        )


def outside_in_words(
    scenario: Scenario, baseline: Scenario, language: Language
) -> Iterator[str]:
    """Say how the outside differs."""
    if scenario.outside.path != baseline.outside.path:
        yield PATH.of(language).format(
            before=baseline.outside.path, after=scenario.outside.path
        )
    for change in scenario.outside.changes:
        if change not in baseline.outside.changes:
            yield change_in_words(change, language)


def change_in_words(change: Change, language: Language) -> str:
    """Say how a series is changed."""
    if len(change.points) == 1:
        return CONSTANT.of(language).format(series=change.series, factor=change.points[0][1])
    points = ", ".join(f"{month}: {factor:g}" for month, factor in change.points)
    return POINTS.of(language).format(series=change.series, points=points)
