import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.ensemble import Result, evaluate, run, running
from sezsim.observation.run_record import PeopleRecord, RunRecord

MONTHS = tuple(f"{year}-{month:02d}" for year in (2010, 2011) for month in range(1, 13))
PLACES = (*CITY_NAMES, ZONE)
INDICATORS = ("gdp_real", "employed")
REPLICATES = 5


def made_up(task):
    """Return numbers keyed by replicate; the reform adds one to Anshan's product in 2011."""
    values = np.random.default_rng(task.replicate).normal(100.0, 5.0, (24, 9, 2))
    if task.scenario.name.startswith("history"):
        gain = np.random.default_rng(task.replicate + 50).normal(1.0, 0.2, 12)
        values[12:, PLACES.index("anshan"), 0] += gain
        values[12:, PLACES.index(ZONE), 0] += gain
    return RunRecord(
        months=MONTHS,
        places=PLACES,
        indicators=INDICATORS,
        panel=values.astype(np.float32),
        flows=(),
        events=(),
        people=nobody(),
        checks=7,
        residual_fen=0,
    )


def nobody():
    none = np.zeros(0, np.int64)
    absent = np.zeros((0, 2))
    return PeopleRecord(
        ids=none.astype(np.uint64),
        years=(2010, 2011),
        income=absent,
        unemployed=absent,
        city=absent.astype(int),
        age=none,
        skill=none,
        hukou=none,
        industry=none,
        displaced=none,
        persons=20.0,
    )


@pytest.fixture
def made_up_runs(monkeypatch):
    monkeypatch.setattr(running, "one_run", made_up)
    monkeypatch.setattr(running, "warm_up", lambda: None)


@pytest.fixture
def result(request):
    request.getfixturevalue("made_up_runs")
    return run(["baseline", "history"], replicates=REPLICATES, workers=1)


def differences(result, city, year, indicator):
    panel = result.panel()
    chosen = panel[(panel["city"] == city) & panel["month"].str.startswith(str(year))]
    means = chosen.groupby(["scenario", "replicate"])[indicator].mean()
    return (means["history"] - means["baseline"]).to_numpy(float)


def test_effects_are_paired_differences_with_their_interval(result):
    effects = result.effects("history", by="city", indicators=["gdp_real"], years=[2011])
    anshan = effects[effects["city"] == "anshan"].iloc[0]
    paired = differences(result, "anshan", 2011, "gdp_real")
    half = stats.t.ppf(0.975, REPLICATES - 1) * paired.std(ddof=1) / np.sqrt(REPLICATES)
    assert anshan["n"] == REPLICATES
    assert anshan["mean"] == pytest.approx(paired.mean(), rel=1e-5)
    assert anshan["low"] == pytest.approx(paired.mean() - half, rel=1e-5)
    assert anshan["high"] == pytest.approx(paired.mean() + half, rel=1e-5)


def test_effects_are_zero_where_nothing_was_changed(result):
    effects = result.effects("history", by="city").set_index(["city", "indicator", "year"])
    touched = effects.index == ("anshan", "gdp_real", 2011)
    assert (effects.loc[~touched, ["mean", "low", "high"]] == 0.0).all().all()
    assert effects.loc[touched, "mean"].item() > 0.5


def test_effects_of_the_zone_have_one_row_per_indicator_and_year(result):
    effects = result.effects("history")
    assert list(effects["city"].unique()) == ["zone"]
    assert len(effects) == 2 * 2
    level = result.panel(["baseline"]).query("city == 'zone'")["employed"].mean()
    assert effects.query("indicator == 'employed'")["level"].mean() == pytest.approx(level)


@pytest.mark.usefixtures("made_up_runs")
def test_one_replicate_has_an_effect_and_no_interval():
    effects = run(["baseline", "history"], replicates=1, workers=1).effects("history")
    assert effects["mean"].notna().all()
    assert effects["low"].isna().all()


def test_effects_of_what_was_not_run_are_refused(result):
    with pytest.raises(
        ResultError, match="no runs of 'plan_as_written'; there are runs of base"
    ):
        result.effects("plan_as_written")
    with pytest.raises(ResultError, match="no indicator called 'gdp'"):
        result.effects("history", indicators=["gdp"])


def test_a_result_on_disk_reads_as_it_was_in_memory(result, tmp_path):
    run(["baseline", "history"], replicates=REPLICATES, workers=1, out=tmp_path)
    stored = Result.open(tmp_path)
    assert stored.folder == tmp_path
    assert result.folder is None
    pd.testing.assert_frame_equal(stored.panel(), result.panel())
    pd.testing.assert_frame_equal(stored.effects("history"), result.effects("history"))
    assert stored.manifest["books"] == {"residual_fen": 0, "checks": 70}


@pytest.mark.usefixtures("made_up_runs")
def test_overlays_and_settings_reach_every_scenario():
    result = run(
        ["baseline", "history"],
        replicates=1,
        workers=1,
        under=["steel_slump"],
    )
    assert list(result.manifest["scenarios"]) == ["baseline+steel_slump", "history+steel_slump"]


@pytest.mark.usefixtures("made_up_runs")
def test_an_evaluation_names_yearly_means_of_zone_and_cities():
    values = evaluate("baseline", replicate=2)
    panel = run("baseline", replicates=2, workers=1).panel().query("replicate == 2")
    of_2011 = panel[panel["month"].str.startswith("2011")].groupby("city")["gdp_real"].mean()
    assert values["gdp_real.2011"] == pytest.approx(of_2011["zone"], rel=1 / 30_000)
    assert values["gdp_real.anshan.2011"] == pytest.approx(of_2011["anshan"], rel=1 / 30_000)
    assert len(values) == 2 * 9 * 2


@pytest.mark.parametrize("wrong", [{"replicates": 0}, {"workers": -1}, {"threads": 1.5}])
@pytest.mark.usefixtures("made_up_runs")
def test_numbers_below_one_are_refused(wrong):
    with pytest.raises(ScenarioError, match="is not a whole number of 1 or more"):
        run("baseline", **wrong)


@pytest.mark.usefixtures("made_up_runs")
def test_stages_are_told_in_order():
    told = []
    both = ["baseline", "tax_sharing"]
    run(both, replicates=2, workers=1, progress=lambda *stage: told.append(stage[0]))
    assert list(dict.fromkeys(told)) == ["compiling", "simulating", "comparing"]


@pytest.mark.usefixtures("made_up_runs")
def test_stages_are_said_aloud_unless_quiet(capsys):
    run("baseline", replicates=2, workers=1, quiet=False)
    assert "simulating: 2 of 2" in capsys.readouterr().err


def test_a_script_that_runs_at_its_top_is_told_so_in_one_sentence(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import sezsim.ensemble\n"
        "sezsim.ensemble.running.warm_up = lambda: None\n"
        "sezsim.ensemble.run('baseline', replicates=4, workers=2, persons_per_agent=5000)\n"
    )
    root = str(Path(__file__).resolve().parents[1])
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert 'put the call under `if __name__ == "__main__":`' in done.stderr
    assert "RuntimeError" not in done.stderr
