"""From a draft to checked values: instruments, parameters and the outside."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypedDict

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.text import Place, placed, plain
from sezsim.definitions.wording import Words
from sezsim.parameters import Parameters
from sezsim.policy import find_instrument
from sezsim.policy.instrument import Instrument
from sezsim.scenario.draft import Draft, PolicyDraft
from sezsim.scenario.outside_choice import Change, OutsideChoice, read_change, read_path


class Settled(TypedDict):
    """The checked parts of a scenario."""

    title: Words
    question: Words
    notes: str
    policies: tuple[Instrument, ...]
    parameters: Parameters
    outside: OutsideChoice
    months: int | None


def settle(draft: Draft, problems: list[str]) -> Settled:
    """Check all values of a draft; note every problem."""
    words = {key: plain(entry) for key, entry in draft.words.items()}
    return Settled(
        title=Words(**words.get("title", {"zh": "", "en": ""})),
        question=Words(**words.get("question", {"zh": "", "en": ""})),
        notes=words.get("notes", ""),
        policies=tuple(settled_policies(draft.policies, problems)),
        parameters=settled_parameters(draft, problems),
        outside=settled_outside(draft, problems),
        months=words.get("months"),
    )


def settled_policies(
    drafts: Mapping[str, PolicyDraft], problems: list[str]
) -> list[Instrument]:
    """Read all policies, in the order of their ids."""
    policies = []
    for identity, draft in sorted(drafts.items()):
        settings = {name: plain(entry) for name, entry in draft.settings.items()}
        policy, found = find_instrument(draft.instrument).attempt({**settings, "id": identity})
        for name, message in found:
            where = draft.settings[name].place if name in draft.settings else draft.place
            problems.append(where.says(message))
        if policy is not None:
            policies.append(policy)
    return policies


def settled_parameters(draft: Draft, problems: list[str]) -> Parameters:
    """Change the parameters that the draft names."""
    parameters = Parameters()
    for name, entry in sorted(draft.parameters.items()):
        try:
            parameters = parameters.changed({name: plain(entry)})
        except ScenarioError as error:
            problems += [entry.place.says(problem) for problem in error.problems]
    return parameters


def settled_outside(draft: Draft, problems: list[str]) -> OutsideChoice:
    """Read the path of the outside and the changes to it."""
    outside = draft.outside
    path = OutsideChoice().path
    if "path" in outside:
        try:
            path = read_path(plain(outside["path"]))
        except ScenarioError as error:
            problems.append(outside["path"].place.says(str(error)))
    changes: list[Change] = []
    for series, entry in sorted(
        outside["changes"].value.items() if "changes" in outside else ()
    ):
        try:
            changes.append(read_change(series, plain(entry)))
        except ScenarioError as error:
            problems += [entry.place.says(problem) for problem in error.problems]
    return OutsideChoice(path, tuple(changes))


def with_settings(draft: Draft, settings: Mapping[str, Any], problems: list[str]) -> Draft:
    """Put values by dotted name over a draft, as --set does."""
    for name, value in settings.items():
        place = Place(f"setting '{name}'")
        kind, _, rest = name.partition(".")
        if kind == "policies":
            draft = with_policy_setting(draft, rest, value, place, problems)
        elif kind == "outside":
            draft = with_outside(draft, rest, value, place, problems)
        else:
            dotted = rest if kind == "parameters" else name
            changed = draft.parameters | {dotted: placed(value, place)}
            draft = replace(draft, parameters=changed)
    return draft


def with_policy_setting(
    draft: Draft, name: str, value: Any, place: Place, problems: list[str]
) -> Draft:
    """Change one setting of a policy that is there."""
    identity, _, setting = name.partition(".")
    if identity not in draft.policies or not setting:
        there = ", ".join(draft.policies) or "none"
        problems.append(
            place.says(f"write policies.<id>.<setting>; the policies here are: {there}.")
        )
        return draft
    policy = draft.policies[identity]
    settings = policy.settings | {setting: placed(value, place)}
    return replace(
        draft, policies=draft.policies | {identity: replace(policy, settings=settings)}
    )


def with_outside(
    draft: Draft, name: str, value: Any, place: Place, problems: list[str]
) -> Draft:
    """Change the path of the outside or one of its series."""
    outside = dict(draft.outside)
    key, _, series = name.partition(".")
    if key == "path":
        outside["path"] = placed(value, place)
    elif key == "changes" and series:
        there = outside["changes"].value if "changes" in outside else {}
        outside["changes"] = replace(
            placed({}, place), value=there | {series: placed(value, place)}
        )
    else:
        problems.append(place.says("write outside.path or outside.changes.<series>."))
    return replace(draft, outside=outside)
