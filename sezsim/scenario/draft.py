"""A scenario in the making: texts put over each other, before anything is checked by value.

Tables merge key by key. Policies merge by id: an entry's id is its ``id:`` or else its
instrument; the same id changes settings, a new id is added, ``- id: off`` removes.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from sezsim.definitions.likely import intention
from sezsim.definitions.text import Entry, Place
from sezsim.policy import instruments

Table = dict[str, Entry]
OFF = "off"
OWN_WORDS = ("title", "question", "notes", "months")
LASTING_WORDS = ("months",)  # a title belongs to one scenario and is not handed down


@dataclass(frozen=True)
class PolicyDraft:
    """A policy: its instrument and the settings written so far."""

    instrument: str
    settings: Table
    place: Place


@dataclass(frozen=True)
class Draft:
    """What the texts of a scenario say together."""

    place: Place
    words: Table = field(default_factory=dict)  # title, question, notes, months
    policies: dict[str, PolicyDraft] = field(default_factory=dict)
    parameters: Table = field(default_factory=dict)
    outside: Table = field(default_factory=dict)

    def under(self, text: Table, place: Place, problems: list[str]) -> "Draft":
        """Return the draft with a checked text put over it."""
        own = {key: text[key] for key in OWN_WORDS if key in text}
        lasting = {key: self.words[key] for key in LASTING_WORDS if key in self.words}
        outside = inner(text, "outside")
        changes = inner(self.outside, "changes") | inner(outside, "changes")
        joined = self.outside | outside
        if changes:
            joined["changes"] = Entry(changes, joined["changes"].place)
        return replace(
            self,
            place=place,
            words=lasting | own,
            policies=merged_policies(self.policies, text, problems),
            parameters=self.parameters | inner(text, "parameters"),
            outside=joined,
        )


def inner(table: Table, key: str) -> Table:
    """Return the table under a key, or an empty one."""
    found: Any = table[key].value if key in table else {}
    return dict(found)


def merged_policies(
    base: dict[str, PolicyDraft], text: Table, problems: list[str]
) -> dict[str, PolicyDraft]:
    """Put the policies of a text over those of its base."""
    merged = dict(base)
    seen: dict[str, int] = {}
    for item in text["policies"].value if "policies" in text else []:
        name, entry = next(iter(item.value.items()))
        settings = entry.value if isinstance(entry.value, dict) else {}
        identity = str(settings["id"].value) if "id" in settings else name
        if identity in seen:
            problems.append(
                entry.place.says(
                    f"two policies have the id '{identity}' (first in line {seen[identity]}); "
                    "give one of them another 'id:'."
                )
            )
        seen[identity] = entry.place.line
        put_policy(merged, name, identity, entry, problems)
    return merged


def put_policy(
    merged: dict[str, PolicyDraft],
    name: str,
    identity: str,
    entry: Entry,
    problems: list[str],
) -> None:
    """Add, change or remove one policy."""
    there = merged.get(identity)
    if entry.value == OFF:
        remove(merged, name, entry.place, problems)
    elif there and name in {identity, there.instrument}:
        settings = there.settings | entry.value
        merged[identity] = PolicyDraft(there.instrument, settings, entry.place)
    elif there:
        problems.append(
            entry.place.says(
                f"the policy '{identity}' is a {there.instrument}, not a {name}; "
                f"remove it with '- {identity}: off' or take another id."
            )
        )
    elif name in instruments():
        merged[identity] = PolicyDraft(name, entry.value, entry.place)
    else:
        known = sorted({*instruments(), *merged})
        problems.append(
            entry.place.says(
                f"There is no instrument called '{name}'. {intention(name, known)}"
            )
        )


def remove(
    merged: dict[str, PolicyDraft], identity: str, place: Place, problems: list[str]
) -> None:
    """Remove a policy."""
    if identity in merged:
        del merged[identity]
        return
    there = intention(identity, merged) if merged else "The base has no policies."
    problems.append(place.says(f"There is no policy called '{identity}' to remove. {there}"))
