"""The labour market of the opening (期初劳动力市场): flows that keep the census as it was."""

from dataclasses import replace

import numpy as np

from sezsim.base_year.structure import (
    MONTHS,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.labour.posts import found_at_opening
from sezsim.parameters import Parameters
from sezsim.state.economy import Economy
from sezsim.state.workers import Status


def close_labour_market(economy: Economy, p: Parameters) -> None:
    """Invert separation, giving up and the scale of matching to the census."""
    workers, q = economy.workers, p.labour_market
    rows = slice(0, workers.count)
    city = workers.city[rows].astype(np.int64)
    status, alive = workers.status[rows], workers.alive[rows]
    migrant = workers.hukou_city[rows] >= CITIES
    young = workers.age[rows] < q.oldest * MONTHS
    faded = np.maximum(q.floor, np.exp(-q.fading * workers.duration[rows]))
    faded = faded[alive & (status == Status.UNEMPLOYED)].mean()  # few rows of a city tell less
    search = np.where(migrant, q.migrant_search, 1.0) * faded
    weights = {
        Status.UNEMPLOYED: search,
        Status.FARM: q.farm_search * young,
        Status.OUT: q.out_search * young,
        Status.EMPLOYED: np.full(workers.count, q.job_search),
    }
    units = {
        kind: np.bincount(city, weight * alive * (status == kind), CITIES)
        for kind, weight in weights.items()
    }
    total = sum(units.values())
    idle = np.bincount(city, alive * (status == Status.UNEMPLOYED), CITIES)
    employed = alive & (status == Status.EMPLOYED)
    posts = np.bincount(city, employed, CITIES)
    leaving = np.bincount(city, employed * np.where(migrant, q.migrant_separation, 1.0), CITIES)
    joiners = total - units[Status.EMPLOYED]
    hired = q.job_finding * idle / (units[Status.UNEMPLOYED] / joiners)
    separation = np.minimum(hired / posts, 0.03)
    # found per unit at the opening is fixed by the fill rate; scale units to the flow of hires
    scaled = separation * posts / found_at_opening(q.fill_rate, q.curvature)
    seeking = economy.structure.commuting.T @ total
    economy.structure = replace(
        economy.structure,
        separation=separation * posts / leaving,
        giving_up=q.job_finding * (joiners / units[Status.UNEMPLOYED] - 1.0),
        matching_scale=scaled / seeking,
        unemployment=idle / (idle + posts),
        population=np.ones(CITIES),
        pay_factor=mean_factor(economy),
    )
    economy.cells.unemployment[:] = economy.structure.unemployment


def mean_factor(economy: Economy) -> Floats:
    """Mean pay factor of employees by city of work (8)."""
    workers = economy.workers
    rows = np.flatnonzero(workers.status[: workers.count] == Status.EMPLOYED)
    city = economy.pools.city[workers.pool[rows]]
    total = np.bincount(city, workers.factor[rows], CITIES)
    return np.asarray(total / np.maximum(np.bincount(city, minlength=CITIES), 1))
