"""Every word of the report is there in both languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

from sezsim import report
from sezsim.report.wordings import PLACES, SHORT, THEMES, UNITS, WORDS

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SAME = {"unit_percent", "sized_percent"}  # signs, no words
SOURCES = Path(report.__file__).parent  # the words themselves are in a folder below


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same(key):
    words = WORDS[key]
    assert words.zh
    assert words.en
    if key != "sized":
        assert holes(words.zh) == holes(words.en)
    assert not CHINESE.search(words.en)
    if key not in SAME:
        assert CHINESE.search(words.zh) or not re.search("[a-z]", words.en.format_map(Empty()))


class Empty(dict):
    def __missing__(self, key):
        return ""


@pytest.mark.parametrize("table", [UNITS, PLACES, SHORT])
def test_units_and_places_have_two_names(table):
    assert all(
        CHINESE.search(words.zh) and not CHINESE.search(words.en) for words in table.values()
    )


def test_no_wording_is_left_over():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in SOURCES.iterdir()
        if path.suffix in {".py", ".html"}
    )
    made = re.compile(
        r"change_|card_|item_|kind_|group_|grade_|forest_|map_|section_|use_|low\d|high\d|table_|unit_|index_|future_|box_|sobol_|firms_between_|money_between_|owner_|industry_|plants_|morris_|lever_|lead_|went_"
    )
    left = [key for key in WORDS if f'"{key}"' not in sources and not made.match(key)]
    assert not left


def test_no_chinese_outside_the_wordings():
    for path in SOURCES.glob("*.py"):
        body = path.read_text(encoding="utf-8").split('"""', 2)[-1]
        assert not CHINESE.search(body), path.name


def test_a_key_stands_in_one_file_only():
    keys = [key for theme in THEMES for key in theme.WORDS]
    assert len(keys) == len(set(keys)) == len(WORDS)


def test_every_file_of_words_is_put_in():
    themes = {Path(theme.__file__).name for theme in THEMES}
    others = {"__init__.py", "names.py", "saying.py", "texts.py"}
    assert themes | others == {path.name for path in (SOURCES / "wordings").glob("*.py")}
