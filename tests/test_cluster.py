"""A real scheduler with two workers on loopback lives a sweep; one worker is killed on the way."""

import os
import signal

import pytest
from distributed import Client, LocalCluster

import sezsim
from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.surroundings import surroundings
from sezsim.ensemble.cluster import refuse_strangers
from sezsim.ensemble.hands import crew_of

DESIGN = """
scenarios: [baseline]
vary: {trade.sigma: {values: [2.0, 2.5, 3.0, 3.5, 4.0, 4.5]}}
design: {kind: grid}
replicates: 1
persons_per_agent: 5000
until: 2010-03
outcomes: [gdp_real.2010]
"""


@pytest.fixture(scope="module")
def design(tmp_path_factory):
    path = tmp_path_factory.mktemp("design") / "design.yaml"
    path.write_text(DESIGN, encoding="utf-8")
    return path


def panels(folder):
    return {path.name: path.read_bytes() for path in sorted((folder / "panel").iterdir())}


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::UserWarning")
def test_a_cluster_that_loses_a_worker_leaves_the_same_panel(design, tmp_path):
    killed = []
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        Client(cluster.scheduler_address, set_as_default=False) as client,
    ):
        pids = client.run(os.getpid)

        def kill_one(stage, done, _total):
            if stage == "simulating" and done >= 1 and not killed:
                killed.append(next(iter(pids.values())))
                os.kill(killed[0], signal.SIGKILL)

        address = cluster.scheduler_address
        far = sezsim.sweep(design, out=tmp_path / "far", cluster=address, progress=kill_one)
    near = sezsim.sweep(design, out=tmp_path / "near", workers=1)
    assert killed
    assert far.result.manifest["failures"] == 0
    assert panels(tmp_path / "far") == panels(tmp_path / "near")
    assert far.outcomes.equals(near.outcomes)


def test_a_worker_with_other_sources_is_refused_by_name():
    own = surroundings()
    with pytest.raises(ResultError, match=r"tcp://10\.0\.0\.1:1 .* numpy .1\.0"):
        refuse_strangers({"tcp://10.0.0.1:1": own | {"numpy": "1.0"}}, own)


def test_an_address_without_a_scheduler_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr("sezsim.ensemble.cluster.PATIENCE", 0.5)
    with pytest.raises(ScenarioError, match="no scheduler answers"):
        crew_of(None, cluster="tcp://127.0.0.1:9")
