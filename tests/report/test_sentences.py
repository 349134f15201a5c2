"""Findings say what the data say."""

import re

import numpy as np
import pandas as pd
import pytest
from fake_tables import SCENARIOS, fake_tables

from sezsim.report.brief import lead
from sezsim.report.headline import build as headline
from sezsim.report.sentences import changes_in_words, is_next_to_nothing, sized, verdict
from sezsim.report.study import Study
from sezsim.report.summary import cards
from sezsim.report.tables import ReportTables
from sezsim.report.wordings import UNITS, say
from sezsim.scenario import Scenario, in_words
from sezsim.scenario.reading import shipped_comparison

PACKAGES = ("plan_as_written", "core_package", "green_and_state_reform")


def effect(mean, low, high, n=5):
    return pd.Series({"mean": mean, "low95": low, "high95": high, "n": n})


def test_verdicts():
    assert verdict(effect(1, 0.5, 1.5), 1) == "better"
    assert verdict(effect(1, 0.5, 1.5), -1) == "worse"
    assert verdict(effect(-1, -2, -0.5), 0) == "down"
    assert verdict(effect(1, -0.5, 2.5), 1) == "unclear"
    assert verdict(effect(0, 0, 0), 1) == "none"
    assert verdict(effect(1, np.nan, np.nan, n=1), 1) == "single"


def jobs(city: list[float], replicates: int = 4) -> ReportTables:
    """Return tables in which only Anshan changes: by so many jobs in each year."""
    rows = []
    for scenario in SCENARIOS[:2]:
        for replicate in range(1, replicates + 1):
            for i, change in enumerate(city):
                for month in range(1, 13):
                    lost = change * (1 + 0.1 * replicate) if scenario != "baseline" else 0.0
                    date = f"{2012 + i}-{month:02d}"
                    row = (f"{scenario}-{replicate}", scenario, replicate, date)
                    rows += [(*row, place, 1e6 + lost) for place in ("anshan", "zone")]
    columns = ["run", "scenario", "replicate", "month", "city", "employed"]
    panel = pd.DataFrame(rows, columns=columns)
    design = panel[["run", "scenario", "replicate"]].drop_duplicates()
    return ReportTables(panel=panel, design=design, manifest={})


def test_the_card_counts_replicates_and_says_when_jobs_are_back():
    study = Study(jobs([-1000.0, -5000.0, -1000.0, 0.0]))
    sentences = [text for _, texts in cards(study)[0].answers for text in texts]
    english = " ".join(text.en for text in sentences)
    assert (
        "Anshan loses most: in 4 of 4 replicates it has 5,500 to 7,000 fewer jobs in 2013"
        in english
    )
    assert "from 2015 on the difference could be chance" in english
    assert "鞍山" in " ".join(text.zh for text in sentences)


def test_without_effect_nothing_is_claimed():
    study = Study(jobs([0.0, 0.0]))
    english = " ".join(text.en for _, texts in cards(study)[0].answers for text in texts)
    assert "exactly those of the baseline" in english
    assert "In no city" in english
    assert changes_in_words(study, "employed").en.startswith(
        "Employment in 2013: unchanged under"
    )


def test_one_replicate_claims_no_certainty():
    study = Study(jobs([-1000.0], replicates=1))
    english = " ".join(text.en for _, texts in cards(study)[0].answers for text in texts)
    assert "One run only" in english
    assert "one run only" in changes_in_words(study, "employed").en


def test_the_headline_counts_sure_effects():
    finding = headline(Study(fake_tables())).charts[0].finding
    assert finding.en.startswith("Of 20 headline effects in 2015, ")
    parts = [int(number) for number in re.findall(r"(\d+) (?:are|could)", finding.en)]
    assert sum(parts) == 20, "sure, next to nothing and unclear are all there are"


def test_an_effect_within_a_twentieth_is_next_to_nothing_whatever_its_sign():
    effect = pd.Series({"mean": 0.012, "low95": 0.004, "high95": 0.021, "n": 6})
    assert is_next_to_nothing(effect, say("unit_percent"))
    assert not is_next_to_nothing(effect * 10.0, say("unit_percent"))
    assert not is_next_to_nothing(effect, UNITS["person"]), "counts have no such bound"


def test_the_first_sentence_names_every_reform_once():
    study = Study(fake_tables())
    said = lead(study)[0]
    for reform in study.reforms:
        assert said.zh.count(f"“{study.title(reform).zh}”") == 1
        assert said.en.count(f"“{study.title(reform).en}”") == 1


def test_a_trifle_gets_no_number_even_if_it_is_beyond_chance():
    assert sized(0.018, say("unit_percent")).en == "less than 0.05%"
    assert sized(-0.0004, say("unit_points")).zh == "不到0.05个百分点"
    assert sized(-0.2, say("unit_percent")).en == "0.20%"


def test_chinese_counts_persons_in_ten_thousands():
    persons = UNITS["person"]
    assert sized(-38_213.0, persons) == ("3.8万人", "38,000 persons")
    assert sized(9_140.0, persons) == ("9,100人", "9,100 persons")
    assert sized(132_000.0, persons).zh == "13万人"


@pytest.mark.parametrize("name", [*shipped_comparison()[1:], *PACKAGES])
def test_chinese_says_what_a_scenario_does_without_english_words(name):
    sentences = in_words(Scenario.read(name), Scenario.read("baseline"), "zh")
    assert not [each for each in sentences if re.search("[a-z]{3,}", each.replace("GDP", ""))]


def test_a_clause_without_a_setting_is_not_said():
    closing = Scenario.read("phase_out_with_award").policies[0]
    assert "severance" not in closing.describe("en")
    assert "pays 30% of severance" in closing.changed(severance=0.3).describe("en")


def test_a_ceiling_that_binds_nobody_and_bids_without_an_auction_are_not_said():
    closing = Scenario.read("phase_out_with_award").policies[0]
    assert "at most" not in closing.describe("en")
    assert "bidders" not in closing.describe("en")
    auction = closing.changed(list_by="auction", ceiling=280.0).describe("en")
    assert "at most 280 yuan for private firms; bidders hide 50%" in auction
