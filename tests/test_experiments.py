"""Tables of experiments name scenarios and measures that exist: no long run ends on a name."""

import importlib
import runpy
import sys
from pathlib import Path

import pytest

from sezsim.ensemble.sensitivity_design import read_design
from sezsim.ensemble.sweep_design import read_sweep

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


def test_designs_of_experiments_name_what_exists():
    for name in ("unemployment_2015", "robust_packages", "closures"):
        assert read_design(FOLDER / f"{name}.yaml").factors
    region = read_sweep(FOLDER / "transfer_region.yaml")
    script = runpy.run_path(str(FOLDER / "transfer_region.py"))
    assert region.scenarios[0].name == script["NONE"]
    assert list(region.values[0]) == script["VARIED"]
    assert len(region.values) == 18
    assert {name.split(".")[1] for name in region.outcomes} == {
        str(y) for y in range(2011, 2021)
    }


def test_an_experiment_begins_with_its_question_and_is_read_at_a_glance():
    scripts = [path for path in FOLDER.glob("*.py") if "sezsim.options(" in path.read_text()]
    assert len(scripts) >= 10
    for path in scripts:
        lines = path.read_text().splitlines()
        assert lines[0].startswith('"""'), path.name
        assert "?" in lines[0], path.name
        assert len(lines) <= 46, path.name
