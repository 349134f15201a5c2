"""Aims are weighed by what is beyond chance; what uncertainty turns stands on the first screen."""

import shutil
from dataclasses import replace

import pytest
from fake_parts import fake_analyses
from fake_tables import fake_tables

from sezsim.ensemble.result import Result
from sezsim.report import headline, levers, pictures, sensitivity, trade_offs
from sezsim.report.study import Study
from sezsim.report.summary import cards
from sezsim.report.trade_offs import TradeOffs, beats
from sezsim.results.store import MemoryStore


@pytest.fixture(scope="module")
def study():
    return Study(fake_tables())


def test_who_is_as_good_in_all_and_better_in_one_beats():
    assert beats([1.0, 0.0], [0.0, 0.0])
    assert not beats([1.0, -0.1], [0.0, 0.0])
    assert not beats([0.0, 0.0], [0.0, 0.0])


def test_a_change_that_could_be_chance_beats_nobody(study):
    weighed = TradeOffs(study, ("gdp_real", "employed"))
    for scenario in study.reforms:
        for aim in weighed.aims:
            _, low, high = weighed.effect(scenario, aim)
            assert (weighed.gain(scenario, aim) == 0.0) == (low <= 0.0 <= high)
    assert study.reference in weighed.pareto() or any(
        weighed.gain(each, aim) > 0 for each in study.reforms for aim in weighed.aims
    )


def test_one_scenario_alone_trades_nothing_off():
    tables = fake_tables(2, months=24)
    only = {"panel": tables.panel, "design": tables.design}
    kept = {name: table[table["scenario"] == "baseline"] for name, table in only.items()}
    assert trade_offs.build(Study(replace(tables, **kept))).left_out is not None


def test_the_first_screen_says_which_parameter_turns_a_sign(study):
    said = [
        sentence.en for card in cards(study) for _, said in card.answers for sentence in said
    ]
    assert any("turns the sign" in each and "substitution of goods" in each for each in said)
    turned = [cell for row in headline.rows(study) for cell in row.cells if cell.turned]
    assert {(cell.shown.name, cell.year) for cell in turned} == {("employed", 2015)}
    assert "取决于" in turned[0].turned_words.zh


def test_without_a_study_the_item_says_how_to_make_one():
    bare = Study(replace(fake_tables(1, months=12), analyses={}))
    assert "sezsim sensitivity" in sensitivity.build(bare).left_out.en
    assert levers.build(bare).left_out is not None


def test_a_screening_shows_effects_instead_of_parts_of_the_variance():
    screened = Study(replace(fake_tables(2), analyses=fake_analyses("morris")))
    keys = [chart.key for chart in sensitivity.build(screened).charts]
    assert keys == ["tornado", "morris", "signs", "robustness"]


def test_futures_that_turn_a_finding_are_told_in_both_languages(study):
    ((_, sentences),) = sensitivity.build(study).lists
    assert "pull of the rest of China is at least 2.0" in sentences[0].en
    assert "外省吸引力不低于2.0" in sentences[0].zh


def test_a_chart_becomes_a_picture(study, tmp_path):
    if not any(shutil.which(name) for name in pictures.BROWSERS):
        pytest.fail("No browser found; install Chromium.")
    item = trade_offs.build(study)
    one = replace(item, charts=item.charts[:1])
    (path,) = pictures.write_pictures([one], tmp_path / "pictures", ("zh",))
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size > 10_000


def test_shares_that_a_sweep_left_are_taken_in():
    store = MemoryStore()
    shares = fake_analyses()["shapley"].drop(columns="n")
    store.write("tables/shapley.csv", shares.to_csv(index=False).encode())
    store.write("manifest.json", b'{"replicates": 6}')
    assert Result(store).analyses()["shapley"]["n"].unique().tolist() == [6]
