"""What was done stays: killed, without room, or damaged, a plan resumed to the end is the same."""

import os
import resource
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from fake_runs import fake_run, plan

from sezsim.definitions.errors import ResultError
from sezsim.results.addresses import Plan
from sezsim.results.conduct import conduct, make_store
from sezsim.results.crew import Crew
from sezsim.results.store import FolderStore

PROGRAM = """
import sys
from fake_runs import fake_run, plan
from sezsim.results.addresses import Plan
from sezsim.results.conduct import conduct, make_store
from sezsim.results.crew import Crew

if __name__ == "__main__":
    print("ready", flush=True)
    store = make_store(sys.argv[1], resume=True)
    conduct(Plan(plan(replicates=10)), fake_run, store, Crew(), lambda *_: None)
"""
PARTS = ("panel", "flows", "events", "people", "groups")
KILLS = 10


def keep_quiet(stage, done, total):
    pass


def lived(folder, replicates=3, *, resume=False):
    store = make_store(folder, resume=resume)
    conduct(Plan(plan(replicates=replicates)), fake_run, store, Crew(), keep_quiet)
    return contents(folder)


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for part in PARTS
        for path in (folder / part).iterdir()
    }


def killed_after(program, folder, seconds):
    """Start a plan, kill it some seconds after it began, and tell whether it was still at work."""
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, program, folder], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.kill()
    return child.returncode == -signal.SIGKILL


def test_killed_ten_times_and_resumed_it_equals_an_undisturbed_one(tmp_path):
    program, folder = tmp_path / "program.py", tmp_path / "killed"
    program.write_text(PROGRAM, encoding="utf-8")
    chance = np.random.default_rng(1)
    stopped = [killed_after(program, folder, chance.uniform(0.0, 0.25)) for _ in range(KILLS)]
    assert any(stopped)
    assert lived(folder, 10, resume=True) == lived(tmp_path / "undisturbed", 10)
    assert not list(folder.rglob(".*.part"))


@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_part_is_named_and_made_anew(tmp_path, capsys, part):
    before = lived(tmp_path / "out")
    damaged = min((tmp_path / "out" / part).iterdir())
    damaged.write_bytes(damaged.read_bytes()[:-9])
    assert lived(tmp_path / "out", resume=True) == before
    assert damaged.name in capsys.readouterr().err


@pytest.fixture
def short_files():
    """Let no file grow beyond 50 kB, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_stops_the_plan_with_the_place_and_the_way_on(tmp_path, short_files):
    with pytest.raises(
        ResultError, match=r"panel/.* cannot be written: File too large.*resume"
    ):
        lived(tmp_path / "out")


def test_what_was_done_before_the_disk_was_full_is_resumed(tmp_path, monkeypatch):
    write, written = FolderStore.write, []

    def fail_after_twelve(self, name, content):
        written.append(name)
        if len(written) > 12:
            raise ResultError(f"{name} cannot be written: No space left on device.")
        write(self, name, content)

    monkeypatch.setattr(FolderStore, "write", fail_after_twelve)
    with pytest.raises(ResultError, match="No space left"):
        lived(tmp_path / "out")
    done = contents_of_panel(tmp_path / "out")
    monkeypatch.setattr(FolderStore, "write", write)
    assert 0 < len(done) < 6
    assert lived(tmp_path / "out", resume=True) == lived(tmp_path / "undisturbed")


def contents_of_panel(folder):
    return list((folder / "panel").iterdir())


def test_a_disk_without_room_is_told_before_anything_is_lived(tmp_path, monkeypatch):
    class Usage:
        free = 1_000_000

    monkeypatch.setattr("sezsim.results.store.disk_usage", lambda _: Usage)
    with pytest.raises(ResultError, match="needs about 2 MB and the disk has 1 MB left"):
        lived(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_lived(tmp_path):
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(ResultError, match="cannot be written"):
        lived(tmp_path / "out")
