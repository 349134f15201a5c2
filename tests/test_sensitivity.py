"""A study of a few short runs, from its file to its tables; and what a wrong file is told."""

import numpy as np
import pytest
from click.testing import CliRunner

from sezsim.__main__ import main
from sezsim.definitions.errors import ScenarioError
from sezsim.ensemble.notebook import Lived, Notebook
from sezsim.ensemble.sensitivity import analysed, live_each, points_of, task_of
from sezsim.ensemble.sensitivity_design import read_design
from sezsim.results.reading import DESIGN
from sezsim.results.store import FolderStore, MemoryStore, decode

GOOD = """
scenarios: [baseline, phase_out_with_award]
vary: {trade.sigma: {from: 2.0, to: 5.0}, migration.pull: declared}
design: {kind: sobol, points: 64}
replicates: 4
outcomes: [employed.2015, unemployment_rate.2015]
"""


def design(tmp_path, text=GOOD):
    path = tmp_path / "design.yaml"
    path.write_text(text, encoding="utf-8")
    return read_design(path)


def lived_by(chosen, points, reform):
    """Return what runs would leave in which the reform's effect on jobs is known."""
    lived = []
    for point in points:
        lived.append(Lived("b", (100.0, 0.05), "markup" if point[1] > 0.9 else ""))
        lived.append(Lived("r", (100.0 + reform(point), 0.05)))
    return lived


def test_the_replicate_is_one_more_factor_and_every_point_is_run_in_every_scenario(tmp_path):
    chosen = design(tmp_path)
    assert [factor.name for factor in chosen.factors] == [
        "trade.sigma",
        "migration.pull",
        "replicate",
    ]
    assert chosen.runs == 64 * 5 * 2
    assert chosen.scenario(1, {"trade.sigma": 4.0}).parameters.trade.sigma == 4.0


def test_effects_are_differences_to_the_first_scenario_of_the_same_point(tmp_path):
    chosen = design(tmp_path)
    points = points_of(chosen)
    tables = analysed(chosen, points, lived_by(chosen, points, lambda x: x[0] - 0.5))
    sobol = tables["sobol"].set_index(["scenario", "outcome", "factor"])
    key = ("phase_out_with_award", "employed.2015")
    assert sobol.loc[(*key, "trade.sigma"), "total"] == pytest.approx(1.0, abs=0.15)
    assert sobol.loc[(*key, "replicate"), "total"] == 0.0
    signs = tables["signs"].set_index(["scenario", "outcome"])
    assert signs.loc[key, "turned_by"] == "trade.sigma"


def test_futures_in_which_the_baseline_runs_away_are_dropped_and_counted(tmp_path):
    chosen = design(tmp_path)
    points = points_of(chosen)
    tables = analysed(chosen, points, lived_by(chosen, points, lambda _: 1.0))
    away = points[:, 1] > 0.9
    assert (tables["futures"]["dropped"] == np.where(away, "markup", "")).all()
    signs = tables["signs"].set_index(["scenario", "outcome"])
    assert signs.loc[("phase_out_with_award", "employed.2015"), "futures"] == (~away).sum()
    assert (signs["dropped"] == away.sum()).all()


def test_a_reform_that_is_never_worse_holds_up_everywhere(tmp_path):
    chosen = design(tmp_path)
    points = points_of(chosen)
    table = analysed(chosen, points, lived_by(chosen, points, lambda _: 2.0))["robustness"]
    jobs = table[table["outcome"] == "employed.2015"].set_index("scenario")
    assert jobs.loc["phase_out_with_award", ["most_regret", "holds_up"]].to_list() == [0.0, 1.0]
    assert jobs.loc["baseline", "most_regret"] == 2.0


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("trade.sigma", "trade.sigmaa", "Did you mean 'trade.sigma'"),
        ("to: 5.0", "to: 1.0", "from below to"),
        ("to: 5.0", "to: 50.0", "lies outside"),
        ("kind: sobol", "kind: sobel", "kind: sobol, points"),
        ("points: 64", "points: 0", "number from 2"),
        ("employed.2015,", "employed,", "'employed' is no outcome"),
        ("replicates: 4", "replicates: none", "not a whole number"),
        ("vary:", "varies:", "Did you mean 'vary'"),
        ("baseline,", "baselin,", "Did you mean 'baseline'"),
    ],
)  # fmt: skip
def test_a_wrong_design_is_told_where_and_what(tmp_path, before, after, told):
    with pytest.raises(ScenarioError, match=r"design\.yaml") as caught:
        design(tmp_path, GOOD.replace(before, after))
    assert told in str(caught.value)


def test_mistakes_of_a_design_are_told_together(tmp_path):
    wrong = GOOD.replace("trade.sigma", "trade.sigmaa").replace("points: 64", "points: 0")
    with pytest.raises(ScenarioError) as caught:
        design(
            tmp_path, wrong.replace("replicates", "replicate").replace("baseline,", "baselin,")
        )
    said = str(caught.value)
    for name in ("trade.sigma", "replicates", "baseline"):
        assert f"Did you mean '{name}'" in said
    assert "number from 2" in said
    assert len(caught.value.problems) == 4


def test_from_a_file_to_tables(tmp_path):
    (tmp_path / "short.yaml").write_text("extends: baseline\nmonths: 12\n", encoding="utf-8")
    (tmp_path / "design.yaml").write_text(
        f"scenarios: ['{tmp_path}/short.yaml']\n"
        "vary: {labour_market.job_finding: {from: 0.08, to: 0.12}}\n"
        "design: {kind: morris, paths: 2}\npersons_per_agent: 5000\n"
        "outcomes: [unemployment_rate.2010]\n",
        encoding="utf-8",
    )
    out = tmp_path / "study"
    arguments = [
        "sensitivity",
        str(tmp_path / "design.yaml"),
        "--out",
        str(out),
        "--workers",
        "1",
    ]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    store = FolderStore(out)
    assert decode(store, DESIGN).num_rows == 4
    screened = decode(store, "analysis/morris.parquet").to_pandas()
    assert screened["mu"].item() < 0.0  # whoever finds a post sooner is idle less
    refused = CliRunner().invoke(main, ["report", str(out)])
    assert refused.exit_code == 2  # it keeps outcomes and no panel
    assert "--with" in refused.stderr


class Stopped:
    """A crew that is stopped by hand after some batches, and notes what it was given."""

    workers = 1

    def __init__(self, after):
        self.after, self.given = after, []

    def do(self, _work, batches):
        for number, batch in enumerate(batches):
            if number == self.after:
                raise KeyboardInterrupt
            self.given += [task.run for task in batch]
            yield [Lived(task.run, (1.0, 2.0)) for task in batch]


def test_a_study_that_was_stopped_goes_on_with_the_runs_that_are_left(tmp_path):
    chosen, store = design(tmp_path), MemoryStore()
    tasks = [task_of(chosen, 0, {"trade.sigma": 2.0 + k / 10}) for k in range(7)]

    def live(crew):
        notebook = Notebook(store, chosen.outcomes)
        return live_each(tasks, notebook, crew, lambda *_: None)

    first, second, third = Stopped(after=2), Stopped(after=9), Stopped(after=9)
    with pytest.raises(KeyboardInterrupt):
        live(first)
    assert len(live(second)) == 7
    live(third)
    assert sorted(first.given + second.given) == sorted(task.run for task in tasks)
    assert not third.given


def test_a_damaged_notebook_is_named_and_its_runs_are_lived_again(tmp_path, capsys):
    store = FolderStore(tmp_path)
    store.write("lived.json", b'{"outcomes": ["employed.2015"], "runs": [')
    assert not Notebook(store, ("employed.2015",)).rows()
    assert "lived.json" in capsys.readouterr().err


def test_a_command_that_is_stopped_says_how_to_go_on(tmp_path, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("sezsim.commands.sensitivity.study", stop)
    (tmp_path / "design.yaml").write_text(GOOD, encoding="utf-8")
    answer = CliRunner().invoke(main, ["sensitivity", str(tmp_path / "design.yaml")])
    assert answer.exit_code == 130
    assert "--resume" in answer.output
    assert "Traceback" not in answer.output
