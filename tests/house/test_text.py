"""What stands in the files: no paths of one machine, no open ends, every process in the tree."""

import re
from dataclasses import fields
from pathlib import Path

from sezsim.parameters import Parameters
from sezsim.state.rules import Rules

ROOT = Path(__file__).resolve().parents[2]
KINDS = {".py", ".yaml", ".yml", ".md", ".toml", ".txt", ".csv", ".html", ".cfg"}
MACHINE = re.compile(r"/(?:home|root|Users|work|mnt|opt)/\w")
OPEN_END = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
SKIPPED = {".git", ".venv", "build", "results", "runs", ".ruff_cache", ".mypy_cache"}
REGISTRIES = re.compile(r"pypi\.|npmjs|artifactory|nexus|mirror", re.IGNORECASE)


def texts():
    """Yield every text file of the repository."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        if path.suffix in KINDS and path.is_file() and not SKIPPED & set(inside):
            yield path
    yield ROOT / ".ci" / "run"


def test_no_file_knows_a_machine():
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in texts()
        if path != Path(__file__).resolve()
        and (found := MACHINE.search(without_addresses(path.read_text(encoding="utf-8"))))
    ]
    assert not wrong


def without_addresses(text: str) -> str:
    """Leave out addresses of pages, whose paths are not ours."""
    return re.sub(r"https?://\S+", "", text)


def test_no_open_ends():
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "sezsim").rglob("*.py")
        if OPEN_END.search(path.read_text(encoding="utf-8"))
    ]
    assert not wrong


def test_every_process_with_parameters_is_in_the_tree():
    processes = {
        path.stem
        for path in (ROOT / "sezsim" / "process").glob("*.py")
        if "class Parameters" in path.read_text(encoding="utf-8")
    }
    assert processes | {"national", "opening"} == set(Parameters.model_fields)


def test_ci_names_no_registry():
    assert not REGISTRIES.search((ROOT / ".ci" / "run").read_text(encoding="utf-8"))


NOT_READ_YET: set[str] = set()  # see the list of open questions


def test_every_rule_is_read_by_a_process():
    sources = [
        path.read_text(encoding="utf-8")
        for path in [*(ROOT / "sezsim" / "process").glob("*.py"), ROOT / "sezsim" / "zone.py"]
    ]
    unread = {
        field.name
        for field in fields(Rules)
        if not any(re.search(rf"\b{field.name}\b", source) for source in sources)
    }
    assert unread <= NOT_READ_YET
