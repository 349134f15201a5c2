"""Scenario files as a whole: which are shipped, and whether a file is in order."""

from collections.abc import Iterator
from pathlib import Path

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.wording import Words
from sezsim.scenario.reading import (
    COMPARISON,
    comparison_in,
    load,
    locate,
    shipped_names,
    split_arm,
)
from sezsim.scenario.scenario import Scenario, drafts
from sezsim.scenario.settling import settle


def listed_scenarios() -> Iterator[tuple[str, Words, bool]]:
    """Yield name and question of every shipped scenario, and whether it is an overlay."""
    for name in shipped_names():
        problems: list[str] = []
        file = load(locate(name), problems)
        settled = settle(file.draft, problems)
        if problems:
            raise ScenarioError(*problems)
        yield name, settled["question"], file.is_overlay


def check_file(reference: str) -> str:
    """Check a file or a name; return what it holds, or raise ScenarioError with all problems."""
    if Path(reference).stem == COMPARISON and Path(reference).is_file():
        return check_comparison(Path(reference))
    name, arm = split_arm(reference)
    problems: list[str] = []
    file = load(locate(name), problems)
    checked = drafts(file, arm, problems)
    for _, draft in checked:
        settle(draft, problems)
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))
    if file.is_overlay:
        return " (an overlay)"
    return f" ({len(checked)} arms)" if file.arms else ""


def check_comparison(path: Path) -> str:
    """Check that every scenario of a comparison can be read."""
    problems: list[str] = []
    names = comparison_in(path)
    for name in names:
        try:
            Scenario.read_all(name)
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))
    return f" (a comparison of {', '.join(names)})"
