"""Scenario files: where they are, what they extend, and their arms."""

from dataclasses import dataclass, field
from pathlib import Path

from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.likely import intention
from sezsim.definitions.text import Entry, Place, placed, plain, read_text, shown_path
from sezsim.scenario.draft import Draft
from sezsim.scenario.shape import ARM_KEYS, KEYS, check_shape

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
COMPARISON = "comparison"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class ScenarioFile:
    """A scenario file as read: its own text, and the draft together with all that it extends."""

    path: Path
    text: dict[str, Entry]
    draft: Draft
    arms: dict[str, Entry] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The scenario's name, which is the file's."""
        return self.path.stem

    @property
    def is_overlay(self) -> bool:
        """Tell whether the file is put over scenarios and cannot run alone."""
        return "overlay" in self.text and bool(self.text["overlay"].value)


def shipped_names() -> tuple[str, ...]:
    """Return the names of all shipped scenario files, overlays included."""
    names = (path.stem for path in sorted(FOLDER.glob("*.yaml")))
    return tuple(name for name in names if name != COMPARISON)


def shipped_comparison() -> tuple[str, ...]:
    """Return the scenarios that a run without arguments compares, the baseline first."""
    return comparison_in(FOLDER / f"{COMPARISON}.yaml")


def comparison_in(path: Path) -> tuple[str, ...]:
    """Read the list of scenarios to compare."""
    text = read_text(path)
    listed = text.value.get("shipped") if isinstance(text.value, dict) else None
    if listed is None or not isinstance(listed.value, list) or not listed.value:
        raise ScenarioError(f"{path}: write 'shipped: [baseline, ...]', a list of scenarios.")
    return tuple(str(entry.value) for entry in listed.value)


def split_arm(reference: str) -> tuple[str, str]:
    """Split 'award_rules/auction' or 'my.yaml/auction' into file and arm."""
    for ending in ENDINGS:
        before, found, arm = reference.partition(f"{ending}/")
        if found:
            return before + ending, arm
    if is_path(reference):
        return reference, ""
    name, _, arm = reference.partition("/")
    return name, arm


def is_path(reference: str) -> bool:
    """Tell whether a reference is a file rather than a shipped name."""
    return reference.endswith(ENDINGS) or reference.startswith((".", "/", "~"))


def locate(reference: str, beside: Path | None = None) -> Path:
    """Return the file of a name or path; raise ScenarioError with the likely intention."""
    if is_path(reference):
        path = Path(reference).expanduser()
        return beside / path if beside and not path.is_absolute() else path
    for folder in (*([beside] if beside else []), FOLDER):
        path = folder / f"{reference}.yaml"
        if path.is_file() and reference != COMPARISON:
            return path
    if not FOLDER.is_dir():
        raise ScenarioError(f"{FOLDER} is missing; install with 'pip install -e .'.")
    raise ScenarioError(
        f"There is no scenario called '{reference}'. {intention(reference, shipped_names())}"
    )


def load(path: Path, problems: list[str], chain: tuple[Path, ...] = ()) -> ScenarioFile:
    """Read a file and all that it extends; note every problem.

    The policies of an overlay can change those of scenarios yet unknown; they are read when the
    overlay is put over one.
    """
    place = Place(shown_path(path))
    if path.resolve() in chain:
        names = " -> ".join(step.stem for step in (*chain, path))
        problems.append(place.says(f"the scenario extends itself: {names}."))
        return ScenarioFile(path, {}, Draft(place))
    try:
        entry = read_text(path)
    except ScenarioError as error:
        problems += error.problems
        return ScenarioFile(path, {}, Draft(place))
    text = check_shape(entry, KEYS, problems)
    base = Draft(place)
    if "extends" in text:
        base = load_base(path, text["extends"], problems, (*chain, path.resolve()))
    arms = dict(text["arms"].value) if "arms" in text else {}
    alone = {key: text[key] for key in text if key != "policies"}
    said = alone if "overlay" in text and text["overlay"].value else text
    return ScenarioFile(path, text, base.under(said, place, problems), arms)


def load_base(
    path: Path, extends: Entry, problems: list[str], chain: tuple[Path, ...]
) -> Draft:
    """Read the scenario that a file extends, or one arm of it."""
    reference, arm = split_arm(str(extends.value))
    try:
        base = load(locate(reference, path.parent), problems, chain)
    except ScenarioError as error:
        problems.append(extends.place.says(f"extends: {error}"))
        return Draft(extends.place)
    if base.is_overlay:
        problems.append(
            extends.place.says(f"'{base.name}' is an overlay; put it over with --under.")
        )
    return load_arm(base, arm, problems, extends.place) if arm else base.draft


def load_arm(
    file: ScenarioFile, arm: str, problems: list[str], asked: Place | None = None
) -> Draft:
    """Return the draft of one arm of a file."""
    if arm not in file.arms:
        known = intention(arm, file.arms) if file.arms else "It has no arms."
        place = asked or Place(shown_path(file.path))
        problems.append(place.says(f"'{file.name}' has no arm called '{arm}'. {known}"))
        return file.draft
    entry = file.arms[arm]
    text = arm_words(file, arm, entry.place) | check_shape(entry, ARM_KEYS, problems)
    return file.draft.under(text, entry.place, problems)


def arm_words(file: ScenarioFile, arm: str, place: Place) -> dict[str, Entry]:
    """Return title and question of an arm that has none of its own: the file's."""
    words: dict[str, Entry] = {
        key: file.text[key] for key in ("title", "question") if key in file.text
    }
    if "title" in words:
        title = {name: f"{text} ({arm})" for name, text in plain(words["title"]).items()}
        words["title"] = placed(title, place)
    return words
