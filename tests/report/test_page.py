"""The page: complete, offline, in two languages, small, the same every time."""

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest
from fake_tables import fake_tables

from sezsim.definitions.errors import ResultError
from sezsim.report.items import build_items
from sezsim.report.page import write_report
from sezsim.report.study import Study

LARGEST = 6_000_000  # bytes
LOADING = {"src", "href", "srcset", "data", "action", "poster", "formaction", "xlink:href"}


class Reader(HTMLParser):
    """Gathers addresses, ids and visible text."""

    def __init__(self):
        super().__init__()
        self.addresses, self.ids, self.text, self.inside = (
            [],
            [],
            {"": [], "zh": [], "en": []},
            [],
        )

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.addresses += [value for name, value in attributes if name in LOADING]
        self.ids += [named["id"]] if "id" in named else []
        if tag not in {"meta", "link", "br", "line", "rect", "circle", "input"}:
            self.inside.append((tag, named.get("class", "")))

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not {"script", "style", "title"} & {tag for tag, _ in self.inside}:
            language = next((c for _, c in reversed(self.inside) if c in {"zh", "en"}), "")
            self.text[language].append(data)


@pytest.fixture(scope="module")
def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


def part(page, name):
    return json.loads(re.search(rf'id="{name}">(.*?)</script>', page, re.DOTALL)[1])


def test_nothing_is_fetched(read, page):
    assert all(address.startswith(("#", "data:")) for address in read.addresses)
    assert "default-src 'none'" in page
    assert "url(http" not in page.split("<script>")[0]


def test_the_file_is_small(report):
    assert report.stat().st_size < LARGEST


def test_ids_are_unique_and_links_lead_somewhere(read):
    assert len(read.ids) == len(set(read.ids))
    assert {a[1:] for a in read.addresses if a.startswith("#")} <= set(read.ids)


def test_both_languages_are_complete(read):
    chinese = re.compile(r"[\u4e00-\u9fff]")
    assert len(read.text["zh"]) == len(read.text["en"])
    assert not [text for text in read.text["en"] if chinese.search(text)]
    assert not [text for text in read.text[""] if chinese.search(text) and "中文" not in text]


def test_every_chart_has_marks_in_both_languages_and_shapes(page):
    packed = part(page, "figures")
    names = {name.split("/")[0] for name in packed["figures"]}
    assert {
        "targets",
        "fan_gdp_real",
        "forest",
        "cities",
        "map",
        "data",
        "assumptions",
    } <= names
    for name in names:
        for language in ("zh", "en"):
            for shape in ("wide", "narrow"):
                figure = packed["figures"][f"{name}/{language}/{shape}"]
                traces = unpacked(figure["data"], packed["arrays"])
                assert sum(map(marks, traces)) > 0, name


def marks(trace):
    """Count what a trace draws: points and bars, or streams."""
    return len(trace["link"]["value"] if trace["type"] == "sankey" else trace["x"])


def unpacked(value, arrays):
    if isinstance(value, dict):
        if "$" in value:
            return unpacked(arrays[value["$"]], arrays)
        return {key: unpacked(inner, arrays) for key, inner in value.items()}
    return [unpacked(inner, arrays) for inner in value] if isinstance(value, list) else value


def test_every_item_has_finding_unit_replicates_table_and_alt():
    items = build_items(Study(fake_tables()))
    assert sorted(item.number for item in items) == list(range(1, 16))
    for item in items:
        assert item.left_out or item.charts or item.lists
        for chart in item.charts:
            for words in (chart.finding, chart.note, chart.alt):
                assert words.zh
                assert words.en
                assert "{" not in words.zh + words.en
            assert chart.table.rows
            assert all(len(row) == len(chart.table.columns) for row in chart.table.rows)


def test_the_first_table_marks_an_effect_whose_sign_a_parameter_turns(page):
    first = re.search(r'<table class="headline brief">.*?</table>', page, re.DOTALL)[0]
    marked = [cell for cell in first.split("<td") if "⇄" in cell]
    assert marked
    assert all("Employment" in cell and "depends on substitution" in cell for cell in marked)


def test_what_the_page_does_not_show_stands_at_its_head(tmp_path, page):
    cut = replace(fake_tables(2, months=24), points=9, point="trade.sigma=2")
    told = write_report(cut, tmp_path / "report.html").read_text(encoding="utf-8")
    head = re.search(r"<header.*?</header>", told, re.DOTALL)[0]
    assert "has 9 points; this page shows the first one (trade.sigma=2)" in head
    assert "共有9个点" in head
    assert "notice" not in re.search(r"<header.*?</header>", page, re.DOTALL)[0]


def test_tables_stand_beside_the_page(report, page):
    packed = part(page, "tables")["tables"]
    files = {path.stem: path for path in (report.parent / "tables").iterdir()}
    assert set(files) == set(packed)
    for name, path in files.items():
        text = path.read_text(encoding="utf-8-sig")
        lines = list(csv.reader(text.splitlines()))
        assert len(lines) == 1 + len(packed[name]["columns"][0]["cells"])
        assert len({len(line) for line in lines}) == 1


def test_the_same_tables_give_the_same_page(tmp_path, page):
    again = write_report(fake_tables(), tmp_path / "again.html")
    assert again.read_text(encoding="utf-8") == page


def test_one_language_alone(tmp_path):
    english = write_report(fake_tables(2), tmp_path / "report.html", "en").read_text(
        encoding="utf-8"
    )
    head = english.split("<script>")[0]
    assert not re.search(
        r"[\u4e00-\u9fff]", re.sub(r"<style>.*?</style>", "", head, flags=re.DOTALL)
    )
    assert "data-choose=" not in head


@pytest.mark.parametrize("scenarios", [1, 2])
@pytest.mark.parametrize("replicates", [1, 2])
def test_small_results_are_reported_too(tmp_path, scenarios, replicates):
    tables = fake_tables(replicates, months=30)
    names = list(dict.fromkeys(tables.design["scenario"]))[:scenarios]
    fewer = replace(
        tables,
        panel=tables.panel[tables.panel["scenario"].isin(names)],
        design=tables.design[tables.design["scenario"].isin(names)],
        observed=pd.DataFrame(columns=list(tables.observed.columns)),
        parameters=None,
        scenarios={},
        manifest={},
    )
    text = write_report(fewer, tmp_path / "report.html").read_text(encoding="utf-8")
    assert "no observed history" in text.lower()
    assert (
        "nan" not in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL).lower().split()
    )


def test_a_panel_without_some_indicators_leaves_their_items_out():
    tables = fake_tables(2, months=24)
    bare = tables.panel[["run", "scenario", "replicate", "month", "city", "gdp_real"]]
    items = build_items(Study(replace(tables, panel=bare)))
    assert [item.number for item in items if item.left_out and item.number in {2, 5, 13}] == [
        2,
        5,
        13,
    ]


def test_tables_that_lack_columns_are_refused():
    tables = fake_tables(1, months=12)
    with pytest.raises(ResultError, match="lacks the columns replicate"):
        replace(tables, panel=tables.panel.drop(columns="replicate"))
    with pytest.raises(ResultError, match="empty"):
        replace(tables, panel=tables.panel.iloc[:0])
