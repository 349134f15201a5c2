"""Scenarios (情景): which policies, when, and how the world outside behaves.

A scenario says what is chosen and what is met. It never holds a seed: the same replicate meets
the same chance in every scenario.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.text import Place, placed
from sezsim.definitions.wording import Words
from sezsim.parameters import Parameters
from sezsim.policy.instrument import Instrument
from sezsim.scenario.draft import OWN_WORDS, Draft, PolicyDraft
from sezsim.scenario.outside_choice import OutsideChoice
from sezsim.scenario.reading import ScenarioFile, load, load_arm, locate, split_arm
from sezsim.scenario.settling import settle, with_settings

NOTHING = Words("", "")


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """What is chosen and what is met; a change is a copy, made by dataclasses.replace."""

    name: str
    title: Words = NOTHING
    question: Words = NOTHING
    notes: str = ""
    policies: tuple[Instrument, ...] = ()
    parameters: Parameters = field(default_factory=Parameters)
    outside: OutsideChoice = field(default_factory=OutsideChoice)
    months: int | None = None  # to simulate, if the caller names no end

    def __post_init__(self) -> None:
        """Put the policies in the order of their ids; refuse two of one id."""
        ids = [policy.id for policy in self.policies]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ScenarioError(
                f"{self.name}: two policies have the id '{twice[0]}'; give one another id."
            )
        ordered = tuple(sorted(self.policies, key=lambda policy: policy.id))
        object.__setattr__(self, "policies", ordered)
        if not self.title.en:
            object.__setattr__(self, "title", Words(self.name, self.name.replace("_", " ")))

    @classmethod
    def read(cls, reference: str | Path) -> Self:
        """Read one scenario by name, file, or name/arm; raise ScenarioError if in vain."""
        scenarios = cls.read_all(reference)
        if len(scenarios) > 1:
            names = ", ".join(scenario.name for scenario in scenarios)
            raise ScenarioError(f"'{reference}' has several arms; name one of {names}.")
        return scenarios[0]

    @classmethod
    def read_all(cls, reference: str | Path) -> tuple[Self, ...]:
        """Read a scenario, or all arms of a file that has arms."""
        name, arm = split_arm(str(reference))
        problems: list[str] = []
        file = load(locate(name), problems)
        if file.is_overlay:
            problems.append(
                f"{file.name} is an overlay; put it over a scenario: --under {file.name}."
            )
        scenarios = [
            cls._settled(label, draft, problems) for label, draft in drafts(file, arm, problems)
        ]
        if problems:
            raise ScenarioError(*dict.fromkeys(problems))
        return tuple(scenarios)

    @classmethod
    def _settled(cls, name: str, draft: Draft, problems: list[str]) -> Self:
        """Turn a draft into a scenario, noting all problems."""
        return cls(name=name, **settle(draft, problems))

    def under(self, overlays: Sequence[str | Path]) -> Self:
        """Return the scenario with overlays put over it, one after the other."""
        problems: list[str] = []
        draft, name = self.draft(), self.name
        for overlay in overlays:
            file = load(locate(str(overlay)), problems)
            if file.text and not file.is_overlay:
                problems.append(f"{file.name} is no overlay; it lacks 'overlay: true'.")
            words = draft.words
            draft = replace(
                draft.under(file.text, Place(str(file.path)), problems), words=words
            )
            name = f"{name}+{file.name}"
        return self._changed(name, draft, problems)

    def with_settings(self, settings: Mapping[str, Any]) -> Self:
        """Return the scenario with values changed by dotted name, as --set does.

        Names are policies.<id>.<setting>, parameters.<process>.<name> (or without the first
        word), outside.path and outside.changes.<series>.
        """
        problems: list[str] = []
        draft = with_settings(self.draft(), settings, problems)
        return self._changed(self.name, draft, problems)

    def _changed(self, name: str, draft: Draft, problems: list[str]) -> Self:
        """Settle a changed draft; raise ScenarioError with all problems."""
        changed = self._settled(name, draft, problems)
        if problems:
            raise ScenarioError(*dict.fromkeys(problems))
        return changed

    def draft(self) -> Draft:
        """Return the scenario as a text over which others can be put."""
        place = Place(self.name)
        text = self.as_text()
        words = {key: placed(text[key], place) for key in OWN_WORDS if key in text}
        policies = {
            policy.id: PolicyDraft(
                policy.instrument(), placed(policy.settings(), place).value, place
            )
            for policy in self.policies
        }
        parameters = placed(text["parameters"], place).value
        return Draft(place, words, policies, parameters, placed(text["outside"], place).value)

    def as_text(self) -> dict[str, Any]:
        """Return the resolved scenario as a scenario file writes it."""
        changed = self.parameters.differences(Parameters())
        text = {
            "title": self.title._asdict(),
            "question": self.question._asdict(),
            "notes": self.notes,
            "policies": [{policy.instrument(): policy.settings()} for policy in self.policies],
            "parameters": {name: value for name, (value, _) in changed.items()},
            "outside": self.outside.as_text(),
            "months": self.months,
        }
        return {key: value for key, value in text.items() if value is not None}

    def digest(self) -> str:
        """Hash all that the scenario determines: policies, parameters and the outside."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        """Work out the hash once for all replicates."""
        text = self.as_text()
        chosen = [text["policies"], self.parameters.digest(), text["outside"]]
        return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:16]


def drafts(file: ScenarioFile, arm: str, problems: list[str]) -> list[tuple[str, Draft]]:
    """Return name and draft of the named arm, of all arms, or of a file without arms."""
    if not arm and not file.arms:
        return [(file.name, file.draft)]
    names = [arm] if arm else list(file.arms)
    return [(f"{file.name}/{name}", load_arm(file, name, problems)) for name in names]
