"""A sweep of a few short runs: every point is lived once, and what a wrong design is told."""

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import sezsim
from sezsim.__main__ import main
from sezsim.definitions.errors import ScenarioError
from sezsim.ensemble.sweep import share_table
from sezsim.ensemble.sweep_design import OFF, ON, read_sweep
from sezsim.results.store import FolderStore, decode

SHORT = "persons_per_agent: 5000\nuntil: 2010-03\n"
GRID = (
    SHORT
    + """
scenarios: [baseline, phase_out_with_award]
vary: {trade.sigma: {values: [2.0, 4.0]}}
design: {kind: grid}
replicates: 2
outcomes: [gdp_real.2010, unemployment_rate.anshan.2010]
"""
)


def written(tmp_path, text):
    path = tmp_path / "design.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_point_is_lived_in_every_scenario_with_every_replicate(tmp_path):
    longer = GRID.replace("until: 2010-03", "until: 2010-09")  # trade answers within months
    done = sezsim.sweep(written(tmp_path, longer), out=tmp_path / "out", workers=1)
    assert len(done.outcomes) == 2 * 2 * 2
    assert set(done.outcomes["trade.sigma"]) == {2.0, 4.0}
    assert done.outcomes["gdp_real.2010"].nunique() > 2  # values and replicates differ
    design = decode(FolderStore(tmp_path / "out"), "design.parquet")
    assert design["trade.sigma"].to_pylist() == done.outcomes["trade.sigma"].tolist()
    again = pd.read_csv(tmp_path / "out/tables/outcomes.csv")
    np.testing.assert_allclose(again["gdp_real.2010"], done.outcomes["gdp_real.2010"])


def test_a_sweep_that_lost_a_part_goes_on_and_lives_only_that_run(tmp_path):
    path, out = written(tmp_path, GRID), tmp_path / "out"
    first = sezsim.sweep(path, out=out, workers=1)
    lost = min((out / "panel").iterdir())
    before = lost.read_bytes()
    lost.unlink()
    again = sezsim.sweep(path, out=out, resume=True, workers=1)
    assert again.result.manifest["lived_now"] == 1
    assert lost.read_bytes() == before
    assert again.outcomes.equals(first.outcomes)


@pytest.mark.parametrize(
    ("kind", "runs"),
    [("latin, points: 5", 5), ("sobol, points: 8", 8), ("grid, points: 3", 9)],
)
def test_points_lie_within_their_bounds(tmp_path, kind, runs):
    text = f"""
scenarios: [baseline]
vary: {{trade.sigma: {{from: 2.0, to: 4.0}}, trade.delta: {{from: 0.5, to: 1.5}}}}
design: {{kind: {kind}}}
"""
    tasks = read_sweep(written(tmp_path, text)).tasks()
    assert len(tasks) == runs
    assert all(2.0 <= task.swept["trade.sigma"] <= 4.0 for task in tasks)
    assert len({task.swept["trade.delta"] for task in tasks}) > 2


def test_a_list_takes_its_values_side_by_side_and_an_overlay_is_one_more_column(tmp_path):
    text = """
scenarios: [baseline]
under: [none, steel_slump]
vary: {trade.sigma: {values: [2.0, 3.0]}, trade.delta: {values: [1.0, 1.2]}}
design: {kind: list}
"""
    tasks = read_sweep(written(tmp_path, text)).tasks()
    pairs = {(task.swept["trade.sigma"], task.swept["trade.delta"]) for task in tasks}
    assert pairs == {(2.0, 1.0), (3.0, 1.2)}
    assert {task.swept["under"] for task in tasks} == {"none", "steel_slump"}


LEVERS = (
    SHORT
    + """
scenarios: [phase_out_with_award]
vary: {steel: {switch: [steel_phase_out]}, rest: {switch: [coal_phase_out]}}
design: {kind: on_off}
replicates: 3
outcomes: [gdp_real.2010]
"""
)


def test_a_lever_switched_off_takes_its_policies_out_of_the_scenario(tmp_path):
    tasks = read_sweep(written(tmp_path, LEVERS)).tasks()
    assert len(tasks) == 4 * 3
    for task in tasks:
        ids = {policy.id for policy in task.scenario.policies}
        assert ("steel_phase_out" in ids) == (task.swept["steel"] == ON)


def test_shares_of_levers_add_up_to_the_effect_of_the_package(tmp_path):
    design = read_sweep(written(tmp_path, LEVERS))
    rows = [
        {
            "scenario": "s", "replicate": r, "steel": steel, "rest": rest,
            "gdp_real.2010": r + 2.0 * (steel == ON) + 3.0 * (rest == ON and steel == ON),
        }
        for r in (1, 2, 3) for steel in (OFF, ON) for rest in (OFF, ON)
    ]  # fmt: skip
    shares = share_table(pd.DataFrame(rows), design).set_index("lever")["share"]
    assert shares.sum() == pytest.approx(5.0)
    assert shares["rest"] == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GRID.replace("grid", "gird"), "grid"),
        (GRID.replace("trade.sigma", "trade.sigmo"), "trade.sigma"),
        (GRID.replace("replicates: 2", "replicates: 0"), "whole number"),
        (GRID.replace("scenarios: [baseline", "scenarios: [basline"), "baseline"),
        (GRID.replace("vary", "very"), "vary"),
        (GRID.replace("{values: [2.0, 4.0]}", "{from: 2.0, to: 4.0}"), "points"),
        (GRID.replace("[2.0, 4.0]", "[2.0, 400.0]"), "trade.sigma"),
        (LEVERS.replace("coal_phase_out", "coal_phaseout"), "coal_phase_out"),
        (LEVERS.replace("gdp_real.2010", "gdp_rael.2010"), "gdp_real"),
        (LEVERS.replace("gdp_real.2010", "gdp_real.2009"), "before 2010"),
        (LEVERS.replace("2010-03", "2025-01"), "past 2020-12"),
    ],
)
def test_a_wrong_design_is_told_its_place_and_the_likely_intention(tmp_path, text, told):
    with pytest.raises(ScenarioError, match=told):
        read_sweep(written(tmp_path, text))


def test_the_command_refuses_a_wrong_design_without_a_traceback(tmp_path):
    path = written(tmp_path, GRID.replace("trade.sigma", "trade.sigmo"))
    answer = CliRunner().invoke(main, ["sweep", str(path), "--out", str(tmp_path / "out")])
    assert answer.exit_code == 2
    assert "trade.sigma" in answer.output
    assert not (tmp_path / "out").exists()


def test_months_past_the_paths_of_the_world_outside_are_asked_for(tmp_path):
    held = LEVERS.replace("2010-03", "2025-01") + "hold_outside: true\n"
    assert read_sweep(written(tmp_path, held)).until == "2025-01"
    with pytest.raises(ScenarioError, match="hold_outside"):
        sezsim.run("baseline", replicates=1, until="2025-01")


def test_mistakes_of_a_design_are_told_together(tmp_path):
    wrong = GRID.replace("replicates: 2", "replicates: 0").replace("anshan", "ansan")
    with pytest.raises(ScenarioError) as found:
        read_sweep(written(tmp_path, f"{wrong}seed: 1.5\n"))
    assert len(found.value.problems) == 3


@pytest.mark.parametrize(
    "other",
    [
        ("replicates: 2", "replicates: 0"),
        ("kind: grid", "kind: gird"),
        ("[baseline, phase", "[basline, phase"),
        ("design:", "desing:"),
        ("outcomes: [gdp_real", "outcomes: [gdp_rael"),
        ("replicates: 2", "replicates: 2\nuntil: 2025-01"),
        ("replicates: 2", "replicates: 2\nunder: [steel_slumb]"),
    ],
)
def test_a_misspelt_parameter_is_told_with_whatever_else_is_wrong(tmp_path, other):
    right = GRID.replace("until: 2010-03\n", "")
    wrong = right.replace("trade.sigma", "trade.sigmo").replace(*other)
    with pytest.raises(ScenarioError) as found:
        read_sweep(written(tmp_path, wrong))
    said = [
        problem for problem in found.value.problems if "Did you mean 'trade.sigma'" in problem
    ]
    assert len(said) == 1
    assert len(found.value.problems) > 1


def test_a_misspelt_lever_is_told_with_whatever_else_is_wrong(tmp_path):
    wrong = LEVERS.replace("coal_phase_out", "coal_phaseout").replace(
        "kind: on_off", "kind: on_of"
    )
    with pytest.raises(ScenarioError) as found:
        read_sweep(written(tmp_path, wrong.replace("replicates:", "replicate:")))
    said = str(found.value)
    assert "Did you mean 'on_off'" in said
    assert "Did you mean 'coal_phase_out'" in said
    assert "Did you mean 'replicates'" in said
    assert "write {from" not in said  # levers are levers, whatever the kind is called
