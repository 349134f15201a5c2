"""The description comes from the declarations."""

import csv
import io
from pathlib import Path

import pyarrow as pa
import pytest

from sezsim.describe import month_section, odd_text, parameters_sections
from sezsim.describe.sources import DATA, figures
from sezsim.parameters import Parameters
from sezsim.policy import instruments
from sezsim.results.addresses import Task
from sezsim.results.reading import write_design, write_failures
from sezsim.results.store import FolderStore, encode, part_name
from sezsim.scenario import Scenario


@pytest.mark.parametrize(
    "part", ["month", "tables", "parameters", "instruments", "indicators", "sources"]
)
def test_every_part_prints(sezsim, part):
    result = sezsim("describe", part)
    assert result.exit_code == 0, result.output
    assert "…" not in result.output, "nothing is cut"


def test_instruments_can_be_read_by_machines(sezsim):
    rows = list(csv.DictReader(io.StringIO(sezsim("describe", "instruments", "--csv").output)))
    assert len(rows) == len({row["key"] for row in rows}) == 106 + 48 + 11
    assert {"area", "section", "chinese", "instrument", "lever", "grade"} <= set(rows[0])
    assert {row["mechanism"] for row in rows} - {"target"} <= set(instruments())


def test_the_month_is_the_order_of_the_step():
    rows = month_section().rows
    verbs = [row[1] for row in rows]
    assert verbs[0] == "enact"
    assert verbs[-1] == "record"
    assert verbs.index("produce") < verbs.index("trade_goods") < verbs.index("collect_taxes")
    assert all(row[3] for row in rows), "every step says what happens"


def test_every_parameter_is_described():
    described = {
        f"{part.title}.{row[0]}" for part in parameters_sections() for row in part.rows
    }
    assert described == {parameter.name for parameter in Parameters().listed()}


def test_the_odd_description_holds_every_chapter():
    text = odd_text()
    for chapter in range(1, 10):
        assert f"## {chapter}. " in text
    assert "labour_market" in text


def test_the_balance_shows_residuals_and_outliers(sezsim):
    output = sezsim("describe", "balance").output
    assert "RESIDUALS" in output
    assert "OUTLIERS" in output.upper()
    assert "anshan" in output


def test_an_unknown_part_is_refused(sezsim):
    assert sezsim("describe", "monht").exit_code == 2


@pytest.fixture
def folder(tmp_path):
    """A result folder that knows one person for two years."""
    store = FolderStore(tmp_path)
    task = Task(scenario=Scenario.read("baseline"), replicate=1)
    write_design(store, [task])
    write_failures(store, [task], [])
    people = pa.table(
        {
            "run": [task.run] * 2,
            "person": pa.array([2**63 + 7] * 2, pa.uint64()),
            "year": [2010, 2011],
            "city": ["anshan", "shenyang"],
            "income": [1500.0, 1800.0],
        }
    )
    store.write(part_name("people", task.run), encode(people))
    store.write("manifest.json", b"{}")
    return str(tmp_path)


def test_a_person_is_found_by_its_permanent_id(sezsim, folder):
    result = sezsim("describe", "worker", str(2**63 + 7), "--run", folder, "--csv")
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [row["city"] for row in rows] == ["anshan", "shenyang"]


def test_an_unknown_person_is_refused_with_ids_that_are_known(sezsim, folder):
    result = sezsim("describe", "worker", "1", "--run", folder)
    assert result.exit_code == 2
    assert str(2**63 + 7) in result.stderr
    assert sezsim("describe", "worker").exit_code == 2


def spell(person, event, *, ordered):
    return {
        "run": "r", "scenario": "s", "replicate": 1, "person": person, "month": "2012-03",
        "event": event, "city": "anshan", "sector": "steel", "wage": 2000.0,
        "hukou": "local_urban", "age": 45, "dismissed": True, "ordered": ordered,
    }  # fmt: skip


def test_without_an_id_those_dismissed_by_orders_are_listed(sezsim, folder):
    assert "--trace" in sezsim("describe", "worker", "--run", folder).stderr
    lives = [
        spell(7, "dismissed", ordered=True),
        spell(8, "dismissed", ordered=False),
        spell(7, "hired", ordered=False),
    ]
    run = Task(scenario=Scenario.read("baseline"), replicate=1).run
    FolderStore(Path(folder)).write(
        part_name("spells", run), encode(pa.Table.from_pylist(lives))
    )
    listed = sezsim("describe", "worker", "--run", folder, "--csv")
    rows = list(csv.DictReader(io.StringIO(listed.output)))
    assert [row["person"] for row in rows] == ["7"]
    told = sezsim("describe", "worker", "7", "--run", folder)
    assert told.output.index("s, replicate 1: person 7") == 0, "the life comes first"
    assert "capacity in steel in Anshan" in " ".join(told.output.split())
    assert "责令关停" in told.output


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.stem)
def test_every_figure_of_the_calibration_data_has_unit_source_and_grade(path):
    for _, figure in figures(path):
        assert figure["unit"]
        assert figure["source"]
        assert figure["grade"]


def test_several_figures_a_line_are_read_one_by_one(tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text(
        "firm,city,employees,capacity,capacity_unit,source,grade\n"
        "Mill,anshan,9000,1.5,Mt steel/yr,a yearbook,C\n"
        "Works,anshan,300,,,a yearbook,D\n",
        encoding="utf-8",
    )
    read = [
        (row["firm"], row["indicator"], row["value"], row["unit"]) for _, row in figures(path)
    ]
    assert read == [
        ("Mill", "capacity", "1.5", "Mt steel/yr"),
        ("Mill", "employees", "9000", "person"),
        ("Works", "employees", "300", "person"),
    ]
