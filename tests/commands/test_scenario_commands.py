"""scenarios, show, check and schema."""

import json

import pytest
from ruamel.yaml import YAML

from sezsim.definitions.text import plain, read_text
from sezsim.policy import instruments
from sezsim.scenario import shipped_names
from sezsim.scenario.reading import FOLDER


def test_scenarios_lists_every_question(sezsim):
    output = sezsim("scenarios").output
    for name in shipped_names():
        assert name in output
    assert "…" not in output, "no question is cut"


def test_show_says_in_both_languages_what_differs(sezsim):
    result = sezsim("show", "tax_sharing")
    assert result.exit_code == 0
    assert "与基准情景的差别" in result.output
    assert "How it differs from the baseline" in result.output
    assert "划给迁出地" in result.output
    assert "hands 50% of the city tax" in result.output


def test_what_show_prints_is_a_scenario(sezsim, tmp_path):
    output = sezsim("show", "phase_out_with_award", "--under", "steel_slump").output
    text = output.partition("\n\n")[0]
    path = tmp_path / "again.yaml"
    path.write_text(text.replace("notes: ''\n", ""), encoding="utf-8")
    assert sezsim("check", str(path)).exit_code == 0
    assert YAML(typ="safe", pure=True).load(text)["outside"]["changes"]


def test_the_baseline_differs_in_nothing(sezsim):
    assert "The same as the baseline." in sezsim("show", "baseline").output


def test_an_unknown_scenario_is_refused(sezsim):
    result = sezsim("show", "phase_out_with_awards")
    assert result.exit_code == 2
    assert "Did you mean 'phase_out_with_award'?" in result.stderr


@pytest.mark.parametrize("name", [*shipped_names(), "comparison"])
def test_every_shipped_file_is_in_order(sezsim, name):
    result = sezsim("check", str(FOLDER / f"{name}.yaml"))
    assert result.exit_code == 0, result.stderr
    assert "in order" in result.stdout


def test_a_comparison_of_unknown_scenarios_is_refused(sezsim, tmp_path):
    path = tmp_path / "comparison.yaml"
    path.write_text("shipped: [baseline, nothing_like_it]\n", encoding="utf-8")
    assert sezsim("check", str(path)).exit_code == 2


def test_the_schema_knows_every_instrument_and_every_key_of_shipped_scenarios(sezsim):
    schema = json.loads(sezsim("schema").output)
    assert schema["additionalProperties"] is False
    known = schema["properties"]["policies"]["items"]["properties"]
    assert set(known) == set(instruments())
    for name in shipped_names():
        written = plain(read_text(FOLDER / f"{name}.yaml"))
        assert set(written) <= set(schema["properties"])
        for policy in written.get("policies", []):
            for instrument, settings in policy.items():
                described = known[instrument]["anyOf"][0]["properties"]
                assert set(settings) <= set(described)
