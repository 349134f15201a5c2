"""Imports point downwards, heavy libraries have owners, and nothing is imported late."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sezsim
from sezsim.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sezsim"
LAYERS = (  # each imports only from the lines below it
    ("__main__", "commands"),
    ("ensemble", "model"),
    ("report", "analysis"),  # below ensemble, because Result.report() draws the page
    ("results",),
    ("zone", "describe"),
    ("prepared",),
    ("opening", "kept"),
    ("scenario",),
    ("parameters",),
    ("process", "policy"),
    ("observation",),  # below process, because a process notes dated events
    ("base_year",),
    ("labour",),  # loops of the labour market
    ("lives",),  # loops of demography, migration and settlement
    ("accounting", "randomness", "outside"),
    ("state",),
    ("phase_out",),  # rules of the phase-out that several processes share
    ("definitions",),
)
RANK = {name: len(LAYERS) - place for place, names in enumerate(LAYERS) for name in names}
OWNERS = {
    "mesa": ("model",),
    "plotly": ("report",),
    "jinja2": ("report",),
    "SALib": ("analysis", "base_year"),
    "scipy.stats": ("analysis", "base_year"),
    "pandas": ("ensemble", "model", "report", "analysis", "commands"),
    "pyarrow": ("results", "ensemble"),
    "distributed": ("ensemble",),
    "numba": ("definitions",),
    "click": ("__main__", "commands"),
    "rich": ("commands",),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return the top-level part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, relative ones refused."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def edges() -> Iterator[tuple[Path, str]]:
    """Yield every file and every part of the package that it imports."""
    for path in FILES:
        if part_of(path) != "__init__":
            yield from (
                (path, name.split(".")[1])
                for name in imports(path)
                if name.startswith("sezsim.") and len(name.split(".")) > 1
            )


def test_every_part_has_a_layer():
    assert {part_of(path) for path in FILES} - {"__init__"} <= set(RANK)


def rank(part: str) -> int:
    """Return the layer of a part; an unknown one is above all."""
    return RANK.get(part, len(LAYERS) + 1)


def test_imports_point_downwards():
    wrong = {
        f"{path.relative_to(ROOT)} imports {target}"
        for path, target in edges()
        if target in RANK and target != part_of(path) and rank(target) >= rank(part_of(path))
    }
    assert not wrong


def test_no_process_imports_another_process_and_no_policy_a_process():
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in FILES
        if part_of(path) in {"process", "policy"}
        for name in imports(path)
        if name.startswith("sezsim.process")
    }
    assert not wrong


def test_tables_of_lazy_names_point_to_what_exists():
    assert {f"{name}.py" for name in COMMANDS} <= {
        p.name for p in (PACKAGE / "commands").iterdir()
    }
    for name, module in sezsim.PUBLIC.items():
        path = PACKAGE.parent / Path(*module.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        assert name in file.read_text(encoding="utf-8"), f"{name} is not in {module}"


@pytest.mark.parametrize("library", OWNERS)
def test_heavy_libraries_have_owners(library: str):
    wrong = {
        str(path.relative_to(ROOT))
        for path in FILES
        if part_of(path) not in OWNERS[library]
        for name in imports(path)
        if name == library or name.startswith(f"{library}.")
    }
    assert not wrong


def test_no_import_stands_in_a_function_or_under_type_checking():
    wrong = set()
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tops = {id(node) for node in tree.body}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in tops:
                wrong.add(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not wrong


def loaded_by(statement: str) -> set[str]:
    """Return the modules that a fresh process has loaded after a statement."""
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split())


def test_the_step_loads_no_heavy_library():
    assert not loaded_by("import sezsim.zone") & {
        "mesa", "pandas", "plotly", "scipy.stats", "pyarrow", "click", "networkx",
    }  # fmt: skip


def test_the_command_line_loads_no_heavy_library():
    loaded = loaded_by("import sezsim.__main__")
    assert not loaded & {"numpy", "numba", "pydantic", "rich", "pandas", "mesa"}


def test_checking_a_scenario_loads_no_heavy_library():
    loaded = loaded_by("import sezsim.commands.check")
    assert not loaded & {"pandas", "mesa", "plotly", "pyarrow", "scipy.stats", "networkx"}
