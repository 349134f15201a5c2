"""A sensitivity study: live the runs of a design and say which uncertainty moves which outcome.

The study keeps one row of outcomes a run, not the panel: a study of thousands of runs fits into a
few megabytes. Futures in which the first scenario runs away are dropped by rule and counted.
"""

from collections.abc import Sequence
from functools import partial
from math import nan
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from sezsim.analysis.factors import REPLICATE, at_points
from sezsim.analysis.morris import morris_points, morris_table
from sezsim.analysis.robustness import robustness_table, satisficing
from sezsim.analysis.runaway import runs_away
from sezsim.analysis.signs import BOX_COLUMNS, SIGN_COLUMNS, box_rows, sign_row, table_of
from sezsim.analysis.sobol import sobol_points, sobol_table
from sezsim.analysis.tornado import tornado_table
from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.errors import ResultError, ScenarioError
from sezsim.definitions.likely import intention
from sezsim.ensemble.hands import crew_of
from sezsim.ensemble.notebook import Lived, Notebook
from sezsim.ensemble.running import last_month, yearly_means
from sezsim.ensemble.sensitivity_design import SensitivityDesign
from sezsim.ensemble.telling import told
from sezsim.report.measures import measure
from sezsim.results.addresses import Plan, Task
from sezsim.results.batch import Outcome
from sezsim.results.conduct import Progress, make_store
from sezsim.results.crew import Work, in_batches, refuse_import_by_worker
from sezsim.results.manifest import write_manifest
from sezsim.results.one_run import one_run
from sezsim.results.reading import ANALYSIS, write_design, write_failures
from sezsim.results.store import Store, encode
from sezsim.zone import warm_up

KEYS = ("scenario", "outcome")
BATCH = 2


def live_outcomes(batch: Sequence[Task], outcomes: Sequence[str]) -> list[Lived]:
    """Live runs and keep their outcomes; whatever goes wrong is the reason of a failure."""
    return [live_one(task, outcomes) for task in batch]


def live_one(task: Task, outcomes: Sequence[str]) -> Lived:
    """Live one run."""
    start = perf_counter()
    try:
        means = yearly_means(one_run(task))
    except Exception as error:  # noqa: BLE001 - a failed run is recorded and the others go on
        reason = f"{type(error).__name__}: {error}"
        return Lived(task.run, (nan,) * len(outcomes), failure=reason)
    unknown = [name for name in outcomes if name not in means]
    if unknown:
        raise ScenarioError(
            f"The runs have no outcome '{unknown[0]}'. {intention(unknown[0], means)}"
        )
    values = tuple(means[name] for name in outcomes)
    return Lived(task.run, values, runs_away(means), "", perf_counter() - start)


def perished(task: Task, outcomes: Sequence[str]) -> list[Lived]:
    """Record a run that killed its worker process twice."""
    return [Lived(task.run, (nan,) * len(outcomes), failure="the worker process died, twice")]


def study(  # noqa: PLR0913 - the words of the command line
    design: SensitivityDesign,
    out: str | Path | None,
    tell: Progress,
    workers: int | None = None,
    *,
    cluster: str | None = None,
    resume: bool = False,
) -> dict[str, pd.DataFrame]:
    """Live a study, leave its tables in the folder and return them by name.

    With resume only the runs whose outcomes are not in out yet are lived.
    """
    refuse_import_by_worker()
    crew = crew_of(workers, cluster=cluster)
    start, store = perf_counter(), make_store(out, resume=resume)
    points = points_of(design)
    values = at_points(design.factors, points)
    tasks = [
        task_of(design, place, each)
        for each in values
        for place in range(len(design.scenarios))
    ]
    plan = Plan(tasks, {**told(design.scenarios), "sensitivity": design.kind})
    write_design(store, tasks)
    tell("compiling", 0, 1)
    warm_up()
    tell("compiling", 1, 1)
    lived = live_each(tasks, Notebook(store, design.outcomes), crew, tell)
    tables = analysed(design, points, lived)
    notes = [Outcome(each.run, each.seconds, each.failure) for each in lived]
    write_failures(store, tasks, notes)
    write_tables(store, tables)
    write_manifest(store, plan, notes, perf_counter() - start)
    return tables


def points_of(design: SensitivityDesign) -> Floats:
    """Return the points of the unit cube that the design asks for."""
    draw = sobol_points if design.kind == "sobol" else morris_points
    return draw(len(design.factors), design.size, design.seed)


def task_of(design: SensitivityDesign, place: int, values: dict[str, float | str]) -> Task:
    """Return one run."""
    scenario = design.scenario(place, values)
    return Task(
        scenario=scenario,
        replicate=int(values.get(REPLICATE, 1)),
        seed=design.seed,
        persons_per_agent=design.persons_per_agent,
        until=last_month(scenario, None),
        swept={name: value for name, value in values.items() if name != REPLICATE},
    )


def live_each(
    tasks: Sequence[Task], notebook: Notebook, crew: Any, tell: Progress
) -> list[Lived]:
    """Live every different run that is not noted yet; return what is kept of each task in order."""
    outcomes = notebook.outcomes
    different = list({task.run: task for task in tasks}.values())
    work = Work(partial(live_outcomes, outcomes=outcomes), partial(perished, outcomes=outcomes))
    found = {name: Lived(**row) for name, row in notebook.rows().items()}
    left = [task for task in different if task.run not in found]
    done = len(different) - len(left)
    tell("simulating", done, len(different))
    with notebook.open(found):
        for batch in crew.do(work, in_batches(left, BATCH)):
            found |= {each.run: each for each in batch}
            done += len(batch)
            notebook.note_now_and_then(found)
            tell("simulating", done, len(different))
    return [found[task.run] for task in tasks]


def analysed(
    design: SensitivityDesign, points: Floats, lived: Sequence[Lived]
) -> dict[str, pd.DataFrame]:
    """Return all tables that the outcomes allow."""
    shape = (len(points), len(design.scenarios), len(design.outcomes))
    values = np.array([each.outcomes for each in lived]).reshape(shape)
    reasons = [each.runs_away or each.failure for each in lived[:: len(design.scenarios)]]
    kept = np.array([not reason for reason in reasons])
    values[~kept] = nan
    names, studied = quantities(design, values)
    factors = [factor.name for factor in design.factors]
    if design.kind == "sobol":
        tables = {"sobol": sobol_table(studied, factors, names)}
    else:
        tables = {"morris": morris_table(points, studied, factors, names)}
    tables["tornado"] = tornado_table(points, studied, factors, names)
    tables = {name: split_names(table) for name, table in tables.items()}
    tables["futures"] = futures_table(points, factors, reasons)
    tables["factors"] = factor_table(design)
    if len(design.scenarios) > 1:
        tables |= judged(design, points, values, kept)
    return tables


def quantities(design: SensitivityDesign, values: Floats) -> tuple[list[str], Floats]:
    """Return what is studied: levels of the first scenario and effects of the others."""
    studied = values - np.where(np.arange(values.shape[1])[:, None] > 0, values[:, :1], 0.0)
    names = [
        f"{scenario.name} {outcome}"
        for scenario in design.scenarios
        for outcome in design.outcomes
    ]
    return names, studied.reshape(len(values), -1)


def split_names(table: pd.DataFrame) -> pd.DataFrame:
    """Split 'scenario outcome' into two columns."""
    parts = table["outcome"].str.rsplit(" ", n=1)
    table = table.assign(scenario=parts.str[0], outcome=parts.str[1])
    return table[["scenario", *(name for name in table.columns if name != "scenario")]]


def futures_table(
    points: Floats, factors: Sequence[str], reasons: Sequence[str]
) -> pd.DataFrame:
    """Return the places of the factors in every future, and why it was dropped if it was."""
    return pd.DataFrame(points, columns=list(factors)).assign(dropped=list(reasons))


def factor_table(design: SensitivityDesign) -> pd.DataFrame:
    """Return the bounds of every factor; listed values are written out."""
    rows = [
        (factor.name, factor.low, factor.high, " ".join(map(str, factor.values)))
        for factor in design.factors
    ]
    return pd.DataFrame(rows, columns=["factor", "low", "high", "listed"])


def judged(
    design: SensitivityDesign, points: Floats, values: Floats, kept: Flags
) -> dict[str, pd.DataFrame]:
    """Return signs, boxes and robustness of the effects of all scenarios but the first."""
    if not kept.any():
        raise ResultError(
            "The first scenario runs away in every future; nothing can be judged."
        )
    uncertain = [i for i, factor in enumerate(design.factors) if factor.name != REPLICATE]
    factors = [design.factors[i].name for i in uncertain]
    inside = points[kept][:, uncertain]
    signs, boxes = [], []
    for s, scenario in enumerate(design.scenarios[1:], 1):
        for o, outcome in enumerate(design.outcomes):
            effects = values[kept, s, o] - values[kept, 0, o]
            if np.isnan(effects).all():
                continue
            key = (scenario.name, outcome)
            signs.append((*key, *sign_row(inside, effects, factors), int((~kept).sum())))
            rows = box_rows(inside, effects, factors)
            boxes += [(*key, *row) for row in rows]
    return {
        "signs": table_of(signs, KEYS, (*SIGN_COLUMNS, "dropped")),
        "boxes": table_of(boxes, KEYS, BOX_COLUMNS),
        "robustness": robustness(design, values[kept]),
    }


def robustness(design: SensitivityDesign, values: Floats) -> pd.DataFrame:
    """Return regret and worst case of every scenario for outcomes of which more or less is good.

    The column holds_up is the share of futures in which a scenario does no worse than the first one
    on any of these outcomes.
    """
    names = [scenario.name for scenario in design.scenarios]
    good = {name: measure(name.split(".")[0]).good for name in design.outcomes}
    wanted = [(o, name) for o, name in enumerate(design.outcomes) if good[name]]
    whole = values[~np.isnan(values).any(axis=(1, 2))]
    if not wanted or not len(whole):
        return pd.DataFrame()
    oriented = {
        name: pd.DataFrame(good[name] * whole[:, :, o].T, index=names) for o, name in wanted
    }
    gains = {name: table - table.iloc[0] for name, table in oriented.items()}
    holds = satisficing(gains, dict.fromkeys(gains, 0.0))
    tables = [
        robustness_table(table).assign(outcome=name, good=good[name], holds_up=holds)
        for name, table in oriented.items()
    ]
    return pd.concat(tables).rename_axis("scenario").reset_index()


def write_tables(store: Store, tables: dict[str, pd.DataFrame]) -> None:
    """Leave the tables in the folder analysis."""
    for name, table in tables.items():
        if not table.empty:
            arrow = pa.Table.from_pandas(table, preserve_index=False)
            store.write(f"{ANALYSIS}/{name}.parquet", encode(arrow))
