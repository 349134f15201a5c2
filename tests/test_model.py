import gc
import weakref

import mesa
import numpy as np
import pytest

from sezsim.definitions.geography import City
from sezsim.model import SezModel
from sezsim.zone import Zone

SCALE = {"persons_per_agent": 5000}
SHORT = {**SCALE, "until": "2010-04"}


@pytest.fixture(scope="module")
def model():
    model = SezModel(**SHORT)
    model.run_model()
    return model


def test_the_shell_lives_month_by_month_until_the_zone_is_over(model):
    assert model.steps == 4
    assert not model.running
    assert model.zone.is_over


def test_governments_and_the_province_are_mesa_agents(model):
    assert len(model.agents) == 9
    governments = model.agents[:8]
    assert [government.city for government in governments] == list(City)
    assert governments[City.ANSHAN].accounts.debt == model.zone.economy.governments.debt[1]
    assert isinstance(model.agents[8].net_receipts, int)


def test_the_collector_holds_what_the_recorder_measured(model):
    collected = model.datacollector.get_model_vars_dataframe()
    assert len(collected) == 4
    last = model.zone.recorder.latest("unemployment_rate")
    assert collected["unemployment_rate"].iloc[-1] == last[8]
    assert collected["unemployment_rate.anshan"].iloc[-1] == last[City.ANSHAN]


def test_workers_and_firms_are_seen_as_views(model):
    workers, economy = model.workers, model.zone.economy
    assert len(workers) == economy.workers.alive[: economy.workers.count].sum()
    anshan = workers.select(lambda w: w.city == City.ANSHAN)
    assert 0 < len(anshan) < len(workers)
    assert (anshan.get("city") == City.ANSHAN).all()
    assert anshan.agg("age", np.mean) == anshan.get("age").mean()
    assert workers.agg("age", [min, max]) == [workers.age.min(), workers.age.max()]
    assert len(workers.select(lambda w: w.age > 0, at_most=5)) == 5
    assert len(model.firms) == economy.firms.is_open.sum()


def test_a_row_is_a_copy_that_cannot_be_written(model):
    worker = model.workers[7]
    assert worker.id == model.zone.economy.workers.id[model.workers.rows[7]]
    with pytest.raises(AttributeError):
        worker.age = 3
    with pytest.raises(ValueError, match="read-only"):
        model.firms[0].capacity[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        model.workers.get("age")[0] = 1


def test_a_column_that_does_not_exist_is_named(model):
    with pytest.raises(AttributeError, match="Workers have no column 'wage'"):
        model.workers.wage  # noqa: B018 - looked at in vain


def test_the_shell_and_the_zone_tell_the_same_story(model):
    zone = Zone.open("baseline", replicate=1, **SHORT)
    zone.run()
    np.testing.assert_array_equal(
        zone.recorder.latest("gdp_real"), model.zone.recorder.latest("gdp_real")
    )


def test_an_integer_rng_is_the_replicate():
    assert SezModel(rng=3, **SHORT).zone.draws.replicate == 3
    assert SezModel(replicate=2, **SHORT).zone.draws.replicate == 2


def test_a_model_that_is_over_is_forgotten():
    model = SezModel(**SHORT)
    model.run_model()
    seen = weakref.ref(model)
    del model
    gc.collect()
    assert seen() is None


def test_mesa_runs_batches_of_it():
    rows = mesa.batch_run(
        SezModel,
        {"reform": ["baseline", "history"], "replicate": [1, 2], **SHORT},
        display_progress=False,
    )
    assert [(row["reform"], row["replicate"]) for row in rows] == [
        ("baseline", 1),
        ("baseline", 2),
        ("history", 1),
        ("history", 2),
    ]
    assert len({row["unemployment_rate"] for row in rows[:2]}) == 2
