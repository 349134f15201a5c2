import subprocess
import sys

import numpy as np
import pyarrow as pa
import pytest
from fake_runs import INDICATORS, MONTHS, PERSONS, PLACES, fake_run, plan

from sezsim.results.store import MemoryStore, decode
from sezsim.results.tables import run_parts

TASK = plan()[0]


@pytest.fixture(scope="module")
def parts():
    return run_parts(TASK, fake_run(TASK))


@pytest.fixture(scope="module")
def tables(parts):
    store = MemoryStore(parts)
    return {part: decode(store, part) for part in parts}


def test_the_panel_has_a_row_for_every_month_and_place(tables):
    panel = tables["panel"].to_pandas()
    assert len(panel) == len(MONTHS) * len(PLACES)
    assert list(panel.columns) == ["run", "scenario", "replicate", "month", "city", *INDICATORS]
    assert panel[["month", "city"]].equals(
        panel[["month", "city"]].sort_values(["month", "city"])
    )


@pytest.mark.parametrize(("place", "part"), [("zone", 1 / 30_000), ("benxi", 1 / 4_000)])
def test_the_panel_holds_what_was_measured(tables, place, part):
    panel, record = tables["panel"].to_pandas(), fake_run(TASK)
    row = panel[(panel["month"] == "2015-07") & (panel["city"] == place)]
    measured = record.panel[MONTHS.index("2015-07"), PLACES.index(place)]
    stored = row[list(INDICATORS)].to_numpy()[0]
    np.testing.assert_allclose(stored, measured, rtol=part)


def test_keys_are_plain_strings_and_values_single_precision(tables):
    schema = tables["panel"].schema
    assert schema.field("city").type == pa.string()
    assert schema.field("run").type == pa.string()
    assert schema.field(INDICATORS[0]).type == pa.float32()


def test_every_part_names_its_run_first(tables):
    for part, table in tables.items():
        assert table.column_names[:3] == ["run", "scenario", "replicate"], part
        assert set(table["run"].to_pylist()) == {TASK.run}


def test_people_are_kept_for_the_years_in_which_they_are_present(tables):
    people, record = tables["people"].to_pandas(), fake_run(TASK).people
    assert len(people) == np.isfinite(record.income).sum()
    assert people["person"].nunique() <= PERSONS
    assert people["income"].notna().all()
    someone = people[people["person"] == record.ids[5]]
    present = np.isfinite(record.income[5])
    np.testing.assert_allclose(someone["income"], record.income[5][present], rtol=1 / 2000)


GROUPS_BYTES = 22_000  # winners and losers follow later


def test_a_run_leaves_no_more_than_its_share(parts):
    assert sum(map(len, parts.values())) <= 200_000 - GROUPS_BYTES


def test_writing_the_parts_of_a_run_does_not_load_pandas():
    program = (
        "import sys; from fake_runs import fake_run, plan; "
        "from sezsim.results.tables import run_parts; task = plan()[0]; "
        "run_parts(task, fake_run(task)); sys.exit('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert done.returncode == 0
