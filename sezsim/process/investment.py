"""Investment (投资): each quarter a firm replaces, upgrades and expands, new equipment by payback.

    wanted capacity = normal output / opening utilisation
    investment      = capital * (depreciation + expected growth + speed * (wanted / capacity - 1))
    capacity growth = investment / capital ratio, at most a quarter of capacity a year

Decisions fall on the months where (id + month) mod 3 = 0 and are carried out over three months.
Sampled firms invest in lumps: with a chance they do a project, otherwise they wait. New equipment
is frontier or standard by a logit of the net present value of its lower cost; old equipment ages.
"""

import math
from typing import Any

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy

LEAST = 1e-9  # share of standard equipment, against division by nothing
FEW = 30.0  # real firms behind a row from which it invests in lumps


class Parameters(Declared):
    """What investment needs to know."""

    speed: float = parameter(
        0.25, "share of a capacity gap closed in a year", unit="1/year", within=(0.0, 2.0),
        source="economics 8: plans move by a quarter of the gap a quarter, slowed for building",
    )  # fmt: skip
    fastest: float = parameter(
        0.25, "largest growth of a firm's capacity", unit="1/year", within=(0.05, 1.0),
        source="economics 8: closure", grade="D",
    )  # fmt: skip
    project: float = parameter(
        0.4, "chance of a sampled firm to do a project in a quarter (1: no lumps)",
        unit="1/quarter", within=(0.05, 1.0),
        source="facts.csv F40: a fifth of firm-years are spikes", grade="C",
    )  # fmt: skip
    slump: float = parameter(
        0.6, "part of replacement that a firm without margin still does", unit="1",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip
    margin_scale: float = parameter(
        0.3, "margin over sales at which a firm invests all it wants, below the opening one",
        unit="1", within=(0.01, 0.5), source="assumption",
    )  # fmt: skip
    frontier: float = parameter(
        0.7, "share of new equipment that is frontier at opening costs", unit="1",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip
    scale: float = parameter(
        0.03, "logit scale of the choice of equipment", unit="share of capital",
        within=(0.005, 0.5), source="parameters.csv mu_inv: calibrate",
    )  # fmt: skip
    response: float = parameter(
        1.0, "elasticity of investment to the part of its cost that is granted", unit="1",
        within=(0.0, 5.0), source="assumption: user cost elasticity of about one",
    )  # fmt: skip
    horizon: float = parameter(
        5.0, "payback horizon", unit="year", within=(1.0, 20.0),
        source="parameters.csv pb: memory of K+S models",
    )  # fmt: skip
    discount: float = parameter(
        0.12, "discount rate of firms", unit="1/year", within=(0.02, 0.3),
        source="parameters.csv r_pr", grade="C",
    )  # fmt: skip


def invest(economy: Economy, p: Parameters, draws: Draws, month: int) -> None:
    """Decide projects of the firms whose quarter it is."""
    firms, structure = economy.firms, economy.structure
    plan_projects(
        draws.key("investment/project"), month, firms.id, firms.weight, firms.is_open,
        firms.city, firms.industry, firms.capacity, firms.sealed, firms.normal, firms.margin,
        firms.opening_margin, economy.rules.investment_grant, economy.banks.lending,
        structure.leverage, p.margin_scale, p.slump, p.response, structure.utilisation,
        structure.depreciation, structure.capital_ratio, economy.cells.growth,
        economy.rules.expansion, p.speed / 12.0 * float(economy.rules.investment_pace),
        p.fastest / 12.0, p.project, firms.investing,
    )  # fmt: skip


@compiled
def plan_projects(
    key: Key, month: int, firm: Ids, weight: Floats, is_open: Flags, city: Ints,
    industry: Ints, capacity: Floats, sealed: Floats, normal: Floats, margin: Floats,
    opening: Floats, grant: Floats, lending: Floats, leverage: Floats, scale: float,
    slump: float, response: float, utilisation: Floats, depreciation: Floats,
    capital_ratio: Floats, growth: Floats, expansion: Floats, speed: float, fastest: float,
    project: float, investing: Floats,
) -> None:  # fmt: skip
    """Decide the projects of the quarter's firms within what margin, grant and bank allow."""
    rows, ease = whose_turn(firm, is_open, month), np.ones(len(firm))
    for k in range(len(rows)):
        i = uint64(rows[k])
        c, s = uint64(city[i]), uint64(industry[i])
        if industry[i] > 0:
            ease[i] = ease_by_margin(margin[i], opening[i], scale, slump)
        ease[i] *= 1.0 + response * grant[c, s]
        ease[i] *= 1.0 - leverage[c, s] * (1.0 - lending[c])
    decide_projects(
        key, rows, firm, weight, city, industry, capacity, sealed, normal, ease, utilisation,
        depreciation, capital_ratio, growth, expansion, speed, fastest, project, investing,
    )  # fmt: skip
    for row in range(len(firm)):
        if not is_open[row]:
            investing[row] = 0.0


@compiled
def whose_turn(firm: Ids, is_open: Flags, month: int) -> Ints:
    """List the rows of open firms whose month of the quarter it is to decide."""
    rows, number = np.empty(len(firm), np.int64), uint64(0)
    for i in range(len(firm)):
        rows[number] = i
        number += uint64(is_open[i] & ((firm[i] + uint64(month)) % uint64(3) == uint64(0)))
    return rows[:number]


@compiled
def ease_by_margin(margin: float, opening: float, scale: float, slump: float) -> float:
    """Part of wanted investment that a margin allows; farms have none and invest all of it."""
    return min(max(1.0 + (margin - opening) / scale, slump), 1.0)


@compiled
def decide_projects(
    key: Key, rows: Ints, firm: Ids, weight: Floats, city: Ints, industry: Ints,
    capacity: Floats, sealed: Floats, normal: Floats, ease: Floats, utilisation: Floats,
    depreciation: Floats, capital_ratio: Floats, growth: Floats, expansion: Floats,
    speed: float, fastest: float, project: float, investing: Floats,
) -> None:  # fmt: skip
    """Set real investment (yuan a month at opening prices) of some rows for three months."""
    for k in range(len(rows)):
        i = uint64(rows[k])
        c, s = uint64(city[i]), uint64(industry[i])
        able = 0.0
        for v in range(4):
            able += capacity[i, v] * (1.0 - sealed[i, v])
        if able <= 0.0 or utilisation[c, s] <= 0.0:
            investing[i] = 0.0
            continue
        gap = normal[i] / utilisation[c, s] / able - 1.0
        net = min((growth[s] + speed * gap) * expansion[c, s], fastest)
        gross = max(0.0, depreciation[c, s] + net) * ease[i]
        lumps = 1.0
        if weight[i] > FEW and project < 1.0:
            lumps = 1.0 / project if uniform(key, firm[i]) < project else 0.0
        investing[i] = gross * lumps * able * capital_ratio[c, s] * (1.0 + growth[s])


def build(economy: Economy, p: Parameters) -> None:
    """Add the equipment paid this month, let the rest wear and age."""
    firms, cells, structure = economy.firms, economy.cells, economy.structure
    best = np.empty_like(cells.wage)
    choose_equipment(
        cells.wage, structure.wage, cells.productivity, cells.investment_price,
        structure.labour_cost, structure.vintage_labour, structure.utilisation,
        structure.capital_ratio, p.horizon, p.discount, p.frontier, p.scale, best,
    )  # fmt: skip
    rules = economy.rules
    if np.count_nonzero(rules.investment_grant) or np.count_nonzero(rules.equipment_norm):
        cheaper = np.exp(rules.investment_grant / p.scale)
        upgrade(best, rules.investment_grant, cheaper, rules.equipment_norm)
    add_equipment(
        firms.is_open, firms.city, firms.industry, firms.investing, best,
        structure.depreciation, structure.capital_ratio, firms.ageing, firms.sealed,
        firms.capacity,
    )  # fmt: skip


@compiled
def choose_equipment(
    wage: Floats, wage_before: Floats, productivity: Floats, price: Floats,
    labour_cost: Floats, vintage_labour: Floats, utilisation: Floats, capital_ratio: Floats,
    horizon: float, discount: float, frontier: float, scale: float, best: Floats,
) -> None:  # fmt: skip
    """Share of frontier equipment in what each city and industry buys."""
    for c in range(best.shape[0]):
        for s in range(best.shape[1]):
            spread = vintage_labour[s, 2] - vintage_labour[s, 3]
            before = labour_cost[c, s] * spread * utilisation[c, s] * 12.0
            saving = before * wage[c, s] / wage_before[c, s] / productivity[s]
            capital = max(capital_ratio[c, s] * price[c], 1e-9)
            value = present_value(saving, horizon, discount) / capital
            capital = max(capital_ratio[c, s], 1e-9)
            value -= present_value(before, horizon, discount) / capital
            best[c, s] = frontier_share(value, frontier, scale)


@compiled
def present_value(saving: float, horizon: float, discount: float) -> float:
    """Present value of a yearly saving over a horizon of years."""
    return saving * (1.0 - math.exp(-discount * horizon)) / discount


@compiled
def frontier_share(value: Any, opening: float, scale: float) -> Any:
    """Share of frontier equipment, by a logit of its net value over the opening one."""
    odds = math.log(opening / (1.0 - opening)) if 0.0 < opening < 1.0 else 0.0
    return 1.0 / (1.0 + np.exp(-(odds + value / scale)))


@compiled
def upgrade(best: Floats, grant: Floats, cheaper: Floats, norm: Floats) -> None:
    """Raise the share of frontier equipment where a grant raises its odds and a norm demands it."""
    for c in range(best.shape[0]):
        for s in range(best.shape[1]):
            odds = best[c, s] / max(1.0 - best[c, s], LEAST) * cheaper[c, s]
            chosen = odds / (1.0 + odds) if grant[c, s] > 0.0 else best[c, s]
            best[c, s] = chosen + norm[c, s] * (1.0 - chosen)


@compiled
def add_equipment(
    is_open: Flags, city: Ints, industry: Ints, investing: Floats, best: Floats,
    depreciation: Floats, capital_ratio: Floats, ageing: Floats, sealed: Floats,
    capacity: Floats,
) -> None:  # fmt: skip
    """Wear all equipment, age it by a step and add the new; what ages in is not sealed."""
    for i in range(len(city)):
        if not is_open[i]:
            continue
        c, s = uint64(city[i]), uint64(industry[i])
        wear = depreciation[c, s]
        aged = 0.0
        for v in range(3, -1, -1):
            out = ageing[i, v - 1] * capacity[i, v] if v > 0 else 0.0
            capacity[i, v] += aged - out - wear * capacity[i, v]
            if sealed[i, v] > 0.0 and capacity[i, v] > 0.0:
                sealed[i, v] *= max(1.0 - aged / capacity[i, v], 0.0)
            aged = out
        if capital_ratio[c, s] > 0.0:
            new = investing[i] / capital_ratio[c, s]
            capacity[i, 3] += best[c, s] * new
            capacity[i, 2] += (1.0 - best[c, s]) * new
