"""A script's settings come from its command line, read as what their defaults are."""

import sys

import pytest

import sezsim


def asked(monkeypatch, *words, question="How fast?", **defaults):
    monkeypatch.setattr(sys, "argv", ["script.py", *words])
    return vars(sezsim.options(question, **defaults))


def test_what_the_command_line_leaves_out_stays_as_the_script_has_it(monkeypatch):
    found = asked(
        monkeypatch, "--persons-per-agent", "5000", replicates=8, persons_per_agent=1000
    )
    assert found == {"replicates": 8, "persons_per_agent": 5000}


def test_a_setting_is_read_as_a_number_a_word_or_several(monkeypatch):
    words = ("--months", "6", "3", "--out", "here", "--factors", "2")
    found = asked(monkeypatch, *words, months=[36, 24, 12], out="", factors=[0.5, 1.0])
    assert found == {"months": [6, 3], "out": "here", "factors": [2.0]}


@pytest.mark.parametrize(("words", "quiet"), [((), True), (("--no-quiet",), False)])
def test_a_switch_is_on_or_off(monkeypatch, words, quiet):
    assert asked(monkeypatch, *words, quiet=True) == {"quiet": quiet}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--replicates", "few"), "--replicates: invalid int value: 'few'"),
        (("--repetitions", "4"), "unrecognized arguments: --repetitions"),
        (("--months",), "--months: expected at least one argument"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_before_anything_runs(
    monkeypatch, capsys, words, told
):
    with pytest.raises(SystemExit) as stopped:
        asked(monkeypatch, *words, replicates=8, months=[36, 24])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_help_shows_the_question_and_every_default(monkeypatch, capsys):
    with pytest.raises(SystemExit) as stopped:
        asked(monkeypatch, "--help", replicates=8, months=[36, 24])
    said = capsys.readouterr().out
    assert stopped.value.code == 0
    assert "How fast?" in said
    assert "default: 8" in said
    assert "default: [36, 24]" in said
