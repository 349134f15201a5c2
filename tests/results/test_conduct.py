import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from fake_runs import FakeScenario, fake_run, fake_run_that_kills, fake_run_with_trouble, plan

from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.results.addresses import Plan, Task
from sezsim.results.conduct import batch_size, conduct, make_store
from sezsim.results.crew import Crew
from sezsim.results.reading import open_folder, read_part
from sezsim.results.store import FolderStore, MemoryStore, decode

PARTS = ("panel", "flows", "events", "people", "groups")
ALONE, TWO = Crew(workers=1), Crew(workers=2)


def keep_quiet(stage, done, total):
    pass


def lived(tasks, crew=ALONE, simulate=fake_run, store=None):
    store = MemoryStore() if store is None else store
    conduct(Plan(tasks), simulate, store, crew, keep_quiet)
    return store


def contents(store, part):
    return {name: store.read(name) for name in store.names(part)}


def counted(calls):
    def simulate(task):
        calls.append(task.run)
        return fake_run(task)

    return simulate


def test_one_and_two_workers_leave_the_same_bytes(tmp_path):
    one = lived(plan(), ALONE, store=FolderStore(tmp_path / "one"))
    two = lived(plan(), TWO, store=FolderStore(tmp_path / "two"))
    for part in PARTS:
        assert contents(one, part) == contents(two, part)
        assert len(one.names(part)) == 6


@pytest.mark.parametrize("crew", [ALONE, TWO])
def test_memory_and_folder_hold_the_same_bytes(tmp_path, crew):
    folder = lived(plan(replicates=1), store=FolderStore(tmp_path))
    memory = lived(plan(replicates=1), crew)
    for part in PARTS:
        assert contents(folder, part) == contents(memory, part)


def test_the_manifest_says_what_the_books_proved():
    manifest = json.loads(lived(plan()).read("manifest.json"))
    assert manifest["books"] == {"residual_fen": 0, "checks": 6 * 99}
    assert manifest["baseline"] == "baseline"
    assert manifest["runs"] == 6
    assert manifest["failures"] == 0
    assert manifest["hashes"]["sources"]


def test_resuming_a_whole_result_lives_nothing(tmp_path):
    lived(plan(), store=FolderStore(tmp_path))
    calls = []
    store = lived(plan(), simulate=counted(calls), store=make_store(tmp_path, resume=True))
    assert calls == []
    assert json.loads(store.read("manifest.json"))["books"]["checks"] == 6 * 99


def test_resuming_lives_only_what_was_lost(tmp_path):
    first = contents(lived(plan(), store=FolderStore(tmp_path)), "panel")
    lost = plan()[3].run
    (tmp_path / "people" / f"{lost}.parquet").unlink()
    calls = []
    store = lived(plan(), simulate=counted(calls), store=make_store(tmp_path, resume=True))
    assert calls == [lost]
    assert contents(store, "panel") == first


def test_resuming_after_a_kill_goes_on_where_it_stood(tmp_path):
    def killed(task):
        if task.replicate == 2:
            raise KeyboardInterrupt
        return fake_run(task)

    with pytest.raises(KeyboardInterrupt):
        lived(plan(), simulate=killed, store=FolderStore(tmp_path))
    with pytest.raises(ResultError, match="--resume"):
        open_folder(tmp_path)
    calls = []
    lived(plan(), simulate=counted(calls), store=make_store(tmp_path, resume=True))
    assert calls == [task.run for task in plan()[2:]]
    assert len(read_part(open_folder(tmp_path), "groups").group_by("run").aggregate([])) == 6


def test_a_folder_that_holds_a_result_is_not_written_over(tmp_path):
    lived(plan(replicates=1), store=FolderStore(tmp_path))
    with pytest.raises(ResultError, match="already holds a result"):
        make_store(tmp_path, resume=False)


def test_a_failed_run_is_recorded_and_the_rest_finished():
    store = lived(plan(), simulate=fake_run_with_trouble)
    failures = decode(store, "failures.parquet").to_pylist()
    assert [(row["scenario"], row["replicate"]) for row in failures] == [("reform", 2)]
    assert failures[0]["reason"] == "ValueError: the second one fails"
    assert len(store.names("panel")) == 5
    assert json.loads(store.read("manifest.json"))["failures"] == 1
    assert read_part(store, "panel")["replicate"].unique().to_pylist() == [1, 2, 3]


def test_a_run_that_kills_its_worker_is_recorded_and_the_rest_finished(tmp_path):
    store = lived(plan(), TWO, fake_run_that_kills, FolderStore(tmp_path))
    failures = decode(store, "failures.parquet").to_pylist()
    assert [(row["scenario"], row["replicate"]) for row in failures] == [("reform", 2)]
    assert "process died" in failures[0]["reason"]
    assert len(store.names("panel")) == 5


def test_a_reform_whose_baseline_failed_keeps_its_levels():
    def without_first_baseline(task):
        if task.scenario.name == "baseline" and task.replicate == 1:
            raise ValueError
        return fake_run(task)

    groups = read_part(lived(plan(), simulate=without_first_baseline), "groups").to_pandas()
    orphan = groups[(groups["scenario"] == "reform") & (groups["replicate"] == 1)]
    assert orphan["income"].notna().all()
    assert orphan["mean_change"].isna().all()


def test_a_damaged_part_is_named(tmp_path):
    store = lived(plan(replicates=1), store=FolderStore(tmp_path))
    name = store.names("flows")[0]
    (tmp_path / name).write_bytes(b"PAR1 no more")
    with pytest.raises(ResultError, match=f"{name} of .* is damaged"):
        read_part(open_folder(tmp_path), "flows")


def test_a_missing_part_is_named(tmp_path):
    store = lived(plan(replicates=1), store=FolderStore(tmp_path))
    name = store.names("events")[0]
    (tmp_path / name).unlink()
    with pytest.raises(ResultError, match=f"{name} of .* is missing"):
        read_part(open_folder(tmp_path), "events")


def test_a_folder_that_is_no_result_is_refused(tmp_path):
    with pytest.raises(ResultError, match="There is no result folder"):
        open_folder(tmp_path / "nowhere")
    with pytest.raises(ResultError, match="not a result folder"):
        open_folder(tmp_path)


def test_the_design_lists_every_run_with_what_was_swept():
    tasks = [
        Task(
            scenario=FakeScenario(f"dose {k}"),
            replicate=1,
            swept={"quota": k / 10, "path": "as it was"},
        )
        for k in range(3)
    ]
    design = decode(lived(tasks), "design.parquet").to_pylist()
    assert [row["quota"] for row in design] == [0.0, 0.1, 0.2]
    assert {row["path"] for row in design} == {"as it was"}
    assert [row["run"] for row in design] == [task.run for task in tasks]


def test_a_plan_without_runs_or_with_twins_is_refused():
    with pytest.raises(ScenarioError, match="nothing to run"):
        lived([])
    with pytest.raises(ScenarioError, match="named twice"):
        lived(plan(names=("baseline", "baseline")))


def test_tasks_last_half_a_second_and_leave_work_for_all():
    assert batch_size(plan(replicates=20), workers=2) == 3
    assert batch_size(plan(replicates=1), workers=2) == 1
    large = [
        Task(scenario=FakeScenario("a"), replicate=k, persons_per_agent=100) for k in range(99)
    ]
    assert batch_size(large, workers=2) == 1


def test_progress_tells_what_is_being_done_and_ends_where_it_should():
    told = []
    conduct(Plan(plan()), fake_run, MemoryStore(), ALONE, lambda *stage: told.append(stage))
    assert told[0] == ("simulating", 0, 6)
    assert ("simulating", 6, 6) in told
    assert told[-1] == ("comparing", 3, 3)  # the baseline has told its groups itself


@pytest.mark.parametrize("crew", [ALONE, TWO])
def test_a_baseline_tells_of_itself_what_a_comparison_would_tell(tmp_path, crew):
    store = lived(plan(), crew, store=FolderStore(tmp_path))
    before = contents(store, "groups")
    for path in (tmp_path / "groups").iterdir():
        path.unlink()
    assert contents(lived(plan(), crew, store=store), "groups") == before


def test_threads_are_set_for_workers_and_restored(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("SEZSIM_THREADS", raising=False)
    crew = Crew(workers=2, threads=1)
    lived(plan(replicates=2), crew)
    assert os.environ["OMP_NUM_THREADS"] == "7"
    assert "SEZSIM_THREADS" not in os.environ


def test_parts_can_be_read_as_one_folder_by_anything_that_reads_parquet(tmp_path):
    lived(plan(), store=FolderStore(tmp_path))
    assert len(pd.read_parquet(tmp_path / "panel")) == 6 * 132 * 9


def test_workers_end_with_the_process_that_started_them(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import os, time\n"
        "from sezsim.results.crew import Crew, Work\n"
        "def job(batch):\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    list(Crew(workers=2).do(Work(job, print), [(1,), (2,)]))\n"
    )
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, script], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as parent:
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    deadline = time.monotonic() + 10
    while any(is_alive(worker) for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(process):
    """Tell whether a process lives; one that ended and was not yet called for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
