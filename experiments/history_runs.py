"""Replicates of a scenario for the bands of 2010 to 2020: what the panel and the tables hold.

Read by `history_bands.py`.
"""

from typing import Any

import numpy as np

from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES, Industry
from sezsim.observation.aggregates import NAMES
from sezsim.scenario import Scenario
from sezsim.state.workers import Status
from sezsim.zone import Zone

ZONE, FIRST, YEARS = 8, 2010, 11


class History:
    """Replicates of a scenario: yearly means of indicators and of output by cell."""

    def __init__(self, scenario: Scenario, replicates: int, persons_per_agent: int) -> None:
        """Live all replicates."""
        panels, blocks, outputs, cuts, margins, broke, jobs = [], [], [], [], [], [], []
        for replicate in range(1, replicates + 1):
            zone = Zone.open(scenario, persons_per_agent=persons_per_agent, replicate=replicate)
            output, cut, margin, lost, posts = lived(zone)
            record = zone.record()
            panels.append(record.panel.astype(float))
            blocks.append(zone.recorder.block.copy())
            outputs.append(output)
            cuts.append(cut)
            margins.append(margin)
            broke.append(lost)
            jobs.append(posts)
        self.wedge = zone.economy.structure.wedge
        self.jobs = np.mean(jobs, axis=0)
        self.names = record.indicators
        self.monthly = np.stack(panels)
        self.blocks = np.stack(blocks)
        self.output, self.cuts = np.stack(outputs), np.stack(cuts)
        self.margin, self.broke = np.stack(margins), np.stack(broke)

    def runs(self, name: str, place: Any = ZONE) -> np.ndarray:
        """Yearly means of an indicator (replicates, years, [places])."""
        values = self.monthly[:, :, place, self.names.index(name)]
        return values.reshape(len(values), YEARS, 12, *values.shape[2:]).mean(axis=2)

    def mean(self, name: str, place: Any = ZONE) -> np.ndarray:
        """Yearly means of an indicator over all replicates (years, [places])."""
        return self.runs(name, place).mean(axis=0)

    def total(self, name: str) -> np.ndarray:
        """Yearly means of an aggregate of the zone (years,)."""
        values = self.blocks[:, :, :, NAMES.index(name)].sum(axis=2)
        return values.reshape(len(values), YEARS, 12).mean(axis=(0, 2))


def lived(zone: Zone) -> tuple[np.ndarray, ...]:
    """Live a zone.

    Returns:
        Output by year and cell, months in cuts by city, steel margin and mills broke by year, and
        persons at work in 2010 by cell.
    """
    output, cuts = np.zeros((YEARS, CITIES, len(INDUSTRY_NAMES))), np.zeros(CITIES)
    jobs = np.zeros((CITIES, INDUSTRIES))
    margin, broke = np.zeros(YEARS), np.zeros(YEARS)
    while not zone.is_over:
        year = zone.month.year - FIRST
        zone.step()
        cells, firms = zone.economy.cells, zone.economy.firms
        output[year] += cells.output / 12.0
        jobs += jobs_by_cell(zone) / 12.0 if year == 0 else 0.0
        cuts = np.maximum(cuts, zone.economy.governments.months_in_cuts)
        steel = firms.industry == Industry.STEEL
        sold, left = firms.receipts[steel].sum(), firms.taxes[steel].sum()
        left = sold - firms.costs[steel].sum() - firms.payroll[steel].sum() - left
        margin[year] += left / sold / 12.0
        broke[year] = lost_steel(zone, steel & (firms.name >= 0))
    return output, cuts, margin, broke, jobs


def jobs_by_cell(zone: Zone) -> np.ndarray:
    """Persons at work by city of residence and industry (8, 19); farmers hold no post."""
    workers = zone.economy.workers
    rows = slice(0, workers.count)
    status = np.where(workers.alive[rows], workers.status[rows], Status.OUT)
    city, industry = workers.city[rows].astype(np.int64), workers.industry[rows]
    industry = np.where(status == Status.FARM, Industry.AGR, industry)
    at_work = (status == Status.EMPLOYED) | (status == Status.FARM)
    cell = city[at_work] * INDUSTRIES + industry[at_work]
    rows_of_cell = np.bincount(cell, minlength=CITIES * INDUSTRIES)
    return rows_of_cell.reshape(CITIES, INDUSTRIES) * float(workers.persons_per_agent)


def lost_steel(zone: Zone, named: np.ndarray) -> float:
    """Share of the steel capacity of named mills whose debts exceed all that they own."""
    firms, structure, cells = zone.economy.firms, zone.economy.structure, zone.economy.cells
    able = firms.capacity[named].sum(axis=1)
    city = firms.city[named]
    worth = able * structure.capital_ratio[city, Industry.STEEL] * cells.investment_price[city]
    owed = (firms.debt[named] - firms.cash[named]) / 100.0
    return float(able[owed > worth].sum() / able.sum())
