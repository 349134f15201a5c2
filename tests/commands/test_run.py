"""run reads its scenarios before anything heavy happens, and says what came out."""

import pandas as pd
import pytest
from rich.progress import Progress

from sezsim.commands import run as run_module
from sezsim.commands.compare import HEADLINE, effects_table
from sezsim.commands.run import chosen_scenarios, read_settings
from sezsim.definitions.errors import AccountingError, ScenarioError
from sezsim.observation.indicator import INDICATORS


def effects():
    """Return effects of every indicator in three years."""
    rows = [
        {
            "city": "zone", "year": year, "indicator": indicator, "level": 0.5, "mean": 0.01,
            "low": 0.005, "high": 0.015, "n": 4,
        }
        for year in (2010, 2012, 2015, 2020)
        for indicator in INDICATORS
    ]  # fmt: skip
    return pd.DataFrame(rows)


class FakeResult:
    """A result without runs."""

    baseline = "baseline"

    def __init__(self, scenarios, failures=0):
        self.manifest = {"scenarios": scenarios, "failures": failures}

    def effects(self, _name, by="zone"):
        assert by == "zone"
        return effects()

    def failures(self):
        return pd.DataFrame({"run": ["baseline-0001"], "reason": ["it broke"]})

    def report(self, path, language="both", *, pictures=False):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{language}{' with pictures' * pictures}")
        return path


@pytest.fixture
def ran(monkeypatch):
    """Replace the runs by a result without runs; hand back what they were asked for."""
    asked = {"failures": 0}

    def run(scenarios, *, progress, **others):
        progress("simulating", 1, 2)
        asked.update(others, scenarios=scenarios)
        return FakeResult([scenario.name for scenario in scenarios], asked["failures"])

    monkeypatch.setattr(run_module, "run", run)
    return asked


def test_run_without_arguments_runs_the_shipped_comparison(sezsim, ran, tmp_path):
    result = sezsim("run", "--out", str(tmp_path / "r"))
    assert result.exit_code == 0, result.output
    assert [s.name for s in ran["scenarios"]] == [
        "baseline",
        "phase_out_with_award",
        "tax_sharing",
        "plan_as_written",
        "core_package",
    ]
    assert ran["replicates"] == 20
    assert ran["persons_per_agent"] == 1000
    assert result.stdout.strip().endswith("report.html")
    assert "tax_sharing against baseline" in result.stdout


def test_progress_tells_runs_a_minute_and_the_time_left():
    now = [0.0]
    column = run_module.PaceColumn()
    bar = Progress(column, get_time=lambda: now[0], auto_refresh=False)
    number = bar.add_task(run_module.DOING["simulating"], total=100)
    for now[0], done in ((0.0, 8), (10.0, 9), (20.0, 10)):  # eight were there already
        bar.update(number, completed=done)
    assert str(column.render(bar.tasks[0])) == "6/min, 0:15:00 left / 剩余"


def test_quiet_prints_only_the_path(sezsim, ran, tmp_path):
    out = tmp_path / "r"
    result = sezsim("run", "history", "--quiet", "--out", str(out))
    assert result.output.strip() == str(out / "report.html")


def test_a_failed_run_ends_with_one_and_the_report_is_there(sezsim, ran, tmp_path):
    ran["failures"] = 1
    result = sezsim("run", "history", "--quiet", "--out", str(tmp_path / "r"))
    assert result.exit_code == 1
    assert "baseline-0001: it broke" in result.stderr
    assert (tmp_path / "r" / "report.html").exists()


def test_a_broken_law_of_the_model_ends_with_one(sezsim, monkeypatch, tmp_path):
    def run(*_, **__):
        raise AccountingError("2011-02: banks of anshan hold +1 fen more")

    monkeypatch.setattr(run_module, "run", run)
    result = sezsim("run", "history", "--quiet", "--out", str(tmp_path / "r"))
    assert result.exit_code == 1
    assert "Error: 2011-02: banks of anshan" in result.stderr


def test_wrong_scenarios_are_all_named_before_anything_runs(sezsim, ran, tmp_path):
    result = sezsim("run", "basline", "histori", "--out", str(tmp_path / "r"))
    assert result.exit_code == 2
    assert "Did you mean 'baseline'?" in result.stderr
    assert "Did you mean 'history'?" in result.stderr
    assert "scenarios" not in ran


def test_settings_concern_the_scenarios_that_have_the_policy():
    chosen = chosen_scenarios(
        ["baseline", "tax_sharing"], (), ["policies.transfer_compensation.share=0.1"]
    )
    assert not chosen[0].policies
    assert chosen[1].policies[0].share == 0.1


def test_a_setting_of_a_policy_that_no_scenario_has_is_refused():
    with pytest.raises(ScenarioError, match="the policies here are"):
        chosen_scenarios(["baseline"], (), ["policies.hukou_reform.settlement_ease=2"])


def test_settings_are_written_as_in_a_scenario_file():
    assert read_settings(["a.b=0.5", "c=[x, y]", "outside.path=still"]) == {
        "a.b": 0.5,
        "c": ["x", "y"],
        "outside.path": "still",
    }
    for wrong in ("a.b", "a.b=", "=1", "a=.nan"):
        with pytest.raises(ScenarioError):
            read_settings([wrong])


def test_a_full_date_in_a_setting_is_refused_where_a_month_belongs():
    with pytest.raises(ScenarioError, match="write the month as '2011-01'"):
        chosen_scenarios(
            ["tax_sharing"], (), ["policies.transfer_compensation.since=2011-01-01"]
        )


@pytest.mark.parametrize("name", ["parameters.migration.pull", "outside.path"])
def test_a_date_is_refused_where_another_value_belongs(name):
    with pytest.raises(ScenarioError, match=f"setting '{name}'.*2011-01-01"):
        chosen_scenarios(["baseline"], (), [f"{name}=2011-01-01"])


def test_overlays_go_over_every_scenario():
    chosen = chosen_scenarios(["baseline", "history"], ["steel_slump"], [])
    assert [s.name for s in chosen] == ["baseline+steel_slump", "history+steel_slump"]


def test_the_table_shows_shares_in_percent_and_two_digits_of_a_change():
    table = effects_table(effects(), "reform", "baseline")
    cells = {column.header: list(column.cells) for column in table.columns}
    row = cells["indicator"].index("unemployment rate outside farming (%)")
    assert len(cells["indicator"]) == len(HEADLINE)
    assert cells["change\n2015"][row] == "+1.0 ±0.5"
    assert cells["level\n2015"][row] == "50.0"


def change_of(indicator, level, mean, half):
    """Return level and change in 2015 as the table writes them."""
    rows = effects()
    rows.loc[rows["indicator"] == indicator, ["level", "mean", "low", "high"]] = (
        level, mean, mean - half, mean + half,
    )  # fmt: skip
    table = effects_table(rows, "reform", "baseline", (2015,))
    cells = {column.header: list(column.cells) for column in table.columns}
    row = HEADLINE.index(indicator)
    return cells["level\n2015"][row], cells["change\n2015"][row]


@pytest.mark.parametrize(
    ("indicator", "level", "mean", "half", "written"),
    [
        ("unemployment_rate_nonfarm", 0.06, 4e-4, 5e-5, "≈ 0"),  # .045 points at most
        ("unemployment_rate_nonfarm", 0.06, -4e-4, 2e-4, "-0.040 ±0.020"),  # .06 at most
        ("gdp_real", 900.0, -0.4, 0.04, "≈ 0"),  # .049% at most
        ("gdp_real", 900.0, -0.5, 0.04, "-0.50 ±0.04"),
        ("gdp_real", 900.0, 0.0, 0.0, "≈ 0"),
        ("energy_gdp", 0.0, 0.0, 0.0, "≈ 0"),
        ("energy_gdp", 0.01, -4e-5, 1e-5, "-0.000040 ±0.000010"),  # .4% of little is no trifle
        ("displaced", 20.0, 0.0, 0.0, "≈ 0"),
        ("displaced", 20.0, -0.3, 25.0, "0 ±25"),
        ("employed", 1e7, 1234.0, 0.3, "+1,234 ±<1"),
        ("rd_gdp", 0.02, 0.01, 2e-6, "+1.0 ±<0.1"),
    ],
)
def test_the_table_writes_no_trifle_as_a_number(indicator, level, mean, half, written):
    _, change = change_of(indicator, level, mean, half)
    assert change == written


def test_one_pair_of_runs_has_no_interval_and_a_trifle_no_digits():
    assert change_of("gdp_real", 900.0, -50.0, float("nan"))[1] == "-50"
    assert change_of("gdp_real", 900.0, -0.1, float("nan")) == ("900.00", "≈ 0")


def test_compare_and_report_need_a_result_folder(sezsim, tmp_path):
    for name in ("compare", "report"):
        result = sezsim(name, str(tmp_path / "nothing"))
        assert result.exit_code == 2
        assert "There is no result folder" in result.stderr
