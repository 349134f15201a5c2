"""The shape of a scenario's text: which keys there are and what may stand under each."""

from collections.abc import Callable

from sezsim.definitions.likely import intention
from sezsim.definitions.text import Entry
from sezsim.scenario.draft import OFF

KEYS = (
    "extends", "title", "question", "notes", "policies", "parameters", "outside", "overlay",
    "arms", "months",
)  # fmt: skip
ARM_KEYS = ("title", "question", "notes", "policies", "parameters", "outside")
OUTSIDE_KEYS = ("path", "changes")
LANGUAGE_KEYS = ("zh", "en")
LONGEST = 612  # months: 2010 to 2060


def check_shape(text: Entry, keys: tuple[str, ...], problems: list[str]) -> dict[str, Entry]:
    """Return the well-formed keys of a text; note a problem for every other."""
    if not isinstance(text.value, dict):
        problems.append(
            text.place.says(
                "a scenario is a table of keys such as 'title:' and 'policies:', not a list or "
                "a single value."
            )
        )
        return {}
    good: dict[str, Entry] = {}
    for key, entry in text.value.items():
        before = len(problems)
        if key not in keys:
            problems.append(
                entry.place.says(f"There is no key '{key}' here. {intention(key, keys)}")
            )
        else:
            CHECKS[key](key, entry, problems)
        if len(problems) == before:
            good[key] = entry
    return good


def check_words(key: str, entry: Entry, problems: list[str]) -> None:
    """Title and question are texts in Chinese and English."""
    if not isinstance(entry.value, dict) or set(entry.value) != set(LANGUAGE_KEYS):
        problems.append(
            entry.place.says(f"'{key}' has two languages; write {{zh: ..., en: ...}}.")
        )
        return
    for language, text in entry.value.items():
        if not isinstance(text.value, str) or not text.value.strip():
            problems.append(
                text.place.says(f"{key}.{language} = {text.value!r} is not a text; quote it.")
            )


def check_text(key: str, entry: Entry, problems: list[str]) -> None:
    """Notes and the base are texts."""
    if not isinstance(entry.value, str) or not entry.value.strip():
        problems.append(entry.place.says(f"'{key}' is one text, not {shown(entry)}."))


def check_policies(key: str, entry: Entry, problems: list[str]) -> None:
    """Policies are a list of '- instrument: {settings}' or '- id: off'."""
    if not isinstance(entry.value, list):
        problems.append(
            entry.place.says(f"'{key}' is a list; begin every policy with '- instrument:'.")
        )
        return
    for item in entry.value:
        if not isinstance(item.value, dict) or len(item.value) != 1:
            problems.append(
                item.place.says(
                    "a policy is written '- instrument:' with its settings indented below."
                )
            )
            continue
        name, settings = next(iter(item.value.items()))
        check_settings(name, settings, problems)


def check_settings(name: str, settings: Entry, problems: list[str]) -> None:
    """Settings are a table, or 'off'."""
    if settings.value == OFF:
        return
    if not isinstance(settings.value, dict):
        problems.append(
            settings.place.says(
                f"{name} = {settings.value!r}: write its settings as a table, or 'off'."
            )
        )
    elif "id" in settings.value and settings.value["id"].value == OFF:
        problems.append(settings.place.says(f"to remove a policy write '- {name}: off'."))


def check_table(key: str, entry: Entry, problems: list[str]) -> None:
    """Parameters are a table of dotted names."""
    if not isinstance(entry.value, dict):
        problems.append(entry.place.says(f"'{key}' is a table of names and values."))
        return
    for name, inner in entry.value.items():
        if isinstance(inner.value, dict):
            within = next(iter(inner.value), "name")
            problems.append(
                inner.place.says(f"write '{name}.{within}: ...' in one line, with a dot.")
            )


def check_outside(key: str, entry: Entry, problems: list[str]) -> None:
    """The outside has a path and a table of changes."""
    if not isinstance(entry.value, dict):
        problems.append(entry.place.says(f"'{key}' is a table; write {{path: history}}."))
        return
    for name, inner in entry.value.items():
        if name not in OUTSIDE_KEYS:
            problems.append(
                inner.place.says(
                    f"There is no key '{key}.{name}'. {intention(name, OUTSIDE_KEYS)}"
                )
            )
        elif name == "changes" and not isinstance(inner.value, dict):
            problems.append(
                inner.place.says("outside.changes is a table; write {price.steel: 0.9}.")
            )


def check_flag(key: str, entry: Entry, problems: list[str]) -> None:
    """An overlay says true."""
    if not isinstance(entry.value, bool):
        problems.append(entry.place.says(f"{key} = {entry.value!r} is not true or false."))


def check_arms(key: str, entry: Entry, problems: list[str]) -> None:
    """Arms are a table of names and overlays; their content is checked when they are read."""
    if not isinstance(entry.value, dict) or not entry.value:
        problems.append(entry.place.says(f"'{key}' is a table of names and what each changes."))


def check_months(key: str, entry: Entry, problems: list[str]) -> None:
    """Months are a whole number."""
    months = entry.value
    if isinstance(months, bool) or not isinstance(months, int) or not 1 <= months <= LONGEST:
        problems.append(
            entry.place.says(
                f"{key} = {months!r} is not a whole number from 1 to {LONGEST} "
                "(months to simulate, 132 reach 2020-12)."
            )
        )


def shown(entry: Entry) -> str:
    """Show a value in a message."""
    if isinstance(entry.value, dict):
        return "a table"
    return "a list" if isinstance(entry.value, list) else repr(entry.value)


CHECKS: dict[str, Callable[[str, Entry, list[str]], None]] = {
    "extends": check_text,
    "title": check_words,
    "question": check_words,
    "notes": check_text,
    "policies": check_policies,
    "parameters": check_table,
    "outside": check_outside,
    "overlay": check_flag,
    "arms": check_arms,
    "months": check_months,
}
