"""The order of the month, read from the source of Zone.step without importing it."""

import ast
from pathlib import Path

from sezsim.definitions.errors import DataError
from sezsim.describe.section import Section

PACKAGE = Path(__file__).resolve().parents[1]
ZONE = PACKAGE / "zone.py"
PROCESS = "sezsim.process."
ENACT, RECORD = "enact", "record"


def month_section() -> Section:
    """Return every step of a month in its order, with the process and what happens."""
    tree = ast.parse(ZONE.read_text(encoding="utf-8"))
    homes = imported_verbs(tree)
    rows: list[tuple[object, ...]] = []
    for call in calls_in_order(step_of(tree)):
        row = told(call, homes)
        if row:
            rows.append((len(rows) + 1, *row))
    return Section(
        "order of the month", ("step", "verb", "process", "what happens"), tuple(rows)
    )


def imported_verbs(tree: ast.Module) -> dict[str, str]:
    """Return the process module from which the zone imports each verb."""
    return {
        alias.asname or alias.name: node.module.removeprefix(PROCESS)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PROCESS)
        for alias in node.names
        if node.module
    }


def step_of(tree: ast.Module) -> ast.FunctionDef:
    """Return Zone.step."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "step":
            return node
    raise DataError(f"{ZONE.name} has no function 'step'; the month cannot be described.")


def calls_in_order(step: ast.FunctionDef) -> list[ast.Call]:
    """Return all calls of a function in the order of its lines."""
    calls = [node for node in ast.walk(step) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def told(call: ast.Call, homes: dict[str, str]) -> tuple[str, str, str] | None:
    """Return verb, process and meaning of a call that is a step of the month."""
    if isinstance(call.func, ast.Name) and call.func.id in homes:
        verb, process = call.func.id, homes[call.func.id]
        return verb, process, meaning_of(verb, process)
    if isinstance(call.func, ast.Attribute) and call.func.attr == ENACT:
        moment = ast.unparse(call.args[0]).rpartition(".")[2].lower()
        return (
            "enact",
            "policy",
            f"Policies of the moment '{moment}' act, in order of their ids.",
        )
    if isinstance(call.func, ast.Attribute) and call.func.attr == RECORD:
        return "record", "observation", "Add up what is measured; nothing feeds back."
    return None


def meaning_of(verb: str, process: str) -> str:
    """Return the first line of a verb's docstring."""
    tree = module_of(process)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == verb:
            return first_line(node)
    return ""


def processes_section() -> Section:
    """Return every process with the first line of its file."""
    names = sorted(path.stem for path in (PACKAGE / "process").glob("[!_]*.py"))
    rows = tuple((name, first_line(module_of(name))) for name in names)
    return Section("processes", ("process", "what happens"), rows)


def module_of(process: str) -> ast.Module:
    """Parse the file of a process."""
    return ast.parse((PACKAGE / "process" / f"{process}.py").read_text(encoding="utf-8"))


def first_line(node: ast.Module | ast.FunctionDef) -> str:
    """Return the first line of a docstring."""
    return (ast.get_docstring(node) or "").partition("\n")[0]


def equations_of(process: str) -> str:
    """Return the docstring of a process: what happens and the equations."""
    return ast.get_docstring(module_of(process)) or ""
