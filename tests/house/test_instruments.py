"""An instrument is one file and one test; nothing else in the package names it."""

import re
from pathlib import Path

import pytest

from sezsim.policy import instruments

ROOT = Path(__file__).parents[2]
PACKAGE, TESTS = ROOT / "sezsim", ROOT / "tests" / "policy"
SOURCES = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}


@pytest.mark.parametrize("name", instruments())
def test_an_instrument_has_a_test_of_its_own(name):
    test = TESTS / f"test_{name}.py"
    assert test.is_file()
    text = test.read_text(encoding="utf-8")
    assert re.search(rf"\b{name}\b", text), "the test reads the instrument by its name"
    assert "assert" in text


@pytest.mark.parametrize("name", instruments())
def test_nothing_else_in_the_package_names_an_instrument(name):
    word = re.compile(rf"\b({name}|{name.title().replace('_', '')})\b")
    own = PACKAGE / "policy" / f"{name}.py"
    naming = [path.relative_to(ROOT) for path, text in SOURCES.items() if word.search(text)]
    assert naming in ([], [own.relative_to(ROOT)])
