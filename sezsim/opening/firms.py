"""Firms of the opening (期初企业): equipment by vintage, staff and stocks; money comes later."""

import numpy as np

from sezsim.base_year.firms import FirmSample
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    OpeningMonth,
    ageing_rates,
    ratio,
    running_by_vintage,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.industry import INDUSTRIES
from sezsim.opening.pace import Pace
from sezsim.parameters import Parameters
from sezsim.state.firms import OWNERSHIPS, VINTAGES, Firms, Ownership, Pools
from sezsim.state.structure import Structure

VIABLE = 0.97  # avoidable cost over price up to which equipment counts as viable (D)


def open_firms(
    sample: FirmSample, month: OpeningMonth, structure: Structure, pools: Pools,
    table: OpeningTable, p: Parameters, pace: Pace,
) -> Firms:  # fmt: skip
    """Fill the table of firms: equipment, staff, stocks; money comes later."""
    c, s = sample.city.astype(np.int64), sample.industry.astype(np.int64)
    rows = len(sample.id)
    output = sample.output_share * month.output[c, s]
    total = output / structure.utilisation[c, s]
    staff = sample.staff_share * table.jobs[c, s]
    staff[s == 0] = 0.0
    capacity, running, productivity = viable_equipment(
        total[:, None] * sample.vintages, output, staff, sample, structure, p
    )
    mix = ratio(capacity, total[:, None])
    pool = (c * INDUSTRIES + s) * OWNERSHIPS + sample.ownership
    own = np.flatnonzero(pools.firm >= 0)
    pool[pools.firm[own]] = own
    gross = structure.depreciation[c, s] + pace.real
    sales = output * month.sales[c, s] / month.output[c, s] / (1.0 + pace.real)
    since = (sample.id % np.uint64(3)).astype(np.float64)  # months since the last decision
    phase = (1.0 + pace.real) ** (1.0 - since)

    def zeros() -> Floats:
        return np.zeros(rows)

    return Firms(
        id=sample.id, name=sample.name, city=sample.city, industry=sample.industry,
        ownership=sample.ownership, pool=pool, weight=sample.weight.copy(), opening_weight=sample.weight,
        is_open=np.ones(rows, np.bool_), age=np.full(rows, 120, np.int16),
        capacity=capacity, sealed=np.zeros((rows, VINTAGES)), running=running,
        losing=np.zeros((rows, VINTAGES), np.int16),
        used=np.zeros((rows, VINTAGES)), resisting=np.zeros(rows, np.int32), rights=np.zeros(rows),
        ageing=ageing_rates(mix, gross, p.investment.frontier),
        productivity=productivity, staff=staff, wanted=staff.copy(), vacancies=zeros(),
        share=sample.output_share.copy(), expected=sales.copy(), plan=output.copy(), normal=output.copy(),
        output=output.copy(), sales=sales.copy(),
        inventory=sales * (1.0 + pace.real) * p.expectations.stock,
        receipts=sales * (1.0 + pace.real), costs=zeros(), payroll=zeros(), taxes=zeros(),
        unit_cost=zeros(), investing=gross * total * structure.capital_ratio[c, s] * phase,
        research=zeros(), margin=zeros(), opening_margin=zeros(), owner_rate=zeros(),
        bad_months=np.zeros(rows, np.int32), subsidised=np.zeros(rows, np.bool_),
        closing=np.zeros(rows, np.bool_), origin_city=sample.city.copy(),
        tax_city=sample.city.copy(), tax_shared=zeros(), shared_until=zeros(),
        credited=zeros(), credit_split=np.zeros(rows, np.bool_), cash=np.zeros(rows, np.int64),
        debt=np.zeros(rows, np.int64),
    )  # fmt: skip


def viable_equipment(
    capacity: Floats, output: Floats, staff: Floats, sample: FirmSample,
    structure: Structure, p: Parameters,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """Return capacity, output by vintage and productivity of firms that lose on no vintage.

    Equipment that would not run at the prices of the opening is taken as the next better one.
    """
    c, s = sample.city.astype(np.int64), sample.industry.astype(np.int64)
    state = sample.ownership == Ownership.STATE
    avoided = 1.0 - np.where(state, p.production.fixed_state, p.production.fixed_private)
    inputs = structure.coefficients.sum(axis=1)[c, s]
    profile = structure.vintage_labour[s]
    for vintage in range(VINTAGES):
        running = running_by_vintage(capacity, output, p.production.full)
        work = (running * profile).sum(axis=1)
        productivity = np.where(
            staff > 0.0, ratio(structure.labour_need[c, s] * work, staff), 1.0
        )
        if vintage == VINTAGES - 1:
            break
        pay = structure.labour_cost[c, s] * profile[:, vintage] / productivity
        energy = structure.energy_share[c, s] * structure.vintage_energy[s, vintage]
        dear = inputs + energy + avoided * pay > VIABLE
        moved = np.where(dear, capacity[:, vintage], 0.0)
        capacity[:, vintage] -= moved
        capacity[:, vintage + 1] += moved
    return capacity, running, productivity
