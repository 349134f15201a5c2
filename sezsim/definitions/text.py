"""Safe text: YAML 1.2 with the place of every value; what is unsafe is refused with a sentence.

Refused are: other encodings than UTF-8, more than 1 MB, %YAML lines, several documents, tags,
merge keys, keys written twice, aliases that contain themselves, NaN and infinity, and empty values.
A full date is text like any other, and refused where a month belongs.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sezsim.definitions.errors import ScenarioError

LARGEST = 1_000_000  # bytes
MOST_VALUES = 20_000  # aliases can make a small file expand without end
PLAIN = "tag:yaml.org,2002:"
KNOWN_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "map", "seq"}


@dataclass(frozen=True)
class Place:
    """Where something stands."""

    file: str
    line: int = 0  # 0: no line

    def __str__(self) -> str:
        """Write the place as 'file, line 3'."""
        return f"{self.file}, line {self.line}" if self.line else self.file

    def says(self, sentence: str) -> str:
        """Put the place before a sentence."""
        return f"{self}: {sentence}"


@dataclass(frozen=True)
class Entry:
    """A value with its place: a scalar, a list of entries or a table of entries."""

    value: Any
    place: Place


@dataclass
class Reading:
    """What is known while one text is turned into entries."""

    file: str
    problems: list[str] = field(default_factory=list)
    values: int = 0

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        return Place(self.file, node.start_mark.line + 1)

    def refuse(self, node: Node, sentence: str) -> None:
        """Note a problem."""
        self.problems.append(self.place(node).says(sentence))


def read_text(path: Path) -> Entry:
    """Read a YAML file into entries; raise ScenarioError with all problems."""
    return entries(decoded(path), shown_path(path))


def shown_path(path: Path) -> str:
    """Write a path as short as it can be from the present folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def decoded(path: Path, largest: int = LARGEST) -> str:
    """Read a file as UTF-8 text of at most 1 MB, or of another size."""
    if not path.exists():
        raise ScenarioError(f"{path}: there is no such file.")
    if not path.is_file():
        raise ScenarioError(f"{path} is a folder; name a file in it.")
    if path.stat().st_size > largest:
        raise ScenarioError(f"{path} holds more than {largest:,} bytes; is it the right file?")
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ScenarioError(
            f"{path}, line {line}: byte 0x{content[error.start]:02x} is not UTF-8; save the "
            "file as UTF-8 (it may be GBK or UTF-16)."
        ) from error


def entries(text: str, file: str) -> Entry:
    """Turn YAML text into entries; raise ScenarioError with all problems."""
    refuse_directives(text, file)
    reading = Reading(file)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        if node is None:
            raise ScenarioError(f"{file}: the file is empty.")
        entry = entry_of(node, reading, ())
    except YAMLError as error:
        raise ScenarioError(syntax(error, file)) from error
    except RecursionError as error:
        raise ScenarioError(f"{file}: lists or tables are nested too deeply.") from error
    if reading.problems:
        raise ScenarioError(*reading.problems)
    return entry


def refuse_directives(text: str, file: str) -> None:
    """Refuse a %YAML or %TAG line."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("%"):
            raise ScenarioError(
                f"{file}, line {number}: '{line.strip()[:40]}' is not admitted; leave the line "
                "out, scenarios are read as YAML 1.2."
            )


def syntax(error: YAMLError, file: str) -> str:
    """Say where YAML cannot be read and why."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    place = Place(file, mark.line + 1 if mark else 0)
    first = " ".join(str(what).split())
    return place.says(f"this is not YAML ({first}); check indentation, colons and quotes.")


def entry_of(node: Node, reading: Reading, around: tuple[int, ...]) -> Entry:
    """Turn a node into an entry, noting all problems."""
    place = reading.place(node)
    reading.values += 1
    if reading.values > MOST_VALUES:
        raise ScenarioError(
            f"{reading.file} expands to more than {MOST_VALUES:,} values; write fewer aliases."
        )
    if id(node) in around:
        reading.refuse(node, "an alias (*) contains itself; write the values out.")
        return Entry(None, place)
    tag = str(node.tag or "").removeprefix(PLAIN)
    if tag not in KNOWN_TAGS:
        reading.refuse(node, f"the tag '{tag}' is not admitted; write plain values.")
        return Entry(None, place)
    inside = (*around, id(node))
    if isinstance(node, MappingNode):
        return Entry(table(node, reading, inside), place)
    if isinstance(node, SequenceNode):
        return Entry([entry_of(item, reading, inside) for item in node.value], place)
    return Entry(scalar(node, tag, reading), place)


def table(node: MappingNode, reading: Reading, around: tuple[int, ...]) -> dict[str, Entry]:
    """Turn the pairs of a mapping into a table of entries."""
    entered: dict[str, Entry] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or str(key.tag) != f"{PLAIN}str":
            reading.refuse(key, f"{shown(key)} is no name; every key is a word.")
        elif key.value in entered:
            first = entered[key.value].place.line
            reading.refuse(key, f"'{key.value}' is written twice (first in line {first}).")
        elif is_missing(value):
            reading.refuse(key, f"'{key.value}' has no value; write one or leave the line out.")
        else:
            entry = entry_of(value, reading, around)
            entered[key.value] = Entry(entry.value, reading.place(key))
    return entered


def is_missing(node: Node) -> bool:
    """Tell whether a value is empty."""
    return isinstance(node, ScalarNode) and str(node.tag) == f"{PLAIN}null"


def shown(node: Node) -> str:
    """Show a key."""
    return f"'{node.value}'" if isinstance(node, ScalarNode) else "a list or table"


def scalar(node: Node, tag: str, reading: Reading) -> Any:
    """Turn the text of a scalar into a value."""
    text = str(node.value)
    if tag == "null":
        reading.refuse(node, "a value is missing; write one or leave the line out.")
    elif tag in {"int", "float"}:
        return number(node, text.replace("_", ""), tag, reading)
    return text.lower() == "true" if tag == "bool" else text


def number(node: Node, text: str, tag: str, reading: Reading) -> Any:
    """Read a finite number."""
    base = 0 if text.lstrip("+-")[:2] in {"0x", "0o"} else 10
    try:
        value = int(text, base) if tag == "int" else float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        reading.refuse(node, f"'{node.value}' is no finite number.")
    return value


def plain(entry: Entry) -> Any:
    """Return the values of an entry without their places."""
    if isinstance(entry.value, dict):
        return {name: plain(inner) for name, inner in entry.value.items()}
    if isinstance(entry.value, list):
        return [plain(inner) for inner in entry.value]
    return entry.value


def placed(value: Any, place: Place) -> Entry:
    """Return plain values as entries that all stand at one place."""
    if isinstance(value, dict):
        return Entry({name: placed(inner, place) for name, inner in value.items()}, place)
    if isinstance(value, list | tuple):
        return Entry([placed(inner, place) for inner in value], place)
    return Entry(value, place)
