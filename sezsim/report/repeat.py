"""Item 15: how to repeat the result: version, hashes, seed, command."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from sezsim.definitions.wording import Words
from sezsim.report.chart import Chart, Column, Item, Table
from sezsim.report.study import Study
from sezsim.report.wordings import say

PLAIN = (
    "sezsim", "git_commit", "seed", "replicates", "persons_per_agent", "until", "machine",
    "wall_seconds",
)  # fmt: skip
NESTED = {"scenarios": "scenario_hash", "hashes": "hash_of", "packages": "version_of"}


def command(manifest: Mapping[str, Any]) -> str:
    """Return the command as it can be typed again, without the folders of one machine."""
    words = manifest.get("command") or []
    if not words:
        return ""
    program = PurePath(str(words[0]))
    first = "sezsim" if program.stem in {"sezsim", "__main__"} else program.name
    return shlex.join([first, *(str(word) for word in words[1:])])


def facts(manifest: Mapping[str, Any]) -> Iterator[tuple[Words, str]]:
    """Yield all that determines the result."""
    for key in PLAIN:
        if key in manifest:
            yield say(key), str(manifest[key])
    for key, wording in NESTED.items():
        inner = manifest.get(key)
        if isinstance(inner, Mapping):
            for name, value in inner.items():
                yield say(wording, name=name), str(value)


def build(study: Study) -> Item:
    """Build the item."""
    manifest = study.tables.manifest
    title = say("repeat_title")
    if not manifest:
        return Item(15, "repeat", "method", title, left_out=say("repeat_none"))
    books = manifest.get("books", {})
    columns = (
        Column("repeat_key", say("repeat_key")),
        Column("repeat_value", say("repeat_value")),
    )
    note = say(
        "repeat_note",
        checks=f"{books.get('checks', 0):,}",
        residual=books.get("residual_fen", 0),
        runs=manifest.get("runs", 0),
        failures=manifest.get("failures", 0),
    )
    table = Table("15_repeat", title, columns, list(facts(manifest)))
    chart = Chart("repeat", say("repeat_finding"), note, say("repeat_alt"), table)
    return Item(15, "repeat", "method", title, charts=(chart,), code=command(manifest))
