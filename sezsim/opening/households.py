"""Households of the opening (期初居民收支): pensions, consumption and homes that close their account."""

from dataclasses import replace

import numpy as np

from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    HUNDRED_MILLION,
    JANUARY_MONEY,
    MONTHS,
    OpeningMonth,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.opening.pace import Pace, lagged
from sezsim.parameters import Parameters
from sezsim.process import income
from sezsim.state import claims
from sezsim.state.economy import Economy
from sezsim.state.residents import people_from_home
from sezsim.state.workers import Status, Workers


def close_households(
    economy: Economy, table: OpeningTable, month: OpeningMonth, p: Parameters, pace: Pace
) -> None:
    """Invert pensions, propensity to consume and purchases of homes by city."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    workers, cells = economy.workers, economy.cells
    count_people(economy)
    cells.wage_level[:] = 1.0
    extra = table.mixed_income[:, 1:].sum(axis=1)
    cells.property_income[:] = (table.property_income + extra) * money / (1.0 + pace.nominal)
    economy.structure = replace(economy.structure, pension=np.ones(CITIES))
    economy.firms.costs[:] = (
        economy.firms.output
        * economy.structure.coefficients.sum(axis=1)[economy.firms.city, economy.firms.industry]
    )
    first = income.trial_month(economy, p.income).kinds / 100.0
    economy.structure = replace(economy.structure, pension=np.zeros(CITIES))
    others = income.trial_month(economy, p.income).kinds / 100.0
    weight = first[:, claims.BENEFIT] - others[:, claims.BENEFIT]
    wanted = table.transfers_to_households * money - others[:, claims.BENEFIT]
    economy.structure = replace(economy.structure, pension=np.maximum(wanted, 0.0) / weight)
    target = month.households.sum(axis=1) * (1.0 + pace.nominal)
    low, high = np.zeros(CITIES), np.full(CITIES, 1.2)
    for _ in range(30):
        middle = (low + high) / 2.0
        economy.structure = replace(economy.structure, propensity=middle)
        spent = income.trial_month(economy, p.income).kinds[:, claims.SPENT] / 100.0
        low, high = (
            np.where(spent < target, middle, low),
            np.where(spent < target, high, middle),
        )
    kinds = income.trial_month(economy, p.income).kinds / 100.0
    held = np.bincount(
        workers.city[: workers.count], workers.deposits[: workers.count] / 100.0, CITIES
    )
    earned = kinds[:, claims.DISPOSABLE]
    homes = earned - kinds[:, claims.SPENT] - kinds[:, claims.REMITTED] - pace.stocks * held
    smooth = lagged(earned, p.income.smoothing, pace.nominal) / (1.0 + pace.nominal)
    economy.structure = replace(
        economy.structure,
        home_share=np.clip(homes / earned, 0.0, 0.4),
        disposable_income=earned,
        smoothed_income=smooth,
        allowance_bill=kinds[:, claims.ALLOWANCE],
        population=persons_by_city(workers),
        network=people_from_home(
            workers.count, workers.alive, workers.hukou_city, workers.city,
            float(workers.persons_per_agent),
        ),
    )  # fmt: skip
    cells.income[:] = smooth
    economy.scratch.population = economy.structure.population.copy()
    cells.wage_level[:] = 1.0 / (1.0 + pace.nominal)


def count_people(economy: Economy) -> None:
    """Count farmers, and adults weighted by schooling, as the income account will."""
    workers, scratch = economy.workers, economy.scratch
    rows, persons = slice(0, workers.count), workers.persons_per_agent
    city, alive = workers.city[rows], workers.alive[rows]
    farming = alive & (workers.status[rows] == Status.FARM)
    scratch.farmers = np.bincount(city, farming, CITIES) * persons
    weight = alive * (1.0 + workers.skill[rows])
    scratch.property_weight = np.bincount(city, weight, CITIES) * persons


def persons_by_city(workers: Workers) -> Floats:
    """Residents (8), children included."""
    rows = slice(0, workers.count)
    heads = 1.0 + (workers.child_one[rows] >= 0) + (workers.child_two[rows] >= 0)
    heads = heads * workers.alive[rows] * workers.persons_per_agent
    return np.bincount(workers.city[rows], heads, CITIES)
