"""Malformed scenarios and data files: each gives one clear message and exit status 2.

Every case names the file as it is written and a piece of the message that a stranger gets.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sezsim.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
PHASE_OUT = "since: 2011-01, until: 2013-12, industry: steel, cities: [anshan]"
HEADER = "indicator,city,value,unit,source,grade\n"
FIGURE = "population,anshan,3.6,10^6 person,census 2010,A\n"


def policy(settings: str, instrument: str = "capacity_phase_out") -> str:
    return f"policies:\n  - {instrument}: {{{settings}}}\n"


def phase_out(more: str) -> str:
    return policy(f"{PHASE_OUT}, {more}")


SCENARIOS = {
    # the file as such
    "empty": ("", "the file is empty"),
    "only_a_comment": ("# nothing\n", "the file is empty"),
    "not_utf8": ("title: {zh: 改革, en: x}".encode("gbk"), "is not UTF-8"),
    "utf16": ("title: {zh: 改革, en: x}".encode("utf-16"), "is not UTF-8"),
    "control_character": (b"title: \x00", "is not YAML"),
    "too_large": (b"# " + b"x" * 1_000_001, "more than 1,000,000 bytes"),
    "a_list": ("- baseline\n", "a scenario is a table of keys"),
    "a_word": ("baseline\n", "a scenario is a table of keys"),
    "yaml_directive": ("%YAML 1.1\n---\nextends: baseline\n", "'%YAML 1.1' is not admitted"),
    "two_documents": ("extends: baseline\n---\nextends: history\n", "another document"),
    "bad_indentation": ("title:\n\t- x\n", "check indentation"),
    "unclosed_list": ("policies: [\n", "is not YAML"),
    "unclosed_quote": ("extends: 'baseline\n", "is not YAML"),
    "nested_too_deeply": ("notes: " + "[" * 3000, "nested too deeply"),
    # values that YAML admits and we do not
    "duplicate_key": ("extends: baseline\nextends: history\n", "written twice (first in line 1)"),
    "duplicate_setting": (phase_out("quota: 0.1, quota: 0.2"), "'quota' is written twice"),
    "nan": (phase_out("quota: .nan"), "'.nan' is no finite number"),
    "infinity": (phase_out("quota: .inf"), "'.inf' is no finite number"),
    "overflow": (phase_out("quota: 1e999"), "'1e999' is no finite number"),
    "alias_in_itself": ("policies: &a [*a]\n", "contains itself"),
    "alias_without_anchor": ("policies: *nowhere\n", "undefined alias"),
    "alias_bomb": (
        "notes: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"b{i}: &b{i} [{','.join([f'*b{i - 1}' if i else '*a'] * 10)}]\n" for i in range(6)),
        "expands to more than 20,000 values",
    ),
    "python_object": ("notes: !!python/object:os.system x\n", "is not admitted"),
    "own_tag": ("notes: !secret x\n", "the tag '!secret' is not admitted"),
    "merge_key": ("<<: {extends: baseline}\n", "is no name"),
    "number_as_key": ("2011: baseline\n", "'2011' is no name"),
    "empty_value": ("extends:\n", "'extends' has no value"),
    # keys and shapes
    "unknown_key": ("extend: baseline\n", "Did you mean 'extends'?"),
    "seed": ("seed: 7\n", "There is no key 'seed' here"),
    "extends_a_list": ("extends: [baseline]\n", "'extends' is one text, not a list"),
    "title_in_one_language": ("title: {en: x}\n", "write {zh: ..., en: ...}"),
    "title_as_text": ("title: x\n", "'title' has two languages"),
    "title_as_number": ("title: {zh: 1, en: x}\n", "title.zh = 1 is not a text"),
    "policies_as_table": ("policies: {hukou_reform: {}}\n", "'policies' is a list"),
    "policy_without_settings": ("policies: [hukou_reform]\n", "a policy is written '- instrument:'"),
    "policy_as_number": ("policies:\n  - hukou_reform: 3\n", "write its settings as a table"),
    "two_policies_in_one_entry": (
        "policies:\n  - {hukou_reform: {}, rd_subsidy: {}}\n", "a policy is written '- instrument:'",
    ),
    "overlay_as_word": ("overlay: yes\n", "overlay = 'yes' is not true or false"),
    "arms_as_list": ("arms: [a, b]\n", "'arms' is a table of names"),
    "arm_with_unknown_key": ("arms: {a: {policy: []}}\n", "Did you mean 'policies'?"),
    "arm_as_number": ("arms: {a: 3}\n", "a scenario is a table of keys"),
    "months_as_text": ("months: many\n", "months = 'many' is not a whole number"),
    "months_of_zero": ("months: 0\n", "months = 0 is not a whole number from 1"),
    # extends
    "unknown_base": ("extends: basline\n", "Did you mean 'baseline'?"),
    "missing_file": ("extends: nowhere/base.yaml\n", "there is no such file"),
    "extends_itself": ("extends: extends_itself\n", "extends itself"),
    "extends_an_overlay": ("extends: steel_slump\n", "is an overlay"),
    "unknown_arm": ("extends: baseline/fast\n", "has no arm called 'fast'"),
    # policies
    "unknown_instrument": (policy(PHASE_OUT, "capacity_phaseout"), "Did you mean 'capacity_phase_out'"),
    "unknown_setting": (phase_out("qouta: 0.2"), "Did you mean 'quota'?"),
    "missing_setting": (policy(PHASE_OUT), "lacks 'quota'"),
    "out_of_range": (phase_out("quota: 2.0"), "quota = 2.0 lies outside [0.0, 1.0]"),
    "negative": (phase_out("quota: -0.1"), "lies outside"),
    "text_for_number": (phase_out("quota: much"), "quota = 'much' is not a number"),
    "truth_for_number": (phase_out("quota: true"), "quota = True is not a number"),
    "list_for_number": (phase_out("quota: [0.1]"), "is not a number"),
    "unknown_city": (phase_out("quota: 0.1").replace("anshan", "dalian"), "is no city"),
    "misspelt_city": (phase_out("quota: 0.1").replace("anshan", "anshann"), "Did you mean 'anshan'?"),
    "city_not_in_list": (phase_out("quota: 0.1").replace("[anshan]", "anshan"), "is not a list"),
    "no_city": (phase_out("quota: 0.1").replace("[anshan]", "[]"), "is not a list"),
    "city_twice": (phase_out("quota: 0.1").replace("[anshan]", "[anshan, anshan]"), "twice"),
    "misspelt_industry": (phase_out("quota: 0.1").replace("steel", "stele"), "Did you mean 'steel'?"),
    "year_for_month": (phase_out("quota: 0.1").replace("2011-01", "2011"), "write it as '2011-01'"),
    "full_date": (phase_out("quota: 0.1").replace("2011-01", "2011-01-15"), "is a full date"),
    "month_thirteen": (phase_out("quota: 0.1").replace("2011-01", "2011-13"), "is not a month"),
    "month_zero": (phase_out("quota: 0.1").replace("2011-01", "2011-00"), "is not a month"),
    "month_in_words": (phase_out("quota: 0.1").replace("2011-01", "May 2011"), "is not a month"),
    "before_the_pilot": (phase_out("quota: 0.1").replace("2011-01", "2010-01"), "from 2010-04 on"),
    "ends_before_it_begins": (phase_out("quota: 0.1").replace("2013", "2010"), "before it begins"),
    "one_id_twice": (
        policy("since: 2011-01, until: 2012-12, levy: 2.0", "pollution_levy") * 1
        + "  - pollution_levy: {since: 2013-01, until: 2014-12, levy: 3.0}\n",
        "two policies have the id 'pollution_levy'",
    ),
    "id_with_spaces": (phase_out("quota: 0.1, id: my policy"), "id = 'my policy'"),
    "removes_what_is_not_there": ("policies:\n  - hukou_reform: off\n", "to remove"),
    "id_off_among_settings": (policy("id: off", "hukou_reform"), "write '- hukou_reform: off'"),
    "other_instrument_of_one_id": (
        "extends: tax_sharing\n"
        + policy("id: transfer_compensation, since: 2011-01, until: 2012-12", "rd_subsidy"),
        "is a transfer_compensation, not a rd_subsidy",
    ),
    # parameters and the outside
    "unknown_parameter": ("parameters: {labour_market.pase: 1}\n", "Did you mean 'labour_market.pace'"),
    "parameter_out_of_range": ("parameters: {labour_market.pace: 3}\n", "lies outside [0.0, 1.0]"),
    "parameter_as_text": ("parameters: {labour_market.pace: slow}\n", "is not a number"),
    "nested_parameter": ("parameters: {labour_market: {pace: 1}}\n", "write 'labour_market.pace: ...'"),
    "parameters_as_list": ("parameters: [labour_market.pace]\n", "is a table of names and values"),
    "outside_as_word": ("outside: history\n", "write {path: history}"),
    "unknown_path": ("outside: {path: histroy}\n", "Did you mean 'history'?"),
    "unknown_outside_key": ("outside: {change: {}}\n", "Did you mean 'changes'?"),
    "unknown_series": ("outside: {changes: {price.stel: 0.9}}\n", "Did you mean 'price.steel'?"),
    "factor_of_zero": ("outside: {changes: {price.steel: 0}}\n", "lies outside [0.1, 10.0]"),
    "factor_as_text": ("outside: {changes: {price.steel: low}}\n", "is not a factor"),
    "factor_in_no_month": ("outside: {changes: {price.steel: {2011: 0.9}}}\n", "is no name"),
    "factor_in_month_thirteen": (
        "outside: {changes: {price.steel: {2011-13: 0.9}}}\n", "is not a month",
    ),
    "factors_of_no_month": ("outside: {changes: {price.steel: {}}}\n", "is empty"),
    "changes_as_list": ("outside: {changes: [price.steel]}\n", "outside.changes is a table"),
}  # fmt: skip

DATA = {
    "no_content": ("", "the file is empty"),
    "no_figures": (HEADER, "no figures below the header"),
    "gbk": ((HEADER + "人口,鞍山,1,人,普查,A\n").encode("gbk"), "is not UTF-8"),
    "no_unit_column": ("indicator,value,source,grade\nx,1,y,A\n", "the header lacks unit"),
    "no_grade_column": ("indicator,value,unit,source\nx,1,1,y\n", "the header lacks grade"),
    "column_twice": (HEADER.replace("city", "value"), "names 'value' twice"),
    "field_too_many": (HEADER + "a,b,1,1,x,y,A\n", "7 fields instead of 6"),
    "field_too_few": (HEADER + "a,b,1,1,x\n", "5 fields instead of 6"),
    "unclosed_field": (HEADER + 'a,"b,1,1,x,A\n', "this is no CSV"),
    "word_for_value": (
        HEADER + FIGURE.replace("3.6", "many"),
        "value 'many' is no finite number",
    ),
    "nan_value": (HEADER + FIGURE.replace("3.6", "nan"), "value 'nan' is no finite number"),
    "infinite_value": (HEADER + FIGURE.replace("3.6", "inf"), "is no finite number"),
    "empty_value": (HEADER + FIGURE.replace("3.6", ""), "value '' is no finite number"),
    "unknown_grade": (
        HEADER + FIGURE.replace(",A", ",E"),
        "grade 'E' is not one of A, B, C, D",
    ),
    "no_source": (HEADER + FIGURE.replace("census 2010", ""), "the figure has no source"),
    "no_unit": (HEADER + FIGURE.replace("10^6 person", ""), "the figure has no unit"),
    "same_figure_twice": (HEADER + FIGURE + FIGURE, "the same figure stands in line 2"),
}


def check(path: Path) -> tuple[int, str]:
    """Check a file in this process; return the exit status and the error stream."""
    result = CliRunner().invoke(main, ["check", str(path)])
    return result.exit_code, result.stderr


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and hand back its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def assert_one_clear_message(status: int, errors: str, path: Path, said: str) -> None:
    """One line, with the place and what is admitted, and exit status 2."""
    assert status == 2
    assert "Traceback" not in errors
    lines = errors.strip().splitlines()
    assert len(lines) == 1, errors
    assert lines[0].startswith("Error: ")
    assert path.name in lines[0] or path.stem in lines[0] or "nowhere" in lines[0]
    assert said in lines[0]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_malformed_scenario_gives_one_clear_message(tmp_path, name):
    content, said = SCENARIOS[name]
    path = written(tmp_path, f"{name}.yaml", content)
    status, errors = check(path)
    assert_one_clear_message(status, errors, path, said)


@pytest.mark.parametrize("name", DATA)
def test_a_malformed_data_file_gives_one_clear_message(tmp_path, name):
    content, said = DATA[name]
    path = written(tmp_path, f"{name}.csv", content)
    status, errors = check(path)
    assert_one_clear_message(status, errors, path, said)


def test_a_cycle_of_three_files_is_named(tmp_path):
    for name, base in (("one", "two"), ("two", "three"), ("three", "one")):
        written(tmp_path, f"{name}.yaml", f"extends: {base}\n")
    status, errors = check(tmp_path / "one.yaml")
    assert status == 2
    assert "one -> two -> three -> one" in errors


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path, said in ((tmp_path / "absent.yaml", "no such file"), (tmp_path, "no scenario")):
        status, errors = check(path)
        assert status == 2
        assert said in errors or "is a folder" in errors


def test_all_mistakes_of_a_file_come_at_once(tmp_path):
    path = written(
        tmp_path,
        "many.yaml",
        "extends: basline\n"
        "titel: {zh: 甲, en: x}\n"
        "policies:\n"
        "  - capacity_phase_out:\n"
        "      since: 2011\n"
        "      until: 2013-12\n"
        "      industry: stel\n"
        "      cities: [anshan]\n"
        "      qouta: 0.2\n"
        "  - hukou_refrom: {}\n"
        "parameters: {labour_market.pace: 7}\n",
    )
    status, errors = check(path)
    assert status == 2
    lines = errors.strip().splitlines()
    assert len(lines) == 7
    for place in ("line 1", "line 2", "line 5", "line 7", "line 9", "line 10", "line 11"):
        assert sum(f"{place}:" in line for line in lines) == 1, place


def test_the_mistakes_of_several_files_come_at_once(tmp_path):
    one = written(tmp_path, "one.yaml", "extend: baseline\n")
    two = written(tmp_path, "two.yaml", "outside: {path: future}\n")
    result = CliRunner().invoke(main, ["check", str(one), "history", str(two)])
    assert result.exit_code == 2
    assert result.stdout.strip() == "history: in order"
    assert len(result.stderr.strip().splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cut.yaml", "policies: [\n", "is not YAML"),
        ("cut.csv", HEADER + FIGURE.replace("3.6", "nan"), "is no finite number"),
    ],
)
def test_the_real_command_ends_with_two_and_no_traceback(tmp_path, name, content, said):
    path = written(tmp_path, name, content)
    done = subprocess.run(
        [sys.executable, "-m", "sezsim", "check", str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert_one_clear_message(done.returncode, done.stderr, path, said)


def test_a_full_date_hides_no_other_mistake(tmp_path):
    """The date stands among all mistakes of a file, each with its line."""
    file = tmp_path / "mine.yaml"
    text = phase_out("quota: 2.0").replace("since: 2011-01", "since: 2011-01-15")
    file.write_text(text + "parameters: {labour_market.pase: 1.0}\n", encoding="utf-8")
    asked = CliRunner().invoke(main, ["check", str(file)])
    said = " ".join(asked.output.split())
    assert asked.exit_code == 2
    assert "'2011-01-15' is a full date; write the month as '2011-01'." in said
    assert "quota = 2.0 lies outside" in said
    assert "Did you mean 'labour_market.pace'?" in said
