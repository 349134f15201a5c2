"""Stored results in the forms of other tools, and the points of a sweep kept apart."""

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from test_ensemble import made_up

import sezsim
from sezsim.__main__ import main
from sezsim.ensemble import sweep as sweeping
from sezsim.ensemble.exports import IAMC, experiments_outcomes, iamc_table
from sezsim.ensemble.points_apart import labels, told_apart
from sezsim.report.tables import ReportTables

DESIGN = """
scenarios: [baseline, history]
vary: {trade.sigma: {values: VALUES}}
design: {kind: grid}
replicates: 3
"""


@pytest.fixture
def swept(tmp_path, monkeypatch):
    monkeypatch.setattr(sweeping, "one_run", made_up)
    monkeypatch.setattr(sweeping, "warm_up", lambda: None)

    def sweep(values):
        path = tmp_path / "design.yaml"
        path.write_text(DESIGN.replace("VALUES", values), encoding="utf-8")
        return sezsim.sweep(path, out=tmp_path / "out", workers=1).result

    return sweep


def test_the_iamc_table_is_the_mean_over_replicates_with_region_and_unit(swept):
    result = swept("[2.0, 3.0]")
    table = iamc_table(result)
    assert tuple(table.columns) == IAMC
    assert set(table["scenario"]) == {
        f"{name}|trade.sigma={value}" for name in ("baseline", "history") for value in (2, 3)
    }
    row = table.query(
        "scenario == 'history|trade.sigma=3' and variable == 'gdp_real' and year == 2011"
    ).set_index("region")
    panel = result.panel(["history"]).query("city == 'anshan' and month >= '2011-01'")
    assert row.loc["anshan", "value"] == pytest.approx(panel["gdp_real"].mean(), rel=1e-5)
    assert "Shenyang Economic Zone" in row.index
    assert (row["unit"] != "").all()


def test_experiments_and_outcomes_lie_side_by_side(swept):
    result = swept("[2.0, 3.0]")
    experiments, outcomes = experiments_outcomes(result, ["gdp_real"])
    assert list(experiments.columns) == ["scenario", "replicate", "trade.sigma"]
    assert len(experiments) == 2 * 2 * 3
    assert {array.shape for array in outcomes.values()} == {(12, 2)}
    assert (outcomes["year"] == [2010, 2011]).all()
    where = np.flatnonzero(
        (experiments["scenario"] == "history") & (experiments["replicate"] == 2)
    )
    panel = result.panel(["history"]).query("replicate == 2 and city == 'benxi'")
    for year, name in enumerate(("2010", "2011")):
        mean = panel[panel["month"].str.startswith(name)]["gdp_real"].mean()
        np.testing.assert_allclose(outcomes["gdp_real.benxi"][where, year], mean, rtol=1e-5)


@pytest.mark.parametrize(("form", "file"), [("iamc", "iamc.csv"), ("ema", "experiments.csv")])
def test_the_command_writes_what_python_returns(swept, form, file):
    folder = swept("[2.0]").folder
    done = CliRunner().invoke(main, ["export", str(folder), "--form", form])
    assert done.exit_code == 0, done.output
    assert len(pd.read_csv(folder / "exports" / file)) > 0


def tables_of(result):
    return ReportTables(panel=result.panel(), design=result.design(), manifest=result.manifest)


def test_swept_values_are_never_mixed_in_one_fan(swept):
    tables = told_apart(tables_of(swept("[2.0, 3.0]")))
    points = tables.panel.merge(swept_values(tables), on="run")
    spread = points.groupby("scenario")["trade.sigma"].agg(["min", "max"])
    assert (spread["min"] == spread["max"]).all()
    assert tables.design["scenario"].nunique() == 4


def swept_values(tables):
    return tables.design[["run", "trade.sigma"]]


def test_of_more_points_than_a_page_holds_the_first_is_shown_and_named(swept, capsys):
    tables = told_apart(tables_of(swept("[2.0, 2.5, 3.0, 3.5]")))
    assert set(tables.design["trade.sigma"]) == {2.0}
    assert set(tables.panel["scenario"]) == {"baseline|trade.sigma=2", "history|trade.sigma=2"}
    assert (tables.points, tables.point) == (4, "trade.sigma=2")
    assert "4 points; this page shows the first one (trade.sigma=2)" in capsys.readouterr().err


def test_runs_without_swept_values_keep_their_names():
    design = pd.DataFrame({"run": ["a"], "scenario": ["b"], "replicate": [1], "seed": [1]})
    assert labels(design).tolist() == [""]
