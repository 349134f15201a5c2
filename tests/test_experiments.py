"""Tables of experiments name scenarios and measures that exist: no long run ends on a name."""

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "experiments"


@pytest.fixture
def core_signs(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("core_signs")
    for name in ("core_signs", "core_measures"):
        sys.modules.pop(name, None)


def test_salib_finds_the_parameter_on_which_an_outcome_hangs(monkeypatch, capfd):
    def evaluate(_scenario, settings, *, replicate, persons_per_agent):
        assert 1 <= replicate <= 8 <= persons_per_agent
        return {"unemployment_rate.anshan.2015": settings["labour_market.job_finding"] ** 2}

    monkeypatch.syspath_prepend(str(FOLDER))
    example = importlib.import_module("salib_example")
    monkeypatch.setattr(example.sezsim, "evaluate", evaluate)
    monkeypatch.setattr(sys, "argv", ["salib_example.py", "--points", "32"])
    example.main()
    said = capfd.readouterr()
    assert said.out.endswith("hangs most on labour_market.job_finding.\n")
    assert not said.err


def test_every_sign_compares_scenarios_that_ship_by_a_measure_that_exists(core_signs):
    signs, variants = core_signs.read_signs("")
    names = dict.fromkeys(name for sign in signs for name in sign.names)
    assert len(core_signs.scenarios(list(names), variants)) == len(names) > 50
    assert {sign.measure for sign in signs} <= set(core_signs.MEASURES)
    assert len({sign.id for sign in signs}) == len(signs)
    assert {sign.expected for sign in signs} <= {"+", "-", "0"}
