"""Runs that cost nothing: random numbers keyed by scenario and replicate."""

import os
from dataclasses import dataclass
from itertools import product

import numpy as np

from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.observation.run_record import Event, FlowRecord, PeopleRecord, RunRecord
from sezsim.results.addresses import Task

MONTHS = tuple(f"{year}-{month:02d}" for year in range(2010, 2021) for month in range(1, 13))
PLACES = (*CITY_NAMES, ZONE)
YEARS = tuple(range(2010, 2021))
INDICATORS = tuple(f"indicator_{k:02d}" for k in range(50))
PERSONS = 1082  # five in a hundred of the rows at 1:1000


@dataclass(frozen=True)
class FakeScenario:
    name: str
    version: int = 1

    def digest(self):
        return f"{self.name}-{self.version}"


def plan(names=("baseline", "reform"), replicates=3):
    return [
        Task(scenario=FakeScenario(name), replicate=replicate)
        for replicate in range(1, replicates + 1)
        for name in names
    ]


def fake_run(task):
    chance = np.random.default_rng([task.replicate, len(task.scenario.name)])
    steps = chance.normal(0.0, 0.01, (len(MONTHS), len(PLACES), len(INDICATORS)))
    return RunRecord(
        months=MONTHS,
        places=PLACES,
        indicators=INDICATORS,
        panel=np.exp(np.cumsum(steps, axis=0)).astype(np.float32),
        flows=fake_flows(chance),
        events=tuple(fake_event(chance, k) for k in range(120)),
        people=fake_people(chance, task.replicate),
        checks=99,
        residual_fen=0,
    )


def fake_flows(chance):
    kinds = [("migration", "person"), ("firm_transfer", "firm"), ("tax_sharing", "10^8 yuan")]
    return tuple(
        FlowRecord(year, kind, origin, destination, float(chance.exponential()), unit)
        for year, (kind, unit), origin, destination in product(
            YEARS, kinds, CITY_NAMES, CITY_NAMES
        )
        if origin != destination
    )


def fake_event(chance, k):
    return Event(
        month=MONTHS[k],
        kind="closure",
        firm=f"firm {k}",
        sector="steel",
        city=CITY_NAMES[k % 8],
        partner="",
        workers=float(chance.integers(100, 1000)),
        value=float(chance.exponential()),
        unit="10^8 yuan",
        gain_origin=float("nan"),
        gain_destination=float("nan"),
        reason="capacity_phase_out",
    )


def fake_people(chance, replicate):
    same = np.random.default_rng(replicate)
    shape = (PERSONS, len(YEARS))
    income = 2000.0 * np.exp(np.cumsum(chance.normal(0.05, 0.1, shape), axis=1))
    income[same.random(shape) < 0.05] = np.nan
    return PeopleRecord(
        ids=same.integers(0, 2**64, PERSONS, dtype=np.uint64),
        years=YEARS,
        income=income,
        unemployed=(chance.random(shape) < 0.08) * chance.integers(1, 13, shape) / 12.0,
        city=np.where(np.isnan(income), -1, same.integers(0, 8, PERSONS)[:, None]),
        age=same.integers(16, 90, PERSONS),
        skill=same.integers(0, 3, PERSONS),
        hukou=same.integers(0, 3, PERSONS),
        industry=same.integers(-1, 19, PERSONS),
        displaced=(chance.random(PERSONS) < 0.03).astype(np.int8),
        persons=20000.0,
    )


def fake_run_with_trouble(task):
    """Fail for the second replicate of the reform."""
    if task.scenario.name == "reform" and task.replicate == 2:
        raise ValueError("the second one fails")
    return fake_run(task)


def fake_run_that_kills(task):
    """Kill the worker process in the second replicate of the reform."""
    if task.scenario.name == "reform" and task.replicate == 2:
        os._exit(1)
    return fake_run(task)
